"""`provenance despin`: the text with the likely original words put back, and what they were."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from provenance.audit import Auditor
from provenance.cli.run import EXIT_ERROR, EXIT_OK, complain, open_output, read_documents
from provenance.config import Config
from provenance.errors import InputError
from provenance.model import Document
from provenance.spinning import Despun

SCHEMA = "provenance.despun/1"


def despin_files(files: Sequence[str], format_: str, *, output: str | None, stdin_filename: str | None) -> int:
    """Undo the spinning of files and write the result; give the exit code: 0, or 2 where something could not be read."""
    auditor = Auditor(Config(select=("SPN",)))
    results: list[dict[str, Any]] = []
    broken = False
    with open_output(output, files) as out:
        first = True
        for document in read_documents(files, stdin_filename):
            try:
                if isinstance(document, InputError):
                    raise document
                despun = auditor.despin(document)
            except InputError as error:
                complain(str(error))
                broken = True
                continue
            if format_ == "json":
                results.append(to_dict(document, despun))
            else:
                out.write(("" if first else "\n") + render(document, despun))
            first = False
        if format_ == "json" and (results or not broken):
            from provenance.reports.json import dump_plain

            out.write(dump_plain(results[0] if len(results) == 1 else results))
    return EXIT_ERROR if broken else EXIT_OK


def to_dict(document: Document, despun: Despun) -> dict[str, Any]:
    """Give the result as plain JSON types."""
    return {
        "schema": SCHEMA,
        "document": {"id": document.id},
        "spun": despun.spun,
        "evidence": despun.evidence,
        "share": despun.share,
        "text": despun.text,
        "restorations": [
            {"start": each.start, "end": each.end, "quote": each.quote, "replacement": each.replacement, "confidence": each.confidence}
            for each in despun.restorations
        ],
    }


def render(document: Document, despun: Despun) -> str:
    """Give the result for a person: a line on the document, the text, and a line for every word put back."""
    from provenance.reports.display import make_safe

    count = len(despun.restorations)
    verdict = "reads as spun" if despun.spun else "does not read as spun"
    lines = [f"{make_safe(document.id)}: {verdict} (evidence {despun.evidence:.1f}); {count} put back", ""]
    lines += [make_safe(line) for line in despun.text.splitlines()]
    if count:
        lines.append("")
    for each in despun.restorations:
        lines.append(f"  {each.start:>6}  {each.confidence:.2f}  {make_safe(each.quote)} → {make_safe(each.replacement)}")
    return "\n".join(lines) + "\n"
