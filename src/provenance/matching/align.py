"""Exact borders of shared matter within two windows, in any word order.

Words of one window are linked with words of the other that are equal or stand for the same. Each side is scored word by word: a word with
a link into the other side's range earns its weight, one without costs a part of it. The best range of one side (maximum subarray; Kadane's
algorithm as in Bentley 1984) depends on the range of the other, so the two are found in turns until they stay. Common words are linked only
where they stand next to the same neighbour on both sides. Lists instead of matrices: few words of two windows have a link.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

import attrs

from provenance.matching.lexicon import HEAD, Lexicon
from provenance.matching.likeness import compare_terms
from provenance.matching.profile import Profile

PENALTY = 0.3  # of its weight, for a word without a link
CROSSING = 3.0  # nats that going on into another sentence costs
COMMON = 3.0  # nats; a term below this needs a neighbour to count
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
    left, right, left_weights, right_weights = a.term_list, b.term_list, a.weight_list, b.weight_list
    places: dict[int, list[int]] = {}
    for j, term in enumerate(right[b_start:b_end], b_start):
        if term in places:
            places[term].append(j)
        else:
            places[term] = [j]
    links: list[Link] = []
    repeated: dict[int, list[Link]] = {}
    lonely: list[int] = []
    met: set[int] = set()
    for i, term in enumerate(left[a_start:a_end], a_start):
        if term not in places:
            if left_weights[i] >= COMMON:
                lonely.append(i)
            continue
        met.add(term)
        found = places[term]
        if left_weights[i] < COMMON:
            before = left[i - 1] if i > a_start else -1
            after = left[i + 1] if i + 1 < a_end else -1
            found = [j for j in found if (j > b_start and right[j - 1] == before) or (j + 1 < b_end and right[j + 1] == after)]
            if not found:
                continue
        if term in repeated:
            repeated[term] += [(i, j, 1.0) for j in found]
        else:
            repeated[term] = [(i, j, 1.0) for j in found]
    for term, choices in list(repeated.items()):
        if len(choices) == 1:
            links.append(choices[0])
            del repeated[term]
    if lonely:
        others = {term: at for term, at in places.items() if term not in met and right_weights[at[0]] >= COMMON}
        if others:
            _link_likes(links, left, lonely, others, lexicon)
    if repeated:
        _link_repeated(links, repeated)
    links.sort()
    return links


def _link_repeated(links: list[Link], repeated: dict[int, list[Link]]) -> None:
    """Add links of terms that stand more than once: each word gets one partner, the one best in line with the links nearby."""
    anchors = sorted((j, i) for i, j, _ in links)
    columns = [j for j, _ in anchors]
    for choices in repeated.values():
        ranked = []
        for i, j, likeness in choices:
            at = bisect_left(columns, j)
            near = anchors[max(0, at - 1) : at + 1]
            ranked.append((min((abs(i - i_near - j + j_near) + abs(j - j_near) for j_near, i_near in near), default=0), i, j, likeness))
        ranked.sort()
        used_i: set[int] = set()
        used_j: set[int] = set()
        for _, i, j, likeness in ranked:
            if i not in used_i and j not in used_j:
                used_i.add(i)
                used_j.add(j)
                links.append((i, j, likeness))


def _link_likes(links: list[Link], left: Sequence[int], lonely: Sequence[int], others: dict[int, list[int]], lexicon: Lexicon) -> None:
    """Add links between different terms: learned paraphrases, and spellings that begin alike."""
    names, heads = lexicon.names, lexicon.heads
    by_head: dict[str, list[int]] = {}
    for term in others:
        by_head.setdefault(heads[term], []).append(term)
    for i in lonely:
        term = left[i]
        relatives = lexicon.relatives(term)
        if relatives:
            # in the order of the window, whatever the order of a set
            for other in sorted(relatives.keys() & others.keys()) if len(relatives) < len(others) else [each for each in others if each in relatives]:
                links.extend((i, j, relatives[other]) for j in others[other])
        name = names[term]
        for head in (heads[term], name[2 : 2 + HEAD]) if name.startswith("re") and len(name) > 6 else (heads[term],):
            for other in by_head.get(head, ()):
                if other not in relatives:
                    likeness = compare_terms(name, names[other])
                    if likeness:
                        links.extend((i, j, likeness) for j in others[other])


def align(links: Sequence[Link], a: Profile, b: Profile) -> tuple[int, int, int, int] | None:
    """Give the ranges of words that carry most of the same matter; None where nothing is shared."""
    mirrored = sorted((j, i, likeness) for i, j, likeness in links)
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
    one = sum(a.weight_list[i] * likeness for i, likeness in best_a.items())
    other = sum(b.weight_list[j] * likeness for j, likeness in best_b.items())
    return (
        min(one, other),
        one / max(a.weight_sums[a_end] - a.weight_sums[a_start], 1e-9),
        other / max(b.weight_sums[b_end] - b.weight_sums[b_start], 1e-9),
    )
