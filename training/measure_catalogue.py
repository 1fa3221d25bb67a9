"""Counts every rule's hits in each class of the corpora and shows which rules accuse English originals.

    python training/measure_catalogue.py --data ../shared/data [--select IDM-PT,CAL] [--show 3] [--sample 0.1] [--write]

Counts are by document (one version of each article per class, so that an article translated by ten systems counts once) and per million words.
With --write the counts go to src/provenance/catalogue/data/tables/measured.toml, from where `provenance explain` shows them.
"""

from __future__ import annotations

import argparse
import collections
import gzip
import json
import re
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from provenance.catalogue import Catalogue, Rule
from provenance.catalogue.loading import build_catalogue, data_files, parse_file
from provenance.detectors import Detector
from provenance.errors import CatalogueError
from provenance.model import Document
from provenance.text import prepare

TARGET = Path(__file__).parents[1] / "src/provenance/catalogue/data/tables/measured.toml"
FILES = ("english_news.jsonl.gz", "english_mixed.jsonl.gz", "english_german_parallel.jsonl.gz", "english_apertium.jsonl.gz")


def read(data: Path, sample: float) -> Iterator[dict[str, Any]]:
    """Yield one record per article and class (originals always, the others by the sample)."""
    seen = set()
    for name in FILES:
        with gzip.open(data / name, "rt", encoding="utf-8") as lines:
            for line in lines:
                record = json.loads(line)
                klass = record["klass"]
                key = (
                    record["corpus"] if klass != "orig" else "",
                    record["doc"] if klass != "orig" else record["text"][:200],
                    klass,
                    record["source_lang"],
                )
                if key in seen:
                    continue
                seen.add(key)
                if klass == "orig" or zlib.crc32(repr(key).encode()) % 1000 < sample * 1000:
                    yield record


def load_leniently() -> Catalogue:
    """Load the catalogue from its sources; say which entries are damaged and go on without them."""
    parsed: dict[str, Any] = {}
    troubles: list[str] = []
    for name, entry in data_files():
        try:
            parsed[name] = parse_file(name, entry.read_bytes())
        except CatalogueError as error:
            troubles.append(str(error))
    catalogue = build_catalogue("unreleased", parsed, troubles)
    for trouble in troubles:
        print(f"left out: {trouble}")
    return catalogue


def compiles(rule: Rule, catalogue: Catalogue) -> bool:
    """Tell whether a rule's patterns can be read; say so where not."""
    try:
        Detector([rule], catalogue)
    except (CatalogueError, re.error) as error:
        print(f"left out: {rule.code}: {error}")
        return False
    return True


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="folder with the corpora")
    parser.add_argument("--select", default="", help="code prefixes, comma-separated")
    parser.add_argument("--originals", action="store_true", help="read English originals only (fast)")
    parser.add_argument("--show", type=int, default=2, help="how many hits in originals to show per rule")
    parser.add_argument("--sample", type=float, default=1.0, help="share of the translated documents to read")
    parser.add_argument("--write", action="store_true", help="write the counts into the catalogue")
    options = parser.parse_args()
    catalogue = load_leniently()
    rules = [rule for rule in catalogue.select(tuple(filter(None, options.select.split(",")))) if compiles(rule, catalogue)]
    detector = Detector(rules, catalogue)
    documents: collections.Counter[str] = collections.Counter()
    words: collections.Counter[str] = collections.Counter()
    hit: dict[str, collections.Counter[str]] = collections.defaultdict(collections.Counter)
    shown: dict[str, list[str]] = collections.defaultdict(list)
    accused: collections.Counter[str] = collections.Counter()
    total = 0
    for record in read(options.data, 0.0 if options.originals else options.sample):
        text = prepare(Document(text=record["text"]))
        group = "original" if record["klass"] == "orig" else f"{'machine' if record['klass'] == 'mt' else 'human'}-{record['source_lang']}"
        documents[group] += 1
        words[group] += text.tokens.words
        findings = detector.detect(text)
        for code in {finding.rule for finding in findings}:
            hit[code][group] += 1
        if group == "original":
            total += len(findings)
            for severity in {finding.severity for finding in findings}:
                accused[severity] += 1
            for finding in findings:
                if len(shown[finding.rule]) < options.show:
                    shown[finding.rule].append(f"{finding.prefix[-24:]!r}{finding.quote!r}{finding.suffix[:24]!r}")
    print(
        f"originals: {documents['original']} documents, {words['original']} words; with a finding: {dict(accused)}; {total * 1000 / max(1, words['original']):.3f} findings per 1,000 words"
    )
    for rule in sorted(rules, key=lambda rule: (-hit[rule.code]["original"], rule.code)):
        if hit[rule.code]:
            groups = ", ".join(f"{group} {count}/{documents[group]}" for group, count in sorted(hit[rule.code].items()))
            print(f"{rule.code} {rule.severity} {rule.name}: {groups}")
            for line in shown[rule.code]:
                print("    " + line.replace("\n", "⏎"))
    if options.write:
        write(documents, hit)


def write(documents: collections.Counter[str], hit: dict[str, collections.Counter[str]]) -> None:
    """Write the counts as TOML, sorted."""
    lines = [
        "# Documents with a hit, by rule and class, counted by training/measure_catalogue.py over the corpora of the WMT shared tasks 2013-2022, WCE-LIG,",
        "# ht-vs-mt and NTREX through Apertium: counts only, no text.",
        "[documents]",
    ]
    lines += [f"{group} = {count}" for group, count in sorted(documents.items())]
    lines.append("[hits]")
    for code in sorted(hit):
        counts = ", ".join(f"{group} = {count}" for group, count in sorted(hit[code].items()))
        lines.append(f"{code} = {{ {counts} }}")
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
