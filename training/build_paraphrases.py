"""Learns which English words stand for each other where two translators rendered the same sentence, for `provenance.matching`.

Takes line-aligned versions of one document (references, post-edits, machine translations), keeps what two versions of a line do
not share, and fits IBM Model 1 (Brown et al. 1993) to the leftovers in both directions. Writes term pairs with the geometric mean of the two
probabilities: learned weights, no text.

The Czech, German and Russian documents of WMT 2021 stay out: the reuse sets on which the matcher is measured were made from them.

    python -m training.build_paraphrases --data ../shared/data --out src/provenance/matching/data/paraphrases.txt.gz
"""

from __future__ import annotations

import argparse
import gzip
import json
import math
import pathlib
import random
import zlib
from collections import Counter, defaultdict
from itertools import pairwise

from training.word_alignment import fit

from provenance.matching.frequencies import load_frequencies
from provenance.matching.terms import fold
from provenance.text import normalise, tokenise

HELD_OUT = {("wmt2021", "cs"), ("wmt2021", "de"), ("wmt2021", "ru")}
VERSIONS = 6  # per document; more repeat the same wording
LONGEST = 9  # leftovers on one side; longer ones are too ambiguous
ROUNDS = 6
MINIMUM_LIKENESS = 0.08
MINIMUM_LINES = 3
STOP_SHARE = 0.08  # of sentences; commoner terms are function words

Pair = tuple[tuple[str, ...], tuple[str, ...]]


def read_versions(path: pathlib.Path) -> dict[tuple[str, str], list[tuple[bool, str, str]]]:
    """Give the versions of each document: (is machine-made, system, text)."""
    groups: dict[tuple[str, str], list[tuple[bool, str, str]]] = defaultdict(list)
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if (row["corpus"], row["source_lang"]) in HELD_OUT:
                continue
            year = row["corpus"][:7]
            groups[year + row["source_lang"], row["doc"]].append((row["klass"] == "mt", row["system"], row["text"]))
    return groups


def half_of(key: tuple[str, str]) -> int:
    """Give the half, 0 or 1, that a document belongs to (corpus year and language, document)."""
    return zlib.crc32("\t".join(key).encode()) % 2


def leftovers(groups: dict[tuple[str, str], list[tuple[bool, str, str]]]) -> list[Pair]:
    """Give what neighbouring versions of a line do not share."""
    table = load_frequencies()
    common, limit = table.common, table.sentences * STOP_SHARE
    cache: dict[str, str] = {}
    generator = random.Random(0)
    pairs: list[Pair] = []
    for _, versions in sorted(groups.items()):
        versions.sort()
        human = [version for version in versions if not version[0]]
        machine = [version for version in versions if version[0]]
        generator.shuffle(machine)
        chosen = (human + machine)[:VERSIONS]
        split = [text.split("\n") for _, _, text in chosen]
        for first, second in pairwise([lines for lines in split if len(lines) == len(split[0])]):
            for one, other in zip(first, second, strict=True):
                bags = []
                for line in (one, other):
                    tokens = tokenise(normalise(line).text)
                    bag = set()
                    for surface, kind in zip(tokens.surfaces, tokens.kinds, strict=True):
                        if kind == "w":
                            if surface not in cache:
                                cache[surface] = fold(surface, kind, common)
                            if table.counts.get(cache[surface], 0) <= limit:
                                bag.add(cache[surface])
                    bags.append(bag)
                only = tuple(sorted(bags[0] - bags[1])), tuple(sorted(bags[1] - bags[0]))
                if only[0] and only[1] and max(map(len, only)) <= LONGEST:
                    pairs.append(only)
    return pairs


def main() -> None:
    """Learn and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=pathlib.Path, required=True)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    parser.add_argument("--half", type=int, choices=(0, 1), help="only documents of this half; the other is for fit_acceptance.py")
    arguments = parser.parse_args()
    groups = read_versions(arguments.data / "english_news.jsonl.gz")
    if arguments.half is not None:
        groups = {key: versions for key, versions in groups.items() if half_of(key) == arguments.half}
    pairs = leftovers(groups)
    print(len(pairs), "line pairs", flush=True)
    together: Counter[tuple[str, str]] = Counter()
    alone: Counter[str] = Counter()
    for one, other in pairs:
        together.update((min(a, b), max(a, b)) for a in one for b in other)
        alone.update(one + other)
    mirrored = pairs + [(other, one) for one, other in pairs]
    chance = fit(mirrored, rounds=ROUNDS, least_share=0.0, least_count=1e-3)
    rows = []
    for (one, other), count in together.items():
        if count >= MINIMUM_LINES and not (one[0] in "#~" and other[0] in "#~" and one[0] == other[0] == "#"):
            likeness = math.sqrt(chance.get((one, other), 0.0) * chance.get((other, one), 0.0))
            if likeness >= MINIMUM_LIKENESS:
                rows.append((one, other, likeness))
    rows.sort()
    with arguments.out.open("wb") as raw, gzip.GzipFile(filename="", mode="wb", fileobj=raw, mtime=0, compresslevel=9) as packed:
        packed.write(
            b"# Pairs of terms (see terms.py) that stand for each other in translations of one sentence, with a likeness in per cent.\n"
            b"# Learned by training/build_paraphrases.py from WMT 2013-2022 news test sets and WCE-LIG (weights, no text; CC0).\n"
        )
        for one, other, likeness in rows:
            packed.write(f"{one}\t{other}\t{round(likeness * 100)}\n".encode())
    print(len(rows), "pairs")


if __name__ == "__main__":
    main()
