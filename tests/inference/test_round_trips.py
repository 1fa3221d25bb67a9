"""Quotations that were English once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance import Document
from provenance.inference.round_trips import find_round_trips
from provenance.text import prepare
from tests.rules import CATALOGUE


def trips(text: str) -> list[tuple[str, str]]:
    """Give quotations and speakers."""
    return [(trip.quote, trip.speaker) for trip in find_round_trips(prepare(Document(text=text)), CATALOGUE)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We will not leave our allies alone,” Joe Biden said on Monday.", [("We will not leave our allies alone,", "Joe Biden")]),
        ("The White House declared: “The offer is still on the table.”", [("The offer is still on the table.", "White House")]),
        ('"It was as loud as a train," a farmer told the BBC in the evening.', [("It was as loud as a train,", "BBC")]),
        ("“We were lucky this time,” said the mayor. Donald Trump was elsewhere.", []),
        ("Donald Trump was elsewhere. “We were lucky this time,” said the mayor.", []),
        ("“Yes, we can,” said Obama.", []),
        ("“We were lucky this time,” said the mayor of Obamaville.", []),
    ],
)
def test_speaker_in_the_same_sentence_gives_it_away(text, expected):
    """Only the sentence of the quotation counts, whole names only, and a few words are not worth it."""
    assert trips(text) == expected


@given(st.text(alphabet="aé“”\r\n .,😀e\u0301B", max_size=80))
def test_spans_are_code_points_of_the_text_as_read(noise):
    """Whatever surrounds them."""
    text = f"{noise}\n“We shall see in the end,” said the White House.\r\n{noise}"
    for trip in find_round_trips(prepare(Document(text=text)), CATALOGUE):
        assert text[trip.start : trip.end] == trip.quote
