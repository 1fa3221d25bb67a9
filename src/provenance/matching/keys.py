"""Under which keys a sentence is looked up: rare terms, pairs of less rare ones, and fingerprints of runs of words.

Every key stands in few sentences or is dropped, so that stock phrases and boilerplate introduce nobody and the work per text does not
grow with the size of the collection.
"""

from __future__ import annotations

import math

import attrs
import numpy as np
import numpy.typing as npt

Keys = npt.NDArray[np.uint64]
Longs = npt.NDArray[np.int64]
Doubles = npt.NDArray[np.float64]

POSTINGS_LIMIT, STORY_LIMIT = 24, 160  # sentences; a key in more of them is dropped; more are allowed where the documents are few
STORY = 128  # documents
RAREST_OF_SENTENCE = 9  # less rare terms of a sentence that are paired with one another
RUN = 5  # words of a fingerprint
WINNOW = 4  # consecutive fingerprints of which one is kept (Schleimer, Wilkerson and Aiken 2003)

_MIX = np.uint64(0x9E3779B97F4A7C15)
_FACTOR = np.uint64(0xBF58476D1CE4E5B9)


@attrs.frozen(eq=False)
class Entries:
    """Distinct terms of sentences: parallel arrays sorted by sentence, rarest first.

    Attributes:
        sentence: Number of the sentence in the collection.
        term: Number of the term.
        weight: Its weight there, in nats.
        held: In how many sentences of the collection the term stands.
        kind: Whether it is a number (1), a name (2) or another word (0).

    """

    sentence: Longs
    term: Longs
    weight: Doubles
    held: Longs
    kind: npt.NDArray[np.uint8]


def order_by(*columns: Longs) -> Longs:
    """Give the order that sorts non-negative columns by the first, then the second and so on; equal rows stay in no order of their own."""
    if not len(columns[0]):
        return np.zeros(0, np.int64)
    sizes = [int(column.max()) + 1 for column in columns]
    if math.prod(sizes) >= 1 << 63:
        return np.lexsort(columns[::-1])
    packed = columns[0].astype(np.int64)
    for column, size in zip(columns[1:], sizes[1:], strict=True):
        packed = packed * size + column
    order: Longs = np.argsort(packed)  # one column sorts several times as fast as three
    return order


def mix(values: Keys) -> Keys:
    """Scramble numbers (the finaliser of splitmix64; Steele, Lea and Flood 2014)."""
    with np.errstate(over="ignore"):
        values = (values ^ (values >> np.uint64(30))) * _FACTOR
        return values ^ (values >> np.uint64(27))


def postings_limit(documents: int) -> int:
    """Give in how many sentences a key may stand: a report that every outlet of a story carries is no boilerplate.

    >>> postings_limit(5), postings_limit(5_000)
    (160, 24)
    """
    return STORY_LIMIT if documents <= STORY else POSTINGS_LIMIT


def term_keys(entries: Entries, limit: int) -> tuple[Keys, Longs, int]:
    """Give (key, sentence) for the rare terms, and for pairs of the less rare ones; and how many of the first kind there are."""
    rare = entries.held <= limit
    keys = [mix(entries.term[rare].astype(np.uint64) + _MIX)]
    sentences = [entries.sentence[rare]]
    term, sentence = entries.term[~rare].astype(np.uint64), entries.sentence[~rare]
    heads = np.flatnonzero(np.concatenate([[True], sentence[1:] != sentence[:-1]])) if len(sentence) else np.zeros(0, np.int64)
    rank = np.arange(len(sentence)) - np.repeat(heads, np.diff(np.concatenate([heads, [len(sentence)]])))
    term, sentence = term[rank < RAREST_OF_SENTENCE], sentence[rank < RAREST_OF_SENTENCE]
    for apart in range(1, RAREST_OF_SENTENCE):
        together = np.flatnonzero(sentence[apart:] == sentence[:-apart]) if len(sentence) > apart else np.zeros(0, np.int64)
        one, other = term[together], term[together + apart]
        with np.errstate(over="ignore"):
            keys.append(mix(np.minimum(one, other) * _MIX + np.maximum(one, other)))
        sentences.append(sentence[together])
    return np.concatenate(keys), np.concatenate(sentences), len(keys[0])


def run_keys(terms: Longs, sentence: Longs, document: Longs) -> tuple[Keys, Longs]:
    """Give (key, sentence) for winnowed fingerprints of runs of words; all words count, in order."""
    size = len(terms) - RUN + 1
    if size < 1:
        return np.zeros(0, np.uint64), np.zeros(0, np.int64)
    rolled = np.zeros(size, np.uint64)
    with np.errstate(over="ignore"):
        for at in range(RUN):
            rolled = mix(rolled * _MIX + terms[at : at + size].astype(np.uint64))
    inside = document[:size] == document[RUN - 1 :]
    if size < WINNOW:
        kept = np.arange(size)
    else:
        windows = np.lib.stride_tricks.sliding_window_view(rolled, WINNOW)
        kept = np.unique(np.arange(len(windows)) + windows.argmin(1))
    kept = kept[inside[kept]]
    return rolled[kept], sentence[kept]


def meet(key: Keys, sentence: Longs, firm: npt.NDArray[np.bool_], document: Longs, limit: int) -> Longs:
    """Give the distinct pairs of sentences of different documents that meet, as lower * number of sentences + higher, sorted.

    Args:
        key: Keys.
        sentence: The sentence that stands under each.
        firm: Whether meeting under it is enough; two sentences that meet under others must do so twice.
        document: The document of each sentence.
        limit: In how many sentences a key may stand.

    """
    total = len(document)
    bits = np.uint64(total.bit_length() + 1)
    # Key, sentence and firmness in one number: the key keeps 40 bits and more, and numbers alone are sorted fast.
    packed = np.sort((key << bits) | (sentence.astype(np.uint64) << np.uint64(1)) | firm)
    key, firm = packed >> bits, (packed & np.uint64(1)).astype(bool)
    sentence = (packed >> np.uint64(1)).astype(np.int64) & ((1 << int(bits) - 1) - 1)
    starts = np.flatnonzero(np.concatenate([[True], key[1:] != key[:-1]])) if len(key) else np.zeros(0, np.int64)
    sizes = np.diff(np.concatenate([starts, [len(key)]]))
    last = np.repeat(starts + sizes, sizes)
    alive = np.flatnonzero(np.repeat((sizes > 1) & (sizes <= limit), sizes))
    pairs: list[Longs] = []
    step = 1
    while len(alive):
        alive = alive[alive + step < last[alive]]
        one, other = sentence[alive], sentence[alive + step]
        apart = document[one] != document[other]
        met = one[apart] * total + other[apart]
        pairs += [met, met[firm[alive[apart]]]]
        step += 1
    if not pairs:
        return np.zeros(0, np.int64)
    every = np.sort(np.concatenate(pairs))  # much faster than np.unique
    again = every[1:][every[1:] == every[:-1]]
    distinct: Longs = again[np.concatenate([[True], again[1:] != again[:-1]])] if len(again) else again
    return distinct
