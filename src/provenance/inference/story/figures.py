"""Numbers and dates that differ between two versions of a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from provenance.inference.story.alignment import Pair, same_unit, support
from provenance.inference.story.reading import Reading
from provenance.inference.story.sides import Conflict, Side
from provenance.inference.story.tables import load_tables
from provenance.inference.story.values import Mention

WITH_UNIT = 3.0  # nats of linked words around two numbers that count the same thing
WITHOUT_UNIT = 9.0  # … and around two whose units are not linked
FOREIGN_SUPPORT = 5.0
DATE_SUPPORT = 4.0
SAME_SENTENCE = 0.8  # likeness from which a unit may have been replaced by another word for it
ALONE, FOREIGN_ALONE = 0.5, 0.3  # likeness of two sentences whose only dates are taken to be of the same thing
ROUNDING = 0.1  # how far a rounded number may lie from the exact one
_STRICT = {"at least": 1, "more than": 2, "fewer than": 3}


def compare_numbers(pair: Pair) -> Iterator[Conflict]:
    """Yield numbers that count the same thing and are not the same."""
    left, right = _numbers(pair.a, pair.one), _numbers(pair.b, pair.other)
    left_open, right_open = [], list(right)
    for one in left:
        twin = next(
            (other for other in right_open if other.value == one.value and (same_unit(pair, one.unit, other.unit) or one.unit < 0 or other.unit < 0)),
            None,
        )
        twin = twin or next((other for other in right_open if other.value == one.value), None)
        if twin is None:
            left_open.append(one)
            continue
        right_open.remove(twin)
        if same_unit(pair, one.unit, twin.unit) and {one.bound, twin.bound} <= _STRICT.keys() and one.bound != twin.bound:
            yield _conflict(pair, one, twin)
    a_values, b_values = _all_values(pair.a), _all_values(pair.b)
    scored = []
    for one in left_open:
        for other in right_open:
            if (one.value in b_values and not _shifted(one, other)) or (other.value in a_values and not _shifted(one, other)) or _agree(one, other):
                continue
            score = support(pair, (one.start, one.end), (other.start, other.end))
            unit = same_unit(pair, one.unit, other.unit) or (one.percent and other.percent)
            if _converted(pair, one, other):
                continue
            if not unit and not pair.foreign and one.unit >= 0 and other.unit >= 0 and pair.likeness < SAME_SENTENCE:
                continue  # other units, other numbers: miles and kilometres
            least = FOREIGN_SUPPORT if pair.foreign else WITH_UNIT
            if one.percent == other.percent and score >= (least if unit else WITHOUT_UNIT):
                scored.append((score + (10 if unit else 0), one, other))
    yield from _settle(pair, scored)


def compare_dates(pair: Pair) -> Iterator[Conflict]:
    """Yield dates of the same thing that are not the same: days, months, years, centuries."""
    left, right = _dates(pair.a, pair.one), _dates(pair.b, pair.other)
    a_values, b_values = _all_dates(pair.a), _all_dates(pair.b)
    scored = []
    for one in left:
        for other in right:
            if one.kind != other.kind or (one.value == other.value and not (one.day and other.day and one.day != other.day)):
                continue
            if any(_same_date(one, each) for each in right) or any(_same_date(other, each) for each in left):
                continue
            if one.value != other.value and ((one.kind, one.value) in b_values or (other.kind, other.value) in a_values) and pair.likeness < 0.5:
                continue
            if (
                one.kind == "weekday"
                and (one.value - other.value) % 7 in (1, 6)
                and "night" in (*pair.a.plains[slice(*pair.a_range)], *pair.b.plains[slice(*pair.b_range)])
            ):
                continue  # the night to Sunday is Saturday night
            score = support(pair, (one.start, one.end), (other.start, other.end), 6)
            if score >= DATE_SUPPORT or (pair.likeness >= (FOREIGN_ALONE if pair.foreign else ALONE) and len(left) == len(right) == 1):
                scored.append((score, one, other))
    for conflict in _settle(pair, scored):
        yield Conflict("date", conflict.a, conflict.b)


def _same_date(one: Mention, other: Mention) -> bool:
    return one.kind == other.kind and one.value == other.value and not (one.day and other.day and one.day != other.day)


def _numbers(of: Reading, sentence: int) -> list[Mention]:
    return [mention for mention in of.values[sentence] if mention.kind == "number"]


def _dates(of: Reading, sentence: int) -> list[Mention]:
    return [mention for mention in of.values[sentence] if mention.kind != "number"]


def _all_values(of: Reading) -> set[float]:
    return {mention.value for sentence in of.values for mention in sentence if mention.kind == "number"}


def _all_dates(of: Reading) -> set[tuple[str, float]]:
    return {(mention.kind, mention.value) for sentence in of.values for mention in sentence if mention.kind != "number"}


def _agree(one: Mention, other: Mention) -> bool:
    """Tell whether one may be the other rounded: `more than 400` and 412, `about 3,800` and 3,811."""
    low, high = sorted((one, other), key=lambda each: each.value)
    if low.value == high.value:
        return True
    near = high.value - low.value <= ROUNDING * high.value
    if low.bound in {"more than", "at least"} and not (high.bound in _STRICT and high.bound != low.bound):
        return near and high.bound != low.bound
    if high.bound in {"fewer than", "at most"} and not low.bound:
        return near
    if "about" in (low.bound, high.bound):
        return near
    digits = [re.sub(r"0+$", "", f"{each.value:.0f}") for each in (low, high)]
    return near and high.value >= 100 and len(digits[0]) != len(digits[1]) and min(map(len, digits)) <= 2


def _converted(pair: Pair, one: Mention, other: Mention) -> bool:
    """Tell whether two numbers are in measures between which translators convert, such as miles and kilometres."""
    measures = load_tables().measures
    names = [measures.get(reading.plains[each.unit], "") if each.unit >= 0 else "" for reading, each in ((pair.a, one), (pair.b, other))]
    return bool(names[0] and names[1]) and names[0] != names[1]


def _shifted(one: Mention, other: Mention) -> bool:
    """Tell whether the digits of two numbers are a slip apart: transposed, dropped or doubled."""
    left, right = f"{one.value:.10g}", f"{other.value:.10g}"
    return len(left) > 1 and len(right) > 1 and (sorted(left) == sorted(right) or left.rstrip("0") == right.rstrip("0"))


def _settle(pair: Pair, scored: Sequence[tuple[float, Mention, Mention]]) -> Iterator[Conflict]:
    """Let each value contradict one other at most, the best placed first."""
    taken: set[tuple[str, int]] = set()
    for _, one, other in sorted(scored, key=lambda item: (-item[0], item[1].start, item[2].start)):
        keys = {("a", one.start), ("b", other.start)}
        if not keys & taken:
            taken |= keys
            yield _conflict(pair, one, other)


def _conflict(pair: Pair, one: Mention, other: Mention) -> Conflict:
    return Conflict("number", Side(*_extent(one), _value(pair.a, one)), Side(*_extent(other), _value(pair.b, other)))


def _extent(mention: Mention) -> tuple[int, int]:
    """Give the mention with the unit right behind it."""
    return mention.start, mention.end + (mention.kind == "number" and mention.unit == mention.end)


def _value(of: Reading, mention: Mention) -> str:
    return f"{mention.written} {of.plains[mention.unit]}" if mention.unit >= 0 and not mention.percent else mention.written
