"""Turns raw scores into natural-log likelihood ratios that know how long the text was.

Fitted on texts of corpora the scoring model had not seen, cut to several lengths (logistic calibration, Platt 1999, with slope and offset linear in the
logarithm of the length): the shorter the text, the flatter the reading.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

REFERENCE_WORDS = 200.0
MINIMUM_SLOPE = 0.05
MOST_LEAD = 6.0  # a lead of one source language over the next counts up to here


def length_term(words: int) -> float:
    """Give the logarithm of a length in units of 200 words, bounded to the lengths that were measured (40 to 1,000 words)."""
    return math.log(min(max(words, 40), 1000) / REFERENCE_WORDS)


def calibrate(raw: float, words: int, parameters: Mapping[str, float]) -> float:
    """Give the log-likelihood ratio of a raw score.

    Args:
        raw: Difference of scores.
        words: Length of the text.
        parameters: `slope`, `slope_by_length`, `offset`, `offset_by_length`, and `bound`: no reading is believed beyond it.

    """
    length = length_term(words)
    slope = max(MINIMUM_SLOPE, parameters["slope"] + parameters["slope_by_length"] * length)
    ratio = slope * raw + parameters["offset"] + parameters["offset_by_length"] * length
    return max(-parameters["bound"], min(parameters["bound"], ratio))


def calibrate_sources(raw: Mapping[str, float], words: int, parameters: Mapping[str, Any]) -> dict[str, float]:
    """Give each source language's log-likelihood ratio against the average of all, given that the text is a translation.

    A temperature that depends on the length and on how far the best language leads flattens the scores, an offset per language takes back what the sizes of the
    corpora gave it (vector scaling, Guo et al. 2017). In a share `lapse` of texts, as measured on corpora left out, the scores are not about the language at all, so the posterior is
    mixed with the even one; the ratio is that of the mixture to the even prior, and its logarithm never falls below that of the lapse.
    """
    first, second = sorted(raw.values(), reverse=True)[:2]
    lead = min(first - second, MOST_LEAD)
    slope = max(MINIMUM_SLOPE, parameters["slope"] + parameters["slope_by_length"] * length_term(words) + parameters["slope_by_lead"] * lead)
    scaled = {name: slope * value + parameters["offsets"].get(name, 0.0) for name, value in raw.items()}
    top = max(scaled.values())
    total = top + math.log(math.fsum(math.exp(value - top) for value in scaled.values()))
    even, lapse = math.log(len(scaled)), parameters["lapse"]
    return {name: math.log((1.0 - lapse) * math.exp(value - total + even) + lapse) for name, value in sorted(scaled.items())}


def spread(words: int, parameters: Mapping[str, float]) -> float:
    """Give the standard deviation that the reading of a text of this length has against that of the article it was cut from."""
    return parameters["spread"] * math.exp(parameters["spread_by_length"] * length_term(words))
