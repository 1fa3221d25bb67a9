"""Numbers written in several words."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from provenance.matching.profile import Longs
from provenance.matching.terms import number
from provenance.matching.vocabulary import Vocabulary

_UNITS = {"one": 1, **{f"#{unit}": unit for unit in range(2, 10)}}
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_LONGEST_NUMBER = 9  # characters of a number before a scale


def join_number_words(places: Longs, terms: Longs, surfaces: Sequence[str], vocabulary: Vocabulary, behind: Callable[[int], str]) -> None:
    """Make one number of `sixty-two` and of `4 thousand`: the first word gets its value, the second that of an empty word.

    Args:
        places: The place of each word, to see what stands next to one another.
        terms: The term of each word; changed.
        surfaces: The words as written.
        vocabulary: Numbers the terms.
        behind: Gives the token behind a word.

    """
    names = vocabulary.names
    numbered = np.flatnonzero(np.isin(terms, vocabulary.counting)).tolist()
    for at in numbered:
        if terms[at] not in vocabulary.tens or at + 1 == len(terms):
            continue
        unit = _UNITS.get(names[terms[at + 1]])
        if unit is not None and places[at + 1] == places[at] + 2 and behind(at) == "-":
            terms[at] = vocabulary.term(f"#{int(names[terms[at]][1:]) + unit}")
            terms[at + 1] = vocabulary.term("the")
    for at in numbered:
        scale = _SCALES.get(surfaces[at].lower()) if at else None
        value = None if scale is None else _value(names[terms[at - 1]])
        if scale is not None and value is not None and places[at] == places[at - 1] + 1:
            terms[at - 1] = vocabulary.term(number(f"{value * scale:.3f}".rstrip("0").rstrip(".")))
            terms[at] = vocabulary.term("the")


def _value(name: str) -> float | None:
    """Give the value of a number term; None for other terms, times and numbers too long to stand before a scale."""
    try:
        return float(name[1:]) if name[0] == "#" and len(name) <= _LONGEST_NUMBER else None
    except ValueError:
        return None
