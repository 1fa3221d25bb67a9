"""Masks a text: words that carry style stay, everything that carries topic becomes its shape.

Names, numbers and topic words tell where the news happened, not who put it into English. So only words that are spread evenly over the documents of
all corpora keep their form (the vocabulary is chosen in training); any other word is reduced to a class of its ending, a run of capitalised words to one
name, a number to its format. Quotation marks and line breaks are not symbols at all; apostrophes arrive normalised from the text layer, and a dash is a comma.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from provenance.text import Text, Tokens

START = "^"  # before the first symbol of every sentence
NAME, ACRONYM, TITLE, DAY, MONTH = "‹Name›", "‹ACRONYM›", "‹Title›", "‹weekday›", "‹month›"
_QUOTES = frozenset("\"'«»‹›„「」`")
_DAYS = frozenset("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())
_MONTHS = frozenset("January February March April May June July August September October November December".split())
_TITLES = frozenset("Mr Mrs Ms Dr Prof Sir Lady Lord".split())
_ENDINGS = (
    ("ing", "‹-ing›"),
    ("ed", "‹-ed›"),
    ("ly", "‹-ly›"),
    ("tion", "‹-tion›"),
    ("sion", "‹-tion›"),
    ("ment", "‹-ment›"),
    ("ness", "‹-ity›"),
    ("ity", "‹-ity›"),
    ("ance", "‹-ity›"),
    ("ence", "‹-ity›"),
    ("able", "‹-able›"),
    ("ible", "‹-able›"),
    ("ous", "‹-ic›"),
    ("ive", "‹-ic›"),
    ("ful", "‹-ic›"),
    ("al", "‹-ic›"),
    ("ic", "‹-ic›"),
    ("est", "‹-est›"),
    ("er", "‹-er›"),
    ("or", "‹-er›"),
    ("ist", "‹-er›"),
    ("ss", "‹word›"),
    ("s", "‹-s›"),
)
# A dash does what a comma does; which of them, and whether it is a hyphen between spaces, is the house style of an outlet or a habit of its software.
_PUNCTUATION = {",": ",", ".": ".", "?": "?", "!": "!", ":": ":", ";": ";", "–": ",", "-": "-", "(": "(", ")": ")", "…": "…", "%": "%"}
OTHER_MARK = "‹mark›"

CLASSES: tuple[str, ...] = (
    START,
    NAME,
    ACRONYM,
    TITLE,
    DAY,
    MONTH,
    "'s",
    *dict.fromkeys(name for _, name in _ENDINGS),
    *dict.fromkeys(_PUNCTUATION.values()),
    OTHER_MARK,
    "#year",
    "#time",
    "#decimal",
    "#thousands",
    "#1",
    "#12",
    "#123",
)


def mask_ending(word: str) -> str:
    """Give the class of a word's ending.

    >>> mask_ending("negotiations"), mask_ending("quickly"), mask_ending("town")
    ('‹-s›', '‹-ly›', '‹word›')
    """
    if len(word) > 4:
        for ending, name in _ENDINGS:
            if word.endswith(ending):
                return name
    return "‹-s›" if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else "‹word›"


def mask_number(number: str) -> str:
    """Give the format of a number.

    >>> [mask_number(number) for number in ("1997", "9:30", "3.5", "12,000", "7", "45", "300")]
    ['#year', '#time', '#decimal', '#thousands', '#1', '#12', '#123']
    """
    if ":" in number:
        return "#time"
    if "," in number:
        return "#thousands"
    if "." in number:
        return "#decimal"
    if len(number) == 4 and number[:2] in ("18", "19", "20"):
        return "#year"
    return ("#1", "#12", "#123")[min(len(number), 3) - 1]


@cache
def _mask_capitalised(surface: str) -> str:
    if surface in _DAYS:
        return DAY
    if surface in _MONTHS:
        return MONTH
    if surface in _TITLES:
        return TITLE
    return ACRONYM if len(surface) > 1 and surface.isupper() else NAME


def mask(text: Text, vocabulary: Mapping[str, int], *, keep_all: bool = False) -> tuple[list[str], list[int]]:
    """Give the symbols of a text and the token each stands for (-1 for the start of a sentence).

    Args:
        text: A prepared text.
        vocabulary: Words that keep their form, lower-case.
        keep_all: Mask nothing but quotation marks (for counting words and for the ablation; never at run time).

    """
    tokens = text.tokens
    surfaces, norms, kinds = tokens.surfaces, tokens.norms, tokens.kinds
    symbols: list[str] = []
    places: list[int] = []
    for first, last in text.sentences:
        symbols.append(START)
        places.append(-1)
        before = START
        opening = True
        for at in range(first, last):
            kind = kinds[at]
            if kind == "w":
                surface, norm = surfaces[at], norms[at]
                if keep_all:
                    symbol = norm
                elif surface is norm or surface == norm:
                    symbol = norm if norm in vocabulary else mask_ending(norm)
                elif norm in vocabulary and (opening or surface == "I" or norm.startswith("i'")):
                    symbol = norm
                else:
                    symbol = _mask_capitalised(surface)
                    if symbol == before == NAME:
                        opening = False
                        continue
                opening = False
            elif kind == "n":
                symbol = norms[at] if keep_all else mask_number(norms[at])
                opening = False
            elif kind == "s":
                symbol = "'s"
            elif kind == "p":
                surface = surfaces[at]
                if surface in _QUOTES:
                    opening = opening or before in ":,."
                    continue
                symbol = "," if surface == "-" and _stands_apart(tokens, at) else _PUNCTUATION.get(surface, OTHER_MARK)
            else:
                continue
            symbols.append(symbol)
            places.append(at)
            before = symbol
    return symbols, places


def _stands_apart(tokens: Tokens, at: int) -> bool:
    """Tell whether there are spaces on both sides of a token."""
    return 0 < at < len(tokens) - 1 and tokens.ends[at - 1] < tokens.starts[at] and tokens.ends[at] < tokens.starts[at + 1]
