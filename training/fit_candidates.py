"""Fits the weights by which `provenance.matching` takes pairs of sentences for worth an alignment.

In collections made by planted_collections.py and in the development half of the reuse sets, the best candidate of each passage that the matcher
accepts counts as right, every other candidate as wrong. Writes the weights and prints how many candidates and passages
are left at some thresholds.

    python -m training.fit_candidates --shared ../shared --out src/provenance/matching/data/prospects.tsv
"""

from __future__ import annotations

import argparse
import json
import pathlib
import zlib

import numpy as np
from training.fit_acceptance import fit, write
from training.planted_collections import plant

from provenance.matching import candidates, prospects, verify
from provenance.matching.accept import describe_all, score
from provenance.matching.lexicon import Lexicon
from provenance.matching.pairs import find_hits
from provenance.matching.reading import Reader
from provenance.matching.weights import discount_boilerplate
from provenance.model import Document

HEADING = (
    "# Weights of a logistic regression that takes two sentences for worth an alignment: description (or product of two), weight (see prospects.py).\n"
    "# Learned by training/fit_candidates.py from collections with planted passages (WMT 2013-2022 news test sets and WCE-LIG)\n"
    "# and the development half of the reuse sets (weights, no text; CC0).\n"
)
LEAST_PROBABILITY = 0.35
COLLECTIONS = 2
LOOSE = -7.0
SINGLE = ("bias",)  # not multiplied with others


def collect(texts: dict[str, str], wires: set[str] | None) -> tuple[np.ndarray, np.ndarray, list[list[int]]]:
    """Give the descriptions of the candidates, whether each is the best of a passage, and the candidates of each passage.

    Args:
        texts: A collection, by name.
        wires: Texts of which one must be in a pair; any pair will do if None.

    """
    lexicon = Lexicon()
    names = list(texts)
    reading = Reader([Document(id=name, text=text) for name, text in texts.items()])((0, len(texts)))
    profiles = discount_boilerplate(list(reading.profiles(lexicon)), len(lexicon.names))
    total = sum(len(each.bounds) - 1 for each in profiles)
    found = candidates.find_candidates(profiles, lexicon, verify.least_shared(total))
    shared, of_both = (found.described[:, prospects.NAMES.index(name)] for name in ("shared", "of_both"))
    kept: list[int] = []
    passages = []
    at = 0
    for first, second, seeds in found.pairs():
        rows = range(at, at + len(seeds))
        at += len(seeds)
        a, b = profiles[first], profiles[second]
        if wires is not None and not wires & {names[first], names[second]}:
            continue
        kept += rows
        hits = find_hits(a, b, seeds, lexicon)
        for hit, described in zip(hits, describe_all(a, b, hits, lexicon, total), strict=True):
            if score(described) >= LEAST_PROBABILITY:
                inside = [
                    row
                    for row, (one, other) in zip(rows, seeds, strict=True)
                    if hit.a_start < a.bound_list[one + 1]
                    and hit.a_end > a.bound_list[one]
                    and hit.b_start < b.bound_list[other + 1]
                    and hit.b_end > b.bound_list[other]
                ]
                passages.append(inside)
    labels = np.zeros(len(shared))
    for inside in passages:
        if inside:
            labels[max(inside, key=lambda row: shared[row] * of_both[row])] = 1.0
    place = {row: number for number, row in enumerate(kept)}
    return found.described[kept], labels[kept], [[place[row] for row in inside] for inside in passages if inside]


def main() -> None:
    """Collect, fit, report and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=pathlib.Path, required=True)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    arguments = parser.parse_args()
    prospects.judge = lambda described, _: np.ones(len(described), bool)
    sets = [collect(each.texts, None) for each in plant(arguments.shared / "data/english_news.jsonl.gz", 0, COLLECTIONS)]
    for name in ("xplant", "planted"):
        rows = [json.loads(line) for line in (arguments.shared / f"data/reuse/{name}_docs.jsonl").read_text(encoding="utf-8").splitlines()]
        wires = {row["id"] for row in rows if row["series"] == "wire" and zlib.crc32(row["id"].encode()) % 2 == 0}
        sets.append(collect({row["id"]: row["text"] for row in rows}, wires))
    single, labels = np.concatenate([each[0] for each in sets]), np.concatenate([each[1] for each in sets])
    multiplied = [at for at, name in enumerate(prospects.NAMES) if name not in SINGLE]
    products = [(one, other) for place, one in enumerate(multiplied) for other in multiplied[place:]]
    matrix = np.concatenate([single, np.stack([single[:, one] * single[:, other] for one, other in products], 1)], 1)
    named = [*prospects.NAMES, *(f"{prospects.NAMES[one]}*{prospects.NAMES[other]}" for one, other in products)]
    weights = fit(matrix, labels, np.ones(len(labels)))
    near = matrix @ weights >= LOOSE  # what is far below any threshold would only bend the line
    weights = fit(matrix[near], labels[near], np.ones(int(near.sum())))
    write(arguments.out, HEADING, named, weights)
    logits = np.split(matrix @ weights, np.cumsum([len(each[0]) for each in sets])[:-1])
    for threshold in np.arange(-8.0, -2.0, 0.5):
        left = sum(int((logit >= threshold).sum()) for logit in logits)
        lost = sum(not (logit[inside] >= threshold).any() for logit, each in zip(logits, sets, strict=True) for inside in each[2])
        print(f"threshold {threshold}: {left} of {len(labels)} candidates, {lost} of {sum(len(each[2]) for each in sets)} passages lost")


if __name__ == "__main__":
    main()
