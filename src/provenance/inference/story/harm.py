"""Who suffered what: `killed` in one version and `injured` in the other, `activists` in one and `criminals` in the other."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

import attrs

from provenance.inference.story.alignment import Pair, support
from provenance.inference.story.reading import Reading
from provenance.inference.story.sides import Conflict, Side
from provenance.inference.story.tables import Phrase, load_tables
from provenance.inference.story.values import Mention

REACH = 9  # words behind a number among which is said what happened to those counted
REACH_BEFORE = 3
PEOPLE_REACH = 4
LEAST_SUPPORT = 5.0  # nats of linked words around two predicates without a number
LEAST_LIKENESS = 0.4  # of two sentences whose predicates are compared without a number


@attrs.frozen
class _Predicate:
    name: str
    start: int
    end: int


def compare_harm(pair: Pair) -> Iterator[Conflict]:
    """Yield what happened to the same people in different words that exclude each other, then who the same people were."""
    left, right = _predicates(pair.a, *pair.a_range), _predicates(pair.b, *pair.b_range)
    counted = _counted(pair)
    told = False
    for one, other in counted:
        first, second = _nearest(pair.a, one, left), _nearest(pair.b, other, right)
        if first and second and first.name != second.name:
            told = True
            yield Conflict("role", _role(first, one), _role(second, other))
        elif first and second and not pair.foreign:
            yield from _compare_people(pair, one, other)
    if told or not left or not right:
        return
    names, others = {each.name for each in left}, {each.name for each in right}
    if {*names, *others} == {"killed", "injured"} and len(names) == len(others) == 1 and pair.likeness >= LEAST_LIKENESS:
        first, second = left[0], right[0]
        if support(pair, (first.start, first.end), (second.start, second.end), 6) >= LEAST_SUPPORT:
            yield Conflict("role", _role(first), _role(second))


def _counted(pair: Pair) -> list[tuple[Mention, Mention]]:
    """Give the numbers that both sentences hold once."""
    left = [mention for mention in pair.a.values[pair.one] if mention.kind == "number" and not mention.percent]
    right = [mention for mention in pair.b.values[pair.other] if mention.kind == "number" and not mention.percent]
    pairs = []
    for one in left:
        twins = [other for other in right if other.value == one.value]
        if len(twins) == 1 and sum(each.value == one.value for each in left) == 1:
            pairs.append((one, twins[0]))
    return pairs


def _predicates(of: Reading, start: int, end: int) -> list[_Predicate]:
    found = []
    reach = start
    for at in range(start, end):
        if at < reach:
            continue  # `fatally injured` is not `injured`
        word = of.plains[at]
        name, size = _name(word), 1
        for phrase, phrase_name in _phrases().get(word, ()):
            if tuple(of.plains[at : at + len(phrase)]) == phrase:
                name, size = phrase_name, len(phrase)
        if name is not None:
            found.append(_Predicate(name, at, at + size))
            reach = at + size
    return found


@lru_cache(maxsize=1 << 15)
def _name(word: str) -> str | None:
    return next((name for name, harm in load_tables().harm.items() if harm.holds(word)), None)


@cache
def _phrases() -> dict[str, list[tuple[Phrase, str]]]:
    phrases: dict[str, list[tuple[Phrase, str]]] = {}
    for name, harm in load_tables().harm.items():
        for phrase in harm.phrases:
            phrases.setdefault(phrase[0], []).append((phrase, name))
    return phrases


def _nearest(of: Reading, mention: Mention, predicates: list[_Predicate]) -> _Predicate | None:
    """Give the predicate that belongs to a number: the next one behind it, with no other number of people between, or the one right before it."""
    others = [each.start for each in of.values[of.sentences[mention.start]] if each.kind == "number" and each.start != mention.start]
    before = [
        each
        for each in predicates
        if 0 <= mention.start - each.end <= REACH_BEFORE and not any(each.end <= other < mention.start for other in others)
    ]
    behind = [each for each in predicates if 0 <= each.start - mention.end <= REACH]
    if behind and not any(mention.end <= other < behind[0].start for other in others):
        # "killing 18 and injuring 30": what follows an `and` belongs to the next number
        joined = before and any(of.plains[word] in {"and", "while", "y", "et", "und", "e"} for word in range(mention.end, behind[0].start))
        if not joined:
            return behind[0]
    return before[-1] if before else None


def _role(predicate: _Predicate, mention: Mention | None = None) -> Side:
    if mention is None:
        return Side(predicate.start, predicate.end, predicate.name)
    start, end = min(mention.start, predicate.start), max(mention.end, predicate.end)
    return Side(start, end, f"{mention.written} {predicate.name}")


def _compare_people(pair: Pair, one: Mention, other: Mention) -> Iterator[Conflict]:
    first, second = _people(pair.a, one), _people(pair.b, other)
    if first and second and first[1] != second[1]:
        yield Conflict(
            "role",
            Side(one.start, first[0] + 1, f"{one.written} {pair.a.plains[first[0]]}"),
            Side(other.start, second[0] + 1, f"{other.written} {pair.b.plains[second[0]]}"),
        )


def _people(of: Reading, mention: Mention) -> tuple[int, str] | None:
    people = load_tables().people
    for at in range(mention.end, min(mention.end + PEOPLE_REACH, of.bounds[of.sentences[mention.start] + 1])):
        if of.plains[at] in people:
            return at, people[of.plains[at]]
    return None
