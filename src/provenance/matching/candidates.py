"""Which sentences of different texts are worth a closer look.

Pairs of sentences are never enumerated: those that meet under a key (see `provenance.matching.keys`) are weighed by the terms they share,
and the promising ones go on to alignment.
"""

from __future__ import annotations

from collections.abc import Sequence

import attrs
import numpy as np
import numpy.typing as npt

from provenance.matching.keys import STORY, Doubles, Entries, Longs, meet, order_by, postings_limit, run_keys, term_keys
from provenance.matching.lexicon import Lexicon
from provenance.matching.profile import Profile, is_foreign
from provenance.matching.prospects import NAMES, find_prospects

RAREST_NEEDED = 3.0  # nats; commoner terms (more than one sentence in twenty) are no keys
BEST_OF_SENTENCE = 3  # in one other document


Form = tuple[npt.NDArray[np.int32], npt.NDArray[np.float32], npt.NDArray[np.int32]]
PairOfTexts = tuple[int, int, list[tuple[int, int]]]  # numbers of two documents and pairs of their sentences


@attrs.frozen(eq=False)
class Candidates:
    """Pairs of sentences with what they share: parallel arrays, sorted by documents and sentences.

    Attributes:
        first: Index of the first document, smaller than that of the second.
        second: Index of the second document.
        one: Sentence in the first.
        other: Sentence in the second.
        described: A row for each of what speaks for it (see `provenance.matching.prospects.NAMES`).

    """

    first: Longs
    second: Longs
    one: Longs
    other: Longs
    described: Doubles

    def pairs(self, new: int = 0) -> list[PairOfTexts]:
        """Give the pairs of documents with their pairs of sentences, where the second document has number `new` or a higher one."""
        grouped: list[PairOfTexts] = []
        chosen = self.second >= new
        for first, second, one, other in zip(
            self.first[chosen].tolist(), self.second[chosen].tolist(), self.one[chosen].tolist(), self.other[chosen].tolist(), strict=True
        ):
            if not grouped or grouped[-1][:2] != (first, second):
                grouped.append((first, second, []))
            grouped[-1][2].append((one, other))
        return grouped


def indexed_forms(of: Profile) -> list[Form]:
    """Give the forms under which a text is looked up: terms, their weights and their sentences, in order.

    A further form of the same sentences, such as the text with its spun phrases put back, is one more entry here; alignment reads the text itself.
    """
    return [(of.terms, of.weights, of.sentences)]


def find_candidates(profiles: Sequence[Profile], lexicon: Lexicon, least: float) -> Candidates:
    """Give the promising pairs of sentences in different documents, which share terms worth at least `least` nats."""
    counts = [len(each.bounds) - 1 for each in profiles]
    offsets = np.concatenate([[0], np.cumsum(counts)]).astype(np.int64)
    total = int(offsets[-1])
    if not total:
        nothing = np.zeros(0, np.int64)
        return Candidates(nothing, nothing, nothing, nothing, np.zeros((0, len(NAMES))))
    document = np.repeat(np.arange(len(profiles), dtype=np.int64), counts)
    forms = [(form, offset) for each, offset in zip(profiles, offsets, strict=False) for form in indexed_forms(each)]
    terms = np.concatenate([form[0] for form, _ in forms]).astype(np.int64)
    weights = np.concatenate([form[1] for form, _ in forms]).astype(np.float64)
    sentences = np.concatenate([form[2] + offset for form, offset in forms])
    fresh = np.concatenate([each.fresh for each in profiles])
    looked_up = fresh[sentences]
    entries = collect_entries(terms[looked_up], weights[looked_up], sentences[looked_up], lexicon)
    limit = postings_limit(len(profiles))
    term_key, term_sentence, rare = term_keys(entries, limit)
    run_key, run_sentence = run_keys(terms, sentences, document[sentences])
    run_key, run_sentence = run_key[fresh[run_sentence]], run_sentence[fresh[run_sentence]]
    firm = np.ones(len(term_key) + len(run_key), bool)
    if len(profiles) > STORY:
        firm[rare : len(term_key)] = False
    pairs = meet(np.concatenate([term_key, run_key]), np.concatenate([term_sentence, run_sentence]), firm, document, limit)
    one, other = pairs // total, pairs % total
    quoted = np.concatenate([each.quoted for each in profiles])
    one, other, described = find_prospects(one, other, entries, quoted, np.repeat(number_languages(profiles), counts), least)
    chosen = _best_of_sentence(one, other, described[:, NAMES.index("shared")], document, len(profiles))
    one, other, described = one[chosen], other[chosen], described[chosen]
    first, second = document[one], document[other]
    order = np.lexsort((other, one, second, first))
    return Candidates(first[order], second[order], (one - offsets[first])[order], (other - offsets[second])[order], described[order])


def number_languages(profiles: Sequence[Profile]) -> Longs:
    """Number the languages of texts; 0 where a text may be English."""
    codes = sorted({each.language.code for each in profiles if is_foreign(each.language)})
    numbers = {code: at for at, code in enumerate(codes, 1)}
    return np.asarray([numbers[each.language.code] if is_foreign(each.language) else 0 for each in profiles], np.int64)


def collect_entries(terms: Longs, weights: Doubles, sentences: Longs, lexicon: Lexicon) -> Entries:
    """Give the distinct terms of each sentence that are not too common to tell anything."""
    useful = weights >= RAREST_NEEDED
    concepts = lexicon.concepts()
    term, sentence, weight = concepts[terms[useful]], sentences[useful], weights[useful]
    order = order_by(sentence, term)
    term, sentence, weight = term[order], sentence[order], weight[order]
    heads = np.flatnonzero(np.concatenate([[True], (term[1:] != term[:-1]) | (sentence[1:] != sentence[:-1])])) if len(term) else order
    term, sentence = term[heads], sentence[heads]
    weight = np.maximum.reduceat(weight, heads) if len(heads) else weight
    held = np.bincount(term)[term] if len(term) else term
    order = order_by(sentence, held, term)
    return Entries(sentence[order], term[order], weight[order], held[order], lexicon.concept_kinds()[term[order]])


def _best_of_sentence(one: Longs, other: Longs, shared: Doubles, document: Longs, documents: int) -> npt.NDArray[np.bool_]:
    """Of each sentence, mark the best few in each other document."""
    keep = np.ones(len(one), bool)
    for mine, theirs in ((one, other), (other, one)):
        group = mine * documents + document[theirs]
        order = np.lexsort((theirs, -shared, group))
        ordered = group[order]
        heads = np.flatnonzero(np.concatenate([[True], ordered[1:] != ordered[:-1]])) if len(ordered) else np.zeros(0, np.int64)
        rank = np.arange(len(ordered)) - np.repeat(heads, np.diff(np.concatenate([heads, [len(ordered)]])))
        best = np.zeros(len(ordered), bool)
        best[order] = rank < BEST_OF_SENTENCE
        keep &= best
    return keep
