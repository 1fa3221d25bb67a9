"""What the readings can do on corpora they had not seen: areas under the curve, recalls, calibration errors, by group."""

from __future__ import annotations

from typing import Any

import numpy as np
from training.stylometry import calibrate as cal
from training.stylometry.fit import origin_labels
from training.stylometry.pieces import Pieces
from training.stylometry.questions import piece_weights, question_labels, usable_sources, usual_sources

FALSE_ALARMS = 0.005


def area(negative: np.ndarray, positive: np.ndarray) -> float | None:
    """Give the area under the ROC curve by ranks, ties counted half."""
    if not len(negative) or not len(positive):
        return None
    merged = np.concatenate([negative, positive])
    _, inverse, counts = np.unique(merged, return_inverse=True, return_counts=True)
    ranks = (np.cumsum(counts) - (counts - 1) / 2.0)[inverse]
    positives = len(positive)
    return round(float((ranks[len(negative) :].sum() - positives * (positives + 1) / 2) / (len(negative) * positives)), 4)


def measure(
    pieces: Pieces, columns: dict[str, np.ndarray], source_scores: np.ndarray, sources: tuple[str, ...], calibration: dict[str, dict[str, float]]
) -> dict[str, Any]:
    """Give the report; every score is by a head, and for calibration errors by a calibration, that did not see the corpus."""
    groups = np.array([unit.group for unit in pieces.units])
    labels = origin_labels(pieces.units)
    languages = np.array([unit.source or "en" for unit in pieces.units])
    news = np.array([unit.domain == "news" for unit in pieces.units])
    weights = piece_weights(pieces)
    whole = pieces.whole
    report: dict[str, Any] = {"calibration": calibration}

    raw = columns["translated"]
    table = {}
    for group in sorted(set(groups[labels == "orig"].tolist())):
        here = whole & (groups == group)
        table[group] = {"originals": int((here & (labels == "orig")).sum())}
        for label in ("ht", "smt", "nmt", "rt"):
            table[group][label] = area(raw[here & (labels == "orig")], raw[here & (labels == label)])
    report["translated_auc_by_corpus"] = table
    report["round_trip_auc_by_corpus"] = {
        group: area(
            columns["round_trip"][whole & (groups == group) & (labels == "orig")], columns["round_trip"][whole & (groups == group) & (labels == "rt")]
        )
        for group in table
    }
    report["machine_auc_by_corpus_and_language"] = {
        f"{group} {language}": area(columns["machine"][at & (labels == "ht")], columns["machine"][at & (labels == "nmt")])
        for group in sorted(set(groups.tolist()))
        for language in sorted(set(languages.tolist()) - {"en"})
        for at in [whole & (groups == group) & (languages == language)]
        if (at & (labels == "ht")).sum() >= 20 and (at & (labels == "nmt")).sum() >= 20
    }
    report["readings"] = {}
    for name, truth in question_labels(pieces.units).items():
        used = (truth >= 0) & np.isfinite(columns[name])
        ratios = np.full(len(truth), np.nan)
        ratios[used] = cal.held_out_binary(columns[name][used], pieces.words[used], truth[used], weights[used], groups[used])
        usable = used & np.isfinite(ratios)
        balanced = weights.copy()
        for label in (0, 1):
            at = usable & (truth == label)
            balanced[at] /= balanced[at].sum()
        entry: dict[str, Any] = {"ece": {}, "auc": {}, "mean_absolute_reading": {}}
        for low, high in ((0, 90), (90, 180), (180, 320), (320, 10_000), (0, 10_000)):
            at = usable & (pieces.words >= low) & (pieces.words < high)
            key = f"{low}-{high}" if high < 10_000 else f"{low}+"
            entry["auc"][key] = area(ratios[at & (truth == 0)], ratios[at & (truth == 1)])
            entry["ece"][key] = round(cal.calibration_error(1 / (1 + np.exp(-ratios[at])), truth[at], balanced[at]), 4)
            entry["mean_absolute_reading"][key] = round(float(np.abs(ratios[at]).mean()), 3)
        edges = np.linspace(0, 1, 11)
        chance = 1 / (1 + np.exp(-ratios[usable]))
        bins = np.minimum((chance * 10).astype(int), 9)
        entry["curve"] = [
            [
                round(float(np.average(chance[bins == b], weights=balanced[usable][bins == b])), 4),
                round(float(np.average(truth[usable][bins == b], weights=balanced[usable][bins == b])), 4),
            ]
            for b in range(len(edges) - 1)
            if (bins == b).sum() >= 10
        ]
        if name == "translated":
            entry["alarms"] = _alarms(ratios, labels, usable & whole, news)
        report["readings"][name] = entry
    report["source"] = _sources(pieces, source_scores, sources, weights)
    return report


def _alarms(ratios: np.ndarray, labels: np.ndarray, used: np.ndarray, news: np.ndarray) -> dict[str, Any]:
    originals = used & (labels == "orig")
    threshold = float(np.quantile(ratios[originals], 1 - FALSE_ALARMS))
    found = {label: round(float((ratios[used & (labels == label)] > threshold).mean()), 4) for label in ("ht", "nmt", "rt", "smt")}
    on_news = originals & news
    return {
        "threshold_at_half_percent": round(threshold, 4),
        "threshold_at_half_percent_news": round(float(np.quantile(ratios[on_news], 1 - FALSE_ALARMS)), 4),
        "highest_original": round(float(ratios[originals].max()), 4),
        "originals": int(originals.sum()),
        "found": found,
        "above_zero": round(float((ratios[originals] > 0).mean()), 4),
    }


def _sources(pieces: Pieces, scores: np.ndarray, sources: tuple[str, ...], weights: np.ndarray) -> dict[str, Any]:
    used, columns = usable_sources(pieces, scores, sources)
    groups = np.array([unit.group for unit in pieces.units])[used]
    direct = np.array([not unit.round_trip or unit.group == "2013" for unit in pieces.units])[used]
    whole, words, truth = pieces.whole[used], pieces.words[used], columns[used]
    ratios = cal.held_out_sources(scores[used], words, truth, weights[used], sources, groups, usual_sources(pieces)[used])
    table: dict[str, Any] = {}
    for group in sorted(set(groups.tolist())):
        at = whole & direct & (groups == group)
        if not at.any():
            continue
        guess = ratios[at].argmax(axis=1)
        present = sorted(set(truth[at].tolist()))
        among = np.array(present)[ratios[at][:, present].argmax(axis=1)]
        recalls = {sources[index]: round(float((guess[truth[at] == index] == index).mean()), 3) for index in present}
        table[group] = {
            "recall": recalls,
            "macro": round(float(np.mean(list(recalls.values()))), 3),
            "macro_among_present": round(float(np.mean([(among[truth[at] == index] == index).mean() for index in present])), 3),
        }
    chances = np.exp(ratios) / np.exp(ratios).sum(axis=1, keepdims=True)
    top = chances.argmax(axis=1)
    balanced = weights[used].copy()
    for index in sorted(set(truth.tolist())):
        balanced[truth == index] /= balanced[truth == index].sum()
    error = cal.calibration_error(chances.max(axis=1), (top == truth).astype(float), balanced)
    return {"by_corpus": table, "ece_of_top": round(error, 4)}
