"""Fits and tests the probability that the first-ranked candidate is the original (provenance.inference.abroad).

    python -m training.fit_originals --data ../shared/data

Every other news document of 150 words or more is fitted on, the others are tested on; each is searched for twice, with its original among the
candidates and without it. Split by document, so that no article is on both sides.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
from benchmarks.originals import load_pairs
from sklearn.linear_model import LogisticRegression

from provenance import Document
from provenance.inference.abroad import OriginalIndex, measure_margin


def observe(index: OriginalIndex, text: str, right: str, *, hidden: bool) -> tuple[list[float], bool] | None:
    """Give the features of the best candidate, and whether it is the right one; `hidden` takes the right one away."""
    found = [original for original in index.search(text, limit=3) if not (hidden and original.document == right)]
    if not found:
        return None
    best = found[0]
    explained, contained = index.coverage(text, best.document)
    return [measure_margin(explained, [original.score for original in found]), contained], best.document == right


def main() -> None:
    """Print the coefficients, and accuracy and calibration error of the other half."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True)
    sources, queries = load_pairs(parser.parse_args().data)
    index = OriginalIndex(Document(id=key, text=record["text"], language=record["source_lang"]) for key, record in sources.items())
    sides: tuple[list[tuple[list[float], bool]], list[tuple[list[float], bool]]] = ([], [])
    for number, (record, right) in enumerate(queries):
        for hidden in (False, True):
            observed = observe(index, record["text"], right, hidden=hidden)
            if observed is not None:
                sides[number % 2].append(observed)
    (features, labels), (other_features, other_labels) = ((np.array([f for f, _ in side]), np.array([y for _, y in side])) for side in sides)
    model = LogisticRegression(C=100).fit(features, labels)
    print(f"INTERCEPT, MARGIN, CONTAINED = {', '.join(f'{value:.2f}' for value in (*model.intercept_, *model.coef_[0]))}")
    predicted = model.predict_proba(other_features)[:, 1]
    bins = np.minimum((predicted * 10).astype(int), 9)
    error = sum(abs(predicted[bins == b].sum() - other_labels[bins == b].sum()) for b in range(10)) / len(predicted)
    print(
        f"other half: {len(predicted)} searches, accuracy {((predicted >= 0.5) == other_labels).mean():.3f}, expected calibration error {error:.3f}"
    )


if __name__ == "__main__":
    main()
