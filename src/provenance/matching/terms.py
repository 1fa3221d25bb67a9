"""One term for one idea: words, numbers and names folded so that rewordings, spellings and romanisations meet.

A rewriter changes endings, a translator spells a name by the rules of another language, an editor writes a number as a word.
Folding removes what is cheap to remove; what is left over (synonyms, misspellings, near numbers) is weighed by `provenance.matching.likeness`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container
from functools import lru_cache

_NUMBER_WORDS = {
    "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9", "ten": "10", "eleven": "11",
    "twelve": "12", "thirteen": "13", "fourteen": "14", "fifteen": "15", "sixteen": "16", "seventeen": "17", "eighteen": "18", "nineteen": "19",
    "twenty": "20", "thirty": "30", "forty": "40", "fifty": "50", "sixty": "60", "seventy": "70", "eighty": "80", "ninety": "90",
    "hundred": "100", "thousand": "1000", "both": "2", "twice": "2", "double": "2", "dozen": "12", "half": "0.5",
}  # fmt: skip
_THOUSANDS_COMMA = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?\Z")
_THOUSANDS_POINT = re.compile(r"\d{1,3}(?:\.\d{3})+\Z")
_DECIMAL_COMMA = re.compile(r"\d+,\d+\Z")

# Romanisations differ in vowels, in y/i/j, in h after a consonant and in how they write sibilants, k and v.
_CONSONANTS = str.maketrans({"q": "k", "c": "k", "x": "s", "z": "s", "j": "s", "w": "v", **dict.fromkeys("aeiouyh")})
_SIBILANTS = re.compile("tsch|sch|tch|shch|zh|sh|ts|tz|dzh|dj|dsch")
_REPEATED = re.compile(r"(.)\1+")
_SHORTEST_SKELETON = 3  # with fewer consonants too many names fall together


def plain(word: str) -> str:
    """Strip accents from a lower-case word and give its letters only.

    >>> plain("nazarbaïev")
    'nazarbaiev'
    """
    if word.isascii():
        return word
    decomposed = unicodedata.normalize("NFKD", word)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter)).replace("ß", "ss").replace("ø", "o").replace("ł", "l")


@lru_cache(1 << 16)
def stem(word: str) -> str:
    """Cut the commonest English endings off a plain lower-case word; not linguistics, only a key.

    >>> stem("negotiations") == stem("negotiation"), stem("destroyed") == stem("destroys"), stem("organised") == stem("organization")
    (True, True, False)
    """
    size = len(word)
    if size < 4:
        return word
    if word.endswith("ies") and size > 4:
        word = word[:-3] + "y"
    elif word.endswith(("sses", "xes", "ches", "shes")):
        word = word[:-2]
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    for ending, shortest in (("ing", 6), ("ed", 5), ("ly", 6), ("ion", 7)):
        if word.endswith(ending) and len(word) >= shortest:
            word = word[: -len(ending)]
            if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "lsz":
                word = word[:-1]
            break
    if word.endswith("i") and len(word) > 3:
        word = word[:-1] + "y"
    if word.endswith("e") and len(word) > 3:
        word = word[:-1]
    if len(word) > 5 and word.endswith("is"):
        word = word[:-1] + "z"
    if len(word) > 4 and word.endswith("our"):
        word = word[:-2] + "r"
    return word


def skeleton(word: str) -> str | None:
    """Give the consonants of a plain lower-case name, one form for all romanisations; None where too little is left.

    >>> skeleton("nazarbayev") == skeleton("nazarbaiev"), skeleton("qasym") == skeleton("kassim"), skeleton("mary")
    (True, True, None)
    """
    bare = _SIBILANTS.sub("s", word.replace("ph", "f"))
    consonants = _REPEATED.sub(r"\1", bare.translate(_CONSONANTS))
    if bare[:1] in ("a", "e", "i", "o", "u"):
        consonants = "a" + consonants
    return "~" + consonants if len(consonants) >= _SHORTEST_SKELETON else None


def number(surface: str) -> str:
    """Give a number token as `#` and its value in one notation.

    >>> number("3,811"), number("15.000"), number("2,5"), number("007")
    ('#3811', '#15000', '#2.5', '#7')
    """
    if _THOUSANDS_COMMA.match(surface):
        surface = surface.replace(",", "")
    elif _THOUSANDS_POINT.match(surface):
        surface = surface.replace(".", "")
    elif _DECIMAL_COMMA.match(surface):
        surface = surface.replace(",", ".")
    return "#" + (surface.lstrip("0") or "0")


def fold(surface: str, kind: str, common: Container[str]) -> str:
    """Give the term of a token.

    Args:
        surface: The token as written in the normal form.
        kind: Its kind, as in `provenance.text.Tokens`.
        common: Stems that English writes in lower case; a capitalised word outside them is taken for a name.

    >>> fold("Tokaïev", "w", {"kill"}), fold("Killed", "w", {"kill"}), fold("eighteen", "w", ())
    ('~tkv', 'kill', '#18')

    """
    if kind == "n":
        return number(surface)
    lowered = surface.lower()
    if lowered in _NUMBER_WORDS:
        return "#" + _NUMBER_WORDS[lowered]
    word = plain(lowered)
    key = stem(word)
    if surface[0].isupper() and key not in common and word not in common:
        return skeleton(word) or key
    return key
