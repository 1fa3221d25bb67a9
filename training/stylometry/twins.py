"""Fits the head `trip`: English originals against their own round trips, article by article.

A round trip has the topic, the outlet and the plan of its original; what is left between the two is the engine's hand. So one classifier of all originals and
all round trips is joined with one that sees nothing but the differences between the two versions of an article.
"""

from __future__ import annotations

import collections
import warnings
from collections.abc import Sequence

import numpy as np
import scipy.sparse as sp
from joblib import Parallel, delayed
from sklearn.exceptions import ConvergenceWarning
from sklearn.linear_model import LogisticRegression
from threadpoolctl import threadpool_limits
from training.stylometry.corpora import Unit
from training.stylometry.fit import NOT_NEWS, PROCESSES, Head

CLASSES = ("orig", "rt")
STRENGTH, PAIR_STRENGTH = 10.0, 60.0  # inverse regularisations; others than these changed the area by less than 0.01
ITERATIONS, TOLERANCE = 200, 1e-5


def trip_labels(labels: np.ndarray) -> np.ndarray:
    """Keep `orig` and `rt` of the labels of the head `origin`."""
    return np.where(np.isin(labels, CLASSES), labels, "")


@threadpool_limits.wrap(limits=1)
def fit_twins(rows: sp.csr_matrix, units: Sequence[Unit], labels: np.ndarray, chosen: np.ndarray) -> Head:
    """Fit on the chosen rows; the two classifiers are added at equal spread of their scores."""
    at = np.flatnonzero(chosen & (labels != ""))
    truth = labels[at] == "rt"
    weights = np.where(truth, len(at) / 2 / truth.sum(), len(at) / 2 / (~truth).sum())
    both = [_fit(rows[at], truth, weights, STRENGTH, intercept=True)]
    differences = _differences(rows, units, labels, at)
    if differences is not None:
        signs = np.repeat([True, False], differences.shape[0])
        both.append(_fit(sp.vstack([differences, -differences]).tocsr(), signs, np.ones(len(signs)), PAIR_STRENGTH, intercept=False))
    joined = np.sum([coefficients / np.std(rows[at] @ coefficients) for coefficients in both], axis=0)
    return Head(CLASSES, np.stack([-joined / 2, joined / 2]).astype(np.float32), np.zeros(2))


def fold_twins(rows: sp.csr_matrix, units: Sequence[Unit], labels: np.ndarray) -> dict[str, Head]:
    """Fit once without each group."""
    groups = np.array([unit.group for unit in units])
    names = sorted(set(groups.tolist()) - NOT_NEWS)
    heads = Parallel(PROCESSES)(delayed(fit_twins)(rows, units, labels, groups != name) for name in names)
    return dict(zip(names, heads, strict=True))


def _differences(rows: sp.csr_matrix, units: Sequence[Unit], labels: np.ndarray, at: np.ndarray) -> sp.csr_matrix | None:
    """Give mean round trip less mean original of every article that has both."""
    versions: dict[str, dict[str, list[int]]] = collections.defaultdict(lambda: {"orig": [], "rt": []})
    for index in at.tolist():
        versions[units[index].article][str(labels[index])].append(index)
    pairs = [found for _, found in sorted(versions.items()) if found["orig"] and found["rt"]]
    if not pairs:
        return None
    return sp.vstack([sp.csr_matrix(rows[found["rt"]].mean(axis=0) - rows[found["orig"]].mean(axis=0)) for found in pairs]).tocsr()


def _fit(rows: sp.csr_matrix, truth: np.ndarray, weights: np.ndarray, strength: float, *, intercept: bool) -> np.ndarray:
    model = LogisticRegression(C=strength, max_iter=ITERATIONS, tol=TOLERANCE, fit_intercept=intercept)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)
        model.fit(rows, truth, sample_weight=weights)
    return np.asarray(model.coef_[0])
