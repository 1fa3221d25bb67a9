"""Numbers for terms, with what sharing one tells; filled while texts are read."""

from __future__ import annotations

import zlib
from collections.abc import Container

from provenance.matching.frequencies import load_frequencies
from provenance.matching.tables import load_translations
from provenance.matching.terms import fold

FOREIGN_WEIGHT = 3.2  # nats at most, for a word of another language that has no known translation
# Who spoke, when and in what office says little about what was said.
DULL = frozenset(
    "say said told tell add report accord announc stat statement claim declar president minister spokesman spokesperson spokeswoman leader official government "
    "~mnd ~tsd ~vdnsd ~trsd ~frd ~strd ~snd ~snr ~fbrr ~mrk ~aprl sun july ~agst ~sptmbr ~aktbr ~nvmbr ~dsmbr "
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december "
    "mr mrs ms dr week month year day today yesterday tomorrow news agency press reporter correspondent author editor photo "
    "xinhua ~rtrs reuter ~afp ap dpa tass ~antrfs ria ~nvst kyodo yonhap efe ~ans associat deutsch ~agntr".split()
)
DULL_WEIGHT = 1.5  # nats at most


class Terms:
    """Numbers terms as they come."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._weigh = load_frequencies().weight
        self.names: list[str] = []
        self.weights: list[float] = []

    def term(self, name: str) -> int:
        """Give the number of a term, a new one where it was not seen yet."""
        number = self._numbers.get(name)
        if number is None:
            number = self._numbers[name] = len(self.names)
            self.names.append(name)
            weight = self._weigh(name)
            self.weights.append(min(weight, DULL_WEIGHT) if name in DULL else weight)
        return number


class Vocabulary(Terms):
    """The terms of the texts that one process reads, and the words as written that stand for them."""

    def __init__(self) -> None:
        super().__init__()
        self._common = load_frequencies().common
        self.surfaces = _Surfaces(self, self._common)
        self.tens = frozenset(self.term(f"#{ten}0") for ten in range(2, 10))
        scales = ("hundred", "thousand", "million", "billion", "trillion")
        self.counting = sorted(self.tens.union(self.term(fold(word, "w", self._common)) for word in scales))

    def foreign_weight(self, number: int) -> float:
        """Give the weight of a term in a text that is not English: that of its translation; little where the term is unknown."""
        name = self.names[number]
        if name[0] in "#~^" or name in self._common:
            return self.weights[number]
        english = translate(name)
        return min(self.weights[number], FOREIGN_WEIGHT) if english == name else self._weigh(english)


class _Surfaces(dict[str, int]):
    """What a word or number as written stands for, filled when first asked.

    The number of its term times 2^33, plus 2^32 where it begins with a capital, plus a checksum of it in lower case.
    """

    def __init__(self, terms: Terms, common: Container[str]) -> None:
        super().__init__()
        self._terms = terms
        self._common = common

    def __missing__(self, surface: str) -> int:
        term = self._terms.term(fold(surface, "n" if surface[0].isdecimal() else "w", self._common))
        found = self[surface] = term << 33 | surface[0].isupper() << 32 | zlib.crc32(surface.lower().encode())
        return found


def translate(name: str) -> str:
    """Give the likeliest English term for a foreign one; itself where none is known, or where English has the word."""
    translations = load_translations().get(name)
    if translations is None or name in load_frequencies().common:
        return name
    return min(translations, key=lambda english: (-translations[english], english))
