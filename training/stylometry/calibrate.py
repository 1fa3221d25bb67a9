"""Fits the calibration of each reading on held-out scores, and measures it on groups the calibration had not seen either."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from scipy.optimize import minimize

from provenance.stylometry.calibration import MINIMUM_SLOPE, MOST_LEAD, calibrate, length_term

LEAST_CORPORA = 3
OFFSET_PULL = 0.005  # keeps the offsets of rare languages near 0
LAPSES = (-8.0, 0.0)  # log odds of the share of texts that the scores say nothing about
BOUND = 5.0  # no reading is believed beyond odds of 150 to 1


def fit_binary(raw: np.ndarray, words: np.ndarray, truth: np.ndarray, weights: np.ndarray) -> dict[str, float]:
    """Fit slope and offset, both linear in log length, by weighted logistic loss with a light pull to slope 0.5.

    Args:
        raw: Score differences, shape (n,).
        words: Lengths, shape (n,).
        truth: 0 or 1.
        weights: Of the observations; the classes are balanced here, so that the result is a likelihood ratio.

    """
    lengths = _terms(words)
    balanced = weights.astype(float).copy()
    for label in (0, 1):
        balanced[truth == label] /= balanced[truth == label].sum()
    sign = 2.0 * truth - 1.0

    def loss(p: np.ndarray) -> float:
        margin = sign * ((p[0] + p[1] * lengths) * raw + p[2] + p[3] * lengths)
        return float(balanced @ np.logaddexp(0.0, -margin) + 1e-3 * ((p[0] - 0.5) ** 2 + p[1] ** 2 + p[2] ** 2 + p[3] ** 2))

    found = minimize(loss, np.array([0.5, 0.0, 0.0, 0.0]), method="L-BFGS-B").x
    names = ("slope", "slope_by_length", "offset", "offset_by_length")
    return {**{name: round(float(value), 4) for name, value in zip(names, found, strict=True)}, "bound": BOUND}


def fit_sources(
    raw: np.ndarray, words: np.ndarray, truth: np.ndarray, weights: np.ndarray, classes: Sequence[str], free: Sequence[int]
) -> dict[str, Any]:
    """Fit temperature (by length and lead), offsets and lapse of the source scores by logarithmic loss, every language counting the same.

    Args:
        raw: Scores, rows by classes.
        words: Lengths.
        truth: Column of the right class.
        weights: Of the observations.
        classes: Names of the columns.
        free: Columns that get an offset; for a language with hardly any corpora it would only repeat what went wrong with them.

    """
    lengths, leads = _terms(words), _leads(raw)
    rows, columns = np.arange(len(truth)), len(classes)
    present = sorted(set(truth.tolist()))
    balanced = weights.astype(float).copy()
    for column in present:
        balanced[truth == column] /= balanced[truth == column].sum() * len(present)
    shifted = sorted(set(present) & set(free))

    def loss(p: np.ndarray) -> tuple[float, np.ndarray]:
        offsets = np.zeros(columns)
        offsets[shifted] = p[4:]
        lapse = 1.0 / (1.0 + np.exp(-p[2]))
        slopes = p[0] + p[1] * lengths + p[3] * leads
        chances = _softmax(raw * np.maximum(MINIMUM_SLOPE, slopes)[:, None] + offsets)
        right = chances[rows, truth]
        mixed = (1.0 - lapse) * right + lapse / columns
        pull = balanced * (1.0 - lapse) * right / mixed
        error = chances * pull[:, None]
        error[rows, truth] -= pull
        by_slope = (error * raw).sum(axis=1) * (slopes > MINIMUM_SLOPE)
        by_lapse = balanced @ ((right - 1.0 / columns) / mixed) * lapse * (1.0 - lapse)
        by_rest = [by_slope.sum(), by_slope @ lengths, by_lapse, by_slope @ leads]
        gradient = np.concatenate([by_rest, error.sum(axis=0)[shifted] + 2 * OFFSET_PULL * p[4:]])
        return float(OFFSET_PULL * p[4:] @ p[4:] - balanced @ np.log(mixed)), gradient

    bounds = [(None, None), (None, None), LAPSES, (None, None), *[(None, None)] * len(shifted)]
    found = minimize(loss, np.array([0.5, 0.0, -2.0, 0.0, *[0.0] * len(shifted)]), jac=True, method="L-BFGS-B", bounds=bounds).x
    slopes = zip(("slope", "slope_by_length", "slope_by_lead"), found[[0, 1, 3]], strict=True)
    offsets = {classes[column]: round(float(value), 4) for column, value in zip(shifted, found[4:], strict=True)}
    lapse = round(float(1.0 / (1.0 + np.exp(-found[2]))), 4)
    return {**{name: round(float(value), 4) for name, value in slopes}, "offsets": offsets, "lapse": lapse}


def _terms(words: np.ndarray) -> np.ndarray:
    return np.array([length_term(int(count)) for count in words])


def _leads(raw: np.ndarray) -> np.ndarray:
    ranked = np.sort(raw, axis=1)
    return np.minimum(ranked[:, -1] - ranked[:, -2], MOST_LEAD)


def _softmax(scores: np.ndarray) -> np.ndarray:
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)


def fit_spread(whole: np.ndarray, cut: np.ndarray, words: np.ndarray) -> dict[str, float]:
    """Fit how far the reading of a piece lies from that of its unit, as a power of the length."""
    lengths = _terms(words)
    bins = np.unique(np.round(lengths, 1))
    points = [
        (float(value), float(np.sqrt(np.mean((whole - cut)[np.round(lengths, 1) == value] ** 2))))
        for value in bins
        if (np.round(lengths, 1) == value).sum() > 50
    ]
    slope, level = np.polyfit([x for x, _ in points], np.log([max(y, 1e-3) for _, y in points]), 1)
    return {"spread": round(float(np.exp(level)), 4), "spread_by_length": round(float(slope), 4)}


def apply_binary(raw: np.ndarray, words: np.ndarray, parameters: dict[str, float]) -> np.ndarray:
    """Give the log-likelihood ratios."""
    return np.array([calibrate(float(value), int(count), parameters) for value, count in zip(raw, words, strict=True)])


def apply_sources(raw: np.ndarray, words: np.ndarray, classes: Sequence[str], parameters: dict[str, Any]) -> np.ndarray:
    """Give the log-likelihood ratios, rows by classes: `provenance.stylometry.calibration.calibrate_sources` for many texts at once."""
    slopes = parameters["slope"] + parameters["slope_by_length"] * _terms(words) + parameters["slope_by_lead"] * _leads(raw)
    slopes = np.maximum(MINIMUM_SLOPE, slopes)
    chances = _softmax(raw * slopes[:, None] + np.array([parameters["offsets"].get(name, 0.0) for name in classes]))
    return np.log((1.0 - parameters["lapse"]) * chances * len(classes) + parameters["lapse"])


def calibration_error(probabilities: np.ndarray, truth: np.ndarray, weights: np.ndarray, bins: int = 10) -> float:
    """Give the expected calibration error over equal-width bins (Naeini et al. 2015), weighted."""
    at = np.minimum((probabilities * bins).astype(int), bins - 1)
    total = weights.sum()
    return float(sum(abs((weights * (probabilities - truth))[at == index].sum()) for index in range(bins)) / total)


def held_out_binary(raw: np.ndarray, words: np.ndarray, truth: np.ndarray, weights: np.ndarray, groups: np.ndarray) -> np.ndarray:
    """Give log-likelihood ratios of every piece by a calibration fitted without its group."""
    out = np.zeros(len(raw))
    for group in sorted(set(groups.tolist())):
        inside = groups == group
        rest = ~inside
        if len(set(truth[rest].tolist())) < 2:
            out[inside] = np.nan
            continue
        out[inside] = apply_binary(raw[inside], words[inside], fit_binary(raw[rest], words[rest], truth[rest], weights[rest]))
    return out


def free_columns(truth: np.ndarray, groups: np.ndarray) -> list[int]:
    """Give the columns whose language stands in enough corpora for an offset."""
    return [column for column in sorted(set(truth.tolist())) if len(set(groups[truth == column].tolist())) >= LEAST_CORPORA]


def held_out_sources(
    raw: np.ndarray, words: np.ndarray, truth: np.ndarray, weights: np.ndarray, classes: tuple[str, ...], groups: np.ndarray, usual: np.ndarray
) -> np.ndarray:
    """Give log-likelihood ratios of every piece by a calibration fitted on the usual pieces of other groups."""
    out = np.zeros_like(raw)
    free = free_columns(truth[usual], groups[usual])
    for group in sorted(set(groups.tolist())):
        inside = groups == group
        rest = ~inside & usual
        parameters = fit_sources(raw[rest], words[rest], truth[rest], weights[rest], classes, free)
        out[inside] = apply_sources(raw[inside], words[inside], classes, parameters)
    return out
