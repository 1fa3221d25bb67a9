"""Local words that a text explains."""

import pytest

from provenance import Document
from provenance.detectors import Detector
from provenance.text import prepare
from tests.rules import CATALOGUE, make_rule


def found(text: str, gloss: str = "skip") -> list[str]:
    """Give what a rule looking for `blue moon` reports."""
    return [finding.quote for finding in Detector([make_rule(gloss=gloss)], CATALOGUE).detect(prepare(Document(text=text)))]


@pytest.mark.parametrize(
    "text",
    [
        "The rare event (blue moon) is over.",
        "The blue moon (a second full moon) is over.",
        "A second full moon, the blue moon, is over.",
        "A second full moon, or blue moon, is over.",
        "A second full moon – a blue moon – is over.",
        "The so-called blue moon is over.",
        "It is known as the blue moon here.",
        "The “blue moon” is over.",
        "The blue moon, which means a second full moon, is over.",
        "A blue moon rose. The rare event (blue moon) is over.",
    ],
)
def test_explained_word_is_no_trace(text):
    """Explained once, it is the correspondent's word wherever it stands."""
    assert found(text) == []
    assert found(text, "flag")


@pytest.mark.parametrize(
    "text",
    [
        "The blue moon is over.",
        "The blue moon, the mayor said, is over.",
        "The blue moon (12) is over.",
        "He saw the sea, the sky and the blue moon.",
        "blue moon",
    ],
)
def test_word_left_standing_is(text):
    """Nothing explains it."""
    assert len(found(text)) == 1
