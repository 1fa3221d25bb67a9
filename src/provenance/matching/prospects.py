"""Which of the pairs of sentences that met are worth an alignment."""

from __future__ import annotations

import math

import attrs
import numpy as np
import numpy.typing as npt

from provenance.matching.keys import Doubles, Entries, Longs
from provenance.matching.logistic import load_logistic

# What is known of a pair before its words are aligned: first what two sums over sentences tell, then what the shared terms tell one by one.
AT_A_GLANCE = ("bias", "shared", "log_shared", "of_less", "of_more", "log_less", "log_more", "of_both", "quoted")
NAMES = (*AT_A_GLANCE, "units", "heavy", "rarest", "numbers", "proper", "odd_numbers", "odd_names", "log_terms_less", "log_terms_more")
FIRST_THRESHOLD = -5.0  # log odds of the regression over what is seen at a glance
THRESHOLD = -4.5  # log odds of the regression over everything; one passage in a hundred is lost
MANY, CAUTION = 6_000, 1.6  # sentences; below that the thresholds fall by so much for each factor of e
LEAST_OF_BOTH = 0.2  # shared weight over the geometric mean of both; below it one passage in a thousand lies, also of those in two languages
HEAVY = 5.0  # nats
AT_ONCE = 200_000  # pairs weighed at once, to bound memory

Pairs = tuple[Longs, Longs, Doubles]


@attrs.frozen(eq=False)
class _Index:
    """The terms of sentences, to be looked up by sentence and term.

    Attributes:
        keys: Sentence * `size` + term, sorted.
        weights: What each tells, in nats.
        kinds: What each is (see `Entries`).
        bounds: The first key of each sentence, and the end.
        size: More than any term.
        whole: What all terms of a sentence weigh.
        figures: How many numbers a sentence has.
        names: How many names.

    """

    keys: Longs
    weights: Doubles
    kinds: npt.NDArray[np.uint8]
    bounds: Longs
    size: int
    whole: Doubles
    figures: Longs
    names: Longs


def find_prospects(one: Longs, other: Longs, entries: Entries, quoted: npt.NDArray[np.bool_], languages: Longs, least: float) -> Pairs:
    """Give the pairs that are worth an alignment, each with a row of what speaks for it.

    Args:
        one: A sentence of each pair.
        other: The other one.
        entries: The terms of all sentences.
        quoted: Whether each sentence is a quotation.
        languages: A number for the language of each sentence.
        least: What two sentences must share, in nats.

    """
    total = len(quoted)
    size = int(entries.term.max(initial=0)) + 1
    keys = entries.sentence * size + entries.term
    order = np.argsort(keys)
    index = _Index(
        keys[order],
        entries.weight[order],
        entries.kind[order],
        np.searchsorted(entries.sentence, np.arange(total + 1)),
        size,
        np.bincount(entries.sentence, entries.weight, total).astype(np.float64),
        np.bincount(entries.sentence[entries.kind == 1], minlength=total),
        np.bincount(entries.sentence[entries.kind == 2], minlength=total),
    )
    parts: list[Pairs] = []
    for at in range(0, len(one), AT_ONCE):
        mine, theirs, described = _describe(one[at : at + AT_ONCE], other[at : at + AT_ONCE], index, quoted, languages, least)
        # Two languages share names and numbers only, and what the regressions know of is English.
        chosen = judge(described, total) | (languages[mine] != languages[theirs])
        parts.append((mine[chosen], theirs[chosen], described[chosen]))
    if not parts:
        nothing = np.zeros(0, np.int64)
        return nothing, nothing, np.zeros((0, len(NAMES)))
    return np.concatenate([part[0] for part in parts]), np.concatenate([part[1] for part in parts]), np.concatenate([part[2] for part in parts])


def judge(described: Doubles, sentences: int) -> npt.NDArray[np.bool_]:
    """Tell which pairs are worth an alignment, by the first regression, among many sentences by both; among few every doubt is looked into."""
    slack = CAUTION * min(0.0, math.log(sentences / MANY))
    chosen: npt.NDArray[np.bool_] = load_logistic("glances").logit(described[:, : len(AT_A_GLANCE)]) >= FIRST_THRESHOLD + slack
    if sentences > MANY:
        # What is saved by a closer look is worth it only where there is much to look at.
        chosen &= load_logistic("prospects").logit(described) >= THRESHOLD
    return chosen


def _describe(one: Longs, other: Longs, index: _Index, quoted: npt.NDArray[np.bool_], languages: Longs, least: float) -> Pairs:
    """Describe the pairs that share enough to be described."""
    keys, weights, kinds, bounds, size = index.keys, index.weights, index.kinds, index.bounds, index.size
    whole, figures, names = index.whole, index.figures, index.names
    lengths = np.diff(bounds)
    swap = lengths[one] > lengths[other]
    few, many = np.where(swap, other, one), np.where(swap, one, other)
    repeats = lengths[few]
    pair = np.repeat(np.arange(len(one)), repeats)
    at = np.repeat(bounds[few] - np.cumsum(repeats) + repeats, repeats) + np.arange(len(pair))
    wanted = many[pair] * size + keys[at] % size
    found = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
    same = keys[found] == wanted
    pair, weight, kind = pair[same], np.minimum(weights[at[same]], weights[found[same]]), kinds[at[same]]
    shared = np.bincount(pair, weight, len(one))
    both = np.sqrt(whole[one] * whole[other]) + 1e-9
    # Among few sentences of one language every doubt is looked into.
    doubted = (languages[one] == languages[other]) & (len(quoted) <= MANY)
    enough = (shared >= least) & ((shared >= LEAST_OF_BOTH * both) | doubted)
    kept = enough[pair]
    pair, weight, kind = (np.cumsum(enough) - 1)[pair[kept]], weight[kept], kind[kept]
    one, other, shared, both = one[enough], other[enough], shared[enough], both[enough]
    count = len(one)
    less, more = np.minimum(whole[one], whole[other]) + 1e-9, np.maximum(whole[one], whole[other]) + 1e-9
    numbers, proper = np.bincount(pair, kind == 1, count), np.bincount(pair, kind == 2, count)
    rarest = np.maximum.reduceat(weight, np.flatnonzero(np.diff(pair, prepend=-1))) if count else shared
    rows = np.stack(
        [
            np.ones(count),
            shared,
            np.log(shared),
            shared / less,
            shared / more,
            np.log(less),
            np.log(more),
            shared / both,
            quoted[one] & quoted[other],
            np.minimum(np.bincount(pair, minlength=count), 8),
            np.bincount(pair, weight >= HEAVY, count),
            rarest,
            np.minimum(numbers, 3),
            np.minimum(proper, 3),
            np.minimum(np.minimum(figures[one], figures[other]) - numbers, 3),
            np.minimum(np.minimum(names[one], names[other]) - proper, 3),
            np.log1p(np.minimum(lengths[one], lengths[other])),
            np.log1p(np.maximum(lengths[one], lengths[other])),
        ],
        1,
    )
    return one, other, rows
