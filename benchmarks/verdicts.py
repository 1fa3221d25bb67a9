"""How right the verdicts are: on English originals of the corpora, and on annotated single texts.

    python benchmarks/verdicts.py --shared ../shared

The annotated texts are invented and imitate machine output; they show what is found and what is not, they do not prove that real texts are covered.
Calibration is reported twice: on the annotated texts, seven in ten of which are translated, and on originals and machine translations of the corpora,
weighted so that translations have the share the prior gives them.
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

CLAIMS = ("translated", "machine_translated", "spun", "republished")
PRIOR = 0.08  # share of translations that the shipped prior assumes
LEAST_WORDS = 150
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


def report_singles(auditor: Auditor, gold: Path) -> list[tuple[Report, dict[str, Any]]]:
    """Say how the annotated single texts fare, and give their reports."""
    records = [json.loads(line) for line in (gold / "singles" / "docs.jsonl").read_text(encoding="utf-8").splitlines()]
    counts: collections.Counter[str] = collections.Counter()
    accused = []
    reports = []
    for record in records:
        report = auditor.audit(Document(id=record["id"], text=record["text"]))
        reports.append((report, record))
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
    return reports


def report_calibration(auditor: Auditor, data: Path, singles: list[tuple[Report, dict[str, Any]]]) -> None:
    """Say how far the reported probabilities are from the shares that came true."""
    print("expected calibration error (ten bins of equal width)")
    for claim in CLAIMS:
        print(
            f"  annotated texts, {claim}: {calibration_error([(getattr(report.verdict, claim), happened(record, claim), 1.0) for report, record in singles]):.3f}"
        )
    guesses = [(report.verdict.source_language[0].probability, top_language(report) in languages(record), 1.0) for report, record in singles]
    print(f"  annotated texts, source language: {calibration_error(guesses):.3f}")
    found = [(auditor.audit(Document(id=record["id"], text=record["text"])).verdict.translated, False) for record in originals(data)]
    found += [(auditor.audit(Document(id=record["id"], text=record["text"])).verdict.translated, True) for record in translations(data)]
    share = sum(truth for _, truth in found) / len(found)
    weighted = [(p, truth, PRIOR / share if truth else (1 - PRIOR) / (1 - share)) for p, truth in found]
    print(
        f"  corpora, {len(found)} documents of which {share:.0%} translated, weighted to {PRIOR:.0%}, translated: {calibration_error(weighted):.3f}"
    )
    for low in range(10):
        chosen = [(p, truth, weight) for p, truth, weight in weighted if low <= p * 10 < low + 1 or (low == 9 and p == 1)]
        if chosen:
            mass = sum(weight for *_, weight in chosen)
            print(
                f"    {low / 10:.1f}-{low / 10 + 0.1:.1f}: {len(chosen)} documents, reported {sum(p * w for p, _, w in chosen) / mass:.2f}, true {sum(t * w for _, t, w in chosen) / mass:.2f}"
            )


def translations(data: Path) -> Iterator[dict[str, Any]]:
    """Yield machine translations of news of 150 words or more, one system a document."""
    seen = set()
    with gzip.open(data / CORPORA[0], "rt", encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            key = record["corpus"], record["doc"]
            if record["klass"] == "mt" and record["domain"] == "news" and int(record["n_words"]) >= LEAST_WORDS and key not in seen:
                seen.add(key)
                yield record


def happened(record: dict[str, Any], claim: str) -> bool:
    """Tell whether a claim is true of an annotated text."""
    return any(step["step"] == "republished" for step in record["chain"]) if claim == "republished" else bool(record[claim])


def calibration_error(predictions: list[tuple[float, bool, float]]) -> float:
    """Give the expected calibration error of weighted predictions (Naeini et al. 2015)."""
    gaps: collections.Counter[int] = collections.Counter()
    for p, truth, weight in predictions:
        gaps[min(9, int(p * 10))] += (p - truth) * weight
    return sum(map(abs, gaps.values())) / sum(weight for *_, weight in predictions)


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
    report_calibration(auditor, shared / "data", report_singles(auditor, shared / "gold"))


if __name__ == "__main__":
    main()
