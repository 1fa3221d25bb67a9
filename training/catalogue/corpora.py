"""Reads the corpora one text per article and class, so that an article translated by ten systems counts once.

Classes are `original`, `press` (originals from outside the corpora), and by source language `human-de`, `machine-de`, `edited-de` (a person's correction of a machine) and `roundtrip-de`: what was English
before it was German has little of a German text in it. References of unknown direction are left out, and so are second copies of a test set.
"""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs

from provenance.catalogue.measurement import PRESS

FILES = ("english_news.jsonl.gz", "english_mixed.jsonl.gz", "english_german_parallel.jsonl.gz", "english_apertium.jsonl.gz")
SENTENCES = "romanian_sentences.jsonl.gz"
TOGETHER = 25  # sentences without a document that are read as one
_CLASSES = {"ht": "human", "mt": "machine", "pe": "edited"}


@attrs.frozen(kw_only=True)
class Sample:
    """One text of a corpus.

    Attributes:
        text: As in the corpus.
        group: Class and source language.
        corpus: Its name there (`wmt2019`).
        article: What all versions of the article share.

    """

    text: str
    group: str
    corpus: str
    article: str


def read_samples(data: Path, share: float = 1.0) -> Iterator[Sample]:
    """Yield one text per article, corpus and class.

    Args:
        data: Folder with the corpora.
        share: Of the translated articles, chosen by a checksum; originals are always read.

    """
    seen: set[tuple[str, ...]] = set()
    for record in _records(data):
        group = _group(record)
        key = (group, record["text"][:200]) if group == "original" else (group, record["corpus"], record["doc"])
        if key in seen or (group != "original" and zlib.crc32(repr(key).encode()) % 1000 >= share * 1000):
            continue
        seen.add(key)
        yield Sample(text=record["text"], group=group, corpus=record["corpus"], article=f"{record['corpus']} {record['doc']}")


def read_press(path: Path) -> Iterator[Sample]:
    """Yield English originals of the press at large, from JSON lines with `id`, `text` and `src`, the name of their collection."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            yield Sample(text=record["text"], group=PRESS, corpus=record["src"], article=record["id"])


def _records(data: Path) -> Iterator[dict[str, Any]]:
    for name in FILES:
        with gzip.open(data / name, "rt", encoding="utf-8") as lines:
            records = [json.loads(line) for line in lines]
        # Systems take turns from article to article: the first one alone would stand for all machines.
        records.sort(key=lambda record: (record["corpus"], record["doc"], zlib.crc32(record["id"].encode())))
        yield from (record for record in records if record["klass"] in (*_CLASSES, "orig") and not _is_copy(record))
    with gzip.open(data / SENTENCES, "rt", encoding="utf-8") as lines:
        sentences = [json.loads(line) for line in lines]
    for at in range(0, len(sentences), TOGETHER):
        together = sentences[at : at + TOGETHER]
        text = "\n".join(sentence["text"] for sentence in together)
        yield {**together[0], "text": text, "doc": f"{at // TOGETHER:04d}", "orig_lang": "ro"}


def _is_copy(record: dict[str, Any]) -> bool:
    return bool(record["corpus"] == "wmt2020-mqm" and record["klass"] == "ht")


def _group(record: dict[str, Any]) -> str:
    if record["klass"] == "orig":
        return "original"
    language = record["source_lang"]
    return f"roundtrip-{language}" if record["orig_lang"] == "en" else f"{_CLASSES[record['klass']]}-{language}"
