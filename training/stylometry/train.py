"""The whole training: vocabulary, runs, heads, calibration, report, file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import attrs
import numpy as np
import scipy.sparse as sp
from threadpoolctl import threadpool_limits
from training.stylometry import calibrate as cal
from training.stylometry import design, fit, twins
from training.stylometry.corpora import Unit, read_units
from training.stylometry.measure import measure
from training.stylometry.pieces import Pieces, contrast_columns, cut_pieces, score_held_out
from training.stylometry.questions import piece_weights, question_labels, usable_sources, usual_sources
from training.stylometry.vocabulary import choose_words

from provenance.stylometry.scoring import HEADS
from provenance.stylometry.weights import pack

RECIPES = {"origin": fit.ORIGIN, "source": fit.SOURCE}
LICENCE = (
    "Weights learned from the WMT news and general tasks 2008-2022, HT-vs-MT (MIT), WCE-LIG, MLQE-PE (CC0) and NTREX-128 through Apertium; "
    "counts and coefficients only, no text."
)


@attrs.frozen(eq=False)
class Material:
    """Everything that is fitted on."""

    units: list[Unit]
    alphabet: design.Alphabet
    runs: np.ndarray
    idf: np.ndarray
    counts: sp.csr_matrix
    pieces: Pieces
    labels: dict[str, np.ndarray]
    weights: dict[str, np.ndarray]

    @property
    def rows(self) -> sp.csr_matrix:
        """Rows of the whole units."""
        return self.pieces.rows[: len(self.units)]


@attrs.frozen(eq=False)
class HeldOut:
    """Scores of every piece by heads that did not see its corpus."""

    classes: dict[str, tuple[str, ...]]
    contrasts: dict[str, np.ndarray]
    sources: np.ndarray


def gather(data: Path) -> Material:
    """Read the corpora and choose vocabulary and runs."""
    units = read_units(data)
    texts = design.read_texts(units)
    alphabet = design.make_alphabet(choose_words(texts, units))
    numbers = alphabet.numbers
    counted = [design.count_runs(text, alphabet, numbers) for text in texts]
    runs = design.choose_runs(counted, units)
    counts = design.build_counts(counted, runs)
    idf = design.inverse_frequencies(counts).astype(np.float16).astype(np.float32)
    pieces = cut_pieces(units, counts, [text.tokens.words for text in texts], alphabet, runs, idf)
    labels = {"origin": fit.origin_labels(units), "source": fit.thin(units, fit.source_labels(units), fit.MOST_IN_CELL)}
    labels["trip"] = twins.trip_labels(labels["origin"])
    weights = {"origin": fit.balance(units, labels["origin"], fit.SHARES), "source": fit.balance_corpora(units, labels["source"])}
    print(f"{len(units):,} units, {len(alphabet.symbols):,} symbols, {len(runs):,} runs", flush=True)
    return Material(units, alphabet, runs, idf, counts, pieces, labels, weights)


def cross_validate(material: Material) -> HeldOut:
    """Fit without each corpus in turn and score that corpus."""
    scores = {}
    classes = {}
    for name in HEADS:
        labels = material.labels[name]
        classes[name] = tuple(sorted(set(labels.tolist()) - {""}))
        if name == "trip":
            folds = twins.fold_twins(material.rows, material.units, labels)
        else:
            folds = fit.fold_heads(material.rows, material.units, labels, material.weights[name], RECIPES[name])
        scores[name] = score_held_out(material.pieces, folds, classes[name])
        print(f"head {name}: {len(folds)} corpora left out in turn", flush=True)
    return HeldOut(classes, contrast_columns(scores, classes), scores["source"])


def train(data: Path) -> tuple[bytes, dict[str, Any]]:
    """Give the bytes of the weights and the report."""
    material = gather(data)
    return make(material, cross_validate(material))


def make(material: Material, held_out: HeldOut) -> tuple[bytes, dict[str, Any]]:
    """Give the bytes of the weights and the report, from held-out scores already there."""
    heads = fit_heads(material)
    calibration = fit_calibration(material.pieces, held_out)
    report = measure(material.pieces, held_out.contrasts, held_out.sources, held_out.classes["source"], calibration)
    report["size"] = {"units": len(material.units), "symbols": len(material.alphabet.symbols), "runs": len(material.runs)}
    return _pack(material, heads, calibration), report


def fit_heads(material: Material) -> dict[str, fit.Head]:
    """Fit every head on all units."""
    rows, everything = material.rows, np.ones(len(material.units), dtype=bool)
    heads = {
        name: fit.fit(rows, material.labels[name], material.weights[name], material.labels[name] != "", recipe) for name, recipe in RECIPES.items()
    }
    return {**heads, "trip": twins.fit_twins(rows, material.units, material.labels["trip"], everything)}


@threadpool_limits.wrap(limits=1)
def fit_calibration(pieces: Pieces, held_out: HeldOut) -> dict[str, dict[str, Any]]:
    """Fit the calibration of every reading on the held-out scores."""
    balance = piece_weights(pieces)
    found: dict[str, dict[str, Any]] = {}
    for name, truth in question_labels(pieces.units).items():
        raw = held_out.contrasts[name]
        used = (truth >= 0) & np.isfinite(raw)
        found[name] = cal.fit_binary(raw[used], pieces.words[used], truth[used], balance[used])
        ratios = np.zeros(len(truth))
        ratios[used] = cal.apply_binary(raw[used], pieces.words[used], found[name])
        cut = used & ~pieces.whole
        found[name].update(cal.fit_spread(ratios[pieces.parents[cut]], ratios[cut], pieces.words[cut]))
    used, truth = usable_sources(pieces, held_out.sources, held_out.classes["source"])
    used &= usual_sources(pieces)
    groups = np.array([unit.group for unit in pieces.units])
    free = cal.free_columns(truth[used], groups[used])
    found["source"] = cal.fit_sources(held_out.sources[used], pieces.words[used], truth[used], balance[used], held_out.classes["source"], free)
    return found


def _rates(material: Material, kinds: tuple[str, ...]) -> np.ndarray:
    """Give occurrences per million symbols of units of these kinds, lightly smoothed."""
    rows = np.isin(fit.origin_labels(material.units), kinds)
    totals = np.asarray(material.counts[rows].sum(axis=0)).ravel()
    single = material.runs < len(material.alphabet.symbols) + 1
    return ((totals + 0.5) / totals[single].sum() * 1e6).astype(np.float32)


def _pack(material: Material, heads: dict[str, fit.Head], calibration: dict[str, dict[str, Any]]) -> bytes:
    coefficients = np.concatenate([heads[name].coefficients for name in HEADS])
    scales = (np.abs(coefficients).max(axis=1) / 127.0).astype(np.float32)
    meta: dict[str, Any] = {"symbols": list(material.alphabet.symbols), "calibration": calibration, "licence": LICENCE}
    for name, head in heads.items():
        meta[name] = {"classes": list(head.classes), "intercepts": [round(float(value), 5) for value in head.intercepts]}
    return pack(
        meta,
        {
            "gaps": np.diff(material.runs, prepend=0).astype(np.int64),
            "idf": material.idf.astype(np.float16),
            "rates": _rates(material, ("orig",)),
            "translated_rates": _rates(material, ("ht", "nmt", "smt")),
            "heads": np.round(coefficients / scales[:, None]).astype(np.int8),
            "scales": scales,
        },
    )
