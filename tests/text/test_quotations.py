"""Where somebody else is speaking."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.model import Document
from provenance.text import prepare


def quoted(text: str) -> list[str]:
    """Give what stands between quotation marks."""
    read = prepare(Document(text=text))
    return [read.normal[start:end] for start, end in read.quotations]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said “no” and “yes”.", ["no", "yes"]),
        ('He said "no" and left.', ["no"]),
        ("« Non », dit-il", [" Non "]),
        ("„Nein“, sagte er", ["Nein"]),
        ("the ‘Shoot-To-Kill’ order", ["Shoot-To-Kill"]),
        ("the 'best' of it", ["best"]),
        ("the workers' union and the miners' strike", []),
        ("It's Tokayev's and don't ask", []),
        ('"stabilize” the situation', ["stabilize"]),
        ("“It goes on\n“and ends here.”", ["It goes on", "and ends here."]),
        ('5" pipes and 6" pipes', []),
        ("a “b ‘c’ d” e", ["b 'c' d"]),
    ],
)
def test_quotations(text, expected):
    """Marks of every kind are paired; apostrophes are none."""
    assert quoted(text) == expected


@given(st.text(alphabet="ab .,\n“”‘’'\"«»„", max_size=60))
def test_quotations_are_disjoint(text):
    """Whatever the marks, quotations are ordered and do not overlap."""
    read = prepare(Document(text=text))
    before = 0
    for start, end in read.quotations:
        assert before <= start < end <= len(read.normal)
        before = end
