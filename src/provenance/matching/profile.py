"""What the matcher reads of a text: its words as term numbers, each with a weight and a place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate

import attrs
import numpy as np
import numpy.typing as npt

from provenance.matching.boilerplate import mark_boilerplate
from provenance.matching.lexicon import Lexicon
from provenance.matching.terms import number
from provenance.text import Text

Ints = npt.NDArray[np.int32]
Longs = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]

# A term that a document repeats tells little about which of its sentences is meant: at most ln(sentences / sentences with it) + this much.
TOPIC_ALLOWANCE = 3.0
SHORT_TEXT = 20  # sentences; a shorter text is taken for a part of one as long
# In a large collection a term weighs at most what its frequency there tells: what thousands of texts carry is boilerplate, or the news of the day.
BOILERPLATE = 200  # occurrences
BOILERPLATE_ALLOWANCE = 0.7  # nats
BOILERPLATE_WEIGHT = 0.1  # nats at most, in a line of stock phrases
NAME_REST = 0.25  # of its weight, for each word of a name but the rarest: "Collective Security Treaty Organization" is one thing, not four
QUOTATION_TOKENS = 5  # a shorter quotation is part of its sentence
LONGEST_NAME = 5  # words; a longer capitalised run is a headline
_WORD, _NUMBER = ord("w"), ord("n")
_UNITS = {"one": 1, **{f"#{unit}": unit for unit in range(2, 10)}}
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_LONGEST_NUMBER = 9  # characters of a number before a scale


@attrs.frozen(eq=False, slots=False)
class Profile:
    """Words and numbers of one text, in order.

    Attributes:
        text: The text.
        terms: Term numbers.
        weights: What sharing the term tells, in nats: its rarity in English, bounded where this text repeats it.
        places: Index of the token in the text.
        sentences: Index of the sentence, not decreasing.
        bounds: For each sentence the first word in it; one more entry for the end.
        quoted: For each sentence whether somebody is quoted with it; longer quotations are sentences of their own.

    """

    text: Text
    terms: Ints
    weights: Floats
    places: Ints
    sentences: Ints
    bounds: Ints
    quoted: list[bool]

    def __len__(self) -> int:
        return len(self.terms)

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
    def place_list(self) -> list[int]:
        """The places as a list."""
        values: list[int] = self.places.tolist()
        return values

    @cached_property
    def bound_list(self) -> list[int]:
        """The bounds as a list."""
        values: list[int] = self.bounds.tolist()
        return values

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Map a non-empty range of words to a span of the text as read."""
        tokens = self.text.tokens
        return self.text.span(tokens.starts[self.places[start]], tokens.ends[self.places[end - 1]])


def is_english(text: Text) -> bool:
    """Tell whether a text is English as far as can be told."""
    return text.language.code in {"en", "und"}


def profile(text: Text, lexicon: Lexicon) -> Profile:
    """Read a text, in time linear in its length."""
    tokens = text.tokens
    kinds = np.frombuffer(tokens.kinds.encode("ascii"), np.uint8)
    places = np.flatnonzero((kinds == _WORD) | (kinds == _NUMBER))
    surfaces, table = tokens.surfaces, lexicon.surfaces
    marked = np.asarray([table[surfaces[place]] for place in places.tolist()], np.int64)
    terms = marked >> 1
    pieces, quoted = _cut_at_quotations(text)
    units = np.asarray([0, *(end for _, end in pieces)], np.int64)
    bounds = np.searchsorted(places, units)
    sentences = np.repeat(np.arange(len(units) - 1, dtype=np.int32), np.diff(bounds))
    _join_number_words(places, terms, text, lexicon)
    weigh = lexicon.weights.__getitem__ if is_english(text) else lexicon.foreign_weight
    general = np.asarray([weigh(term) for term in terms.tolist()], np.float32)
    weights = _discount_names(_bound(general, terms, sentences, len(units) - 1), (marked & 1).astype(bool), places, sentences)
    starts = np.asarray(tokens.starts, np.int64)[places]
    weights = np.where(mark_boilerplate(text, starts, bounds), np.minimum(weights, BOILERPLATE_WEIGHT), weights).astype(np.float32)
    return Profile(
        text=text,
        terms=terms.astype(np.int32),
        weights=weights,
        places=places.astype(np.int32),
        sentences=sentences,
        bounds=bounds.astype(np.int32),
        quoted=quoted,
    )


