"""Which pieces each question is asked of, with what answer and what weight."""

from __future__ import annotations

from typing import Any

import numpy as np
from training.stylometry.corpora import Unit
from training.stylometry.fit import origin_labels, source_labels
from training.stylometry.pieces import Pieces


def question_labels(units: list[Unit]) -> dict[str, np.ndarray]:
    """Give for each binary reading 1, 0 or -1 (the question does not apply) per unit."""
    labels = origin_labels(units)
    return {
        "translated": np.where(labels == "", -1, (labels != "orig").astype(int)),
        "machine": np.where(np.isin(labels, ["nmt", "smt"]), 1, np.where(labels == "ht", 0, -1)),
        "statistical": np.where(labels == "smt", 1, np.where(np.isin(labels, ["nmt", "rt"]), 0, -1)),
        "round_trip": np.where(labels == "rt", 1, np.where(labels == "orig", 0, -1)),
    }


def usable_sources(pieces: Pieces, scores: np.ndarray, sources: tuple[str, ...]) -> tuple[np.ndarray, np.ndarray]:
    """Give which pieces have a source language that other corpora have too, and its column."""
    groups: dict[str, set[str]] = {}
    for unit in pieces.units:
        if unit.source:
            groups.setdefault(unit.source, set()).add(unit.group)
    known = np.array([bool(unit.source) and len(groups[unit.source] - {unit.group}) > 0 for unit in pieces.units])
    truth = np.array([sources.index(unit.source) if unit.source else 0 for unit in pieces.units])
    return known & np.isfinite(scores[:, 0]), truth


def usual_sources(pieces: Pieces) -> np.ndarray:
    """Give which pieces the calibration of the source languages is fitted on: what its head learns from, without Apertium (English articles) and WCE-LIG.

    Two corpora of few languages and one engine each would move the offsets of whole classes; the calibration is measured on them all the same.
    """
    odd = np.array([unit.group == "wce" or (unit.group == "2019" and unit.round_trip) for unit in pieces.units])
    return (source_labels(pieces.units) != "") & ~odd


def piece_weights(pieces: Pieces) -> np.ndarray:
    """Give weights that count cells (corpus, domain, class, source; whole or cut) by the root of their size."""
    keys = [(unit.cell, bool(whole)) for unit, whole in zip(pieces.units, pieces.whole, strict=True)]
    sizes: dict[Any, int] = {}
    for key in keys:
        sizes[key] = sizes.get(key, 0) + 1
    return np.array([sizes[key] ** -0.5 for key in keys])
