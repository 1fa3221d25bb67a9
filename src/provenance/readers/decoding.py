"""Bytes to text: byte-order marks, UTF-8, then the legacy encodings that wire copy still arrives in."""

from __future__ import annotations

import codecs
import re

from provenance.errors import EmptyInputError, UndecodableInputError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with that of UTF-16
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WESTERN = "cp1252"
_WESTERN_SHARE = 0.1  # of bytes beyond ASCII, up to which text is taken for English with some accents and curly quotes
_LEGACY = ["cp1250", "cp1251", "koi8_r", "gb18030", "big5", "shift_jis", "euc_kr"]
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_BINARY_SHARE = 0.02  # of control bytes, from which on a file is taken for binary
_CHAOS = 15.0  # per cent of implausible characters that a guessed encoding may leave
_SAMPLE = 65_536
_SHORTEST_GUESS = 32  # bytes; fewer fit too many encodings


def decode(data: bytes, name: str) -> str:
    """Decode a file's bytes.

    A byte-order mark decides; else strict UTF-8; else Windows-1252 where few bytes are beyond ASCII; else the most plausible legacy encoding
    (charset-normalizer), if one is plausible at all.

    Args:
        data: The bytes.
        name: What to call the input in errors.

    Raises:
        EmptyInputError: there are no bytes or only white space.
        UndecodableInputError: the bytes are binary or fit no encoding.

    >>> decode("“The café by the harbour is closed.”".encode("cp1252"), "wire.txt")
    '“The café by the harbour is closed.”'
    """
    text = _decode(data, name)
    if not text.strip():
        msg = f"{name} is empty; there is nothing to audit in it."
        raise EmptyInputError(msg)
    return text


def _decode(data: bytes, name: str) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(encoding)
            except UnicodeDecodeError as error:
                msg = f"{name} starts with the byte-order mark of {encoding.upper()} but byte {error.start + len(mark)} does not fit it; save it as UTF-8."
                raise UndecodableInputError(msg) from error
    sample = data[:_SAMPLE]
    if sample and len(_CONTROL.findall(sample)) > _BINARY_SHARE * len(sample):
        msg = f"{name} is a binary file, not text; extract its text first."
        raise UndecodableInputError(msg)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _guess(data, name, error.start)


def _guess(data: bytes, name: str, offset: int) -> str:
    if sum(byte > 127 for byte in data[:_SAMPLE]) <= _WESTERN_SHARE * len(data[:_SAMPLE]):
        try:
            return data.decode(_WESTERN)
        except UnicodeDecodeError:
            pass
    if len(data) < _SHORTEST_GUESS:
        raise _undecodable(name, offset)
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE], cp_isolation=_LEGACY, enable_fallback=False).best()
    if best is not None and best.percent_chaos <= _CHAOS:
        try:
            return data.decode(best.encoding)
        except UnicodeDecodeError:
            pass
    raise _undecodable(name, offset)


def _undecodable(name: str, offset: int) -> UndecodableInputError:
    return UndecodableInputError(f"{name} is not text in UTF-8 (byte {offset} does not fit) nor in any common older encoding; save it as UTF-8.")
