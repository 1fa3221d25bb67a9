"""Cuts names into the syllables by which some presses respell them."""

from __future__ import annotations

import re
import unicodedata

_FINALS = "iang|iong|uang|uai|uan|ian|iao|ang|eng|ing|ong|uei|uen|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|un|uo|üan|üe|ün|a|e|i|o|u|ü"
_PINYIN = re.compile(rf"(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:{_FINALS})(?![aeiouü])|(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:{_FINALS})")
_LARGEST_FAMILY_NAME = 1  # syllables; two-syllable Korean family names are rare and are written apart


def divide(word: str, kind: str) -> list[str]:
    """Cut a lower-case word into syllables.

    Args:
        word: In pinyin without tone marks, or in Hangul.
        kind: "pinyin" or "hangul".

    >>> divide("jinping", "pinyin"), divide("xian", "pinyin"), divide("enlai", "pinyin")
    (['jin', 'ping'], ['xian'], ['en', 'lai'])
    """
    if kind == "hangul":
        return [unicodedata.normalize("NFD", syllable) for syllable in word if syllable.isalpha()]
    found, at = [], 0
    while at < len(word):
        match = _longest(word, at)
        found.append(word[at:match])
        at = match
    return found


def _longest(word: str, at: int) -> int:
    """Give the end of the longest syllable at a place after which the rest can still begin a syllable."""
    ends = [end for end in range(min(len(word), at + 6), at, -1) if is_syllable(word[at:end])]
    for end in ends:
        if end == len(word) or _begins(word, end):
            return end
    return ends[0] if ends else at + 1


def is_syllable(part: str) -> bool:
    """Tell whether letters are one syllable of pinyin."""
    match = _PINYIN.fullmatch(part)
    return match is not None


def _begins(word: str, at: int) -> bool:
    # A syllable inside a word begins with a consonant, else an apostrophe stands before it.
    return word[at] not in "aeiouü" and any(is_syllable(word[at:end]) for end in range(at + 1, min(len(word), at + 6) + 1))


def part_surname(name: str) -> str:
    """Put a space behind the family name of a Korean name in Hangul.

    >>> part_surname("김정은")
    '김 정은'
    """
    return name if " " in name or len(name) < 3 else f"{name[:_LARGEST_FAMILY_NAME]} {name[_LARGEST_FAMILY_NAME:]}"
