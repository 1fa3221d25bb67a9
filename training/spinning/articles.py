"""Reads the corpora article by article and splits them, so that counting, tuning and measuring never share an article.

One article appears once per system and again in other corpora; texts that share a document number or a run of twelve words are one article.
"""

from __future__ import annotations

import gzip
import json
import re
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal

import attrs

FILES = ("english_news.jsonl.gz", "english_mixed.jsonl.gz", "english_german_parallel.jsonl.gz", "english_apertium.jsonl.gz")
RUN = 12  # words
SAMPLED = 4  # one run in so many is looked at
ORIGINAL, HUMAN = ("orig",), ("orig", "ht", "pe", "ht_or_orig")

Split = Literal["count", "tune", "measure"]
# Of ten articles with an English original, and of ten without.
_WITH_ORIGINAL: tuple[Split, ...] = ("count", "count", "tune", "tune", "tune", "measure", "measure", "measure", "measure", "measure")
_WITHOUT: tuple[Split, ...] = ("count", "count", "count", "count", "count", "count", "count", "tune", "measure", "measure")


@attrs.frozen(kw_only=True)
class Version:
    """One text of an article.

    Attributes:
        id: As in the corpus.
        text: As in the corpus.
        klass: `orig`, `ht`, `pe`, `mt` or `ht_or_orig`.
        corpus: Where it stands.
        document: Corpus and document number: what different systems translated.
        source: Language of the last step.
        article: Number of the article; texts with the same one never stand on two sides of a split.
        split: What the article may be used for.

    """

    id: str
    text: str
    klass: str
    corpus: str
    document: str
    source: str
    article: int
    split: Split


def read_versions(data: Path) -> list[Version]:
    """Read all texts, in a fixed order, each with its article and split."""
    records = list(_records(data))
    roots = _join(records)
    originals = {roots[at] for at, record in enumerate(records) if record["klass"] in ORIGINAL}
    names: dict[int, str] = {}
    for at, root in enumerate(roots):
        name = _document(records[at])
        names[root] = min(name, names.get(root, name))
    versions = []
    for at, record in enumerate(records):
        root = roots[at]
        drawn = zlib.crc32(names[root].encode()) % 10
        versions.append(
            Version(
                id=record["id"],
                text=record["text"],
                klass=record["klass"],
                corpus=record["corpus"],
                document=_document(record),
                source=record["source_lang"] or "en",
                article=root,
                split=_WITH_ORIGINAL[drawn] if root in originals else _WITHOUT[drawn],
            )
        )
    return versions


def _records(data: Path) -> Iterator[dict[str, str]]:
    for name in FILES:
        with gzip.open(data / name, "rt", encoding="utf-8") as lines:
            yield from map(json.loads, lines)


def _document(record: dict[str, str]) -> str:
    corpus = record["corpus"].removesuffix("-mqm")
    return f"{'ntrex' if corpus.startswith('ntrex') else corpus}|{record['doc']}"


def _join(records: Iterable[dict[str, str]]) -> list[int]:
    """Give for each record the number of its article (union-find over document numbers and shared runs of words)."""
    parents: list[int] = []
    holders: dict[object, int] = {}

    def find(at: int) -> int:
        while parents[at] != at:
            parents[at] = parents[parents[at]]
            at = parents[at]
        return at

    for at, record in enumerate(records):
        parents.append(at)
        keys: list[object] = [_document(record)]
        if record["klass"] in HUMAN:
            keys.extend(_runs(record["text"]))
        for key in keys:
            other = holders.setdefault(key, at)
            one, another = find(at), find(other)
            parents[max(one, another)] = min(one, another)
    return [find(at) for at in range(len(parents))]


def _runs(text: str) -> Iterator[int]:
    words = re.findall(r"\w+", text.lower())
    for at in range(len(words) - RUN + 1):
        code = zlib.crc32(" ".join(words[at : at + RUN]).encode())
        if code % SAMPLED == 0:
            yield code
