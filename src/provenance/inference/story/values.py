"""Numbers and dates in one notation, whatever their wording: `17` and `seventeen` are the same value, `17` and `71` are not."""

from __future__ import annotations

import re
from collections.abc import Mapping

import attrs

from provenance.inference.story.reading import HEAVY, Reading
from provenance.inference.story.tables import Tables, load_tables
from provenance.matching.terms import number

_YEAR = re.compile(r"(?:1[5-9]|20)\d\d\Z")
_CENTURY = frozenset("century centuries siecle siglo seculo secolo jahrhundert jahrhunderts jahrhunderte".split())
_ROMAN = {
    "v": 5,
    "vi": 6,
    "vii": 7,
    "viii": 8,
    "ix": 9,
    "x": 10,
    "xi": 11,
    "xii": 12,
    "xiii": 13,
    "xiv": 14,
    "xv": 15,
    "xvi": 16,
    "xvii": 17,
    "xviii": 18,
    "xix": 19,
    "xx": 20,
}
_PERCENT = frozenset("percent cent prozent procent".split())
_AND = frozenset("y e et und en".split())
_ORDINAL = frozenset("st nd rd th e o a".split())
_MONTHS = "January February March April May June July August September October November December".split()
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_LONGEST_BOUND = 3
_UNIT_REACH = 3  # words behind a number among which its unit is looked for


@attrs.frozen(kw_only=True)
class Mention:
    """One value as a text gives it.

    Attributes:
        kind: `number`, or for dates `century`, `year`, `month` or `weekday`.
        value: The value; of a month its number, of a weekday 1 for Monday.
        start: First word of the mention.
        end: Behind its last word.
        bound: `at least`, `more than`, … before a number, or an empty string.
        day: Day of the month beside a month, or 0.
        unit: The word that says what is counted, as an index, or -1.
        percent: Whether a number is a percentage.

    """

    kind: str
    value: float
    start: int
    end: int
    bound: str = ""
    day: int = 0
    unit: int = -1
    percent: bool = False

    @property
    def written(self) -> str:
        """The value for a reader."""
        if self.kind == "month":
            return f"{self.day} {_MONTHS[int(self.value) - 1]}" if self.day else _MONTHS[int(self.value) - 1]
        if self.kind == "weekday":
            return _DAYS[int(self.value) - 1]
        if self.kind == "century":
            return f"century {self.value:g}"
        plain = f"{self.value:.0f}" if self.value == int(self.value) else f"{self.value:.10g}"
        return " ".join(part for part in (self.bound if self.bound != "about" else "", plain + ("%" if self.percent else "")) if part)


def find_values(of: Reading) -> list[list[Mention]]:
    """Give the numbers and dates of each sentence, in order."""
    tables = load_tables()
    return [_in_sentence(of, start, end, tables) for start, end in of.ranges]


def _in_sentence(of: Reading, start: int, end: int, tables: Tables) -> list[Mention]:
    found: list[Mention] = []
    at = start
    while at < end:
        mention = _date(of, at, start, end, tables) or _number(of, at, start, end, tables)
        if mention is None:
            at += 1
            continue
        found.append(mention)
        at = mention.end
    return [each for each in found if not _belongs_to_date(of, each, found)]


def _date(of: Reading, at: int, start: int, end: int, tables: Tables) -> Mention | None:
    word = of.plains[at]
    if word in tables.weekdays:
        return Mention(kind="weekday", value=tables.weekdays[word], start=at, end=at + 1)
    month = _month(of, at, start, tables)
    if month:
        before = at - 2 if at > start and of.plains[at - 1] in {"de", "of"} else at - 1
        return Mention(kind="month", value=month, day=_day(of, before, start, end) or _day(of, at + 1, start, end), start=at, end=at + 1)
    return _century(of, at, start, end, tables) or _year(of, at)


def _month(of: Reading, at: int, start: int, tables: Tables) -> int:
    word = of.plains[at]
    value = tables.months.get(word, 0) or tables.spun_months.get(word, 0)
    if not value:
        return 0
    english = of.language == "en"
    if not english and word in tables.numbers.get(of.language, ()):
        return 0  # French `sept`
    if english and not of.text.tokens.surfaces[of.places[at]][0].isupper():
        return 0
    if word in tables.doubtful_months or word in tables.spun_months:
        beside = at > start and (of.plains[at - 1] in tables.before_months or _day(of, at - 1, start, at))
        return value if beside or (at + 1 < len(of.plains) and word not in tables.spun_months and _day(of, at + 1, start, at + 2)) else 0
    return value


def _day(of: Reading, at: int, start: int, end: int) -> int:
    if start <= at < end and of.terms[at][0] == "#" and of.plains[at].isdigit() and 1 <= int(of.plains[at]) <= 31:
        return int(of.plains[at])
    return 0


def _century(of: Reading, at: int, start: int, end: int, tables: Tables) -> Mention | None:
    if of.plains[at] in _CENTURY:
        return None
    value = tables.ordinals.get(of.plains[at]) or _ROMAN.get(of.plains[at]) or _day(of, at, start, end)
    last = at + 1
    while last < end and last <= at + 2 and of.plains[last] in _ORDINAL:
        last += 1
    if value and last < end and of.plains[last] in _CENTURY:
        return Mention(kind="century", value=value, start=at, end=last + 1)
    return None


def _year(of: Reading, at: int) -> Mention | None:
    return Mention(kind="year", value=int(of.plains[at]), start=at, end=at + 1) if _YEAR.match(of.plains[at]) else None


