"""Fits the weights by which `provenance.matching` takes pairs of sentences for worth an alignment.

In collections made by planted_collections.py and in the development half of the reuse sets, the best candidate of each passage that the matcher
accepts counts as right, every other candidate as wrong. Prints the weights to be put into candidates.py, and how many candidates and passages
are left at some thresholds.

    python -m training.fit_candidates --shared ../shared
"""

from __future__ import annotations

import argparse
import json
import math
import pathlib
import zlib

import numpy as np
from training.fit_acceptance import fit
from training.planted_collections import plant

from provenance.matching import candidates, verify
from provenance.matching.accept import describe_all, score
from provenance.matching.lexicon import Lexicon
from provenance.matching.pairs import find_hits
from provenance.matching.profile import Profile, discount_boilerplate, profile
from provenance.model import Document
from provenance.text import prepare

LEAST_PROBABILITY = 0.35
LOOSE = -8.0  # threshold while collecting
COLLECTIONS = 2


def collect(texts: dict[str, str], wires: set[str] | None) -> tuple[np.ndarray, np.ndarray, list[list[int]]]:
    """Give the descriptions of the candidates, whether each is the best of a passage, and the candidates of each passage.

    Args:
        texts: A collection, by name.
        wires: Texts of which one must be in a pair; any pair will do if None.

    """
    lexicon = Lexicon()
    profiles = discount_boilerplate([profile(prepare(Document(id=name, text=text)), lexicon) for name, text in texts.items()], lexicon)
    counts = [len(each.bounds) - 1 for each in profiles]
    offsets = np.concatenate([[0], np.cumsum(counts)])
    total = int(offsets[-1])
    found = candidates.find_candidates(profiles, lexicon, verify.least_shared(total))
    whole = np.concatenate([_whole(each, lexicon) for each in profiles])
    quoted = np.concatenate([np.asarray(each.quoted, bool) for each in profiles])
    kept, passages = [], []
    at = 0
    for first, second, seeds in found.pairs():
        rows = range(at, at + len(seeds))
        at += len(seeds)
        a, b = profiles[first], profiles[second]
        if wires is not None and not wires & {a.text.document.id, b.text.document.id}:
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
    one, other = found.one + offsets[found.first], found.other + offsets[found.second]
    described = candidates.describe(found.shared, whole[one], whole[other], quoted[one] & quoted[other])
    labels = np.zeros(len(described))
    for inside in passages:
        if inside:
            labels[max(inside, key=lambda row: found.shared[row] ** 2 / math.sqrt(whole[one[row]] * whole[other[row]]))] = 1.0
    place = {row: number for number, row in enumerate(kept)}
    return described[kept], labels[kept], [[place[row] for row in inside] for inside in passages if inside]


def _whole(of: Profile, lexicon: Lexicon) -> np.ndarray:
    entries = candidates.collect_entries(of.terms.astype(np.int64), of.weights.astype(np.float64), of.sentences.astype(np.int64), lexicon)
    return np.bincount(entries.sentence, entries.weight, len(of.bounds) - 1)


def main() -> None:
    """Collect, fit and report."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=pathlib.Path, required=True)
    shared = parser.parse_args().shared
    candidates.THRESHOLD = LOOSE
    sets = [collect(each.texts, None) for each in plant(shared / "data/english_news.jsonl.gz", 0, COLLECTIONS)]
    for name in ("xplant", "planted"):
        rows = [json.loads(line) for line in (shared / f"data/reuse/{name}_docs.jsonl").read_text(encoding="utf-8").splitlines()]
        wires = {row["id"] for row in rows if row["series"] == "wire" and zlib.crc32(row["id"].encode()) % 2 == 0}
        sets.append(collect({row["id"]: row["text"] for row in rows}, wires))
    matrix, labels = np.concatenate([each[0] for each in sets]), np.concatenate([each[1] for each in sets])
    weights = fit(matrix, labels, np.ones(len(labels)))
    print("weights", [round(float(weight), 3) for weight in weights])
    for threshold in np.arange(-8.0, -3.0, 0.5):
        logits = [each[0] @ weights for each in sets]
        left = sum(int((logit >= threshold).sum()) for logit in logits)
        lost = sum(not (logit[inside] >= threshold).any() for logit, each in zip(logits, sets, strict=True) for inside in each[2])
        print(f"threshold {threshold}: {left} of {len(labels)} candidates, {lost} of {sum(len(each[2]) for each in sets)} passages lost")


if __name__ == "__main__":
    main()
