"""A plain baseline, measured like the model: only names and numbers masked, runs of one to three words, one logistic regression a question on every corpus.

What the shipped model does beyond it: fewer words keep their form, cells and corpora are balanced, odd corpora stay out, round trips are compared with their own
originals. Used by `benchmarks/quality.py --baseline`.
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
from training.stylometry import design
from training.stylometry.corpora import Unit
from training.stylometry.fit import MOST_IN_CELL, NOT_NEWS, PROCESSES, Head, origin_labels, thin
from training.stylometry.pieces import ABSENT

from provenance.text import Text

LEAST_UNITS = 20
STRENGTH, ITERATIONS = 10.0, 60


def choose_all_words(texts: Sequence[Text]) -> list[str]:
    """Give every word that stands in lower case in enough units."""
    spread: collections.Counter[str] = collections.Counter()
    for text in texts:
        spread.update({surface for surface, kind in zip(text.tokens.surfaces, text.tokens.kinds, strict=True) if kind == "w" and surface.islower()})
    return sorted(word for word, count in spread.items() if count >= LEAST_UNITS)


def build_rows(units: Sequence[Unit]) -> tuple[sp.csr_matrix, np.ndarray]:
    """Give tf-idf rows of the units and their lengths in words."""
    texts = design.read_texts(units)
    alphabet = design.make_alphabet(choose_all_words(texts))
    numbers = alphabet.numbers
    counted = [design.count_runs(text, alphabet, numbers) for text in texts]
    counts = design.build_counts(counted, design.choose_runs(counted, units))
    return design.weigh_counts(counts, design.inverse_frequencies(counts)), np.array([text.tokens.words for text in texts])


@threadpool_limits.wrap(limits=1)
def fit_plain(rows: sp.csr_matrix, labels: np.ndarray, chosen: np.ndarray) -> Head:
    """Fit one softmax, classes weighed the same."""
    model = LogisticRegression(C=STRENGTH, max_iter=ITERATIONS, class_weight="balanced")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)
        model.fit(rows[chosen], labels[chosen])
    coefficients, intercepts = model.coef_, model.intercept_
    if len(coefficients) == 1:  # of two classes scikit-learn keeps the difference
        coefficients, intercepts = np.concatenate([-coefficients / 2, coefficients / 2]), np.concatenate([-intercepts / 2, intercepts / 2])
    return Head(tuple(str(name) for name in model.classes_), coefficients.astype(np.float32), intercepts)


def score_plain(rows: sp.csr_matrix, units: Sequence[Unit], labels: np.ndarray) -> tuple[tuple[str, ...], np.ndarray]:
    """Give the classes, and the scores of every unit by a softmax fitted without its corpus."""
    groups = np.array([unit.group for unit in units])
    names = sorted(set(groups.tolist()) - NOT_NEWS)
    heads = Parallel(PROCESSES)(delayed(fit_plain)(rows, labels, (groups != name) & (labels != "")) for name in names)
    classes = tuple(sorted(set(labels.tolist()) - {""}))
    scores = np.full((len(units), len(classes)), np.nan)
    for name, head in zip(names, heads, strict=True):
        at = np.flatnonzero(groups == name)
        scores[at] = ABSENT
        scores[np.ix_(at, [classes.index(label) for label in head.classes])] = head.decide(rows[at])
    return classes, scores


def plain_labels(units: Sequence[Unit]) -> dict[str, np.ndarray]:
    """Give the labels of each question: every translation against the originals, machine against human, language of every translation."""
    origins = origin_labels(units)
    labels = {
        "translated": np.where(origins == "", "", np.where(origins == "orig", "0", "1")),
        "machine": np.where(np.isin(origins, ["nmt", "smt"]), "1", np.where(origins == "ht", "0", "")),
        "round_trip": np.where(origins == "rt", "1", np.where(origins == "orig", "0", "")),
        "source": np.array([unit.source or "" for unit in units]),
    }
    return {name: thin(units, answers, MOST_IN_CELL) for name, answers in labels.items()}
