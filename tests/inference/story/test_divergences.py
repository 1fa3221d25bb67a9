"""Values that contradict each other are reported with both spans; those that agree are not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance import Document
from provenance.inference.story import tell_story
from provenance.matching import find_passages
from provenance.model.stories import Member, Passage
from provenance.text import prepare
from tests.inference.story.cases import DIFFERENT, SAME


def compare(one, other):
    """Give the divergences of two texts that are one passage."""
    texts = [prepare(Document(id=name, text=text)) for name, text in (("a", one), ("b", other))]
    members = tuple(Member(document=name, start=0, end=len(text), quote=text) for name, text in (("a", one), ("b", other)))
    divergences, _ = tell_story(texts, [Passage(id="p1", relation="edited", similarity=1.0, members=members)])
    return divergences


@pytest.mark.parametrize(("kind", "one", "other"), DIFFERENT)
def test_contradiction_is_reported_once(kind, one, other):
    """One changed value gives one divergence of its kind, whichever text comes first."""
    assert [divergence.kind for divergence in compare(one, other)] == [kind]
    assert [divergence.kind for divergence in compare(other, one)] == [kind]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_agreement_is_not_reported(one, other):
    """The same value in another wording is no divergence."""
    assert compare(one, other) == ()
    assert compare(other, one) == ()


@pytest.mark.parametrize(("kind", "one", "other"), DIFFERENT)
def test_a_text_agrees_with_itself(kind, one, other):
    """No text contradicts its copy."""
    assert compare(one, one) == compare(other, other) == ()


def test_values_are_normalised():
    """Both sides carry the span as read and the value in one notation."""
    (divergence,) = compare(DIFFERENT[4][1], DIFFERENT[4][2])
    assert (divergence.a.quote, divergence.a.value) == ("three hours", "3 hours")
    assert (divergence.b.quote, divergence.b.value) == ("thirteen hours", "13 hours")
    assert divergence.passage == "p1"


@given(st.lists(st.sampled_from([text for _, *texts in DIFFERENT for text in texts]), min_size=2, max_size=6))
def test_spans_lie_in_their_documents(sentences):
    """Of any mixture of sentences, every side quotes its document."""
    half = len(sentences) // 2
    texts = {"a": " ".join(sentences[:half]), "b": "\r\n".join(sentences[half:])}
    prepared = [prepare(Document(id=name, text=text)) for name, text in texts.items()]
    divergences, _ = tell_story(prepared, find_passages(prepared))
    for side in (side for divergence in divergences for side in (divergence.a, divergence.b)):
        assert texts[side.document][side.start : side.end] == side.quote
        assert side.value
