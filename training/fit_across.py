"""Fits the weights by which `provenance.matching` accepts two sentences in two languages as the same matter, and measures what they find.

Foreign news texts and their human English translations (line by line the same) of one half of the documents make a collection for each language. Pairs of
sentences that stand in the same line of a text and its translation count as right, all others as wrong; a logistic regression is fitted by
Newton's method. The table of translations must not have been learned from the same documents:

    python -m training.build_translations --data ../shared/data --half 1 --out half1.gz
    python -m training.fit_across --shared ../shared --half 0 --translations half1.gz --out src/provenance/matching/data/acceptance_across.tsv

and to measure, on documents of which neither the table nor the weights know:

    python -m training.build_translations --data ../shared/data --half 0 --out half0.gz
    python -m training.fit_across --shared ../shared --half 1 --translations half0.gz --measure
"""

from __future__ import annotations

import argparse
import pathlib
from bisect import bisect_right
from collections import defaultdict
from itertools import accumulate

import attrs
import numpy as np
from training.build_translations import ENGLISH, _rows, half_of
from training.fit_acceptance import fit, write

from provenance.matching import Matcher, tables, verify
from provenance.matching.across import NAMES, pair_sentences
from provenance.matching.candidates import find_candidates
from provenance.matching.lexicon import Lexicon
from provenance.matching.profile import are_different
from provenance.matching.reading import Reader
from provenance.matching.weights import discount_boilerplate
from provenance.model import Document

HEADING = (
    "# Weights of the logistic regression that accepts two sentences in two languages: description, weight (see across.py).\n"
    "# Learned by training/fit_across.py from WMT 2016-2022 test sets and WCE-LIG (weights, no text; CC0).\n"
)
MOST = 40  # documents of a language
HUMAN = ("orig", "ht", "ht_or_orig", "pe")
WEIGHT = 1.0


@attrs.frozen
class Collection:
    """Foreign texts and their English translations of one language; a pair has one index in both."""

    language: str
    foreign: list[str]
    english: list[str]


def collect(data: pathlib.Path, half: int) -> list[Collection]:
    """Read the documents of one half that have a human translation of as many lines."""
    sources: dict[tuple[str, str, str], str] = {}
    for row in _rows(data / "foreign_sources.jsonl.gz"):
        if half_of(row["doc"]) == half:
            sources[row["source_lang"], row["corpus"], row["doc"]] = row["text"]
    versions: dict[tuple[str, str, str], str] = {}
    for row in (row for name in ENGLISH for row in _rows(data / name)):
        key = (row["source_lang"], row["corpus"], row["doc"])
        if key in sources and row["klass"] in HUMAN and len(sources[key].split("\n")) == len(row["text"].split("\n")):
            versions.setdefault(key, row["text"])
    by_language: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for key, english in sorted(versions.items()):
        by_language[key[0]].append((sources[key], english))
    # of many short texts the longest, which are news
    chosen = {language: sorted(pairs, key=lambda pair: -len(pair[1]))[:MOST] for language, pairs in sorted(by_language.items())}
    return [Collection(language, [one for one, _ in pairs], [other for _, other in pairs]) for language, pairs in chosen.items()]


def lines_of(text: str, start: int, end: int) -> set[int]:
    """Give the numbers of the lines that a span touches."""
    starts = [0, *accumulate(len(line) + 1 for line in text.split("\n"))]
    return set(range(bisect_right(starts, start) - 1, bisect_right(starts, max(start, end - 1))))


def describe(collection: Collection) -> tuple[list[list[float]], list[float]]:
    """Give descriptions and labels of all candidate pairs of sentences in two languages."""
    documents = [Document(text=text) for text in (*collection.foreign, *collection.english)]
    count = len(collection.foreign)
    lexicon = Lexicon()
    read = list(Reader(documents)((0, len(documents))).profiles(lexicon))
    lexicon.foreign = True
    profiles = discount_boilerplate(read, len(lexicon.names))
    sentences = sum(len(each.bounds) - 1 for each in profiles)
    rows, labels = [], []
    for first, second, seeds in find_candidates(profiles, lexicon, verify.least_shared(sentences)).pairs():
        a, b = profiles[first], profiles[second]
        if not are_different(a.language, b.language):
            continue
        for pair in pair_sentences(a, b, seeds, lexicon, sentences):
            rows.append([pair.described[name] for name in NAMES])
            mine = lines_of(documents[first].text, *a.span(pair.hit.a_start, pair.hit.a_end))
            theirs = lines_of(documents[second].text, *b.span(pair.hit.b_start, pair.hit.b_end))
            labels.append(float(second == first + count and bool(mine & theirs)))
    return rows, labels


def measure(collection: Collection) -> None:
    """Print what is found between the texts and their translations, and between unrelated ones."""
    count = len(collection.foreign)
    texts = [*collection.foreign, *collection.english]
    found: dict[tuple[int, int], list[tuple[set[int], set[int]]]] = defaultdict(list)
    for match in Matcher().find_matches([Document(text=text) for text in texts]):
        if match.relation == "cross_language":
            found[match.first, match.second].append(
                (lines_of(texts[match.first], match.a_start, match.a_end), lines_of(texts[match.second], match.b_start, match.b_end))
            )
    right = {pair: spans for pair, spans in found.items() if pair[1] == pair[0] + count}
    lines = sum(len(text.split("\n")) for text in collection.foreign)
    same = sum(len(set().union(*(one & other for one, other in spans))) for spans in right.values())
    claimed = sum(len(set().union(*(one for one, _ in spans))) for spans in found.values())
    print(
        f"| {collection.language} | {count} | {len(right) / count:.2f} | {same / lines:.2f} | {same / max(claimed, 1):.2f} "
        f"| {len(found) - len(right)} of {count * (count - 1)} |",
        flush=True,
    )


def main() -> None:
    """Fit and write, or measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=pathlib.Path, required=True)
    parser.add_argument("--half", type=int, choices=(0, 1), required=True)
    parser.add_argument("--translations", type=pathlib.Path, required=True)
    parser.add_argument("--out", type=pathlib.Path)
    parser.add_argument("--measure", action="store_true")
    arguments = parser.parse_args()
    tables.translation_file = lambda: arguments.translations
    collections = collect(arguments.shared / "data", arguments.half)
    if arguments.measure:
        print("| language | texts | with a link to their translation | lines linked | of the lines linked, right | unrelated pairs linked |")
        print("|---|---|---|---|---|---|")
        for collection in collections:
            measure(collection)
        return
    rows: list[list[float]] = []
    labels: list[float] = []
    for collection in collections:
        described, right = describe(collection)
        rows += described
        labels += right
        print(collection.language, len(collection.foreign), "texts,", len(right), "pairs of sentences,", round(sum(right)), "right", flush=True)
    weights = fit(np.array(rows), np.array(labels), np.full(len(labels), WEIGHT))
    chance = 1 / (1 + np.exp(-np.array(rows) @ weights))
    truth = np.array(labels)
    for least in (0.35, 0.5, 0.7):
        print(f"from {least}: precision {truth[chance >= least].mean():.3f}, recall {truth[chance >= least].sum() / truth.sum():.3f}")
    if arguments.out is not None:
        write(arguments.out, HEADING, NAMES, weights)


if __name__ == "__main__":
    main()
