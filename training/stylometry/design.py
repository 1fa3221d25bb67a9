"""Turns units into a sparse matrix of run counts and chooses the runs that are kept."""

from __future__ import annotations

import collections
from collections.abc import Sequence

import attrs
import numpy as np
import scipy.sparse as sp
from training.stylometry.corpora import Unit

from provenance.model import Document, LanguageGuess
from provenance.stylometry.features import encode, run_keys
from provenance.stylometry.symbols import CLASSES, START, mask
from provenance.text import Text, Tokens, prepare

LEAST_ARTICLES = 8  # articles a run must occur in, and
LEAST_GROUPS = 3  # corpora


class English:
    """Says English without looking: the corpora are."""

    def identify(self, normal: str, tokens: Tokens) -> LanguageGuess:
        """Give English."""
        del normal, tokens
        return LanguageGuess(code="en", confidence=1.0)


def read_texts(units: Sequence[Unit]) -> list[Text]:
    """Prepare the units."""
    return [prepare(Document(text=unit.text), English()) for unit in units]


@attrs.frozen
class Alphabet:
    """The symbols and their numbers (from 1)."""

    symbols: tuple[str, ...]

    @property
    def numbers(self) -> dict[str, int]:
        """Number of each symbol."""
        return {symbol: number for number, symbol in enumerate(self.symbols, start=1)}


def make_alphabet(words: Sequence[str]) -> Alphabet:
    """Join mask classes and words."""
    return Alphabet((*CLASSES, *(word for word in words if word not in CLASSES)))


def count_runs(text: Text, alphabet: Alphabet, numbers: dict[str, int]) -> tuple[np.ndarray, np.ndarray]:
    """Give the distinct keys of a text and how often each occurs."""
    symbols, _ = mask(text, numbers)
    keys, _, _ = run_keys(encode(symbols, numbers), len(alphabet.symbols) + 1, numbers[START])
    return np.unique(keys, return_counts=True)


def choose_runs(counted: Sequence[tuple[np.ndarray, np.ndarray]], units: Sequence[Unit], least_articles: int = LEAST_ARTICLES) -> np.ndarray:
    """Give the sorted keys of the runs that occur in enough articles and corpora."""
    by_article: dict[str, list[np.ndarray]] = collections.defaultdict(list)
    group_of: dict[str, str] = {}
    for (keys, _), unit in zip(counted, units, strict=True):
        by_article[unit.article].append(keys)
        group_of[unit.article] = unit.group
    by_group: dict[str, list[np.ndarray]] = collections.defaultdict(list)
    for article, found in by_article.items():
        by_group[group_of[article]].append(np.unique(np.concatenate(found)))
    kept: list[np.ndarray] = []
    counts: list[np.ndarray] = []
    for group in sorted(by_group):
        keys, count = np.unique(np.concatenate(by_group[group]), return_counts=True)
        kept.append(keys)
        counts.append(count)
    keys, inverse = np.unique(np.concatenate(kept), return_inverse=True)
    articles = np.bincount(inverse, weights=np.concatenate(counts))
    groups = np.bincount(inverse)
    return keys[(articles >= least_articles) & (groups >= LEAST_GROUPS)]


def build_counts(counted: Sequence[tuple[np.ndarray, np.ndarray]], runs: np.ndarray) -> sp.csr_matrix:
    """Give the matrix of counts, units by runs."""
    indptr = [0]
    columns, values = [], []
    for keys, counts in counted:
        at = np.searchsorted(runs, keys)
        at[at == len(runs)] = 0
        hit = runs[at] == keys
        columns.append(at[hit])
        values.append(counts[hit])
        indptr.append(indptr[-1] + int(hit.sum()))
    return sp.csr_matrix((np.concatenate(values).astype(np.float32), np.concatenate(columns), np.array(indptr)), shape=(len(counted), len(runs)))


def weigh_counts(counts: sp.csr_matrix, idf: np.ndarray) -> sp.csr_matrix:
    """Give sublinear tf-idf rows of Euclidean length 1."""
    matrix = counts.copy()
    matrix.data = (1.0 + np.log(matrix.data)).astype(np.float32)
    matrix = matrix @ sp.diags(idf.astype(np.float32))
    norms = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel())
    norms[norms == 0] = 1.0
    return (sp.diags((1.0 / norms).astype(np.float32)) @ matrix).tocsr()


def inverse_frequencies(counts: sp.csr_matrix) -> np.ndarray:
    """Give smoothed inverse document frequencies (as in scikit-learn)."""
    present = np.bincount(counts.indices, minlength=counts.shape[1])
    return (np.log((1.0 + counts.shape[0]) / (1.0 + present)) + 1.0).astype(np.float32)
