"""Fits the numbers of spin detection on texts spun with half A of the substitution lexicon, and writes them.

    python -m training.spinning.fit --data ../shared/data

Everything is fitted on the articles set aside for tuning (`articles`): what a place says by logistic regression over places, on English
originals spun at 5, 10 and 20 % of their words and on originals and translations left alone; what a misfitting article says from the share
of texts that have one; and the threshold so that of the unspun texts no more than WRONG go over it.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterable, Sequence
from pathlib import Path

import attrs
import numpy as np
from sklearn.linear_model import LogisticRegression
from training.spinner import Change, spin
from training.spinning.articles import Version, read_versions

from provenance.catalogue import load_catalogue
from provenance.model import Document, LanguageGuess
from provenance.spinning.articles import find_misfits
from provenance.spinning.channel import sum_evidence
from provenance.spinning.counts import load_counts
from provenance.spinning.fitted import Fitted
from provenance.spinning.scoring import FEATURES, Places, pick, score
from provenance.spinning.substitutions import Substitutions, load_substitutions
from provenance.text import Text, Tokens, prepare

TARGET = Path(__file__).parents[2] / "src/provenance/spinning/data/fitted.toml"
SHORTEST = 150  # words
SHARES = (0.05, 0.1, 0.2)
ORIGINALS, HUMANS, MACHINES = 400, 400, 500
MOST = 6.0
WRONG = 0.002


class English:
    """Takes every text for English: the corpora are."""

    def identify(self, normal: str, tokens: Tokens) -> LanguageGuess:  # noqa: ARG002
        """Say so."""
        return LanguageGuess(code="en", confidence=1.0)


@attrs.frozen(eq=False)
class Sample:
    """A text with its places and which of them were replaced."""

    text: Text
    places: Places
    replaced: np.ndarray
    misfits: int


def choose(versions: Iterable[Version], split: str, klasses: Sequence[str], most: int) -> list[Version]:
    """Give different long texts of some classes, at most so many, in a random order that is always the same."""
    found = [version for version in versions if version.split == split and version.klass in klasses and len(version.text.split()) >= SHORTEST]
    random.Random(0).shuffle(found)
    different: dict[str, Version] = {}
    for version in found:
        different.setdefault(version.text[:200], version)
    return list(different.values())[:most]


def sample(read: str, changes: Sequence[Change], substitutions: Substitutions) -> Sample:
    """Describe a text."""
    counts = load_counts()
    text = prepare(Document(text=read), identifier=English())
    tokens = text.tokens
    places = score(tokens, counts.read(tokens), substitutions, counts)
    marked = np.zeros(len(tokens) + 1, np.int64)
    for change in changes:
        marked[1:] += np.array([start < change.end and end > change.start for start, end in zip(tokens.starts, tokens.ends, strict=True)])
    sums = np.cumsum(marked)
    return Sample(text, places, sums[places.last] > sums[places.first], sum(1 for _ in find_misfits(tokens)))


def fit(samples: Sequence[Sample]) -> tuple[np.ndarray, float]:
    """Give the weights of the features and the log-odds of a place."""
    features = np.concatenate([each.places.features for each in samples])
    replaced = np.concatenate([each.replaced for each in samples])
    means, spreads = features.mean(axis=0), features.std(axis=0)
    means[0], spreads[0] = 0.0, 1.0
    spreads[spreads == 0] = 1.0
    model = LogisticRegression(max_iter=1000, fit_intercept=False).fit((features - means) / spreads, replaced)
    weights = model.coef_[0] / spreads
    weights[0] -= float((weights * means)[1:].sum())
    share = float(replaced.mean())
    return weights, float(np.log(share / (1 - share)))


def evidence(each: Sample, fitted: Fitted) -> float:
    """Give what a text says."""
    ratios = np.minimum(each.places.features @ fitted.weights - fitted.base, fitted.most)
    kept = pick(each.places, ratios)
    return sum_evidence(each.text, each.places, ratios, kept, fitted)[0]


def main() -> None:
    """Write the numbers."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="folder with the corpora")
    versions = read_versions(parser.parse_args().data)
    substitutions = load_substitutions(load_catalogue())
    originals = choose(versions, "tune", ("orig",), ORIGINALS)
    others = choose(versions, "tune", ("ht", "pe"), HUMANS) + choose(versions, "tune", ("mt",), MACHINES)
    plain = [sample(each.text, (), substitutions) for each in originals + others]
    copies = [spin(each.text, share=share, half="A") for each in originals for share in SHARES]
    spun = [sample(each.text, each.changes, substitutions) for each in copies]
    weights, base = fit([*plain, *spun])
    wrong = float(np.mean([each.misfits > 0 for each in plain]))
    right = float(np.mean([each.misfits > 0 for each in spun]))
    article = float(np.log((right + 0.001) / (wrong + 0.001)))
    fitted = Fitted(weights=weights, base=base, most=MOST, article=article, threshold=0.0)
    levels = np.array([evidence(each, fitted) for each in plain])
    threshold = float(np.quantile(levels, 1 - WRONG))
    found = [float(np.mean([evidence(each, fitted) >= threshold for each in spun[at :: len(SHARES)]])) for at in range(len(SHARES))]
    print(f"{len(originals)} originals, {len(others)} translations; articles that do not fit: {wrong:.3f} of plain, {right:.3f} of spun texts")
    print("evidence of plain texts, quantiles 50 90 99 100:", np.round(np.quantile(levels, [0.5, 0.9, 0.99, 1]), 2))
    print("detected among the material fitted on:", dict(zip(SHARES, found, strict=True)))
    lines = [
        "# Fitted numbers of spin detection. Made by training/spinning/fit.py on articles set aside for tuning, texts spun with half A of",
        "# tables/substitutions.tsv; see provenance.spinning.fitted for what each means. Source of the counts behind them: data/counts.z.",
        f"base = {base:.4f}",
        f"most = {MOST}",
        f"article = {max(article, 0.0):.3f}",
        f"threshold = {threshold:.3f}",
        "",
        "[weights]",
        *(f"{name} = {weight:.4f}" for name, weight in zip(FEATURES, weights, strict=True)),
    ]
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
