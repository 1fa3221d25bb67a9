"""Fits the heads, on everything or leaving one corpus-year out at a time."""

from __future__ import annotations

import collections
import warnings
import zlib
from collections.abc import Sequence

import attrs
import numpy as np
import scipy.sparse as sp
from joblib import Parallel, delayed
from sklearn.exceptions import ConvergenceWarning
from sklearn.linear_model import LogisticRegression
from threadpoolctl import threadpool_limits
from training.stylometry.corpora import Unit

PROCESSES = 2
SHARES = {"orig": 1.0, "ht": 0.35, "smt": 0.3, "nmt": 0.5, "rt": 0.4}  # total weight of each class of the head `origin`
NOT_NEWS = frozenset({"mlqe"})  # single sentences of an encyclopaedia: no news


@attrs.frozen
class Recipe:
    """How hard a softmax is fitted: inverse regularisation of rows of length 1, most iterations, tolerance; chosen by left-out corpora."""

    strength: float
    iterations: int
    tolerance: float


ORIGIN = Recipe(10.0, 60, 1e-3)  # stopping early keeps readings of other outlets' originals low: a finer tolerance finds no more and accuses more
SOURCE = Recipe(60.0, 80, 1e-5)
MOST_IN_CELL = 120  # units of one corpus, domain, class and language for the head `source`; twice as many are no better


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
    """Give the source language or family; '' for originals and for neural round trips, which are all through German."""
    origins = origin_labels(units)
    return np.array(["" if origin == "rt" else unit.source or "" for unit, origin in zip(units, origins, strict=True)])


def thin(units: Sequence[Unit], labels: np.ndarray, most: int) -> np.ndarray:
    """Keep at most so many units of a cell, chosen by a checksum of their texts; the others lose their label."""
    cells: dict[tuple[str, str, str, str, bool], list[tuple[int, int]]] = collections.defaultdict(list)
    for index in np.flatnonzero(labels != "").tolist():
        cells[units[index].cell].append((zlib.crc32(units[index].text.encode()), index))
    kept = np.full_like(labels, "")
    for found in cells.values():
        for _, index in sorted(found)[:most]:
            kept[index] = labels[index]
    return kept


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


def balance_corpora(units: Sequence[Unit], labels: np.ndarray) -> np.ndarray:
    """Give sample weights: within a class every corpus counts the same for human and for machine translations, and every class the same."""
    used = np.flatnonzero(labels != "")
    keys = [(str(label), unit.group, unit.klass == "mt") for label, unit in zip(labels, units, strict=True)]
    sizes = collections.Counter(keys[index] for index in used)
    weights = np.zeros(len(units))
    for index in used:
        weights[index] = 1.0 / sizes[keys[index]]
    names = sorted(set(labels[used].tolist()))
    for name in names:
        at = labels == name
        weights[at] *= len(used) / len(names) / weights[at].sum()
    return weights


@threadpool_limits.wrap(limits=1)  # sums in another order lead the descent elsewhere: one thread gives the same bytes everywhere
def fit(rows: sp.csr_matrix, labels: np.ndarray, weights: np.ndarray, chosen: np.ndarray, recipe: Recipe = ORIGIN) -> Head:
    """Fit one softmax on the chosen rows (deterministic: L-BFGS from zero)."""
    model = LogisticRegression(C=recipe.strength, max_iter=recipe.iterations, tol=recipe.tolerance)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)  # stopping early is part of the regularisation
        model.fit(rows[chosen], labels[chosen], sample_weight=weights[chosen])
    return Head(tuple(str(name) for name in model.classes_), model.coef_.astype(np.float32), model.intercept_)


def fold_heads(rows: sp.csr_matrix, units: Sequence[Unit], labels: np.ndarray, weights: np.ndarray, recipe: Recipe = ORIGIN) -> dict[str, Head]:
    """Fit once without each group."""
    groups = np.array([unit.group for unit in units])
    names = sorted(set(groups.tolist()) - NOT_NEWS)
    heads = Parallel(PROCESSES)(delayed(fit)(rows, labels, weights, (groups != name) & (labels != ""), recipe) for name in names)
    return dict(zip(names, heads, strict=True))
