"""Exact borders of shared matter within two windows, in any word order.

Words of one window are linked with words of the other that are equal or stand for the same. Each side is scored word by word: a word with
a link into the other side's range earns its weight, one without costs a part of it. The best range of one side (maximum subarray; Kadane's
algorithm as in Bentley 1984) depends on the range of the other, so the two are found in turns until they stay. Common words are linked only
where they stand next to the same neighbour on both sides. Lists instead of matrices: few words of two windows have a link.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

import attrs

from provenance.matching.lexicon import COMMON, HEAD, Lexicon
from provenance.matching.likeness import compare_terms
from provenance.matching.profile import Profile

PENALTY = 0.3  # of its weight, for a word without a link
CROSSING = 3.0  # nats that going on into another sentence costs
_ROUNDS = 6

Link = tuple[int, int, float]  # word of one text, word of the other, likeness


@attrs.frozen
class Hit:
    """Ranges of words in two texts that carry the same matter, with what they share.

    Attributes:
        a_start: First word in one text.
        a_end: Behind the last.
        b_start: First word in the other.
        b_end: Behind the last.
        shared: Weight of the linked words, in nats, the smaller of the two sides.
        cover_a: Share of the weight of one side that is linked.
        cover_b: The same for the other side.

    """

    a_start: int
    a_end: int
    b_start: int
    b_end: int
    shared: float
    cover_a: float
    cover_b: float


def link_words(a: Profile, a_start: int, a_end: int, b: Profile, b_start: int, b_end: int, lexicon: Lexicon) -> list[Link]:
    """Link the words of two windows that are equal or stand for the same, in the order of the first."""
    left, right, weights, b_weights = a.term_list, b.term_list, a.weight_list, b.weight_list
    one, other = left[a_start:a_end], right[b_start:b_end]
    mine, theirs = set(one), set(other)
    common = mine & theirs
    columns: dict[int, list[int]] = {term: [] for term in common}
    for j, term in enumerate(other, b_start):
        if term in common:
            columns[term].append(j)
    links: list[Link] = []
    repeated: dict[int, list[Link]] = {}
    for i, term in enumerate(one, a_start):
        if term not in common:
            continue
        found = columns[term]
        if weights[i] < COMMON:
            before = left[i - 1] if i > a_start else -1
            after = left[i + 1] if i + 1 < a_end else -1
            found = [j for j in found if (j > b_start and right[j - 1] == before) or (j + 1 < b_end and right[j + 1] == after)]
            if not found:
                continue
        if term in repeated:
            repeated[term] += [(i, j, 1.0) for j in found]
        else:
            repeated[term] = [(i, j, 1.0) for j in found]
    choices = []
    for each in repeated.values():
        if len(each) == 1:
            links += each
        else:
            choices.append(each)
    lonely, others = (mine - common) & lexicon.heavy, (theirs - common) & lexicon.heavy
    if lonely and others:
        for term, like, likeness in _find_likes(lonely, others, lexicon):
            rows = [i for i, each in enumerate(one, a_start) if each == term and weights[i] >= COMMON]
            links += [(i, j, likeness) for i in rows for j, each in enumerate(other, b_start) if each == like and b_weights[j] >= COMMON]
    if choices:
        _link_repeated(links, choices)
    links.sort()
    return links


def _link_repeated(links: list[Link], repeated: list[list[Link]]) -> None:
    """Add links of terms that stand more than once: each word gets one partner, the one best in line with the links nearby."""
    anchors = sorted([(j, i) for i, j, _ in links])
    columns = [j for j, _ in anchors]
    chosen: list[Link] = []
    for choices in repeated:
        ranked = []
        for i, j, likeness in choices:
            distance = 0
            if anchors:
                at = bisect_left(columns, j)
                j_near, i_near = anchors[at - 1 if at else 0]
                distance = abs(i - i_near - j + j_near) + abs(j - j_near)
                if 0 < at < len(anchors):
                    j_near, i_near = anchors[at]
                    distance = min(distance, abs(i - i_near - j + j_near) + abs(j - j_near))
            ranked.append((distance, i, j, likeness))
        ranked.sort()
        used_i: set[int] = set()
        used_j: set[int] = set()
        for _, i, j, likeness in ranked:
            if i not in used_i and j not in used_j:
                used_i.add(i)
                used_j.add(j)
                chosen.append((i, j, likeness))
    links += chosen


def _find_likes(lonely: set[int], others: set[int], lexicon: Lexicon) -> Iterator[tuple[int, int, float]]:
    """Yield pairs of different terms that stand for the same: learned paraphrases, and spellings that begin alike."""
    names, relatives_of = lexicon.names, lexicon.relatives
    by_head: dict[str, list[int]] = {}
    for term in others:
        head = names[term][:HEAD]
        if head in by_head:
            by_head[head].append(term)
        else:
            by_head[head] = [term]
    for term in lonely:
        relatives = relatives_of(term)
        if relatives and not relatives.keys().isdisjoint(others):
            for other in relatives.keys() & others:
                yield term, other, relatives[other]
        name = names[term]
        near = by_head.get(name[:HEAD], ())
        if name[:2] == "re" and len(name) > 6:
            near = [*near, *by_head.get(name[2 : 2 + HEAD], ())]
        for other in near:
            if other not in relatives:
                likeness = compare_terms(name, names[other])
                if likeness:
                    yield term, other, likeness


def align(links: Sequence[Link], a: Profile, b: Profile) -> tuple[int, int, int, int] | None:
    """Give the ranges of words that carry most of the same matter; None where nothing is shared."""
    mirrored = sorted([(j, i, likeness) for i, j, likeness in links])
    rows: tuple[int, int] | None = None
    columns = (0, len(b))
    for _ in range(_ROUNDS):
        found_rows = _best_range(links, columns, a)
        if found_rows is None:
            return None
        found_columns = _best_range(mirrored, found_rows, b)
        if found_columns is None:
            return None
        if (found_rows, found_columns) == (rows, columns):
            break
        rows, columns = found_rows, found_columns
    return None if rows is None else (*rows, *columns)


def _best_range(links: Sequence[Link], across: tuple[int, int], of: Profile) -> tuple[int, int] | None:
    """Give the range of one side with the most weight linked into a range of the other, less what lies between."""
    weights, sums, sentences = of.weight_list, of.weight_sums, of.sentence_list
    low, high = across
    best = running = 0.0
    best_range: tuple[int, int] | None = None
    start = previous = -1
    earned = 0.0
    for i, j, likeness in links:
        if not low <= j < high:
            continue
        gain = weights[i] * (likeness * (1 + PENALTY) - PENALTY)
        if i == previous:
            # another link of the same word: the best one counts
            if gain > earned:
                running += gain - earned
                earned = gain
        else:
            if previous >= 0:
                running -= PENALTY * (sums[i] - sums[previous + 1]) + CROSSING * (sentences[i] - sentences[previous])
            if running <= 0.0 or previous < 0:
                running, start = 0.0, i
            running += gain
            previous, earned = i, gain
        if running > best:
            best, best_range = running, (start, i + 1)
    return best_range


def measure(links: Sequence[Link], a: Profile, b: Profile, found: tuple[int, int, int, int]) -> tuple[float, float, float]:
    """Give what two ranges share: nats (the smaller side), and the covered share of each side's weight."""
    a_start, a_end, b_start, b_end = found
    best_a: dict[int, float] = {}
    best_b: dict[int, float] = {}
    for i, j, likeness in links:
        if a_start <= i < a_end and b_start <= j < b_end:
            if likeness > best_a.get(i, 0.0):
                best_a[i] = likeness
            if likeness > best_b.get(j, 0.0):
                best_b[j] = likeness
    a_weights, b_weights = a.weight_list, b.weight_list
    one = sum([a_weights[i] * likeness for i, likeness in best_a.items()])
    other = sum([b_weights[j] * likeness for j, likeness in best_b.items()])
    return (
        min(one, other),
        one / max(a.weight_sums[a_end] - a.weight_sums[a_start], 1e-9),
        other / max(b.weight_sums[b_end] - b.weight_sums[b_start], 1e-9),
    )
