"""JSON Lines: one document a line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from provenance.errors import EmptyInputError, InputError, MalformedRecordError
from provenance.model import Document
from provenance.readers.decoding import decode

_OPTIONAL = ("outlet", "language", "published", "title", "url")


def read_json_lines(lines: Iterable[bytes], name: str) -> Iterator[Document | InputError]:
    """Yield a document or an error for each line; blank lines are skipped, and nothing but blank lines is an error.

    A line is an object with `id` and `text`; `outlet`, `language`, `published`, `title` and `url` are optional, other keys are ignored.

    Args:
        lines: The raw lines.
        name: What to call the input in errors.

    """
    blank = True
    for number, line in enumerate(lines, start=1):
        if line.strip():
            blank = False
            try:
                yield _document(decode(line, f"{name}, line {number}"), f"{name}, line {number}")
            except InputError as error:
                yield error
    if blank:
        yield EmptyInputError(f"{name} is empty; there is nothing to audit in it.")


def _document(line: str, where: str) -> Document:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:  # ValueError alone: a number with thousands of digits
        trouble = "it is nested too deeply" if isinstance(error, RecursionError) else "it holds a number that is too long"
        if isinstance(error, json.JSONDecodeError):
            trouble = f"{error.msg} at column {error.colno}"
        msg = f"{where} is not valid JSON: {trouble}; write one object per line."
        raise MalformedRecordError(msg) from error
    if not isinstance(record, dict):
        msg = f'{where} is JSON but not an object; write {{"id": …, "text": …}}.'
        raise MalformedRecordError(msg)
    fields: dict[str, Any] = {"id": _identifier(record, where), "text": _string(record, "text", where, required=True)}
    fields |= {key: _string(record, key, where) for key in _OPTIONAL}
    return Document(**fields)


def _identifier(record: dict[str, Any], where: str) -> str:
    value = record.get("id")
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return _string(record, "id", where, required=True) or ""


def _string(record: dict[str, Any], key: str, where: str, *, required: bool = False) -> str | None:
    value = record.get(key)
    if value is None and not required:
        return None
    if not isinstance(value, str):
        trouble = f"has no {key!r}" if value is None else f"has a {key!r} that is not a string"
        msg = f'{where} {trouble}; every record needs "id" and "text".'
        raise MalformedRecordError(msg)
    return value
