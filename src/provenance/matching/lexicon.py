"""What the matcher has to know of the terms of the texts being compared: weight, paraphrases, where each is looked up."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from provenance.matching.foreign import coarsen
from provenance.matching.likeness import concept
from provenance.matching.tables import load_paraphrases, load_translations
from provenance.matching.vocabulary import Terms, translate

COMMON = 3.0  # nats; a term below this needs a neighbour to count
KINDS = {"#": 1, "~": 2, "^": 2}
SOUND_ALIKE = 0.8  # likeness of names of two scripts that share their consonants
HEAD = 3  # letters in which two spellings must agree to be compared


class Lexicon(Terms):
    """Numbers the terms of the texts being compared; grows with their vocabulary."""

    def __init__(self) -> None:
        super().__init__()
        self._foreign = False
        self._concepts: list[int] = []
        self._sounds: dict[str, list[str]] = {}
        self._concept_numbers: dict[str, int] = {}
        self._relatives: dict[int, dict[int, float]] = {}
        self._figures: set[int] = set()
        self._propers: set[int] = set()
        self._heavy: set[int] = set()
        self._sorted = 0

    @property
    def figures(self) -> set[int]:
        """The terms that are numbers."""
        self._sort_terms()
        return self._figures

    @property
    def propers(self) -> set[int]:
        """The terms that are names."""
        self._sort_terms()
        return self._propers

    @property
    def heavy(self) -> set[int]:
        """The terms that are rare enough to count without a neighbour."""
        self._sort_terms()
        return self._heavy

    def _sort_terms(self) -> None:
        for number in range(self._sorted, len(self.names)):
            if self.weights[number] >= COMMON:
                self._heavy.add(number)
            kind = self.names[number][:1]
            if kind == "#":
                self._figures.add(number)
            elif kind in {"~", "^"}:
                self._propers.add(number)
        self._sorted = len(self.names)

    @property
    def foreign(self) -> bool:
        """Whether there are texts in other languages than English; then terms meet their translations too."""
        return self._foreign

    @foreign.setter
    def foreign(self, foreign: bool) -> None:
        if foreign != self._foreign:
            self._foreign = foreign
            self._concepts.clear()
            self._sounds.clear()
            self._relatives.clear()

    def adopt(self, names: Sequence[str]) -> npt.NDArray[np.int32]:
        """Give the numbers of terms that somebody else has numbered."""
        return np.fromiter(map(self.term, names), np.int32, len(names))

    def relatives(self, number: int) -> dict[int, float]:
        """Give the learned paraphrases of a term with their likeness; remembered."""
        relatives = self._relatives.get(number)
        if relatives is None:
            name = self.names[number]
            learned = load_paraphrases().get(name, {})
            if self._foreign:
                learned = {**load_translations().get(name, {}), **learned, **self._sound_alike(name)}
            relatives = self._relatives[number] = {self.term(other): likeness for other, likeness in learned.items()}
        return relatives

    def concepts(self) -> npt.NDArray[np.int64]:
        """Give for each term the number under which it is looked up (see `provenance.matching.likeness.concept`)."""
        fresh = self.names[len(self._concepts) :]
        if self._foreign:
            for name in fresh:
                if name[0] == "~":
                    self._sounds.setdefault(coarsen(name[1:]), []).append(name)
        for name in fresh:
            key = concept(self._english(name) if self._foreign else name)
            self._concepts.append(self._concept_numbers.setdefault(key, len(self._concept_numbers)))
        return np.asarray(self._concepts, np.int64)

    def _english(self, name: str) -> str:
        """Give the likeliest English term for a foreign one."""
        return min(self._sounds.get(name[1:], [name])) if name[0] == "^" else translate(name)

    def _sound_alike(self, name: str) -> dict[str, float]:
        """Give the names that another script writes with the same consonants."""
        if name[0] == "^":
            return dict.fromkeys(self._sounds.get(name[1:], ()), SOUND_ALIKE)
        other = f"^{coarsen(name[1:])}" if name[0] == "~" else name
        return {other: SOUND_ALIKE} if other[0] == "^" and other in self._numbers else {}

    def concept_kinds(self) -> npt.NDArray[np.uint8]:
        """Give for each number of `concepts` whether it stands for a number (1), a name (2) or another word (0)."""
        return np.asarray([KINDS.get(key[:1], 0) for key in self._concept_numbers], np.uint8)