def _number(of: Reading, at: int, start: int, end: int, tables: Tables) -> Mention | None:
    tokens = of.text.tokens
    place = of.places[at]
    if tokens.kinds[place] == "n":
        surface = tokens.surfaces[place]
        if ":" in surface or _glued(of, at):
            return None
        try:
            value = float(number(surface)[1:])
        except ValueError:
            return None
        last = at + 1
        while value < 1000 ** (last - at) and _goes_on(of, last, end):  # `10 000`
            value, last = value * 1000 + int(of.plains[last]), last + 1
    else:
        value, last = _spelled(of, at, end, tables)
        if not value:
            return None
    scale = _scale(of, last, tables) if last < end else 0
    if scale:
        value, last = value * scale, last + 1
    percent = last < end and (of.plains[last] in _PERCENT or (of.plains[last] == "per" and last + 1 < end and of.plains[last + 1] in _PERCENT))
    after = of.places[last - 1] + 1
    percent = percent or (after < len(tokens) and tokens.surfaces[after] == "%")
    if last < end and of.plains[last] in _ORDINAL and after < len(tokens) and tokens.starts[after] == tokens.ends[after - 1]:
        return None  # an ordinal counts nothing
    if (
        (last < end and of.plains[last] == "or")
        or (at > start and of.plains[at - 1] == "or")
        or (after < len(tokens) and tokens.surfaces[after] == "/")
    ):
        return None  # `five or six`, `2/3`: no single value
    if last + 1 < end and of.places[last + 1] == of.places[last] + 2 and tokens.surfaces[of.places[last] + 1] == "/":
        return None  # `2 1/2`
    bound = _bound(of, at, start, tables)
    return Mention(kind="number", value=value, start=at, end=last, bound=bound, unit=_unit(of, last, end), percent=percent)


def _goes_on(of: Reading, at: int, end: int) -> bool:
    """Tell whether three digits follow a number after nothing but a space."""
    if at >= end or len(of.plains[at]) != 3 or not of.plains[at].isdigit() or len(of.plains[at - 1]) > 3 or not of.plains[at - 1].isdigit():
        return False
    tokens, place = of.text.tokens, of.places[at]
    return of.places[at - 1] == place - 1 and tokens.starts[place] == tokens.ends[place - 1] + 1


def _scale(of: Reading, at: int, tables: Tables) -> int:
    word = of.plains[at]
    if of.language == "en":
        return tables.scales.get(word, 0)
    return next((scale for beginning, scale in tables.scale_beginnings.items() if word.startswith(beginning)), 0) or tables.scales.get(word, 0)


def _glued(of: Reading, at: int) -> bool:
    """Tell whether a number is part of a name such as `F-16` or `kg.24`."""
    tokens, place = of.text.tokens, of.places[at]
    return (
        place > 1
        and tokens.surfaces[place - 1] in "-./"
        and tokens.starts[place] == tokens.ends[place - 1]
        and tokens.ends[place - 2] == tokens.starts[place - 1]
    )


def _spelled(of: Reading, at: int, end: int, tables: Tables) -> tuple[float, int]:
    """Read a number in words, as far as it goes: `four`, `sixty-two`, `quatre-vingt-deux`, `two hundred and six`."""
    words = tables.numbers.get(of.language) or tables.numbers["en"]
    value, last = _below_hundred(of, at, end, words)
    if value and last < end and of.plains[last] in {"hundred", "cents", "cent"}:
        value, last = value * 100, last + 1
        skip = last + (last < end and of.plains[last] == "and")
        rest, behind = _below_hundred(of, skip, end, words)
        if rest:
            value, last = value + rest, behind
    return value, last


def _below_hundred(of: Reading, at: int, end: int, words: Mapping[str, int]) -> tuple[float, int]:
    value = float(words.get(of.plains[at], 0)) if at < end else 0.0
    last = at + 1
    while value and last < end and value < 100:
        following = of.plains[last]
        if following in {"vingt", "vingts"} and value == 4:
            value, last = 80.0, last + 1
        elif value >= 20 and value % 10 == 0 and words.get(following, 100) < (20 if of.language == "fr" else 10) and not of.parted(last - 1, last):
            value, last = value + words[following], last + 1
        elif value >= 20 and following in _AND and last + 1 < end and words.get(of.plains[last + 1], 100) < 10:
            value, last = value + words[of.plains[last + 1]], last + 2
        elif of.language == "en" and following == "one" and value >= 20 and _hyphen(of, last - 1):
            value, last = value + 1, last + 1
        else:
            break
    return value, last


def _hyphen(of: Reading, at: int) -> bool:
    return of.text.tokens.surfaces[of.places[at] + 1] == "-"


def _bound(of: Reading, at: int, start: int, tables: Tables) -> str:
    for length in range(_LONGEST_BOUND, 0, -1):
        if at - length >= start:
            bound = tables.bounds.get(tuple(of.plains[at - length : at]))
            if bound is not None:
                return bound
    return ""


def _unit(of: Reading, at: int, end: int) -> int:
    for word in range(at, min(end, at + _UNIT_REACH)):
        if of.parted(word - 1, word):
            return -1
        if of.weights[word] >= HEAVY and of.terms[word][0] != "#":
            return word
    return -1


def _belongs_to_date(of: Reading, mention: Mention, others: list[Mention]) -> bool:
    """Tell whether a number is the day of a month, the hour, or the day in `Sunday (2)`."""
    if mention.kind != "number":
        return False
    for other in others:
        if other.kind == "month" and other.day == mention.value and -3 <= mention.start - other.end <= 1:
            return True
        if other.kind == "weekday" and mention.start == other.end and of.parted(other.end - 1, mention.start):
            return True
    following = of.plains[mention.end] if mention.end < len(of.plains) else ""
    return following in {"am", "pm", "a.m", "p.m", "gmt", "utc", "o'clock"} or (
        of.plains[mention.start - 1 : mention.start] == ["at"] and following in {"a", "p"}
    )
