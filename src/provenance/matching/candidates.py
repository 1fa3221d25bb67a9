"""Which sentences of different texts are worth a closer look.

Pairs of sentences are never enumerated: those that meet under a key (see `provenance.matching.keys`) are weighed by the terms they share,
and the promising ones go on to alignment.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import attrs
import numpy as np
import numpy.typing as npt

from provenance.matching.keys import STORY, Doubles, Entries, Longs, meet, postings_limit, run_keys, term_keys
from provenance.matching.lexicon import Lexicon
from provenance.matching.profile import Profile

RAREST_NEEDED = 3.0  # nats; commoner terms (more than one sentence in twenty) are no keys
# Weights of a logistic regression that tells the best candidate of a passage from others, learned by training/fit_candidates.py.
BIAS, SHARED, LOG_SHARED, OF_LESS, OF_MORE, LOG_LESS, LOG_MORE, OF_BOTH, QUOTED = 2.683, -0.006, 11.637, -2.104, -0.549, -4.095, -4.788, -9.949, 2.281
THRESHOLD = -5.0  # one passage in a hundred is lost
MANY, CAUTION = 6_000, 1.6  # sentences; below that the threshold falls by so much for each factor of e
AT_ONCE = 200_000  # pairs weighed at once, to bound memory
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
        shared: Weight of the shared terms in nats.

    """

    first: Longs
    second: Longs
    one: Longs
    other: Longs
    shared: Doubles

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
        return Candidates(nothing, nothing, nothing, nothing, np.zeros(0))
    document = np.repeat(np.arange(len(profiles), dtype=np.int64), counts)
    forms = [(form, offset) for each, offset in zip(profiles, offsets, strict=False) for form in indexed_forms(each)]
    terms = np.concatenate([form[0] for form, _ in forms]).astype(np.int64)
    weights = np.concatenate([form[1] for form, _ in forms]).astype(np.float64)
    sentences = np.concatenate([form[2] + offset for form, offset in forms])
    entries = collect_entries(terms, weights, sentences, lexicon)
    limit = postings_limit(len(profiles))
    term_key, term_sentence, rare = term_keys(entries, limit)
    run_key, run_sentence = run_keys(terms, sentences, document[sentences])
    firm = np.ones(len(term_key) + len(run_key), bool)
    if len(profiles) > STORY:
        firm[rare : len(term_key)] = False
    pairs = meet(np.concatenate([term_key, run_key]), np.concatenate([term_sentence, run_sentence]), firm, document, limit)
    one, other = pairs // total, pairs % total
    shared = _weigh(one, other, entries, total)
    whole: Doubles = np.bincount(entries.sentence, entries.weight, total).astype(np.float64)
    chosen = shared >= least
    one, other, shared = one[chosen], other[chosen], shared[chosen]
    quoted = np.concatenate([np.asarray(each.quoted, bool) for each in profiles])
    chosen = judge(one, other, shared, whole, quoted, total)
    one, other, shared = one[chosen], other[chosen], shared[chosen]
    chosen = _best_of_sentence(one, other, shared, document, len(profiles))
    one, other, shared = one[chosen], other[chosen], shared[chosen]
    first, second = document[one], document[other]
    order = np.lexsort((other, one, second, first))
    return Candidates(first[order], second[order], (one - offsets[first])[order], (other - offsets[second])[order], shared[order])


def collect_entries(terms: Longs, weights: Doubles, sentences: Longs, lexicon: Lexicon) -> Entries:
    """Give the distinct terms of each sentence that are not too common to tell anything."""
    useful = weights >= RAREST_NEEDED
    concept = lexicon.concepts()[terms[useful]]
    key, at = np.unique(sentences[useful] * len(lexicon.names) + concept, return_index=True)
    sentence, term, weight = key // len(lexicon.names), key % len(lexicon.names), weights[useful][at]
    held = np.bincount(term, minlength=len(lexicon.names))[term]
    order = np.lexsort((term, held, sentence))
    return Entries(sentence[order], term[order], weight[order], held[order])


def _weigh(one: Longs, other: Longs, entries: Entries, total: int) -> Doubles:
    """Sum what the sentences of each pair share."""
    size = int(entries.term.max(initial=0)) + 1
    order = np.lexsort((entries.term, entries.sentence))
    keys, weights = (entries.sentence * size + entries.term)[order], entries.weight[order]
    bounds = np.searchsorted(entries.sentence, np.arange(total + 1))
    parts = [_weigh_some(one[at : at + AT_ONCE], other[at : at + AT_ONCE], keys, weights, bounds, size) for at in range(0, len(one), AT_ONCE)]
    return np.concatenate(parts) if parts else np.zeros(0)


def _weigh_some(one: Longs, other: Longs, keys: Longs, weights: Doubles, bounds: Longs, size: int) -> Doubles:
    lengths = np.diff(bounds)
    swap = lengths[one] > lengths[other]
    few, many = np.where(swap, other, one), np.where(swap, one, other)
    repeats = lengths[few]
    pair = np.repeat(np.arange(len(one)), repeats)
    at = np.repeat(bounds[few] - np.cumsum(repeats) + repeats, repeats) + np.arange(len(pair))
    wanted = many[pair] * size + keys[at] % size
    found = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
    same = keys[found] == wanted
    shared: Doubles = np.bincount(pair[same], np.minimum(weights[at[same]], weights[found[same]]), len(one)).astype(np.float64)
    return shared


def judge(one: Longs, other: Longs, shared: Doubles, whole: Doubles, quoted: npt.NDArray[np.bool_], sentences: int) -> npt.NDArray[np.bool_]:
    """Tell which pairs are worth an alignment: by what they share, absolutely and of either sentence, and whether both are quotations.

    Among few sentences every doubt is looked into.
    """
    weights = (BIAS, SHARED, LOG_SHARED, OF_LESS, OF_MORE, LOG_LESS, LOG_MORE, OF_BOTH, QUOTED)
    logit = describe(shared, whole[one], whole[other], quoted[one] & quoted[other]) @ np.asarray(weights)
    chosen: npt.NDArray[np.bool_] = logit >= THRESHOLD + CAUTION * min(0.0, math.log(sentences / MANY))
    return chosen


def describe(shared: Doubles, whole_one: Doubles, whole_other: Doubles, quoted: npt.NDArray[np.bool_]) -> Doubles:
    """Give for each pair a row of what `judge` weighs."""
    less, more = np.minimum(whole_one, whole_other) + 1e-9, np.maximum(whole_one, whole_other) + 1e-9
    rows: Doubles = np.stack(
        [
            np.ones(len(shared)),
            shared,
            np.log(shared),
            shared / less,
            shared / more,
            np.log(less),
            np.log(more),
            shared / np.sqrt(less * more),
            quoted,
        ],
        1,
    )
    return rows


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