def _cut_at_quotations(text: Text) -> tuple[list[tuple[int, int]], list[bool]]:
    """Give the sentences as ranges of tokens, longer quotations cut from what stands around them, and which of them are quotations."""
    starts = text.tokens.starts
    quotations: list[tuple[int, int]] = []
    for start, end in text.quotations:
        first, last = bisect_left(starts, start), bisect_left(starts, end)
        if last - first >= QUOTATION_TOKENS:
            quotations.append((first, last))
    if not quotations:
        return text.sentences, [False] * len(text.sentences)
    pieces: list[tuple[int, int]] = []
    edges = sorted({edge for quotation in quotations for edge in quotation})
    at = 0
    for first, end in text.sentences:
        start = first
        while at < len(edges) and edges[at] < end:
            if edges[at] > start:
                pieces.append((start, edges[at]))
                start = edges[at]
            at += 1
        pieces.append((start, end))
    firsts = [first for first, _ in quotations]
    lasts = list(accumulate((last for _, last in quotations), max))
    quoted = []
    for start, end in pieces:
        at = bisect_right(firsts, start)
        quoted.append(bool(at) and lasts[at - 1] >= end)
    return pieces, quoted


def _join_number_words(places: Longs, terms: Longs, text: Text, lexicon: Lexicon) -> None:
    """Make one number of `sixty-two` and of `4 thousand`: the first word gets its value, the second that of an empty word."""
    names, surfaces = lexicon.names, text.tokens.surfaces
    numbered = [at for at, term in enumerate(terms.tolist()) if term in lexicon.counting]
    for at in numbered:
        if terms[at] not in lexicon.tens or at + 1 == len(terms):
            continue
        unit = _UNITS.get(names[terms[at + 1]])
        if unit is not None and places[at + 1] == places[at] + 2 and surfaces[places[at] + 1] == "-":
            terms[at] = lexicon.term(f"#{int(names[terms[at]][1:]) + unit}")
            terms[at + 1] = lexicon.term("the")
    for at in numbered:
        scale = _SCALES.get(surfaces[places[at]].lower()) if at else None
        value = None if scale is None else _value(names[terms[at - 1]])
        if scale is not None and value is not None and places[at] == places[at - 1] + 1:
            terms[at - 1] = lexicon.term(number(f"{value * scale:.3f}".rstrip("0").rstrip(".")))
            terms[at] = lexicon.term("the")


def _value(name: str) -> float | None:
    """Give the value of a number term; None for other terms, times and numbers too long to stand before a scale."""
    try:
        return float(name[1:]) if name[0] == "#" and len(name) <= _LONGEST_NUMBER else None
    except ValueError:
        return None


def _bound(general: Floats, terms: Longs, sentences: Ints, count: int) -> Floats:
    """Bound the weight of each word by how often this text repeats it."""
    if not len(terms):
        return general
    order = np.argsort(terms, kind="stable")
    term, sentence = terms[order], sentences[order]
    first = np.ones(len(terms), bool)
    first[1:] = term[1:] != term[:-1]
    fresh = first.copy()
    fresh[1:] |= sentence[1:] != sentence[:-1]
    group = np.cumsum(first) - 1
    repeated = np.empty(len(terms))
    repeated[order] = np.bincount(group, fresh)[group]
    local = np.log(max(count, SHORT_TEXT) / (repeated - 0.5)) + TOPIC_ALLOWANCE
    return np.minimum(general, np.maximum(local, 0.0)).astype(np.float32)


def _discount_names(weights: Floats, capital: npt.NDArray[np.bool_], places: Longs, sentences: Ints) -> Floats:
    """Count a run of capitalised words as one thing: the rarest keeps its weight, the others a part of theirs."""
    if not capital.any():
        return weights
    follows = np.zeros(len(places), bool)
    follows[1:] = capital[1:] & capital[:-1] & (sentences[1:] == sentences[:-1]) & (np.diff(places) <= 2)
    run = np.cumsum(~follows)
    highest = np.maximum.reduceat(weights, np.flatnonzero(~follows))[run - 1]
    first = np.bincount(run)[run] > LONGEST_NAME
    # of equals, the first keeps its weight
    best = np.flatnonzero(weights == highest)
    first[best[np.unique(run[best], return_index=True)[1]]] = True
    return np.where(first, weights, weights * NAME_REST).astype(np.float32)


def discount_boilerplate(profiles: Sequence[Profile], lexicon: Lexicon) -> list[Profile]:
    """Lower the weights of terms that stand in very many sentences of the collection."""
    if sum(map(len, profiles)) < BOILERPLATE:
        return list(profiles)
    counts = np.bincount(np.concatenate([each.terms for each in profiles]), minlength=len(lexicon.names))
    sentences = sum(len(each.bounds) - 1 for each in profiles)
    caps = np.where(counts > BOILERPLATE, np.log(sentences / np.maximum(counts, 1)) + BOILERPLATE_ALLOWANCE, np.inf)
    caps = np.maximum(caps, 0.0).astype(np.float32)
    return [attrs.evolve(each, weights=np.minimum(each.weights, caps[each.terms])) for each in profiles]
