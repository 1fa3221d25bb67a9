"""Writes the stress of a name by the rules of Spanish spelling (Real Academia Española, Ortografía de la lengua española, 2010)."""

from __future__ import annotations

import re

_ACCENTED = dict(zip("aeiou", "áéíóú", strict=True))
_NUCLEUS = re.compile(r"[aeo]|[iu]")
_VOWEL_RUN = re.compile(r"[aeiou]+")


def write_stress(before: str, stressed: str, after: str) -> str:
    """Put the accent where Spanish needs one.

    Args:
        before: The spelling up to the stressed letter.
        stressed: What the stressed letter became, possibly with consonants.
        after: The rest.

    >>> write_stress("medv", "e", "dev"), write_stress("p", "u", "tin"), write_stress("lavr", "o", "v"), write_stress("shoig", "u", "")
    ('medvédev', 'putin', 'lavrov', 'shoigú')
    """
    vowels = [match.start() for match in re.finditer(r"[aeiou]", stressed)]
    if not vowels:
        return before + stressed + after
    strong = [at for at in vowels if stressed[at] in "aeo"]
    at = (strong or vowels)[-1]
    word = before + stressed + after
    place = len(before) + at
    if not _needs_accent(word, place):
        return word
    return word[:place] + _ACCENTED[word[place]] + word[place + 1 :]


def _needs_accent(word: str, place: int) -> bool:
    nuclei = _syllables(word)
    held = next((number for number, (start, end) in enumerate(nuclei) if start <= place < end), None)
    if held is None or len(nuclei) == 1:
        return False
    from_end = len(nuclei) - held
    # A weak vowel stressed beside a strong one keeps its accent whatever the rest (Mijaíl).
    start, end = nuclei[held]
    if word[place] in "iu" and (place > start or end - place > 1 or (place > 0 and word[place - 1] in "aeo")):
        return word[max(0, place - 1)] in "aeo" or (place + 1 < len(word) and word[place + 1] in "aeo")
    open_end = word[-1] in "aeiou" or (word[-1] in "ns" and word[-2:-1] != "" and word[-2] in "aeiou")
    if from_end == 1:
        return open_end
    if from_end == 2:
        # The press does not accent two-syllable names in -in and -an (Putin, Stalin) that readers stress on the last syllable anyway.
        return not open_end and len(nuclei) > 1
    return True


def _syllables(word: str) -> list[tuple[int, int]]:
    """Give the vowel groups of a word, hiatus (two strong vowels, or a y between) divided."""
    found: list[tuple[int, int]] = []
    for run in _VOWEL_RUN.finditer(word):
        start = run.start()
        for at in range(run.start() + 1, run.end()):
            if word[at] in "aeo" and word[at - 1] in "aeo":
                found.append((start, at))
                start = at
        found.append((start, run.end()))
    return found
