"""How right the verdicts are: on English originals of the corpora, and on annotated single texts.

    python benchmarks/verdicts.py --shared ../shared

The annotated texts are invented and imitate machine output; they show what is found and what is not, they do not prove that real texts are covered.
"""

from __future__ import annotations

import argparse
import collections
import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from provenance import Auditor, Document, Report

CORPORA = ("english_news.jsonl.gz", "english_mixed.jsonl.gz", "english_german_parallel.jsonl.gz")


def originals(data: Path) -> Iterator[dict[str, Any]]:
    """Yield the English originals of the corpora, each once."""
    seen = set()
    for name in CORPORA:
        with gzip.open(data / name, "rt", encoding="utf-8") as lines:
            for line in lines:
                record = json.loads(line)
                if record["klass"] == "orig" and record["text"] not in seen:
                    seen.add(record["text"])
                    yield record


def report_originals(auditor: Auditor, data: Path) -> None:
    """Say how many originals are accused of what."""
    counts: collections.Counter[str] = collections.Counter()
    findings = words = 0
    for record in originals(data):
        report = auditor.audit(Document(id=record["id"], text=record["text"]))
        counts["documents"] += 1
        counts["translated >= 0.5"] += report.verdict.translated >= 0.5
        counts["spun >= 0.5"] += report.verdict.spun >= 0.5
        counts["a major finding"] += any(finding.severity != "minor" for finding in report.findings)
        counts["any finding"] += bool(report.findings)
        findings += len(report.findings)
        words += report.document.words
    print("English originals of the corpora")
    for name, count in counts.items():
        print(f"  {name}: {count} ({count / counts['documents']:.2%})")
    print(f"  findings per 1,000 words: {findings * 1000 / words:.3f}")


def report_singles(auditor: Auditor, gold: Path) -> None:
    """Say how the annotated single texts fare."""
    records = [json.loads(line) for line in (gold / "singles" / "docs.jsonl").read_text(encoding="utf-8").splitlines()]
    counts: collections.Counter[str] = collections.Counter()
    accused = []
    for record in records:
        report = auditor.audit(Document(id=record["id"], text=record["text"]))
        verdict = report.verdict
        if record["translated"]:
            counts["translated"] += 1
            counts["translated found"] += verdict.translated >= 0.5
            counts["language right"] += top_language(report) in languages(record)
        elif verdict.translated >= 0.5:
            accused.append(record["id"])
        if record["spun"]:
            counts["spun"] += 1
            counts["spun found"] += verdict.spun >= 0.5
        elif verdict.spun >= 0.5:
            accused.append(record["id"])
        counts["chain right"] += chain(report) == [step["step"] for step in record["chain"]]
    print(f"annotated single texts: {len(records)}")
    print(
        f"  translated, found at 0.5: {counts['translated found']}/{counts['translated']}; source language first: {counts['language right']}/{counts['translated']}"
    )
    print(f"  spun, found at 0.5: {counts['spun found']}/{counts['spun']}; steps of the first chain right: {counts['chain right']}/{len(records)}")
    print(f"  wrongly accused: {', '.join(accused) or 'none'}")


def languages(record: dict[str, Any]) -> set[str]:
    """Give the languages that count as right: the first, and that of the last hop."""
    return {record["source_language"], *(step["language"] for step in record["chain"] if step["step"] == "translated")}


def top_language(report: Report) -> str:
    """Give the likeliest source language."""
    return report.verdict.source_language[0].code


def chain(report: Report) -> list[str]:
    """Give the names of the first chain's steps."""
    return [step.step for step in report.chains[0].steps]


def main() -> None:
    """Print both tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--shared", type=Path, required=True, help="folder with data/ and gold/")
    shared = parser.parse_args().shared
    auditor = Auditor()
    report_originals(auditor, shared / "data")
    report_singles(auditor, shared / "gold")


if __name__ == "__main__":
    main()
