"""Where a passage begins and ends: exact where the wording runs on, whole clauses where it was reworded."""

from __future__ import annotations

from bisect import bisect_left

import attrs

from provenance.matching.align import Hit
from provenance.matching.profile import Profile

REMAINDER = 0.6  # of the matched weight; a longer unmatched rest of a clause stays out
SHORT, CONTEXT = 5, 3  # words; a shorter core is shown with so many words around it
SPARE = 1  # words by which the rest of a clause may be more than twice as long on one side as on the other
_REMAINDER_WORDS = 12


def settle(a: Profile, b: Profile, hit: Hit) -> Hit:
    """Extend a hit over equal words and over short remainders of clauses that both sides have; its measures stay those of the core."""
    left, right, a_sentences = a.term_list, b.term_list, a.sentence_list
    a_start, a_end, b_start, b_end = hit.a_start, hit.a_end, hit.b_start, hit.b_end
    while a_start and b_start and left[a_start - 1] == right[b_start - 1] and a_sentences[a_start - 1] == a_sentences[a_start]:
        a_start, b_start = a_start - 1, b_start - 1
    while a_end < len(left) and b_end < len(right) and left[a_end] == right[b_end] and a_sentences[a_end] == a_sentences[a_end - 1]:
        a_end, b_end = a_end + 1, b_end + 1
    a_start, a_end, b_start, b_end = _go_on(a, b, a_start, a_end, b_start, b_end)
    budget = REMAINDER * hit.shared
    spare = CONTEXT if min(a_end - a_start, b_end - b_start) < SHORT else 0
    a_start, b_start = _extend(left[a_start] == right[b_start], a_start, b_start, _head(a, a_start, budget, spare), _head(b, b_start, budget, spare))
    a_end, b_end = _extend(left[a_end - 1] == right[b_end - 1], a_end, b_end, _tail(a, a_end, budget, spare), _tail(b, b_end, budget, spare))
    return attrs.evolve(hit, a_start=a_start, a_end=a_end, b_start=b_start, b_end=b_end)


def _go_on(a: Profile, b: Profile, a_start: int, a_end: int, b_start: int, b_end: int) -> tuple[int, int, int, int]:
    """Move borders that lie at the ends of sentences on over whole sentences that are equal on both sides."""
    left, right, a_bounds, b_bounds = a.term_list, b.term_list, a.bound_list, b.bound_list
    one, other = bisect_left(a_bounds, a_end), bisect_left(b_bounds, b_end)
    if a_bounds[one] == a_end and b_bounds[other] == b_end:
        while one + 1 < len(a_bounds) and other + 1 < len(b_bounds):
            if left[a_bounds[one] : a_bounds[one + 1]] != right[b_bounds[other] : b_bounds[other + 1]]:
                break
            one, other = one + 1, other + 1
        a_end, b_end = a_bounds[one], b_bounds[other]
    one, other = bisect_left(a_bounds, a_start), bisect_left(b_bounds, b_start)
    if a_bounds[one] == a_start and b_bounds[other] == b_start:
        while one and other:
            if left[a_bounds[one - 1] : a_bounds[one]] != right[b_bounds[other - 1] : b_bounds[other]]:
                break
            one, other = one - 1, other - 1
        a_start, b_start = a_bounds[one], b_bounds[other]
    return a_start, a_end, b_start, b_end


def _extend(same: bool, a_at: int, b_at: int, a_stop: int | None, b_stop: int | None) -> tuple[int, int]:
    """Move two borders outwards to the ends of their clauses.

    Where the words at the borders correspond, what stands beyond them corresponds too: one side goes on no further than the other.
    """
    a_rest = None if a_stop is None else abs(a_stop - a_at)
    b_rest = None if b_stop is None else abs(b_stop - b_at)
    if not same:
        return (a_at if a_stop is None else a_stop), (b_at if b_stop is None else b_stop)
    if a_rest is None and b_rest is None:
        return a_at, b_at
    least = min(rest for rest in (a_rest, b_rest) if rest is not None)
    most = least * 2 + SPARE if least else 0
    outwards = []
    for at, stop, rest in ((a_at, a_stop, a_rest), (b_at, b_stop, b_rest)):
        if stop is None or rest is None or rest <= most:
            outwards.append(at if stop is None else stop)
        else:
            outwards.append(at + (least if stop > at else -least))
    return outwards[0], outwards[1]


def _head(of: Profile, start: int, budget: float, spare: int) -> int | None:
    """Give the start of the clause; where that is too far, `spare` words before, or None where none are asked for."""
    at, spent = start, 0.0
    while not of.stops_before(at):
        at -= 1
        spent += of.weight_list[at]
        if spent > budget or start - at > _REMAINDER_WORDS:
            return max(start - spare, of.bound_list[of.sentence_list[start]]) if spare else None
    return at


def _tail(of: Profile, end: int, budget: float, spare: int) -> int | None:
    """Give the end of the clause; where that is too far, `spare` words behind, or None where none are asked for."""
    at, spent = end, 0.0
    while not of.stops_before(at):
        spent += of.weight_list[at]
        at += 1
        if spent > budget or at - end > _REMAINDER_WORDS:
            return min(end + spare, of.bound_list[of.sentence_list[end - 1] + 1]) if spare else None
    return at
