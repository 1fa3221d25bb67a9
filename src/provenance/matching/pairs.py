"""Shared passages of two texts: windows around candidate sentences are aligned, and hits that belong together are merged."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

import attrs

from provenance.matching.align import Hit, Link, align, link_words, measure
from provenance.matching.borders import settle
from provenance.matching.lexicon import Lexicon
from provenance.matching.profile import Profile

WINDOW_LIMIT = 160  # words on each side
SEED_GAP = 2  # sentences between candidates that are aligned together
MERGE_GAP = 8  # words between hits that belong together
MEASURE_LIMIT = 600  # words; a longer joined hit keeps the measures of a part of it
LEAST_SHARED = 5.0  # nats
LEAST_ALONE = 6.0  # nats, times the covered share, for a pair of sentences without others nearby
_REPEATS = 3  # hits within one window


def find_hits(
    a: Profile, b: Profile, seeds: Sequence[tuple[int, int]], lexicon: Lexicon, promising: Callable[[Profile, Profile, Hit], bool] | None = None
) -> list[Hit]:
    """Give the merged hits around candidate pairs of sentences; nothing is dropped for weakness yet.

    Args:
        a: One text.
        b: The other.
        seeds: Pairs of sentences, sorted.
        lexicon: Numbers of the terms.
        promising: Tells of what a lonely pair of sentences shares whether its neighbourhood is worth a look; every one is if None.

    """
    hits: set[Hit] = set()
    for box in _boxes(a, b, seeds):
        if promising is not None and box[4] == 1 and not _holds(a, b, box, lexicon, promising):
            continue
        a_start, a_end = _window(a, box[0], box[1])
        b_start, b_end = _window(b, box[2], box[3])
        links = link_words(a, a_start, a_end, b, b_start, b_end, lexicon)
        for _ in range(_REPEATS):
            found = align(links, a, b)
            if found is None:
                break
            shared, cover_a, cover_b = measure(links, a, b, found)
            if shared < LEAST_SHARED:
                break
            hits.add(Hit(*found, shared, cover_a, cover_b))
            links = _outside(links, found)
    return [settle(a, b, hit) for hit in _merge(hits, a, b, lexicon)]


def _outside(links: Sequence[Link], found: tuple[int, int, int, int]) -> list[Link]:
    a_start, a_end, b_start, b_end = found
    return [link for link in links if not (a_start <= link[0] < a_end and b_start <= link[1] < b_end)]


def _holds(a: Profile, b: Profile, box: Sequence[int], lexicon: Lexicon, promising: Callable[[Profile, Profile, Hit], bool]) -> bool:
    """Tell whether the candidate sentences alone share enough to look at what stands around them."""
    a_start, a_end = _cap(a.bound_list[box[0]], a.bound_list[box[1] + 1])
    b_start, b_end = _cap(b.bound_list[box[2]], b.bound_list[box[3] + 1])
    links = link_words(a, a_start, a_end, b, b_start, b_end, lexicon)
    found = align(links, a, b)
    if found is None:
        return False
    shared, cover_a, cover_b = measure(links, a, b, found)
    return shared * math.sqrt(cover_a * cover_b) >= LEAST_ALONE and promising(a, b, Hit(*found, shared, cover_a, cover_b))


def _cap(start: int, end: int) -> tuple[int, int]:
    return start, min(end, start + WINDOW_LIMIT)


def _boxes(a: Profile, b: Profile, seeds: Sequence[tuple[int, int]]) -> list[list[int]]:
    """Put neighbouring candidates into one box of sentences, while it is small: first and last sentence of each text, number of candidates."""
    boxes: list[list[int]] = []
    for one, other in seeds:
        for box in reversed(boxes):
            if one - box[1] > SEED_GAP:
                continue
            if box[2] - SEED_GAP <= other <= box[3] + SEED_GAP:
                grown = [min(box[0], one), max(box[1], one), min(box[2], other), max(box[3], other), box[4] + 1]
                if _size(a, grown[0], grown[1]) <= WINDOW_LIMIT and _size(b, grown[2], grown[3]) <= WINDOW_LIMIT:
                    box[:] = grown
                    break
        else:
            boxes.append([one, one, other, other, 1])
    return boxes


def _size(of: Profile, first: int, last: int) -> int:
    return of.bound_list[last + 1] - of.bound_list[first]


def _window(of: Profile, first: int, last: int) -> tuple[int, int]:
    """Give the words of a box and of a sentence more on each side."""
    bounds = of.bound_list
    own_start, own_end = bounds[first], bounds[last + 1]
    start, end = bounds[max(0, first - 1)], bounds[min(len(bounds) - 1, last + 2)]
    if end - start > WINDOW_LIMIT:
        spare = max(0, WINDOW_LIMIT - (own_end - own_start)) // 2
        start, end = max(start, own_start - spare), min(end, own_end + spare, own_start + WINDOW_LIMIT)
    return start, end


def _merge(hits: set[Hit], a: Profile, b: Profile, lexicon: Lexicon) -> list[Hit]:
    """Join hits that overlap or nearly touch on both sides, and measure the joined ones again."""
    joined: list[Hit] = []
    for hit in sorted(hits, key=lambda each: (each.a_start, each.a_end, each.b_start, each.b_end)):
        joined.append(hit)
        at = len(joined) - 2
        while at >= 0:
            if _near(joined[at], joined[-1]):
                joined[-1] = _union(joined.pop(at), joined[-1])
                at = len(joined) - 2
            else:
                at -= 1
    return [hit if hit in hits else _measured(hit, a, b, lexicon) for hit in joined]


def _measured(hit: Hit, a: Profile, b: Profile, lexicon: Lexicon) -> Hit:
    if max(hit.a_end - hit.a_start, hit.b_end - hit.b_start) > MEASURE_LIMIT:
        return hit
    links = link_words(a, hit.a_start, hit.a_end, b, hit.b_start, hit.b_end, lexicon)
    shared, cover_a, cover_b = measure(links, a, b, (hit.a_start, hit.a_end, hit.b_start, hit.b_end))
    return attrs.evolve(hit, shared=shared, cover_a=cover_a, cover_b=cover_b)


def _near(one: Hit, other: Hit) -> bool:
    return (
        max(one.a_start, other.a_start) - min(one.a_end, other.a_end) <= MERGE_GAP
        and max(one.b_start, other.b_start) - min(one.b_end, other.b_end) <= MERGE_GAP
    )


def _union(one: Hit, other: Hit) -> Hit:
    return attrs.evolve(
        one if one.shared >= other.shared else other,
        a_start=min(one.a_start, other.a_start),
        a_end=max(one.a_end, other.a_end),
        b_start=min(one.b_start, other.b_start),
        b_end=max(one.b_end, other.b_end),
    )
