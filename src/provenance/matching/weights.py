"""What sharing a word tells, once more is known than how rare it is in English: topics, names, boilerplate."""

from __future__ import annotations

from collections.abc import Sequence

import attrs
import numpy as np

from provenance.matching.keys import mix
from provenance.matching.profile import Flags, Floats, Longs, Profile

# A term that a document repeats tells little about which of its sentences is meant: at most ln(sentences / sentences with it) + this much.
TOPIC_ALLOWANCE = 3.0
REPETITIVE = 0.1  # share of sentences that are worded for the first time, up to which a text counts as if it had only these
SHORT_TEXT = 20  # sentences; a shorter text is taken for a part of one as long
# In a large collection a term weighs at most what its frequency there tells: what thousands of texts carry is boilerplate, or the news of the day.
BOILERPLATE = 200  # occurrences
BOILERPLATE_ALLOWANCE = 0.7  # nats
NAME_REST = 0.25  # of its weight, for each word of a name but the rarest: "Collective Security Treaty Organization" is one thing, not four
LONGEST_NAME = 5  # words; a longer capitalised run is a headline


def mark_fresh(terms: Longs, bounds: Longs, units: Longs) -> Flags:
    """Mark the sentences that are the first of their wording in a text that hardly does anything but repeat itself; all sentences of other texts.

    Args:
        terms: The term of each word.
        bounds: The first word of each sentence, and the end.
        units: The first sentence of each text, and the end.

    """
    places = np.arange(len(terms)) - np.repeat(bounds[:-1], np.diff(bounds))
    with np.errstate(over="ignore"):
        sums = np.concatenate(
            [np.zeros(1, np.uint64), np.cumsum(mix(terms.astype(np.uint64) << np.uint64(24) ^ places.astype(np.uint64)), dtype=np.uint64)]
        )
        wordings = sums[bounds[1:]] - sums[bounds[:-1]]
        texts = np.repeat(np.arange(1, len(units), dtype=np.uint64), np.diff(units))
        _, firsts = np.unique(mix(wordings ^ mix(texts)), return_index=True)
    fresh = np.zeros(len(wordings), bool)
    fresh[firsts] = True
    counts = np.diff(units)
    distinct = np.diff(np.concatenate([[0], np.cumsum(fresh)])[units])
    return fresh | np.repeat(distinct > REPETITIVE * counts, counts)


def bound_topics(general: Floats, terms: Longs, sentences: Longs, texts: Longs, fresh: Flags, counts: Longs) -> Floats:
    """Bound the weight of each word by how often its text repeats it.

    Args:
        general: The weights.
        terms: The term of each word.
        sentences: Its sentence, in a numbering over all texts.
        texts: Its text.
        fresh: For each sentence whether it is the first of its wording; the others do not count.
        counts: How many such sentences each text has.

    """
    if not len(terms):
        return general
    order = np.lexsort((sentences, terms, texts))
    text, term, sentence = texts[order], terms[order], sentences[order]
    first = np.ones(len(terms), bool)
    first[1:] = (term[1:] != term[:-1]) | (text[1:] != text[:-1])
    apart = first.copy()
    apart[1:] |= sentence[1:] != sentence[:-1]
    group = np.cumsum(first) - 1
    repeated = np.empty(len(terms))
    repeated[order] = np.bincount(group, apart & fresh[sentence])[group]
    local = np.log(np.maximum(counts, SHORT_TEXT)[texts] / (repeated - 0.5)) + TOPIC_ALLOWANCE
    return np.minimum(general, np.maximum(local, 0.0)).astype(np.float32)


def discount_names(weights: Floats, capital: Flags, places: Longs, sentences: Longs) -> Floats:
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
    fresh = np.ones(len(best), bool)
    fresh[1:] = run[best][1:] != run[best][:-1]
    first[best[fresh]] = True
    return np.where(first, weights, weights * NAME_REST).astype(np.float32)


def discount_boilerplate(profiles: Sequence[Profile], terms: int) -> list[Profile]:
    """Lower the weights of terms that stand in very many sentences of the collection.

    Args:
        profiles: The texts.
        terms: How many terms are numbered.

    """
    if sum(map(len, profiles)) < BOILERPLATE:
        return list(profiles)
    counts = np.bincount(np.concatenate([each.terms[each.fresh[each.sentences]] for each in profiles]), minlength=terms)
    if counts.max() <= BOILERPLATE:
        return list(profiles)
    sentences = sum(int(each.fresh.sum()) for each in profiles)
    caps = np.where(counts > BOILERPLATE, np.log(sentences / np.maximum(counts, 1)) + BOILERPLATE_ALLOWANCE, np.inf)
    caps = np.maximum(caps, 0.0).astype(np.float32)
    return [attrs.evolve(each, weights=np.minimum(each.weights, caps[each.terms])) for each in profiles]
