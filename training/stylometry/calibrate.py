"""Fits the calibration of each reading on held-out scores, and measures it on groups the calibration had not seen either."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from scipy.optimize import minimize

from provenance.stylometry.calibration import calibrate, calibrate_sources, length_term

LEAST_CORPORA = 3
OFFSET_PULL = 0.005  # keeps the offsets of rare languages near 0
BOUND = 5.0  # no reading is believed beyond odds of 150 to 1


def fit_binary(raw: np.ndarray, words: np.ndarray, truth: np.ndarray, weights: np.ndarray) -> dict[str, float]:
    """Fit slope and offset, both linear in log length, by weighted logistic loss with a light pull to slope 0.5.

    Args:
        raw: Score differences, shape (n,).
        words: Lengths, shape (n,).
        truth: 0 or 1.
        weights: Of the observations; the classes are balanced here, so that the result is a likelihood ratio.

    """
    lengths = np.array([length_term(int(count)) for count in words])
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
    """Fit temperature and offsets of the source scores, every language counting the same.

    Args:
        raw: Scores, rows by classes.
        words: Lengths.
        truth: Column of the right class.
        weights: Of the observations.
        classes: Names of the columns.
        free: Columns that get an offset; for a language with hardly any corpora it would only repeat what went wrong with them.

    """
    lengths = np.array([length_term(int(count)) for count in words])
    present = sorted(set(truth.tolist()))
    balanced = weights.astype(float).copy()
    for column in present:
        balanced[truth == column] /= balanced[truth == column].sum() * len(present)

    shifted = sorted(set(present) & set(free))

    def unpack(p: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        offsets = np.zeros(len(classes))
        offsets[shifted] = p[2:]
        return np.maximum(0.05, p[0] + p[1] * lengths), offsets

    def loss(p: np.ndarray) -> tuple[float, np.ndarray]:
        slopes, offsets = unpack(p)
        scaled = raw * slopes[:, None] + offsets
        top = scaled.max(axis=1, keepdims=True)
        powers = np.exp(scaled - top)
        total = powers.sum(axis=1, keepdims=True)
        value = balanced @ (top[:, 0] + np.log(total[:, 0]) - scaled[np.arange(len(truth)), truth])
        error = powers / total
        error[np.arange(len(truth)), truth] -= 1.0
        error *= balanced[:, None]
        by_slope = (error * raw).sum(axis=1)
        gradient = np.concatenate([[by_slope.sum(), by_slope @ lengths], error.sum(axis=0)[shifted] + 2 * OFFSET_PULL * p[2:]])
        return float(value + OFFSET_PULL * p[2:] @ p[2:]), gradient

    found = minimize(loss, np.array([0.5, 0.0, *[0.0] * len(shifted)]), jac=True, method="L-BFGS-B").x
    offsets = {classes[column]: round(float(value), 4) for column, value in zip(shifted, found[2:], strict=True)}
    return {"slope": round(float(found[0]), 4), "slope_by_length": round(float(found[1]), 4), "offsets": offsets, "bound": BOUND}


def fit_spread(whole: np.ndarray, cut: np.ndarray, words: np.ndarray) -> dict[str, float]:
    """Fit how far the reading of a piece lies from that of its unit, as a power of the length."""
    lengths = np.array([length_term(int(count)) for count in words])
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


def apply_sources(raw: np.ndarray, words: np.ndarray, classes: tuple[str, ...], parameters: dict[str, Any]) -> np.ndarray:
    """Give the log-likelihood ratios, rows by classes."""
    out = []
    for row, count in zip(raw, words, strict=True):
        ratios = calibrate_sources(dict(zip(classes, map(float, row), strict=True)), int(count), parameters)
        out.append([ratios[name] for name in classes])
    return np.array(out)


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
    raw: np.ndarray, words: np.ndarray, truth: np.ndarray, weights: np.ndarray, classes: tuple[str, ...], groups: np.ndarray
) -> np.ndarray:
    """Give log-likelihood ratios of every piece by a calibration fitted without its group."""
    out = np.zeros_like(raw)
    free = free_columns(truth, groups)
    for group in sorted(set(groups.tolist())):
        inside = groups == group
        parameters = fit_sources(raw[~inside], words[~inside], truth[~inside], weights[~inside], classes, free)
        out[inside] = apply_sources(raw[inside], words[inside], classes, parameters)
    return out
