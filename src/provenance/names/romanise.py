"""Writes a name of another script the way the press of a language writes it."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from provenance.names.accents import write_stress
from provenance.names.exceptions import load_exceptions
from provenance.names.syllables import divide, part_surname
from provenance.names.systems import CYRILLIC, STRESS, System, load_system, presses

_MOST = 12  # spellings that one word may have in one system
_GEORGIAN = frozenset(map(chr, range(0x10D0, 0x1100)))
_WORD = re.compile(r"(?:[^\W\d_][\u0300-\u036f]*|['’](?=\w))+")


def romanise(name: str, language: str, press: str) -> str:
    """Give the usual spelling of a name in the press of a language.

    Exceptions (people whom a press spells against its own rules) come first, then the rules.

    Args:
        name: In its own script, given name first; stress may be marked with U+0301. Chinese names in pinyin, Japanese in Hepburn, Arabic and Persian
            in vocalised transliteration (DIN 31635), because their script does not show the vowels.
        language: Of the name, such as "ru".
        press: Language of the press, such as "fr".

    Raises:
        UnknownSystemError: there is no table for this pair.

    >>> romanise("Владимир Путин", "ru", "fr"), romanise("Путин", "ru", "nl"), romanise("Xi Jinping", "zh", "cs")
    ('Vladimir Poutine', 'Poetin', 'Si Ťin-pching')
    """
    return spellings(name, language, press)[0]


def spellings(name: str, language: str, press: str) -> tuple[str, ...]:
    """Give every spelling that the press of a language uses for a name, the usual one first.

    >>> spellings("Жириновский", "ru", "de")
    ('Schirinowski', 'Shirinowski')
    """
    plain = unicodedata.normalize("NFC", name)
    known = load_exceptions().get(plain.replace(STRESS, ""), {}).get(press, ())
    if known and press not in presses(language):
        return known
    system = load_system(language, press)
    if system.options.get("order") == "surname_last":
        plain = part_surname(plain)
    return tuple(dict.fromkeys((*known, *_by_rule(plain, system))))


@cache
def _by_rule(name: str, system: System) -> tuple[str, ...]:
    via = system.options.get("via")
    if via:
        through = _by_rule(name, load_system(system.language, CYRILLIC))[0]
        return spellings(through, via, system.press)
    words = name.split()
    options = [_compound_spellings(word, system, last=at == len(words) - 1) for at, word in enumerate(words)]
    return tuple(dict.fromkeys(" ".join(chosen) for chosen in itertools.islice(itertools.product(*options), _MOST)))


def _compound_spellings(compound: str, system: System, *, last: bool) -> tuple[str, ...]:
    """Give the spellings of what stands between two spaces, such as `Касым-Жомарт`."""
    known = load_exceptions().get(compound.replace(STRESS, ""), {}).get(system.press, ())
    words, gaps = _WORD.findall(compound), _WORD.split(compound)
    options = [_word_spellings(word, system, last=last) for word in words]
    found = ("".join(gap + word for gap, word in zip(gaps, chosen, strict=False)) + gaps[-1] for chosen in itertools.product(*options))
    return tuple(dict.fromkeys((*known, *itertools.islice(found, _MOST))))


def _word_spellings(word: str, system: System, *, last: bool) -> tuple[str, ...]:
    known = load_exceptions().get(word.replace(STRESS, ""), {}).get(system.press, ())
    if "syllables" not in system.options:
        return tuple(dict.fromkeys((*known, *_respell(word, system, last=last))))
    divided = [tuple(_respell(syllable, system, last=True)) for syllable in divide(word.lower(), system.options["syllables"])]
    joined = (system.options.get("join", "").join(chosen).lower() for chosen in itertools.islice(itertools.product(*divided), _MOST))
    return tuple(dict.fromkeys((*known, *(form[:1].upper() + form[1:] for form in joined))))


def _respell(word: str, system: System, *, last: bool) -> Iterator[str]:
    """Yield the spellings of one word, the usual one first."""
    lower = word.lower()
    stress = lower.find(STRESS) - 1  # index of the stressed letter, -2 where none is marked
    lower = lower.replace(STRESS, "")
    if stress < 0 and "ё" in lower:
        stress = lower.index("ё")
    pattern = system.compiled[0 if last else 1]
    pieces: list[tuple[str, ...]] = []
    stressed_piece = -1
    at = 0
    while at < len(lower):
        match = pattern.match(lower, at)
        if match is None or not match.group():
            pieces.append((lower[at],))
            end = at + 1
        else:
            pieces.append(system.rules[(match.lastindex or 1) - 1].outputs)
            end = match.end()
        if at <= stress < end:
            stressed_piece = len(pieces) - 1
        at = end
    for chosen in dict.fromkeys(itertools.islice(itertools.product(*pieces), _MOST)):
        spelt = "".join(chosen)
        if system.options.get("accent") == "es" and stressed_piece >= 0:
            spelt = write_stress("".join(chosen[:stressed_piece]), chosen[stressed_piece], "".join(chosen[stressed_piece + 1 :]))
        # Scripts without capitals (Georgian, Hangul) are spelt with one, like names everywhere else.
        capital = word[:1].isupper() or word[:1] == word[:1].upper() or word[:1] in _GEORGIAN
        yield spelt[:1].upper() + spelt[1:] if capital else spelt
