"""Reads texts, many at once, into what the matcher compares: term numbers with weights and places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, compress

import attrs
import numpy as np

from provenance.matching.boilerplate import mark_boilerplate
from provenance.matching.cutting import cut
from provenance.matching.foreign import english_terms
from provenance.matching.lexicon import Lexicon
from provenance.matching.numerals import join_number_words
from provenance.matching.profile import Columns, Floats, Ints, Longs, Profile, is_english
from provenance.matching.vocabulary import Vocabulary
from provenance.matching.weights import bound_topics, discount_names, mark_fresh
from provenance.model import Document, LanguageGuess
from provenance.text import Text, prepare

READ_AT_ONCE = 256  # texts; bounds memory
BOILERPLATE_WEIGHT = 0.1  # nats at most, in a line of stock phrases
UNKNOWN_WEIGHT, SHORT_PIECE = 1.5, 2  # nats at most, for a piece of so many characters of a text without spaces
_WORD, _NUMBER, _MARK = ord("w"), ord("n"), ord("p")
_MARKS = frozenset('"“”„«»,;:–()')  # end a clause
_GAP = 3  # places between two texts, so that nothing runs on from one into the next


@attrs.frozen(eq=False, slots=False, kw_only=True)
class Reading(Columns):
    """Some texts, read: their columns one after the other, and where each text begins.

    Attributes:
        names: The terms that stand in them, in order of appearance; `terms` counts these.
        languages: What each text seems to be written in.
        words: The first word of each text, and the end.
        units: The first sentence of each text, and the end.

    """

    names: list[str]
    languages: list[LanguageGuess]
    words: Longs
    units: Longs

    def profiles(self, lexicon: Lexicon) -> Iterator[Profile]:
        """Give the texts one by one, their terms numbered by a lexicon."""
        terms = lexicon.adopt(self.names)[self.terms]
        words, units = self.words.tolist(), self.units.tolist()
        for at, language in enumerate(self.languages):
            here, there = words[at], words[at + 1]
            first, last = units[at], units[at + 1]
            yield Profile(
                language=language,
                terms=terms[here:there],
                weights=self.weights[here:there],
                starts=self.starts[here:there],
                ends=self.ends[here:there],
                forms=self.forms[here:there],
                stops=self.stops[here:there],
                sentences=self.sentences[here:there] - np.int32(first),
                bounds=self.bounds[first : last + 1] - np.int32(here),
                quoted=self.quoted[first:last],
                fresh=self.fresh[first:last],
            )


class Reader:
    """Reads spans of a sequence of texts; what one process learns of words it keeps for the next span.

    Args:
        texts: The texts, or documents to be prepared.

    """

    def __init__(self, texts: Sequence[Text | Document]) -> None:
        self._texts = texts
        self._vocabulary: Vocabulary | None = None

    def __call__(self, span: tuple[int, int]) -> Reading:
        """Read the texts of a half-open span."""
        if self._vocabulary is None:
            self._vocabulary = Vocabulary()
        return read_texts(self._texts[slice(*span)], self._vocabulary)


def read_texts(given: Sequence[Text | Document], vocabulary: Vocabulary) -> Reading:
    """Read texts, in time linear in their length; documents are prepared first."""
    texts = [each if isinstance(each, Text) else prepare(each) for each in given]
    cuts = [cut(text) for text in texts]
    tokens = [each.tokens for each in cuts]
    kinds = np.frombuffer("".join(each.kinds for each in tokens).encode("ascii"), np.uint8)
    is_word = (kinds == _WORD) | (kinds == _NUMBER)
    chosen = is_word.tobytes()
    lengths = np.asarray([len(each) for each in tokens], np.int64)
    firsts = np.concatenate([[0], np.cumsum(lengths)])
    index = np.flatnonzero(is_word)
    text_of = np.repeat(np.arange(len(texts)), lengths)[index]
    places = index + _GAP * text_of
    surfaces = list(compress(chain.from_iterable(each.surfaces for each in tokens), chosen))
    looked_up = np.fromiter(map(vocabulary.surfaces.__getitem__, surfaces), np.int64, len(surfaces))
    terms, capital, forms = looked_up >> 33, (looked_up >> 32 & 1).astype(bool), looked_up & 0xFFFFFFFF
    units = np.concatenate([[0], np.cumsum([len(each.sentences) for each in cuts])]).astype(np.int64)
    edges = np.concatenate(
        [np.asarray([end for _, end in each.sentences], np.int64) + first for each, first in zip(cuts, firsts, strict=False)] or [index]
    )
    bounds = np.concatenate([[0], np.searchsorted(index, edges)])
    sentences = np.repeat(np.arange(len(edges)), np.diff(bounds))
    join_number_words(places, terms, surfaces, vocabulary, lambda at: tokens[text_of[at]].surfaces[int(index[at] - firsts[text_of[at]]) + 1])
    starts, ends = (
        np.fromiter(compress(chain.from_iterable(getattr(each, side) for each in tokens), chosen), np.int64, len(index))
        for side in ("starts", "ends")
    )
    words = np.searchsorted(index, firsts)
    general = np.asarray(vocabulary.weights, np.float32)[terms]
    for at, text in enumerate(texts):
        if not is_english(text.language):
            _read_foreign(text, slice(words[at], words[at + 1]), surfaces, starts, ends, terms, general, vocabulary)
    fresh = mark_fresh(terms, bounds, units)
    weights = bound_topics(general, terms, sentences, text_of, fresh, np.diff(np.concatenate([[0], np.cumsum(fresh)])[units]))
    weights = discount_names(weights, capital, places, sentences)
    marks = np.fromiter(map(_MARKS.__contains__, compress(chain.from_iterable(each.surfaces for each in tokens), (kinds == _MARK).tobytes())), bool)
    stops = np.zeros(len(index) + 1, bool)
    stops[np.searchsorted(index, np.flatnonzero(kinds == _MARK)[marks])] = True
    stops[bounds] = True
    for at, text in enumerate(texts):
        here, there = words[at], words[at + 1]
        marked = mark_boilerplate(text, starts[here:there], bounds[units[at] : units[at + 1] + 1] - here)
        if marked is not None:
            weights[here:there] = np.where(marked, np.minimum(weights[here:there], BOILERPLATE_WEIGHT), weights[here:there])
        origins = text.normalised.starts, text.normalised.ends
        if origins[0] is not None and origins[1] is not None:
            starts[here:there] = np.frombuffer(origins[0], np.uint32)[starts[here:there]]
            ends[here:there] = np.frombuffer(origins[1], np.uint32)[ends[here:there] - 1]
    names, numbered = _name(terms, vocabulary)
    return Reading(
        names=names,
        languages=[text.language for text in texts],
        words=words,
        units=units,
        terms=numbered,
        weights=weights,
        starts=starts.astype(np.int32),
        ends=ends.astype(np.int32),
        forms=forms,
        stops=stops[:-1],
        sentences=sentences.astype(np.int32),
        bounds=bounds.astype(np.int32),
        quoted=np.fromiter(chain.from_iterable(each.quoted for each in cuts), bool, len(edges)),
        fresh=fresh,
    )


def _read_foreign(
    text: Text, where: slice, surfaces: Sequence[str], starts: Longs, ends: Longs, terms: Longs, general: Floats, vocabulary: Vocabulary
) -> None:
    """Put English terms for the names and numbers of a foreign text, and weigh its words by what is known of them."""
    known = dict(english_terms(text.normal, surfaces[where], starts[where].tolist(), ends[where].tolist()))
    for at, name in known.items():
        terms[where.start + at] = vocabulary.term(name)
    weights = vocabulary.weights
    general[where] = [
        weights[term]
        if at in known
        else min(vocabulary.foreign_weight(term), UNKNOWN_WEIGHT if ends_at - starts_at <= SHORT_PIECE else weights[term])
        for at, (term, starts_at, ends_at) in enumerate(zip(terms[where].tolist(), starts[where].tolist(), ends[where].tolist(), strict=True))
    ]


def _name(terms: Longs, vocabulary: Vocabulary) -> tuple[list[str], Ints]:
    """Number the terms by first appearance, whatever the vocabulary has seen before, so that the numbers do not depend on who reads what."""
    distinct, first, inverse = np.unique(terms, return_index=True, return_inverse=True)
    order = np.argsort(first)
    rank = np.empty(len(order), np.int32)
    rank[order] = np.arange(len(order), dtype=np.int32)
    return [vocabulary.names[term] for term in distinct[order].tolist()], rank[inverse]


def read_text(text: Text, lexicon: Lexicon) -> Profile:
    """Read one text."""
    return next(read_texts([text], Vocabulary()).profiles(lexicon))
