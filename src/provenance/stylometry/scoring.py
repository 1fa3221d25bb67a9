"""From a text to raw scores: masked runs, looked up, weighed, multiplied with the heads."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from provenance.stylometry.features import encode, run_keys
from provenance.stylometry.symbols import START, mask
from provenance.stylometry.weights import Weights
from provenance.text import Text

HEADS = ("origin", "source", "trip")  # in the order of their rows in the weights
ORIGINAL, ROUND_TRIP = "orig", "rt"
MACHINE = ("nmt", "rt", "smt")


@attrs.frozen(kw_only=True, eq=False)
class Score:
    """Raw scores of one text, with what they were made of.

    Attributes:
        origin: Score of each class of the head `origin`.
        source: Score of each class of the head `source`.
        trip: Score of each class of the head `trip` (an original or its round trip).
        columns: Distinct runs of the text as columns of the weights, int64, shape (found,).
        counts: How often each occurs, shape (found,).
        values: Its weight in the text, rows of Euclidean length 1, shape (found,).
        symbols: The masked text.
        places: The token behind each symbol.
        keys: Key of every run, first symbol and length of each.

    """

    origin: Mapping[str, float]
    source: Mapping[str, float]
    trip: Mapping[str, float]
    columns: Any
    counts: Any
    values: Any
    symbols: list[str]
    places: list[int]
    keys: tuple[Any, Any, Any]


def score(text: Text, weights: Weights) -> Score:
    """Score a text with every head."""
    import numpy as np

    symbols, places = mask(text, weights.numbers)
    keys = run_keys(encode(symbols, weights.numbers), weights.base, weights.numbers[START])
    found, counts = np.unique(keys[0], return_counts=True)
    at = np.searchsorted(weights.runs, found)
    at[at == len(weights.runs)] = 0
    hit = weights.runs[at] == found
    columns, counts = at[hit], counts[hit]
    values = (1.0 + np.log(counts)) * weights.idf[columns]
    norm = float(np.sqrt(values @ values))
    values = values / norm if norm else values
    sums = weights.heads[:, columns] @ values
    raw: dict[str, dict[str, float]] = {}
    row = 0
    for head in HEADS:
        classes, intercepts = weights.meta[head]["classes"], weights.meta[head]["intercepts"]
        raw[head] = {name: float(sums[row + index]) + intercepts[index] for index, name in enumerate(classes)}
        row += len(classes)
    return Score(**raw, columns=columns, counts=counts, values=values, symbols=symbols, places=places, keys=keys)


def log_sum(values: list[float]) -> float:
    """Give the logarithm of the sum of exponentials.

    >>> round(log_sum([0.0, 0.0]), 4)
    0.6931
    """
    import math

    top = max(values)
    return top + math.log(math.fsum(math.exp(value - top) for value in values))


def contrasts(origin: Mapping[str, float], trip: Mapping[str, float]) -> dict[str, float]:
    """Give the four differences of scores that the readings are calibrated on.

    `translated`: any translation against the original; `machine`: direct neural translation against a human one; `statistical`: statistical or
    rule-based against neural; `round_trip`: a modern round trip against the original.
    """
    return {
        "translated": log_sum([value for name, value in sorted(origin.items()) if name != ORIGINAL]) - origin[ORIGINAL],
        "machine": log_sum([origin["nmt"], origin["smt"]]) - origin["ht"],
        "statistical": origin["smt"] - log_sum([origin["nmt"], origin["rt"]]),
        "round_trip": trip[ROUND_TRIP] - trip[ORIGINAL],
    }
