"""What masking costs and whether topic carries the decision: the same question with three vocabularies, every corpus left out in turn.

    python -m training.stylometry.ablation --data ../shared/data

Round trips have the topics of their originals; if content carried the decision, direct translations (other news than the originals) would lose far more than
round trips when content words go. About three minutes on two cores.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from training.stylometry import design, fit
from training.stylometry.corpora import Unit, read_units
from training.stylometry.measure import area
from training.stylometry.vocabulary import CLOSED, all_words, choose_words

from provenance.stylometry.features import encode, run_keys
from provenance.stylometry.symbols import START, mask
from provenance.text import Text

SKIPPED = ("mlqe", "wce")  # no originals in them


def main() -> None:
    """Print mean areas under the curve over left-out corpora."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    units = read_units(parser.parse_args().data)
    texts = design.read_texts(units)
    for name, words, unmasked in (
        ("closed classes only", sorted(CLOSED), False),
        ("as shipped", choose_words(texts, units), False),
        ("nothing masked", all_words(texts), True),
    ):
        areas = measure_vocabulary(units, texts, words, unmasked=unmasked)
        print(f"{name} ({len(words):,} words): " + ", ".join(f"{label} {value:.3f}" for label, value in areas.items()), flush=True)


def measure_vocabulary(units: Sequence[Unit], texts: Sequence[Text], words: Sequence[str], *, unmasked: bool) -> dict[str, float]:
    """Give for each kind of translation the mean area against the originals of its corpus, two classes, one model per left-out corpus."""
    alphabet = design.make_alphabet(words)
    numbers = alphabet.numbers
    counted = [_count(text, alphabet, numbers, unmasked=unmasked) for text in texts]
    runs = design.choose_runs(counted, units)
    counts = design.build_counts(counted, runs)
    rows = design.weigh_counts(counts, design.inverse_frequencies(counts))
    kinds = fit.origin_labels(units)
    weights = fit.balance(units, kinds, fit.SHARES)
    labels = np.where(kinds == "", "", np.where(kinds == "orig", "a", "b"))
    groups = np.array([unit.group for unit in units])
    found: dict[str, list[float]] = {"ht": [], "nmt": [], "rt": [], "smt": []}
    for group in sorted(set(groups.tolist()) - set(SKIPPED)):
        head = fit.fit(rows, labels, weights, (groups != group) & (labels != ""))
        inside = np.flatnonzero(groups == group)
        scores = np.asarray(rows[inside] @ head.coefficients.T).ravel()
        for kind, areas in found.items():
            value = area(scores[kinds[inside] == "orig"], scores[kinds[inside] == kind])
            if value is not None:
                areas.append(value)
    return {kind: float(np.mean(areas)) for kind, areas in found.items()}


def _count(text: Text, alphabet: design.Alphabet, numbers: dict[str, int], *, unmasked: bool) -> tuple[np.ndarray, np.ndarray]:
    if not unmasked:
        return design.count_runs(text, alphabet, numbers)
    symbols = [symbol if symbol in numbers else "‹word›" for symbol in mask(text, numbers, keep_all=True)[0]]
    keys, _, _ = run_keys(encode(symbols, numbers), len(alphabet.symbols) + 1, numbers[START])
    return np.unique(keys, return_counts=True)


if __name__ == "__main__":
    main()
