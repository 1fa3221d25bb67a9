"""Numbers and days of the year, whatever the grouping marks, scale words and month names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from provenance.names.fold import fold

# Each pattern begins with what is rare, so that the search runs fast over letters; what must not stand before it comes after.
_NUMBER = re.compile(r"(\d(?<![A-Za-z_\d.,]\d)(?:\d{0,2}(?:[.,\u00a0\u202f' ]\d{3})+(?!\d)|\d*(?:[.,]\d+)?))(?!\d)")
_SCALE = re.compile(
    r"[\s\u00a0]*(thousands?|millions?|mio\.?|mrd\.?|billions?|trillions?|tausend|millionen|milliarden?|mille|milliards?|тыс\w*|млн|миллион\w*|млрд|миллиард\w*|tisíc\w*|milion\w*|miliard\w*|万|萬|億|亿|兆)",
    re.IGNORECASE,
)
_FACTORS = (
    ("thousand", 3), ("tausend", 3), ("mille", 3), ("тыс", 3), ("tisíc", 3), ("milliard", 9), ("miliard", 9), ("миллиард", 9), ("млрд", 9), ("mrd", 9),
    ("million", 6), ("milion", 6), ("mio", 6), ("миллион", 6), ("млн", 6), ("billion", 9), ("trillion", 12), ("万", 4), ("萬", 4), ("億", 8), ("亿", 8), ("兆", 12),
)  # fmt: skip
_FAR_DATE = re.compile(r"(\d(?<!\d\d)\d?)\s?月\s?(\d{1,2})\s?[日号]")
_DAY_MONTH = re.compile(r"(\d(?<![\d.,]\d)\d?)(?:\.|er|st|nd|rd|th|º)?\s+(?:de\s+|of\s+)?([^\W\d_]{3,12})")
_DAY = re.compile(r"(\d(?<=\s\d)\d?)(?:st|nd|rd|th)?\b")
_MONTH = re.compile(r"[^\W\d_]+(?=\.?\s+\Z)")
_FARTHEST = 24  # characters before a day in which its month is looked for
_WIDE = str.maketrans("０１２３４５６７８９，．", "0123456789,.")
_SMALLEST = 13  # numbers up to twelve are written as words, and stand in every text


def number_keys(text: str, months: Mapping[str, int]) -> Iterator[str]:
    """Yield `n:` keys of numbers from 13 (round tens left out) and `d:MM-DD` keys of dates.

    >>> sorted(number_keys("1,5 Millionen Euro bis 24. Februar", {"februar": 2}))
    ['d:02-24', 'n:1500000', 'n:24']
    """
    plain = text.translate(_WIDE)
    for match in _NUMBER.finditer(plain):
        value = _value(match.group(1))
        scale = _SCALE.match(plain, match.end())
        if scale:
            value *= 10 ** _factor(scale.group(1).lower())
        if value >= _SMALLEST and not (value <= 100 and value % 10 == 0):
            yield f"n:{value:.10g}" if value < 1e10 else f"n:{round(value)}"
        elif value != int(value):
            yield f"n:{value:g}"
    for match in _FAR_DATE.finditer(plain):
        yield from _day(int(match.group(1)), int(match.group(2)))
    for match in _DAY_MONTH.finditer(plain):
        yield from _day(months.get(fold(match.group(2)), 0), int(match.group(1)))
    for match in _DAY.finditer(plain):
        month = _MONTH.search(plain, max(0, match.start() - _FARTHEST), match.start())
        if month:
            yield from _day(months.get(fold(month.group()), 0), int(match.group(1)))


def _value(digits: str) -> float:
    """Read a number: a mark before three last digits groups, one before another count divides."""
    groups = re.split(r"[.,\u00a0\u202f' ]", digits)
    if len(groups) > 1 and all(len(group) == 3 for group in groups[1:]):
        return float("".join(groups))
    return float(digits.replace(",", "."))


def _factor(word: str) -> int:
    return next((power for beginning, power in _FACTORS if word.startswith(beginning)), 0)


def _day(month: int, day: int) -> Iterator[str]:
    if 1 <= month <= 12 and 1 <= day <= 31:
        yield f"d:{month:02}-{day:02}"
