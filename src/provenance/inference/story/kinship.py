"""How much two texts share, and in which way: the measures from which a derivation is judged.

Words that stand for each other count outside quotations only: independent reporters quote the same speech, but they do not tell the rest in
the same words and order. Weights are in nats of rarity, shares run from 0 to 1.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

import attrs
from rapidfuzz.distance import Indel

from provenance.inference.story.alignment import Pair
from provenance.inference.story.reading import HEAVY, Reading

SHORT = 3  # words; a spinner replaces words and short phrases in place
LEAST_LENGTH = 4  # sentences; of a shorter text no order can be seen
LONG, SAME = 8, 0.88  # words of a longer sentence; share of its words that a copy keeps
CAP = 8.0  # nats that one word may count


@attrs.frozen(kw_only=True)
class Kinship:
    """What two texts share.

    Attributes:
        a_share: Share of the first text's narrative that stands in the second too.
        b_share: Share of the second text's narrative that stands in the first too.
        narrative: Weight of the shared narrative, in nats, the smaller side.
        sentences: How many sentences with shared narrative.
        in_order: Share of the sentences of the text with fewer of them that are paired in the same order.
        quoted: Weight of the shared quotations, in nats.
        kept: Share of the words of these sentences that both have in the same order.
        replaced: Share that a few others stand in place of.
        order: Share of neighbouring sentence pairs that stand in the same order in both.
        verbatim: Share of the longer paired sentences that are the same but for a word or two.
        longest: Most narrative words in a row that both have.
        swaps: Words replaced in place: what stands in the first, what in the second.

    """

    a_share: float
    b_share: float
    narrative: float
    sentences: int
    in_order: float
    quoted: float
    kept: float
    replaced: float
    order: float
    verbatim: float
    longest: int
    swaps: tuple[tuple[str, str], ...] = ()


def measure(a: Reading, b: Reading, pairs: Sequence[Pair]) -> Kinship:
    """Measure what two texts share, from their paired sentences."""
    a_linked: dict[int, float] = {}
    b_linked: dict[int, float] = {}
    a_quoted: dict[int, float] = {}
    sentences = 0
    for pair in pairs:
        weight = 0.0
        for i, j in pair.links.items():
            if a.weights[i] < HEAVY or b.weights[j] < HEAVY:
                continue
            if a.quoted[i] or b.quoted[j]:
                a_quoted[i] = min(a.weights[i], CAP)
            else:
                a_linked[i], b_linked[j] = min(a.weights[i], CAP), min(b.weights[j], CAP)
                weight += a_linked[i]
        sentences += weight >= 12.0
    a_total, b_total = _narrative(a), _narrative(b)
    kept, replaced, verbatim, longest, swaps = _wording(a, b, pairs)
    starts = [pair.other for pair in pairs]
    steps = list(pairwise(starts))
    return Kinship(
        a_share=sum(a_linked.values()) / max(a_total, 1.0),
        b_share=sum(b_linked.values()) / max(b_total, 1.0),
        narrative=min(sum(a_linked.values()), sum(b_linked.values())),
        sentences=sentences,
        in_order=_in_order([(pair.one, pair.other) for pair in pairs]) / max(min(len(a.bounds), len(b.bounds)) - 1, LEAST_LENGTH),
        quoted=sum(a_quoted.values()),
        kept=kept,
        replaced=replaced,
        order=sum(one <= other for one, other in steps) / len(steps) if steps else 1.0,
        verbatim=verbatim,
        longest=longest,
        swaps=swaps,
    )


def _in_order(steps: Sequence[tuple[int, int]]) -> int:
    """Give the most pairs that go forward in both texts, each sentence once (longest increasing subsequence; Schensted 1961)."""
    tails: list[int] = []
    for _, other in sorted(steps, key=lambda step: (step[0], -step[1])):
        at = bisect_left(tails, other)
        tails[at : at + 1] = [other]
    return len(tails)


def _narrative(of: Reading) -> float:
    return sum(min(weight, CAP) for weight, quoted in zip(of.weights, of.quoted, strict=True) if weight >= HEAVY and not quoted)


def _wording(a: Reading, b: Reading, pairs: Sequence[Pair]) -> tuple[float, float, float, int, tuple[tuple[str, str], ...]]:
    """Compare the words of paired sentences in order (longest common subsequence, by rapidfuzz): shares kept and replaced, sentences kept, longest run, swaps."""
    kept = replaced = total = longest = long = same = 0
    swaps: list[tuple[str, str]] = []
    for pair in pairs:
        left, right = a.plains[slice(*pair.a_range)], b.plains[slice(*pair.b_range)]
        total += len(left) + len(right)
        before = kept
        removed: list[str] = []
        added: list[str] = []
        steps: list[tuple[str, int, int, int, int]] = [*Indel.opcodes(left, right).as_list(), ("equal", 0, 0, 0, 0)]  # type: ignore[list-item]
        for operation, i, i_end, j, j_end in steps:
            if operation != "equal":
                removed, added = removed + left[i:i_end], added + right[j:j_end]
                continue
            if removed and added and max(len(removed), len(added)) <= SHORT:
                replaced += len(removed) + len(added)
                swaps.append((" ".join(removed), " ".join(added)))
            removed, added = [], []
            kept += i_end - i + j_end - j
            quoted = a.quoted[pair.a_range[0] + i : pair.a_range[0] + i_end]
            longest = max(longest, i_end - i - sum(quoted))
        if min(len(left), len(right)) >= LONG:
            long += 1
            same += kept - before >= SAME * (len(left) + len(right))
    return (kept / total, replaced / total, same / max(long, 1), longest, tuple(swaps)) if total else (0.0, 0.0, 0.0, 0, ())
