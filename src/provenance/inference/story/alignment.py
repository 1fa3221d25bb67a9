"""Which sentences of two texts say the same, and which of their words stand for each other.

Passages say where two texts share matter; their borders are those of the matter, not of sentences, and a value often stands in the reporting
clause beside a shared quotation. So sentences that passages touch are compared anew, whole, by the weight of what they share.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

import attrs

from provenance.inference.story.reading import HEAVY, Reading
from provenance.matching.likeness import compare_terms

LEAST_SHARED = 9.0  # nats that two sentences share at least
LEAST_ALIKE = 0.3  # of the weight of both
LEAST_HELD = 0.6  # of the weight of the lighter one, where the other says more
FOREIGN_SHARED, FOREIGN_ALIKE = 10.0, 0.2  # between languages: names, numbers, cognates
COUNTED_SHARED, COUNTED_ALIKE = 10.0, 0.2  # … with two numbers in common, even outside their passages
BESIDE, BESIDE_FOREIGN = 0.18, 0.12  # alike enough where the sentences before or behind are paired
LINKED = 0.5  # likeness from which two different words may stand for each other
NEAR = 4  # words around a link that vouch for it
_COMMON_NEAR = 2

Link = dict[int, int]
Scored = tuple[float, int, int, bool]  # likeness, sentence, sentence of the other, whether that is enough by itself


@attrs.frozen(eq=False, slots=False)
class Pair:
    """Two sentences that say the same, as ranges of words.

    Attributes:
        a: One text.
        b: The other.
        one: Index of the sentence in it.
        other: Index of the sentence in the other.
        likeness: Share of the weight of both that they share, 0 … 1.
        passage: Id of the passage that holds them.

    """

    a: Reading
    b: Reading
    one: int
    other: int
    likeness: float
    passage: str

    @property
    def a_range(self) -> tuple[int, int]:
        """The words of the one sentence."""
        return self.a.bounds[self.one], self.a.bounds[self.one + 1]

    @property
    def b_range(self) -> tuple[int, int]:
        """The words of the other."""
        return self.b.bounds[self.other], self.b.bounds[self.other + 1]

    @property
    def foreign(self) -> bool:
        """Whether they are in different languages."""
        return self.a.language != self.b.language

    @cached_property
    def links(self) -> Link:
        """Words of the one that stand for words of the other, each at most once."""
        return _link(self)

    @cached_property
    def back(self) -> Link:
        """The same, from the other side."""
        return {j: i for i, j in self.links.items()}


def pair_sentences(a: Reading, b: Reading, passages: Iterable[tuple[str, tuple[int, int], tuple[int, int]]]) -> list[Pair]:
    """Give the sentences of two texts that say the same, in the order of the first.

    Args:
        a: One text.
        b: The other.
        passages: Their passages: the id, and the span in either text as read.

    """
    foreign = a.language != b.language
    a_bags, b_bags = (a.foreign_bags, b.foreign_bags) if foreign else (a.bags, b.bags)
    regions = [
        (name, a.sentence_at(first[0]), a.sentence_at(first[1] - 1), b.sentence_at(second[0]), b.sentence_at(second[1] - 1))
        for name, first, second in passages
    ]
    a_touched = {sentence for _, first, last, _, _ in regions for sentence in range(first, last + 1)}
    b_touched = {sentence for *_, first, last in regions for sentence in range(first, last + 1)}
    index: dict[str, list[int]] = defaultdict(list)
    for other, b_bag in enumerate(b_bags):
        for term in b_bag:
            index[term].append(other)
    b_totals = [sum(bag.values()) for bag in b_bags]
    scored: list[Scored] = []
    for one, bag in enumerate(a_bags):
        total = sum(bag.values())
        shared: dict[int, float] = defaultdict(float)
        for term, weight in bag.items():
            for other in index.get(term, ()):
                shared[other] += weight
        for other, weight in shared.items():
            both, lighter = total + b_totals[other], min(total, b_totals[other])
            alike = 2 * weight / both
            if foreign:
                scored.append((alike, one, other, weight >= FOREIGN_SHARED and alike >= FOREIGN_ALIKE))
            else:
                enough = (
                    weight >= LEAST_SHARED and (alike >= LEAST_ALIKE or weight >= LEAST_HELD * lighter) and one in a_touched and other in b_touched
                )
                counted = weight >= COUNTED_SHARED and alike >= COUNTED_ALIKE and sum(term[0] == "#" and term in b_bags[other] for term in bag) >= 2
                if enough or counted or (one in a_touched and other in b_touched):
                    scored.append((alike, one, other, enough or counted))
    least_beside = BESIDE_FOREIGN if foreign else BESIDE
    best = _best([entry for entry in scored if entry[3]])
    best += _fill(best, [entry for entry in scored if entry[0] >= least_beside])
    return [
        Pair(a, b, one, other, min(1.0, alike), _passage(one, other, regions))
        for alike, one, other in sorted(best, key=lambda entry: (entry[1], entry[2]))
    ]


def _fill(best: Sequence[tuple[float, int, int]], scored: Sequence[Scored]) -> list[tuple[float, int, int]]:
    """Pair less alike sentences that no other is paired with, where those before or behind them are."""
    paired = {(one, other) for _, one, other in best}
    ones, others = {one for one, _ in paired}, {other for _, other in paired}
    filled = []
    for alike, one, other, _ in sorted(scored, key=lambda entry: (-entry[0], entry[1], entry[2])):
        if one not in ones and other not in others and {(one - 1, other - 1), (one + 1, other + 1), (one - 1, other), (one, other - 1)} & paired:
            filled.append((alike, one, other))
            ones.add(one)
            others.add(other)
    return filled


def _best(scored: Sequence[Scored]) -> list[tuple[float, int, int]]:
    """Keep what is best for one of its sides."""
    best_one: dict[int, tuple[float, int, int]] = {}
    best_other: dict[int, tuple[float, int, int]] = {}
    for entry in sorted(scored, key=lambda item: (-item[0], item[1], item[2])):
        best_one.setdefault(entry[1], entry[:3])
        best_other.setdefault(entry[2], entry[:3])
    return sorted({*best_one.values(), *best_other.values()}, key=lambda item: (item[1], item[2]))


def _passage(one: int, other: int, regions: Sequence[tuple[str, int, int, int, int]]) -> str:
    """Give the passage that holds two sentences, or else the nearest."""

    def distance(region: tuple[str, int, int, int, int]) -> int:
        _, first, last, second, end = region
        return max(first - one, one - last, 0) + max(second - other, other - end, 0)

    return min(regions, key=distance)[0]


def _link(pair: Pair) -> Link:
    a, b = pair.a, pair.b
    (a_start, a_end), (b_start, b_end) = pair.a_range, pair.b_range
    left, right = (a.keys, b.keys) if pair.foreign else (a.terms, b.terms)
    candidates: list[tuple[float, int, int]] = []
    equal: Mapping[str, list[int]] = _places(right, b_start, b_end)
    length = max(a_end - a_start, b_end - b_start)
    for i in range(a_start, a_end):
        if not left[i]:
            continue
        for j in equal.get(left[i], ()):
            drift = abs((i - a_start) - (j - b_start)) / length
            candidates.append((a.weights[i] - drift - (5.0 if a.weights[i] < HEAVY else 0.0), i, j))
        if not pair.foreign and a.weights[i] >= HEAVY and left[i] not in equal:
            for j in range(b_start, b_end):
                if b.weights[j] >= HEAVY and left[i][0] != "#" != right[j][0]:
                    likeness = compare_terms(left[i], right[j])
                    if likeness >= LINKED:
                        candidates.append((likeness * min(a.weights[i], b.weights[j]) * 0.8, i, j))
    links: Link = {}
    taken: set[int] = set()
    for _, i, j in sorted(candidates, key=lambda item: (-item[0], item[1], item[2])):
        if i in links or j in taken:
            continue
        if a.weights[i] < HEAVY and not any(links.get(i + step) == j + step for step in (-2, -1, 1, 2)):
            continue  # a common word is linked only where its neighbour is
        links[i] = j
        taken.add(j)
    return links


def _places(terms: Sequence[str], start: int, end: int) -> dict[str, list[int]]:
    places: dict[str, list[int]] = defaultdict(list)
    for at in range(start, end):
        if terms[at]:
            places[terms[at]].append(at)
    return places


def support(pair: Pair, a_span: tuple[int, int], b_span: tuple[int, int], reach: int = NEAR) -> float:
    """Give the weight of linked words around two spans, in nats, less for those further off: whether the two speak of the same thing."""
    total = 0.0
    reach += 1
    for i in range(max(pair.a_range[0], a_span[0] - reach), min(pair.a_range[1], a_span[1] + reach)):
        j = pair.links.get(i)
        if j is None or a_span[0] <= i < a_span[1]:
            continue
        off = (a_span[0] - i if i < a_span[0] else i - a_span[1] + 1), (b_span[0] - j if j < b_span[0] else j - b_span[1] + 1)
        if max(off) <= reach:
            total += min(pair.a.weights[i], 8.0) / (1 + 0.15 * (max(off) - 1))
    return total


def same_unit(pair: Pair, one: int, other: int) -> bool:
    """Tell whether two words, as indexes or -1, name the same counted thing."""
    return one >= 0 and other >= 0 and (pair.links.get(one) == other or pair.a.terms[one] == pair.b.terms[other])
