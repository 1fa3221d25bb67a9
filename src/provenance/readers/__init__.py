"""Bytes in, documents out; a broken input becomes an error in the stream and never loses the others."""

from provenance.readers.decoding import decode
from provenance.readers.jsonlines import read_json_lines
from provenance.readers.open import read, read_stream

__all__ = ["decode", "read", "read_json_lines", "read_stream"]
