"""Counts in how many sentences of English news each term stands, for `provenance.matching`.

Reads the corpora named in the data directory's README; writes counts only. One version of a document is counted, human text before
machine text, so that documents translated by many systems do not count more than once.

    python training/build_document_frequencies.py --data ../shared/data --out src/provenance/matching/data/sentence_frequencies.txt.gz
"""

from __future__ import annotations

import argparse
import gzip
import json
import pathlib
import re
from collections import Counter

from provenance.matching.terms import fold, plain, stem
from provenance.text import normalise, tokenise
from provenance.text.segment import find_sentences

MINIMUM = 3  # rarer terms weigh as unseen ones
FILES = ("english_news", "english_german_parallel")
PREFERENCE = ("orig", "ht", "ht_or_orig", "pe", "mt")


def read_once(directory: pathlib.Path) -> list[str]:
    """Give one text per document and source language."""
    best: dict[tuple[str, str], tuple[int, str]] = {}
    for name in FILES:
        with gzip.open(directory / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
            for line in lines:
                row = json.loads(line)
                if row["klass"] not in PREFERENCE:
                    continue
                rank = PREFERENCE.index(row["klass"])
                # Pseudo-document names repeat from language to language.
                key = (row["doc"], row["source_lang"] if row["doc"].startswith(("pseudo", "text_")) else "")
                if key not in best or rank < best[key][0]:
                    best[key] = (rank, row["text"])
    return [text for _, (_, text) in sorted(best.items())]


def main() -> None:
    """Count and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=pathlib.Path, required=True)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    arguments = parser.parse_args()
    prepared = [tokenise(normalise(text).text) for text in read_once(arguments.data)]
    lower: Counter[str] = Counter()
    upper: Counter[str] = Counter()
    for tokens in prepared:
        previous = "b"
        for surface, kind in zip(tokens.surfaces, tokens.kinds, strict=True):
            if kind == "w" and re.fullmatch(r"[^\W\d_]+(?:'\w+)?", surface):
                if surface[0].islower():
                    lower[stem(plain(surface.lower()))] += 1
                elif previous in "wsn":
                    upper[stem(plain(surface.lower()))] += 1
            previous = kind
    common = {word for word, count in lower.items() if count >= MINIMUM and count * 4 >= upper[word]}
    frequencies: Counter[str] = Counter()
    sentences = 0
    for tokens in prepared:
        for start, end in find_sentences(tokens):
            terms = {fold(tokens.surfaces[at], tokens.kinds[at], common) for at in range(start, end) if tokens.kinds[at] in "wn"}
            sentences += bool(terms)
            frequencies.update(terms)
    rows = sorted((term, count) for term, count in frequencies.items() if count >= MINIMUM)
    with arguments.out.open("wb") as raw, gzip.GzipFile(filename="", mode="wb", fileobj=raw, mtime=0, compresslevel=9) as packed:
        header = (
            "# Number of sentences of English news that hold a term (see terms.py), one term and count a line; rarer terms left out.\n"
            "# Counted by training/build_document_frequencies.py in WMT 2013-2022 news test sets and WCE-LIG (facts, no text; CC0).\n"
            "# The mark c: English writes the word in lower case.\n"
        )
        packed.write(header.encode())
        packed.write(f"{sentences}\n".encode())
        for term, count in rows:
            packed.write(f"{term}\t{count}{chr(9) + 'c' if term in common else ''}\n".encode())
    print(len(prepared), "documents", sentences, "sentences", len(rows), "terms", len(common), "common")


if __name__ == "__main__":
    main()
