"""Learns which English words translate foreign ones, for comparing texts of different languages in `provenance.matching`.

Takes foreign news texts line by line with an English version of the same line, keeps the rarer words of both and fits IBM Model 1 (Brown
et al. 1993). Writes word pairs with the geometric mean of the probabilities of both directions: learned weights, no text.

The Czech, German and Russian documents of WMT 2021 stay out: the reuse sets on which the matcher is measured were made from them.

    python -m training.build_translations --data ../shared/data --out src/provenance/matching/data/translations.txt.gz
"""

from __future__ import annotations

import argparse
import gzip
import json
import math
import pathlib
import zlib
from collections import Counter

from training.word_alignment import fit

from provenance.matching.frequencies import load_frequencies
from provenance.matching.terms import fold
from provenance.text import normalise, tokenise

HELD_OUT = {("wmt2021", "cs"), ("wmt2021", "de"), ("wmt2021", "ru")}
LANGUAGES = ("fr", "de", "ru", "cs", "uk", "pl", "fi")
ENGLISH = ("english_news.jsonl.gz", "english_mixed.jsonl.gz")  # Czech and Ukrainian stand in the second only
LONGEST = 30  # words kept of a line
ROUNDS = 5
STOP_SHARE = 0.05  # of lines; commoner words are function words
MINIMUM_LINES = 3
MINIMUM_LIKENESS = 0.12
PREFERENCE = ("orig", "ht", "ht_or_orig", "pe", "mt")

Lines = list[tuple[list[str], list[str]]]


def read_lines(data: pathlib.Path, language: str, half: int | None = None) -> Lines:
    """Give the words of aligned lines: foreign, English; of the documents of one half, or of all."""
    sources: dict[tuple[str, str], str] = {}
    for row in _rows(data / "foreign_sources.jsonl.gz"):
        if row["source_lang"] == language and (row["corpus"], language) not in HELD_OUT and half in {None, half_of(row["doc"])}:
            sources[row["corpus"], row["doc"]] = row["text"]
    versions: dict[tuple[str, str], tuple[int, str]] = {}
    for row in (row for name in ENGLISH for row in _rows(data / name)):
        key = (row["corpus"], row["doc"])
        if key in sources and row["source_lang"] == language:
            rank = PREFERENCE.index(row["klass"])
            if key not in versions or rank < versions[key][0]:
                versions[key] = (rank, row["text"])
    common = load_frequencies().common
    lines: Lines = []
    for key, (_, english) in sorted(versions.items()):
        one, other = sources[key].split("\n"), english.split("\n")
        if len(one) == len(other):
            lines.extend((_terms(left, common), _terms(right, common)) for left, right in zip(one, other, strict=True))
    return _without_common(lines)


def half_of(document: str) -> int:
    """Give the half of a document, whatever its language."""
    return zlib.crc32(document.encode()) % 2


def _rows(path: pathlib.Path):  # noqa: ANN202
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def _terms(line: str, common: frozenset[str]) -> list[str]:
    tokens = tokenise(normalise(line).text)
    found = {fold(surface, kind, common) for surface, kind in zip(tokens.surfaces, tokens.kinds, strict=True) if kind == "w"}
    return sorted(term for term in found if term[0] != "#")


def _without_common(lines: Lines) -> Lines:
    kept = []
    sides = []
    for side in (0, 1):
        counts = Counter(term for line in lines for term in line[side])
        sides.append({term for term, count in counts.items() if MINIMUM_LINES <= count <= STOP_SHARE * len(lines)})
    for one, other in lines:
        left, right = [term for term in one if term in sides[0]], [term for term in other if term in sides[1]]
        if left and right and max(len(left), len(right)) <= LONGEST:
            kept.append((left, right))
    return kept


def main() -> None:
    """Learn and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=pathlib.Path, required=True)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    parser.add_argument("--half", type=int, choices=(0, 1), help="only documents of this half; the other is for fit_across.py")
    arguments = parser.parse_args()
    common = load_frequencies().common
    best: dict[tuple[str, str], float] = {}
    for language in LANGUAGES:
        lines = read_lines(arguments.data, language, arguments.half)
        forwards, backwards = (
            fit(pairs, rounds=ROUNDS, least_share=1e-3, least_count=1e-2) for pairs in (lines, [(other, one) for one, other in lines])
        )
        for (foreign, english), chance in forwards.items():
            likeness = math.sqrt(chance * backwards.get((english, foreign), 0.0))
            if likeness >= MINIMUM_LIKENESS and foreign and foreign != english and foreign not in common:
                best[foreign, english] = max(likeness, best.get((foreign, english), 0.0))
        print(language, len(lines), "lines,", len(best), "pairs so far", flush=True)
    with arguments.out.open("wb") as raw, gzip.GzipFile(filename="", mode="wb", fileobj=raw, mtime=0, compresslevel=9) as packed:
        packed.write(
            b"# A foreign term (see terms.py), an English one that translates it, and a likeness in per cent.\n"
            b"# Learned by training/build_translations.py from WMT 2016-2022 test sets and WCE-LIG (weights, no text; CC0).\n"
        )
        for (foreign, english), likeness in sorted(best.items()):
            packed.write(f"{foreign}\t{english}\t{round(likeness * 100)}\n".encode())


if __name__ == "__main__":
    main()
