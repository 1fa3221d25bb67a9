"""Who did it to whom: the same deed with doer and victim changed over."""

from __future__ import annotations

from collections.abc import Iterator

from provenance.inference.story.alignment import Pair
from provenance.inference.story.reading import Reading
from provenance.inference.story.sides import Conflict, Side
from provenance.inference.story.tables import load_tables

REACH = 5  # words from the verb to who did it, and to whom
_BE = frozenset("is are was were be been being has have had".split())


def compare_deeds(pair: Pair) -> Iterator[Conflict]:
    """Yield active clauses in which doer and victim of a linked verb stand the other way round."""
    if pair.foreign:
        return
    for verb, there in pair.links.items():
        if pair.a.terms[verb] not in load_tables().deeds or not (_active(pair.a, verb) and _active(pair.b, there)):
            continue
        before, after = _people(pair.a, verb, *pair.a_range)
        for doer in before:
            for victim in after:
                i, j = pair.links.get(doer), pair.links.get(victim)
                if i is not None and j is not None and there - REACH <= j < there < i <= there + REACH:
                    yield Conflict("role", _side(pair.a, doer, verb, victim), _side(pair.b, j, there, i))
                    return


def _active(of: Reading, verb: int) -> bool:
    """Tell whether a verb is in the active voice, as far as the words beside it show."""
    return _BE.isdisjoint(of.plains[max(0, verb - 3) : verb]) and "by" not in of.plains[verb + 1 : verb + 4]


def _people(of: Reading, verb: int, start: int, end: int) -> tuple[list[int], list[int]]:
    """Give the people and names before and behind a verb, the nearest first, within its clause."""
    people = load_tables().people

    def near(places: range) -> list[int]:
        named = (at for at in places if of.plains[at] in people or of.terms[at][0] == "~")
        return [at for at in named if not of.parted(min(at, verb), max(at, verb))]

    return near(range(verb - 1, max(start, verb - REACH) - 1, -1)), near(range(verb + 1, min(end, verb + REACH + 1)))


def _side(of: Reading, doer: int, verb: int, victim: int) -> Side:
    return Side(doer, victim + 1, f"{of.plains[doer]} {of.plains[verb]} {of.plains[victim]}")
