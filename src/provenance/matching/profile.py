"""What the matcher knows of a text once it is read: its words as term numbers, each with a weight and a place."""

from __future__ import annotations

from functools import cached_property

import attrs
import numpy as np
import numpy.typing as npt

from provenance.model import LanguageGuess

Ints = npt.NDArray[np.int32]
Longs = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]
Flags = npt.NDArray[np.bool_]


@attrs.frozen(eq=False, slots=False, kw_only=True)
class Columns:
    """Words and numbers of texts, in order, as parallel arrays; nothing of them but numbers, so that they travel between processes.

    Attributes:
        terms: Term numbers.
        weights: What sharing the term tells, in nats: its rarity in English, bounded where this text repeats it.
        starts: Where the words start in the text as read.
        ends: Where they end.
        forms: Checksums of the words in lower case, which tell kept words from replaced ones.
        stops: Whether a clause, quotation or sentence ends before the word.
        sentences: Index of the sentence, not decreasing.
        bounds: For each sentence the first word in it; one more entry for the end.
        quoted: For each sentence whether somebody is quoted with it; longer quotations are sentences of their own.
        fresh: For each sentence whether it counts: a text that hardly does anything but repeat itself counts once (see `weights.mark_fresh`).

    """

    terms: Ints
    weights: Floats
    starts: Ints
    ends: Ints
    forms: Longs
    stops: Flags
    sentences: Ints
    bounds: Ints
    quoted: Flags
    fresh: Flags


@attrs.frozen(eq=False, slots=False, kw_only=True)
class Profile(Columns):
    """The columns of one text.

    Attributes:
        language: What the text seems to be written in.

    """

    language: LanguageGuess

    def __len__(self) -> int:
        return len(self.terms)

    def __getstate__(self) -> dict[str, object]:
        """Leave out what is only remembered."""
        return {field.name: getattr(self, field.name) for field in attrs.fields(type(self))}

    @cached_property
    def term_list(self) -> list[int]:
        """The term numbers as a list, for reading one by one."""
        values: list[int] = self.terms.tolist()
        return values

    @cached_property
    def weight_list(self) -> list[float]:
        """The weights as a list."""
        values: list[float] = self.weights.tolist()
        return values

    @cached_property
    def weight_sums(self) -> list[float]:
        """Sums of the weights before each word, and of all."""
        return [0.0, *np.cumsum(self.weights, dtype=np.float64).tolist()]

    @cached_property
    def sentence_list(self) -> list[int]:
        """The sentences as a list."""
        values: list[int] = self.sentences.tolist()
        return values

    @cached_property
    def bound_list(self) -> list[int]:
        """The bounds as a list."""
        values: list[int] = self.bounds.tolist()
        return values

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Map a non-empty range of words to a span of the text as read."""
        return int(self.starts[start]), int(self.ends[end - 1])

    def stops_before(self, word: int) -> bool:
        """Tell whether a clause, quotation or sentence ends before a word; at either end of the text, one does."""
        return word in {0, len(self.terms)} or bool(self.stops[word])


MINIMUM_CONFIDENCE = 0.9


def is_foreign(language: LanguageGuess) -> bool:
    """Tell whether a text is surely not English."""
    return not is_english(language) and language.confidence >= MINIMUM_CONFIDENCE


def are_different(one: LanguageGuess, other: LanguageGuess) -> bool:
    """Tell whether two texts are surely in different languages."""
    return one.code != other.code and min(one.confidence, other.confidence) >= MINIMUM_CONFIDENCE


def is_english(language: LanguageGuess) -> bool:
    """Tell whether a text is English as far as can be told."""
    return language.code in {"en", "und"}
