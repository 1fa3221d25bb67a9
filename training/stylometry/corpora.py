"""Reads the corpora into units of comparable length, with the labels of every question and the group that is held out together.

The traps this guards against: one article appears once per system and in several corpora (units of one `article` never stand on both sides of a split, and a
whole corpus-year is held out at a time); a few systems times many articles would drown the rest (a bounded sample per article); tiny documents (chat,
product pages) are joined to units of readable length, long ones cut.
"""

from __future__ import annotations

import collections
import gzip
import json
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs

FILES = ("english_news.jsonl.gz", "english_mixed.jsonl.gz", "english_german_parallel.jsonl.gz", "english_apertium.jsonl.gz")
ROMANCE = frozenset("fr es it pt ro ca gl oc".split())
NAMED = ("cs", "de", "fi", "is", "ja", "pl", "ru", "uk", "zh")
SOURCES = (*NAMED, "other", "romance")
ENGINES = ("statistical", "early_neural", "modern")
SHORT, LONG = 110, 450  # words: shorter documents are joined, longer ones cut
SYSTEMS = 4  # machine translations kept per article and source language
# Outlets that publish in English what was written in another language: their English pages count as originals in the corpora but are edited translations in part. They are trained on all the same: nobody may be accused for working there.
EDITING_TRANSLATIONS = ("allafrica", "egyptindependent.com", "euronews-en", "gateway-zh", "novinite.com", "parstoday-en", "rt.com", "xinhuanet.com")
_GROUPS = {"wmt2020-mqm": "2020", "ntrex-apertium": "2019", "ntrex-newstest2019": "2019", "wce-lig": "wce", "mlqe-pe": "mlqe"}


@attrs.frozen(kw_only=True)
class Unit:
    """A stretch of text with its labels; None where a question does not apply.

    Attributes:
        text: As in the corpus.
        group: Corpus-year held out together.
        article: The article it goes back to: units with the same one are one observation for bootstrap and splitting.
        cell: What balances the sample (group, domain, class, source language, whether it had been English before).
        klass: `orig`, `mt`, `ht` or `pe`.
        source: One of SOURCES for translations.
        round_trip: Whether it was English before.
        second_hop: Whether it came through two languages.
        engine: One of ENGINES for machine translations.
        system: Name of the system.

    """

    text: str
    group: str
    article: str
    domain: str
    klass: str
    source: str | None
    round_trip: bool
    second_hop: bool
    engine: str | None
    system: str

    @property
    def cell(self) -> tuple[str, str, str, str, bool]:
        """What balances the sample."""
        return self.group, self.domain, self.klass, self.source or "en", self.round_trip


def is_doubtful(unit: Unit) -> bool:
    """Whether a text that the corpus calls an English original comes from an outlet that edits translations."""
    return unit.klass == "orig" and unit.article.partition("|")[2].startswith(EDITING_TRANSLATIONS)


def read_units(data: Path) -> list[Unit]:
    """Read all corpora, in a fixed order."""
    units: list[Unit] = []
    pending: dict[tuple[str, ...], list[dict[str, Any]]] = collections.defaultdict(list)
    for record in _records(data):
        if len(record["text"].split()) < SHORT:
            key = (record["corpus"], record["domain"], record["klass"], record["source_lang"], record["system"])
            pending[key].append(record)
            if sum(len(item["text"].split()) for item in pending[key]) >= 2 * SHORT:
                units.append(_unit(_join(pending.pop(key))))
        else:
            units.extend(_unit(piece) for piece in _cut(record))
    return units


def _records(data: Path) -> Iterator[dict[str, Any]]:
    for name in FILES:
        with gzip.open(data / name, "rt", encoding="utf-8") as lines:
            for line in lines:
                record = json.loads(line)
                if record["klass"] != "ht_or_orig" and _is_sampled(record):
                    yield record
    with gzip.open(data / "romanian_sentences.jsonl.gz", "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            record = json.loads(line)
            yield {**record, "doc": f"ro{number:05d}", "orig_lang": "ro", "domain": "wikipedia", "chain": "ro>en"}


def _is_sampled(record: dict[str, Any]) -> bool:
    """Keep a bounded number of systems per article, other ones for other articles."""
    if record["klass"] != "mt":
        return record["corpus"] != "wmt2020-mqm"  # the same human translations stand in wmt2020
    if record["corpus"] in ("ht-vs-mt", "ntrex-apertium", "wmt2019", "wmt2016"):
        return True
    systems = {"wmt2013": 14, "wmt2014": 11, "wmt2017": 4, "wce-lig": 3, "wmt2020-mqm": 8, "wmt2021": 13, "wmt2022": 12}[record["corpus"]]
    return zlib.crc32(f"{record['doc']}|{record['source_lang']}|{record['system']}".encode()) % systems < SYSTEMS


def _group(record: dict[str, Any]) -> str:
    corpus = record["corpus"]
    if corpus == "ht-vs-mt":
        year = record["id"].split("-wmt")[1].split("-")[0]
        return {"14": "2014", "16": "2016", "17": "2017"}.get(year, "2008-2015")
    return _GROUPS.get(corpus) or corpus.removeprefix("wmt")


def _engine(record: dict[str, Any]) -> str | None:
    if record["klass"] != "mt":
        return None
    if record["corpus"] in ("wmt2013", "wmt2014", "wmt2016", "wce-lig", "ntrex-apertium"):
        return "statistical"
    if record["corpus"] in ("wmt2017", "mlqe-pe"):
        return "early_neural"
    return "modern"


def _unit(record: dict[str, Any]) -> Unit:
    group = _group(record)
    language = record["source_lang"]
    translated = record["klass"] != "orig"
    source = ("romance" if language in ROMANCE else language if language in NAMED else "other") if translated else None
    languages = [language for language in (record.get("chain") or "").split(">") if language != "en"]
    return Unit(
        text=record["text"],
        group=group,
        article=f"{group}|{record['doc']}",
        domain=record["domain"],
        klass=record["klass"],
        source=source,
        round_trip=translated and record["orig_lang"] == "en",
        second_hop=len(languages) > 1 and languages[0] != "unknown",
        engine=_engine(record),
        system=record["system"],
    )


def _join(records: list[dict[str, Any]]) -> dict[str, Any]:
    return {**records[0], "text": "\n".join(record["text"] for record in records)}


def _cut(record: dict[str, Any]) -> Iterator[dict[str, Any]]:
    words = len(record["text"].split())
    pieces = max(1, round(words / LONG)) if words > 1.5 * LONG else 1
    size = words / pieces
    taken: list[str] = []
    count = 0
    for line in record["text"].split("\n"):
        taken.append(line)
        count += len(line.split())
        if count >= size:
            yield {**record, "text": "\n".join(taken)}
            taken, count = [], 0
    if count >= SHORT // 2:
        yield {**record, "text": "\n".join(taken)}
