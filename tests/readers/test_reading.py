"""Files, streams and JSON Lines."""

import codecs
import io

import pytest

from provenance.errors import EmptyInputError, InputError, MalformedRecordError, MissingInputError, OversizedInputError
from provenance.model import Document
from provenance.readers import read, read_json_lines, read_stream


def test_text_file_is_one_document(tmp_path):
    """A text file is named after its path and read to the letter, line ends included."""
    path = tmp_path / "a.txt"
    path.write_bytes("one\r\ntwo “three”\r\n".encode())
    assert list(read(path)) == [Document(id=path.as_posix(), text="one\r\ntwo “three”\r\n")]


def test_json_lines_keep_going_after_a_bad_line(tmp_path):
    """Each bad line is an error that says which line, and the good ones are read."""
    path = tmp_path / "wire.jsonl"
    lines = [
        '{"id": "a", "text": "One.", "outlet": "X", "extra": 1}',
        "{broken",
        "",
        '["not", "an", "object"]',
        '{"id": "b"}',
        '{"text": "No id."}',
        '{"id": "c", "text": 5}',
        '{"id": 7, "text": "Seven.", "language": null}',
        "[" * 100_000,
        '{"id": "d", "text": "Four.", "url": 4}',
        '{"id": ' + "1" * 5000 + ', "text": "A number no one can read."}',
    ]
    path.write_text("\n".join(lines), encoding="utf-8")
    found = list(read(path))
    assert [item.id for item in found if isinstance(item, Document)] == ["a", "7"]
    errors = [str(item) for item in found if isinstance(item, InputError)]
    assert [error.split(" ")[2] for error in errors] == ["2", "4", "5", "6", "7", "9", "10", "11"]
    assert all(isinstance(item, Document | MalformedRecordError) for item in found)


def test_undecodable_line_is_one_error():
    """A line in another encoding does not lose its neighbours."""
    lines = [b'{"id": "a", "text": "One."}', b"\xff\xfe\x00", b'{"id": "b", "text": "Two."}']
    found = list(read_json_lines(lines, "wire.jsonl"))
    assert [isinstance(item, Document) for item in found] == [True, False, True]
    assert "line 2" in str(found[1])


def test_missing_file_and_folder(tmp_path):
    """What cannot be opened is an error in the stream."""
    for path in (tmp_path / "none.txt", tmp_path):
        (error,) = read(path)
        assert isinstance(error, MissingInputError)
        assert path.as_posix() in str(error)


def test_limit_on_size(tmp_path):
    """A file over the limit is refused, on disk and in a stream."""
    path = tmp_path / "long.txt"
    path.write_text("x" * 101, encoding="utf-8")
    (error,) = read(path, max_bytes=100)
    assert isinstance(error, OversizedInputError)
    (error,) = read_stream(io.BytesIO(b"x" * 101), max_bytes=100)
    assert isinstance(error, OversizedInputError)
    (document,) = read(path, max_bytes=101)
    assert isinstance(document, Document)


@pytest.mark.parametrize(
    ("data", "filename", "ids"),
    [
        (b"Just a text.", None, ["<stdin>"]),
        (b"Just a text.", "wire/7.txt", ["wire/7.txt"]),
        (b'{"id": "a", "text": "One."}\n{"id": "b", "text": "Two."}\n', None, ["a", "b"]),
        (codecs.BOM_UTF8 + b'{"id": "a", "text": "One."}\r\n{"id": "b", "text": "Two."}\r\n', None, ["a", "b"]),
        (b'{"id": "a", "text": "' + b"One. " * 250_000 + b'"}\n{"id": "b", "text": "Two."}', None, ["a", "b"]),
        (b'{"id": "a", "text": "One."}', "copy.jsonl", ["a"]),
        (b'{"id": "a", "text": "One."}', "copy.txt", ["copy.txt"]),
        (b'{"not": "a record"}', None, ["<stdin>"]),
    ],
)
def test_stream_chooses_its_reader(data, filename, ids):
    """A name decides by its suffix; without one, a first line that is a record makes JSON Lines."""
    assert [item.id for item in read_stream(io.BytesIO(data), filename=filename)] == ids


def test_empty_stream():
    """An empty stream is an error, not an empty result, JSON Lines included."""
    for filename in (None, "wire.jsonl"):
        (error,) = read_stream(io.BytesIO(b"\n"), filename=filename)
        assert isinstance(error, EmptyInputError)
