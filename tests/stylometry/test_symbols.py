"""Masking: topic goes, style stays, typography and layout never show."""

import pytest

from provenance.model import Document
from provenance.stylometry.symbols import mask
from provenance.text import prepare

VOCABULARY = dict.fromkeys("the in said to and it was by i".split(), 1)


def symbols(text):
    """Mask a text."""
    return mask(prepare(Document(text=text)), VOCABULARY)[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The minister said", ["^", "the", "‹-er›", "said"]),
        ("in New York City", ["^", "in", "‹Name›"]),
        ("by NATO in May 2020", ["^", "by", "‹ACRONYM›", "in", "‹month›", "#year"]),
        ("It was Monday.", ["^", "it", "was", "‹weekday›", "."]),
        ("in The Hague", ["^", "in", "‹Name›"]),
        ("and I was", ["^", "and", "i", "was"]),
    ],
)
def test_topic_is_reduced_to_shape(text, expected):
    """Names, numbers and rare words become classes; vocabulary words stay."""
    assert symbols(text) == expected


def test_quotation_marks_and_apostrophes_do_not_show():
    """Curly, straight and missing quotation marks give the same symbols."""
    curly = symbols("“It was the minister’s plan,” said the mayor.")
    assert curly == symbols('"It was the minister\'s plan," said the mayor.')
    assert curly == symbols("It was the minister's plan, said the mayor.")


@pytest.mark.parametrize("dash", [" – ", " — ", "—", " - ", ", "])
def test_dashes_do_not_show(dash):
    """Long, short or hyphens between spaces, they read as commas; the hyphen of a compound stays one."""
    assert symbols(f"The well-known man{dash}she said{dash}was late.") == symbols("The well-known man, she said, was late.")


def test_line_breaks_do_not_show():
    """One sentence a line and running text give the same symbols."""
    running = "The mayor said it was late. It was cold in the town."
    assert symbols(running) == symbols(running.replace(". ", ".\n")) == symbols(running.replace(". ", ".\n\n"))


def test_each_symbol_knows_its_token():
    """Places point at the tokens, -1 at sentence starts."""
    text = prepare(Document(text="The mayor said."))
    found, places = mask(text, VOCABULARY)
    assert [place for place in places if place >= 0] == [0, 1, 2, 3]
    assert len(found) == len(places)
