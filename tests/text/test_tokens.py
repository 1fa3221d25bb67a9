"""Words, numbers and marks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.text import tokenise


@pytest.mark.parametrize(
    ("normal", "surfaces"),
    [
        ("Tokayev's sixty-year-old aide", ["Tokayev", "'s", "sixty", "-", "year", "-", "old", "aide"]),
        ("don't, won't", ["don't", ",", "won't"]),
        ("1,185,900 at 14h30 (2)", ["1,185,900", "at", "14", "h", "30", "(", "2", ")"]),
        ("the workers' union", ["the", "workers", "'", "union"]),
        ("Nazarbaïev O'Brien", ["Nazarbaïev", "O'Brien"]),
        ("один 一二三", ["один", "一二三"]),
    ],
)
def test_tokens(normal, surfaces):
    """Text is cut where an editor would expect it."""
    assert tokenise(normal).surfaces == surfaces


def test_wrapped_line_is_one_line():
    """A single break before a lower-case letter only wraps; others are tokens."""
    assert "\n" not in tokenise("Find the best jobs now and\nbe notified.").surfaces
    assert tokenise("A headline\n\nA paragraph.").kinds.count("b") == 1
    assert tokenise("Ends here.\nand goes on").kinds.count("b") == 1


@given(st.text(max_size=80))
def test_tokens_quote_the_text(normal):
    """Every token is the text between its offsets, in order, without overlap."""
    tokens = tokenise(normal)
    before = 0
    for surface, start, end in zip(tokens.surfaces, tokens.starts, tokens.ends, strict=True):
        assert before <= start < end
        assert normal[start:end] == surface
        before = end
