"""What a spinner may have written for what: the substitution lexicon, filed by replacement."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from functools import lru_cache

import attrs
import numpy as np

from provenance.catalogue import Catalogue
from provenance.spinning.counts import Counts, Ids, Logs, load_counts
from provenance.text import tokenise

Words = tuple[str, ...]


# A replacement's words after the first, and where its possible originals stand in the lists of `Substitutions` (half-open).
Replacement = tuple[Words, int, int]


@attrs.frozen(eq=False)
class Substitutions:
    """The lexicon, ready for looking up. The lists run over pairs of replacement and original, sorted by replacement.

    Attributes:
        by_first: Replacements by their first and second word (an empty string where there is none), longest first.
        originals: What may have stood there.
        openings: Number of the first word of each original in the counts.
        closings: … and of its last.
        inner: Log probability of its words after the first.
        chances: How often a spinner that replaces the original writes this replacement, natural log.
        strengths: How unusual the replacement is in news: 0 an ordinary synonym, 1 unusual, 2 telling.
        commonness: Log frequency of the rarest word of each original.

    """

    by_first: dict[str, dict[str, tuple[Replacement, ...]]]
    originals: tuple[str, ...]
    openings: Ids
    closings: Ids
    inner: Logs
    chances: Logs
    strengths: Logs
    commonness: Logs


def file_substitutions(rows: Iterable[Sequence[str]], counts: Counts) -> Substitutions:
    """File rows of original, replacement, part of speech, strength (1, 2 or 3), inside."""
    choices: dict[str, set[str]] = {}
    pairs: dict[tuple[Words, str], float] = {}
    for row in rows:
        original, replacement = row[0].lower(), row[1].lower()
        if original and replacement and original != replacement:
            choices.setdefault(original, set()).add(replacement)
            place = _words(replacement), original
            pairs[place] = max(float(row[3]) - 1.0, pairs.get(place, 0.0))
    ordered = sorted(pairs)
    by_first: dict[str, dict[str, list[Replacement]]] = {}
    low = 0
    for replacement_words, group in itertools.groupby(ordered, key=lambda pair: pair[0]):
        high = low + len(list(group))
        first, *rest = replacement_words
        by_first.setdefault(first, {}).setdefault(rest[0] if rest else "", []).append((tuple(rest), low, high))
        low = high
    words = [_words(original) for _, original in ordered]
    numbers = [[counts.number(word) for word in each] for each in words]
    return Substitutions(
        by_first={
            first: {second: tuple(sorted(found, key=lambda each: -len(each[0]))) for second, found in filed.items()}
            for first, filed in by_first.items()
        },
        originals=tuple(original for _, original in ordered),
        openings=np.array([each[0] for each in numbers], np.int64),
        closings=np.array([each[-1] for each in numbers], np.int64),
        inner=_chain(numbers, counts),
        chances=-np.log([len(choices[original]) for _, original in ordered]),
        strengths=np.array([pairs[pair] for pair in ordered]),
        commonness=np.array([min(counts.frequencies[number] for number in each) for each in numbers]),
    )


def _chain(numbers: Sequence[Sequence[int]], counts: Counts) -> Logs:
    """Give the log probability of the words after the first, for each list of words."""
    links = [(at, left, right) for at, each in enumerate(numbers) for left, right in itertools.pairwise(each)]
    if not links:
        return np.zeros(len(numbers))
    at, left, right = (np.array(column, np.int64) for column in zip(*links, strict=True))
    return np.bincount(at, counts.log(left, right), len(numbers)).astype(np.float64)


@lru_cache(maxsize=4)
def load_substitutions(catalogue: Catalogue) -> Substitutions:
    """Give the substitutions of a catalogue (about 100 ms the first time)."""
    return file_substitutions(catalogue.tables.get("substitutions", ()), load_counts())


def _words(text: str) -> Words:
    return (text,) if text.isalpha() else tuple(tokenise(text).norms)
