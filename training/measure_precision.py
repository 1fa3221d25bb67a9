"""Counts how many findings in annotated single texts are right, by language and family of their rules, for docs/coverage.md.

    python training/measure_precision.py --shared ../shared

A finding is right where it touches an annotated artefact. Writes docs/precision.tsv: counts only.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from pathlib import Path
from typing import Any

from provenance import Auditor, Document

TARGET = Path(__file__).parents[1] / "docs/precision.tsv"


def read(path: Path) -> list[dict[str, Any]]:
    """Read JSON Lines."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def main() -> None:
    """Count and write; print what was wrong."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--shared", type=Path, required=True, help="folder with gold/")
    folder = parser.parse_args().shared / "gold/singles"
    artefacts: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for annotation in read(folder / "artefacts.jsonl"):
        if annotation["label"] == "artefact":
            artefacts[annotation["doc"]].append((annotation["start"], annotation["end"]))
    auditor = Auditor()
    counts: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0])
    for record in read(folder / "docs.jsonl"):
        for finding in auditor.audit(Document(id=record["id"], text=record["text"])).findings:
            code = finding.rule
            right = any(start < finding.end and finding.start < end for start, end in artefacts[record["id"]])
            cell = counts[code[4:6].lower() if code[3] == "-" else "any", code[:3]]
            cell[0] += right
            cell[1] += 1
            if not right:
                print(f"{record['id']} {code} {finding.quote!r}")
    lines = ["# Findings in annotated single texts by language and family: right, all. Written by training/measure_precision.py; counts only."]
    lines += [f"{language}\t{prefix}\t{right}\t{total}" for (language, prefix), (right, total) in sorted(counts.items())]
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
