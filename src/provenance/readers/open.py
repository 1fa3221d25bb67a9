"""Opens files and streams and chooses the reader."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from provenance.errors import InputError, MissingInputError, OversizedInputError
from provenance.model import Document
from provenance.readers.decoding import decode
from provenance.readers.jsonlines import read_json_lines

LINES_SUFFIXES = (".jsonl", ".ndjson")
MAX_BYTES = 100_000_000  # of one text file or standard input; JSON Lines are read line by line and may be longer


def read(path: str | Path, *, max_bytes: int = MAX_BYTES) -> Iterator[Document | InputError]:
    """Yield the documents of a file, and an error in the place of each one that cannot be read.

    `.jsonl` and `.ndjson` are JSON Lines, everything else is plain text: one document, named after its path.

    Args:
        path: The file.
        max_bytes: Longest text file accepted.

    """
    path = Path(path)
    name = path.as_posix()
    try:
        with path.open("rb") as stream:
            if path.suffix.lower() in LINES_SUFFIXES:
                yield from read_json_lines(stream, name)
            else:
                yield from _read_text(stream, name, max_bytes)
    except OSError as error:
        yield MissingInputError(f"{name} cannot be opened: {(error.strerror or str(error)).lower()}; check the path.")


def read_stream(stream: BinaryIO, *, filename: str | None = None, max_bytes: int = MAX_BYTES) -> Iterator[Document | InputError]:
    """Yield the documents of standard input or another binary stream.

    Args:
        stream: What to read.
        filename: Whose text it is; its suffix chooses the reader. Without one, a stream whose first line is a JSON object with `text` is JSON Lines.
        max_bytes: Longest input accepted.

    """
    name = filename or "<stdin>"
    try:
        yield from _read_stream(stream, name, filename, max_bytes)
    except OSError as error:
        yield MissingInputError(f"{name} cannot be read: {(error.strerror or str(error)).lower()}; name a file instead.")


def _read_stream(stream: BinaryIO, name: str, filename: str | None, max_bytes: int) -> Iterator[Document | InputError]:
    if filename is not None and filename.lower().endswith(LINES_SUFFIXES):
        yield from read_json_lines(stream, name)
        return
    data = stream.read(max_bytes + 1)
    if len(data) <= max_bytes and filename is None and _looks_like_records(data):
        yield from read_json_lines(data.splitlines(), name)
        return
    try:
        yield _document(data, name, max_bytes)
    except InputError as error:
        yield error


def _read_text(stream: BinaryIO, name: str, max_bytes: int) -> Iterator[Document | InputError]:
    try:
        yield _document(stream.read(max_bytes + 1), name, max_bytes)
    except InputError as error:
        yield error


def _document(data: bytes, name: str, max_bytes: int) -> Document:
    if len(data) > max_bytes:
        msg = f"{name} has more than the {max_bytes:,} bytes allowed for one text; split it."
        raise OversizedInputError(msg)
    return Document(id=name, text=decode(data, name))


def _looks_like_records(data: bytes) -> bool:
    first = data.removeprefix(codecs.BOM_UTF8).lstrip().split(b"\n", 1)[0]
    if not first.startswith(b"{"):
        return False
    try:
        record = json.loads(first)
    except (ValueError, RecursionError):
        return False
    return isinstance(record, dict) and "text" in record
