"""Bytes to text."""

import codecs

import pytest

from provenance.errors import EmptyInputError, UndecodableInputError
from provenance.readers import decode

SAMPLE = "“Café”, said Nazarbaïev – the naïve façade of Göttingen cost €5. The minister agreed with every word of it on Friday."


@pytest.mark.parametrize(
    "data",
    [
        SAMPLE.encode(),
        codecs.BOM_UTF8 + SAMPLE.encode(),
        SAMPLE.encode("utf-16"),
        codecs.BOM_UTF16_BE + SAMPLE.encode("utf-16-be"),
        SAMPLE.encode("utf-32"),
        SAMPLE.encode("cp1252"),
    ],
    ids=["utf-8", "utf-8 with mark", "utf-16", "utf-16 big-endian", "utf-32", "windows-1252"],
)
def test_text_is_read(data):
    """UTF-8, Unicode with a byte-order mark and the Windows code page give the same text, without the mark."""
    assert decode(data, "wire.txt") == SAMPLE


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" * 20, bytes(range(256)) * 8, b"%PDF-1.7\x00\x01\x02\x03" * 10])
def test_binary_is_refused(data):
    """A picture is not a text."""
    with pytest.raises(UndecodableInputError, match=r"wire\.txt is (a binary file|not text)"):
        decode(data, "wire.txt")


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", codecs.BOM_UTF8 + b"abc\xff", b"\x80\x81\x8d\x8f\x90\x9d\xfe\xff"])
def test_undecodable_is_refused(data):
    """Bytes that fit no encoding are one sentence with the file's name."""
    with pytest.raises(UndecodableInputError, match=r"wire\.txt"):
        decode(data, "wire.txt")


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n", codecs.BOM_UTF8])
def test_empty_is_refused(data):
    """Nothing is not a text either."""
    with pytest.raises(EmptyInputError, match=r"wire\.txt is empty"):
        decode(data, "wire.txt")
