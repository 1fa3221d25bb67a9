"""Numbers for terms, and what the matcher has to know of each: weight, paraphrases, where it is looked up."""

from __future__ import annotations

from collections.abc import Container

import numpy as np
import numpy.typing as npt

from provenance.matching.frequencies import load_frequencies
from provenance.matching.likeness import concept, load_paraphrases, load_translations
from provenance.matching.terms import fold

FOREIGN_WEIGHT = 3.2  # nats at most, for a word of another language that has no known translation
# Who spoke, when and in what office says little about what was said.
DULL = frozenset(
    "say said told tell add report accord announc stat statement claim declar president minister spokesman spokesperson spokeswoman leader official government "
    "~mnd ~tsd ~vdnsd ~trsd ~frd ~strd ~snd ~snr ~fbrr ~mrk ~aprl sun july ~agst ~sptmbr ~aktbr ~nvmbr ~dsmbr "
    "monday tuesday wednesday thursday friday saturday sunday january february march april june august september october november december "
    "mr mrs ms dr week month year day today yesterday tomorrow news agency press reporter correspondent author editor photo "
    "xinhua ~rtrs reuter ~afp ap dpa tass ~antrfs ria ~nvst kyodo yonhap efe ~ans associat deutsch ~agntr".split()
)
DULL_WEIGHT = 1.5  # nats at most
HEAD = 3  # letters in which two spellings must agree to be compared


class Lexicon:
    """Numbers the terms of the texts being compared; grows with their vocabulary.

    Args:
        foreign: Whether there are texts in other languages than English; then terms meet their translations too.

    """

    def __init__(self, *, foreign: bool = False) -> None:
        table = load_frequencies()
        self._translations = load_translations() if foreign else {}
        self._weigh = table.weight
        self._common = table.common
        self.surfaces = _Surfaces(self, table.common)
        self._terms: dict[str, int] = {}
        self._concepts: list[int] = []
        self._concept_numbers: dict[str, int] = {}
        self._relatives: dict[int, dict[int, float]] = {}
        self.names: list[str] = []
        self.heads: list[str] = []
        self.weights: list[float] = []
        self.tens = frozenset(self.term(f"#{ten}0") for ten in range(2, 10))
        scales = ("hundred", "thousand", "million", "billion", "trillion")
        self.counting = self.tens.union(self.term(fold(word, "w", table.common)) for word in scales)

    def term(self, name: str) -> int:
        """Give the number of a term, a new one where it was not seen yet."""
        number = self._terms.get(name)
        if number is None:
            number = self._terms[name] = len(self.names)
            self.names.append(name)
            self.heads.append(name[:HEAD])
            weight = self._weigh(name)
            self.weights.append(min(weight, DULL_WEIGHT) if name in DULL else weight)
        return number

    def foreign_weight(self, number: int) -> float:
        """Give the weight of a term in a text that is not English: that of its translation; little where the term is unknown."""
        name = self.names[number]
        english = self._english(name)
        if english != name:
            return self._weigh(english)
        return self.weights[number] if name[0] in "#~" or name in self._common else min(self.weights[number], FOREIGN_WEIGHT)

    def relatives(self, number: int) -> dict[int, float]:
        """Give the learned paraphrases of a term with their likeness; remembered."""
        relatives = self._relatives.get(number)
        if relatives is None:
            learned = {**self._translations.get(self.names[number], {}), **load_paraphrases().get(self.names[number], {})}
            relatives = self._relatives[number] = {self.term(other): likeness for other, likeness in learned.items()}
        return relatives

    def _english(self, name: str) -> str:
        """Give the likeliest translation of a foreign term."""
        translations = self._translations.get(name)
        if translations is None or name in self._common:
            return name
        return min(translations, key=lambda english: (-translations[english], english))

    def concepts(self) -> npt.NDArray[np.int64]:
        """Give for each term the number under which it is looked up (see `provenance.matching.likeness.concept`)."""
        for name in self.names[len(self._concepts) :]:
            key = concept(self._english(name))
            self._concepts.append(self._concept_numbers.setdefault(key, len(self._concept_numbers)))
        return np.asarray(self._concepts, np.int64)


class _Surfaces(dict[str, int]):
    """Twice the number of the term of each word or number as written, plus one where it begins with a capital; filled when first asked."""

    def __init__(self, lexicon: Lexicon, common: Container[str]) -> None:
        super().__init__()
        self._lexicon = lexicon
        self._common = common

    def __missing__(self, surface: str) -> int:
        term = fold(surface, "n" if surface[0].isdecimal() else "w", self._common)
        number = self[surface] = 2 * self._lexicon.term(term) + surface[0].isupper()
        return number
