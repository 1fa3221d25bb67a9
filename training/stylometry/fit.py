"""Fits the two heads, on everything or leaving one corpus-year out at a time."""

from __future__ import annotations

import collections
import warnings
from collections.abc import Sequence

import attrs
import numpy as np
import scipy.sparse as sp
from sklearn.exceptions import ConvergenceWarning
from sklearn.linear_model import LogisticRegression
from training.stylometry.corpora import Unit

STRENGTH = 10.0  # inverse regularisation of rows of length 1, chosen over {1, 10} by left-out corpora
ITERATIONS = 60
SHARES = {"orig": 1.0, "ht": 0.35, "smt": 0.3, "nmt": 0.5, "rt": 0.4}  # total weight of each class of the head `origin`
NOT_NEWS = frozenset({"mlqe"})  # single sentences of an encyclopaedia: useful for a source language, misleading about origin


@attrs.frozen(eq=False)
class Head:
    """Classes, coefficients (classes by runs) and intercepts of one softmax."""

    classes: tuple[str, ...]
    coefficients: np.ndarray
    intercepts: np.ndarray

    def decide(self, rows: sp.csr_matrix) -> np.ndarray:
        """Give the scores, rows by classes."""
        return np.asarray(rows @ self.coefficients.T) + self.intercepts


def origin_labels(units: Sequence[Unit]) -> np.ndarray:
    """Give orig, ht, smt, nmt or rt (a modern round trip); '' where a unit stays out."""
    labels = []
    for unit in units:
        if unit.klass == "mt":
            label = "smt" if unit.engine == "statistical" else "rt" if unit.round_trip else "nmt"
        else:
            label = {"orig": "orig", "ht": "ht"}.get(unit.klass, "")
        labels.append("" if unit.group in NOT_NEWS else label)
    return np.array(labels)


def source_labels(units: Sequence[Unit]) -> np.ndarray:
    """Give the source language or family; '' for originals."""
    return np.array([unit.source or "" for unit in units])


def balance(units: Sequence[Unit], labels: np.ndarray, shares: dict[str, float] | None) -> np.ndarray:
    """Give sample weights: cells count by the root of their size, classes by their shares (evenly if None)."""
    used = np.flatnonzero(labels != "")
    sizes = collections.Counter(units[index].cell for index in used)
    weights = np.zeros(len(units))
    for index in used:
        weights[index] = sizes[units[index].cell] ** -0.5
    names = sorted(set(labels[used].tolist()))
    chosen = shares or dict.fromkeys(names, 1.0)
    total = sum(chosen[name] for name in names)
    for name in names:
        at = labels == name
        weights[at] *= chosen[name] / total * len(used) / weights[at].sum()
    return weights


def fit(rows: sp.csr_matrix, labels: np.ndarray, weights: np.ndarray, chosen: np.ndarray) -> Head:
    """Fit one softmax on the chosen rows (deterministic: L-BFGS from zero)."""
    model = LogisticRegression(C=STRENGTH, max_iter=ITERATIONS, tol=1e-3)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)  # stopping early is part of the regularisation
        model.fit(rows[chosen], labels[chosen], sample_weight=weights[chosen])
    return Head(tuple(str(name) for name in model.classes_), model.coef_.astype(np.float32), model.intercept_)


def fold_heads(rows: sp.csr_matrix, units: Sequence[Unit], labels: np.ndarray, weights: np.ndarray) -> dict[str, Head]:
    """Fit once without each group."""
    groups = np.array([unit.group for unit in units])
    return {group: fit(rows, labels, weights, (groups != group) & (labels != "")) for group in sorted(set(groups.tolist()) - NOT_NEWS)}
