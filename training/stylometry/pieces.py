"""Cuts units to several lengths and scores them with heads that did not see their corpus."""

from __future__ import annotations

import re
import zlib
from collections.abc import Mapping, Sequence

import attrs
import numpy as np
import scipy.sparse as sp
from training.stylometry.corpora import Unit
from training.stylometry.design import Alphabet, build_counts, count_runs, read_texts, weigh_counts
from training.stylometry.fit import Head

from provenance.stylometry.scoring import contrasts

LENGTHS = (60, 120, 240)
ABSENT = -50.0
SAMPLE = 3  # one in so many translations is cut as well; every original is
_WORD = re.compile(r"\S+")


@attrs.frozen(eq=False)
class Pieces:
    """Stretches of units: which unit, how many words, their rows, and whether the unit is whole."""

    units: list[Unit]
    whole: np.ndarray
    words: np.ndarray
    rows: sp.csr_matrix
    parents: np.ndarray


def cut_pieces(units: Sequence[Unit], counts: sp.csr_matrix, words: Sequence[int], alphabet: Alphabet, runs: np.ndarray, idf: np.ndarray) -> Pieces:
    """Give the units themselves and their beginnings."""
    cut: list[Unit] = []
    parents: list[int] = []
    for index, unit in enumerate(units):
        if unit.klass != "orig" and zlib.crc32(f"{unit.article}{unit.system}{unit.klass}".encode()) % SAMPLE:
            continue
        for length in LENGTHS:
            if words[index] >= length * 1.25:
                cut.append(attrs.evolve(unit, text=_begin(unit.text, length)))
                parents.append(index)
    texts = read_texts(cut)
    numbers = alphabet.numbers
    more = build_counts([count_runs(text, alphabet, numbers) for text in texts], runs)
    rows = weigh_counts(sp.vstack([counts, more]).tocsr(), idf)
    return Pieces(
        units=[*units, *cut],
        whole=np.array([True] * len(units) + [False] * len(cut)),
        words=np.array([*words, *(text.tokens.words for text in texts)]),
        rows=rows,
        parents=np.array([*range(len(units)), *parents]),
    )


def _begin(text: str, words: int) -> str:
    end = 0
    for number, match in enumerate(_WORD.finditer(text), start=1):
        end = match.end()
        if number >= words:
            break
    return text[:end]


def score_held_out(pieces: Pieces, heads: dict[str, Head], classes: Sequence[str]) -> np.ndarray:
    """Give the scores of each piece by the head that did not see its group; NaN where there is none, ABSENT for a class only that group has."""
    groups = np.array([unit.group for unit in pieces.units])
    scores = np.full((len(groups), len(classes)), np.nan)
    for group, head in heads.items():
        at = np.flatnonzero(groups == group)
        scores[at] = ABSENT
        scores[np.ix_(at, [classes.index(name) for name in head.classes])] = head.decide(pieces.rows[at])
    return scores


def contrast_columns(scores: Mapping[str, np.ndarray], classes: Mapping[str, Sequence[str]]) -> dict[str, np.ndarray]:
    """Give the contrasts of provenance.stylometry.scoring for every row."""
    named = {head: [dict(zip(classes[head], map(float, row), strict=True)) for row in scores[head]] for head in ("origin", "trip")}
    rows = [contrasts(origin, trip) for origin, trip in zip(named["origin"], named["trip"], strict=True)]
    return {name: np.array([row[name] for row in rows]) for name in rows[0]}
