"""How often the article that a translation was made from is found among articles in other languages.

    python -m benchmarks.originals --data ../shared/data

Searches the foreign texts of the corpora with the machine translations of news of 150 words or more (one system a document, the first in the file):
in the right language alone, and in all languages together.
"""

from __future__ import annotations

import argparse
import collections
import gzip
import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from provenance import Document, OriginalIndex

LEAST_WORDS = 150


def read(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the records of a corpus."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def load_pairs(data: Path) -> tuple[dict[str, dict[str, Any]], list[tuple[dict[str, Any], str]]]:
    """Give the foreign texts by id, and translations with the id of the text they were made from, one for each document."""
    sources: dict[str, dict[str, Any]] = {}
    for record in read(data / "foreign_sources.jsonl.gz"):
        sources[f"{record['corpus']}|{record['doc']}|{record['source_lang']}"] = record
    queries: dict[str, dict[str, Any]] = {}
    for record in read(data / "english_news.jsonl.gz"):
        key = f"{record['corpus']}|{record['doc']}|{record['source_lang']}"
        if record["klass"] == "mt" and record["domain"] == "news" and int(record["n_words"]) >= LEAST_WORDS and key in sources:
            queries.setdefault(key, record)
    return sources, [(record, key) for key, record in queries.items()]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True)
    sources, queries = load_pairs(parser.parse_args().data)
    started = time.perf_counter()
    index = OriginalIndex(Document(id=key, text=record["text"], language=record["source_lang"]) for key, record in sources.items())
    indexed = time.perf_counter() - started
    counts: collections.Counter[tuple[str, str]] = collections.Counter()
    started = time.perf_counter()
    for record, right in queries:
        language = record["source_lang"]
        counts[language, "n"] += 1
        for name, languages in (("own", [language]), ("all", None)):
            found = index.search(record["text"], languages=languages, limit=1)
            counts[language, name] += bool(found) and found[0].document == right
    searched = time.perf_counter() - started
    print(f"{len(index)} candidates indexed in {indexed:.1f} s, {2 * len(queries)} searches in {searched:.1f} s")
    print("language  documents  first of its language  first of all")
    for language in sorted({language for language, _ in counts}):
        total = counts[language, "n"]
        print(f"{language:8} {total:10} {counts[language, 'own'] / total:22.1%} {counts[language, 'all'] / total:13.1%}")


if __name__ == "__main__":
    main()
