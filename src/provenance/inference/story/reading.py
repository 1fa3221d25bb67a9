"""What the story part reads of one text: its words as terms with weights, by sentence, and which of them are quoted."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING

import attrs

from provenance.inference.story.alphabets import romanise
from provenance.inference.story.tables import CLAUSE_MARKS
from provenance.matching.frequencies import load_frequencies
from provenance.matching.likeness import concept
from provenance.matching.terms import fold, plain, skeleton
from provenance.text import Text

if TYPE_CHECKING:
    from provenance.inference.story.values import Mention

RELIABLE = 0.9  # confidence from which a language guess is used
COGNATE = 5  # letters; a shorter word is no cognate
COGNATE_HEAD = 4  # letters in which cognates agree
COGNATE_WEIGHT = 5.0  # nats at most; four letters alone do not make a word rare
LIGHT = 2.0
HEAVY = 3.0  # nats; a lighter word tells little about what is talked of


@attrs.frozen(eq=False, slots=False)
class Reading:
    """Words and numbers of one text, in order, as parallel lists.

    Attributes:
        text: The text.
        places: Index of each word's token.
        terms: The term of each word (see `provenance.matching.terms`).
        weights: Its rarity in English, in nats.
        sentences: The index of its sentence.
        bounds: For each sentence the first word in it; one more entry for the end.

    """

    text: Text
    places: list[int]
    terms: list[str]
    weights: list[float]
    sentences: list[int]
    bounds: list[int]

    @property
    def id(self) -> str:
        """The document's id."""
        return self.text.document.id

    @property
    def language(self) -> str:
        """Code of the language it is written in; English where that cannot be told."""
        guess = self.text.language
        return guess.code if guess.code != "und" and guess.confidence >= RELIABLE else "en"

    @cached_property
    def quoted(self) -> list[bool]:
        """Whether each word stands inside a quotation."""
        tokens = self.text.tokens
        return [self.text.is_quoted(tokens.starts[place], tokens.ends[place]) for place in self.places]

    @cached_property
    def latin(self) -> list[str]:
        """The words in lower-case Latin letters without accents."""
        return [word if word.isascii() else romanise(word) for word in self.plains]

    @cached_property
    def keys(self) -> list[str]:
        """What each word may share with its counterpart in another language: a number, or the head of a name or cognate."""
        keys = [
            word[:COGNATE_HEAD] if len(word) >= COGNATE else term if term[0] in "#~" else ""
            for word, term in zip(self.latin, self.terms, strict=True)
        ]
        for sentence in self.values:
            for mention in sentence:
                keys[mention.start] = f"#{mention.value:g}" if mention.kind == "number" else f"#{mention.kind}{mention.value:g}"
        return keys

    @cached_property
    def plains(self) -> list[str]:
        """The words in lower case without accents."""
        norms = self.text.tokens.norms
        return [plain(norms[place]) for place in self.places]

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The words in lower case without accents, as a set."""
        return frozenset(self.plains)

    @cached_property
    def bags(self) -> list[dict[str, float]]:
        """For each sentence its heavier terms, paraphrases under one name, with their weights."""
        return [
            {concept(term): weight for term, weight in zip(self.terms[start:end], self.weights[start:end], strict=True) if weight >= HEAVY}
            for start, end in self.ranges
        ]

    @cached_property
    def foreign_bags(self) -> list[dict[str, float]]:
        """For each sentence what it may share with one in another language, with weights."""
        bags = []
        for start, end in self.ranges:
            bag: dict[str, float] = {}
            for at in range(start, end):
                if self.keys[at] and self.weights[at] >= HEAVY:
                    bag[self.keys[at]] = min(self.weights[at], COGNATE_WEIGHT)
                if self.terms[at][0] == "~":  # a romanisation need not keep the first letters
                    bag[self.terms[at] if self.latin[at] is self.plains[at] else skeleton(self.latin[at]) or ""] = COGNATE_WEIGHT
            bag.pop("", None)
            bags.append(bag)
        return bags

    @cached_property
    def values(self) -> list[list[Mention]]:
        """The numbers and dates of each sentence."""
        from provenance.inference.story.values import find_values

        return find_values(self)

    @property
    def ranges(self) -> list[tuple[int, int]]:
        """The sentences as ranges of words."""
        return list(zip(self.bounds, self.bounds[1:], strict=False))

    def sentence_at(self, offset: int) -> int:
        """Give the sentence that holds, or follows, a code point of the text as read."""
        word = bisect_left(self.ends, offset + 1)
        return self.sentences[min(word, len(self.sentences) - 1)]

    @cached_property
    def ends(self) -> list[int]:
        """Where each word ends in the text as read."""
        tokens = self.text.tokens
        return [self.text.span(tokens.starts[place], tokens.ends[place])[1] for place in self.places]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Map a non-empty range of words to code points of the text as read."""
        tokens = self.text.tokens
        return self.text.span(tokens.starts[self.places[start]], tokens.ends[self.places[end - 1]])

    def parted(self, left: int, right: int) -> bool:
        """Tell whether a mark that ends a clause stands between two words."""
        surfaces = self.text.tokens.surfaces
        return any(surfaces[place] in CLAUSE_MARKS for place in range(self.places[left] + 1, self.places[right]))


def read(text: Text) -> Reading:
    """Read a text, in time linear in its length."""
    table = load_frequencies()
    tokens = text.tokens
    places: list[int] = []
    terms: list[str] = []
    weights: list[float] = []
    sentences: list[int] = []
    bounds = [0]
    for start, end in text.sentences:
        for at in range(start, end):
            kind = tokens.kinds[at]
            if kind in "wn":
                term = fold(tokens.surfaces[at], kind, table.common)
                places.append(at)
                terms.append(term)
                weights.append(table.weight(term))
                sentences.append(len(bounds) - 1)
        if len(places) > bounds[-1]:
            bounds.append(len(places))
    if text.language.code not in ("en", "und"):
        _lighten(terms, weights)
    return Reading(text=text, places=places, terms=terms, weights=weights, sentences=sentences, bounds=bounds)


def _lighten(terms: list[str], weights: list[float]) -> None:
    """Lower the weights of the small words of another language, which English does not know and so takes for rare: they are short or repeated."""
    counts = Counter(terms)
    often = max(3, len(terms) // 60)
    for at, term in enumerate(terms):
        if term[0] not in "#~" and (len(term) <= 3 or counts[term] >= often):
            weights[at] = min(weights[at], LIGHT)
