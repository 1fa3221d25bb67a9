"""Lines and sentences."""

import pytest

from provenance.model import Document
from provenance.text import prepare


def sentences(text: str) -> list[str]:
    """Give the sentences of a text."""
    read = prepare(Document(text=text))
    return [read.normal[read.tokens.starts[first] : read.tokens.ends[last - 1]] for first, last in read.sentences]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He left. She stayed.", ["He left.", "She stayed."]),
        ('"Go!" he said. "Now?"', ['"Go!" he said.', '"Now?"']),
        ("Mr. Smith met Gen. J. Doe in the U.S. Senate.", ["Mr. Smith met Gen. J. Doe in the U.S. Senate."]),
        ("It cost 3.5 million. e.g. this", ["It cost 3.5 million. e.g. this"]),
        ("A headline\n\nThe first line.", ["A headline", "The first line."]),
        ("What? No... Yes.", ["What?", "No...", "Yes."]),
        ("", []),
    ],
)
def test_sentences(text, expected):
    """Sentences end at terminal punctuation and line breaks, not at abbreviations and initials."""
    assert sentences(text) == expected


def test_lines_are_without_margins():
    """Lines carry no white space around them, and blank ones do not count."""
    read = prepare(Document(text="  one \n\n \t \n two\r\nthree"))
    assert [read.normal[start:end] for start, end in read.lines] == ["one", "two", "three"]


def test_endless_blank_line():
    """A blank line of a million spaces is passed over as fast as any other."""
    read = prepare(Document(text="one\n" + " " * 1_000_000 + "\n two "))
    assert [read.normal[start:end] for start, end in read.lines] == ["one", "two"]
