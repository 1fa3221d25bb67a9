"""Who derives from whom: damage, credits and languages give the direction; independents stay apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance import Document
from provenance.inference.story import tell_story
from provenance.matching import find_passages
from provenance.text import prepare

WIRE = """HESTVIK, Norway (NPA) — A ferry with 48 passengers ran aground off the island of Kalmoy late on Sunday after its steering failed, the coastguard said.

Lifeboats from three villages took the passengers to the harbour of Sola, where volunteers had opened the school and lit the stoves.

The vessel, built in a Polish shipyard two decades ago, was inspected in spring and found to be in order, according to the shipping register.

Divers will examine the hull once the wind has dropped, and the road authority has chartered a smaller boat for the morning crossing.

Fishermen said they had warned the company about the narrow channel for years."""

COPY = WIRE.replace("HESTVIK, Norway (NPA) — ", "").replace("two decades", "three decades") + "\n\nNPA, with staff reporting"

SPUN = """A ferryboat with 48 travelers ran ashore off the isle of Kalmoy late on Sunday following its steerage failed, the coastguard mentioned.

Lifeboats from 3 villages took the travelers to the harbor of Sola, the place volunteers had opened the varsity and lit the stoves.

The vessel, constructed in a Polish shipyard two many years in the past, was examined in spring and located to be so as, in response to the delivery register.

Divers will look at the hull as soon as the wind has dropped, and the street authority has chartered a smaller boat for the morning crossing.

Fishermen mentioned they'd warned the corporate concerning the slim channel for years."""

APART = """The mayor of Sola praised the volunteers on Monday and asked why the ferry to Kalmoy had no tug beside it in such a storm.

Schoolchildren had baked waffles for the shipwrecked, among them a choir from Bergen that sang in the gymnasium until dawn.

Shares of the shipping line lost four percent in Oslo, and an analyst called the weekend a reminder of how old the fleet is."""


def story(**texts):
    """Tell the story of texts given as id=(text, outlet, published)."""
    prepared = [prepare(Document(id=name, text=text, outlet=outlet, published=published)) for name, (text, outlet, published) in texts.items()]
    return tell_story(prepared, find_passages(prepared))[1]


def edges(derivations):
    """Give the edges that are more likely than not."""
    return {(edge.source, edge.target, edge.relation) for edge in derivations if edge.probability >= 0.5}


def test_copy_follows_the_agency_it_credits():
    """A copy that credits the agency derives from it, in any order of the input."""
    wire, copy = (WIRE, "Northern Press Agency", None), (COPY, "Sola Tidende", None)
    assert edges(story(wire=wire, copy=copy)) == edges(story(copy=copy, wire=wire)) == {("wire", "copy", "republished")}


def test_version_nearer_the_source_stands_first():
    """Of two contradicting versions, the parent's is side `a`, in any order of the input."""
    texts = {"wire": (WIRE, "Northern Press Agency"), "copy": (COPY.replace("48", "84"), "Sola Tidende")}
    for order in (("wire", "copy"), ("copy", "wire")):
        prepared = [prepare(Document(id=name, text=texts[name][0], outlet=texts[name][1])) for name in order]
        divergences, _ = tell_story(prepared, find_passages(prepared))
        assert {(each.a.document, each.b.document) for each in divergences} == {("wire", "copy")}
        assert "48 passengers" in {each.a.value for each in divergences}


def test_damage_outweighs_a_false_date():
    """A spun copy dated before the event does not become the original."""
    derivations = story(wire=(WIRE, "Northern Press Agency", "2022-03-07T08:00:00Z"), spun=(SPUN, "NewsFlowTop", "2022-02-27T06:00:00Z"))
    assert edges(derivations) == {("wire", "spun", "spun")}
    assert "synonym" in derivations[0].reason


def test_a_spun_copy_hangs_on_the_nearest_text():
    """Each text has one parent; what it shares with the others follows from that."""
    derivations = story(
        wire=(WIRE, "Northern Press Agency", None), copy=(COPY, "Sola Tidende", None), spun=(SPUN, None, None), apart=(APART, None, None)
    )
    assert len({edge.target for edge in derivations}) == len(derivations) == 2
    assert not any("apart" in (edge.source, edge.target) for edge in derivations)


def test_independent_report_stays_apart():
    """Facts of one event do not make two texts kin."""
    assert edges(story(wire=(WIRE, None, None), apart=(APART, None, None))) == set()


@given(st.permutations(["wire", "copy", "spun", "apart"]), st.booleans())
def test_graph_is_acyclic_and_each_edge_has_a_reason(order, named):
    """Whatever the order, no text is its own ancestor, and every edge says why."""
    texts = {"wire": (WIRE, "Northern Press Agency"), "copy": (COPY, "Sola Tidende"), "spun": (SPUN, "NewsFlowTop"), "apart": (APART, "Andes Report")}
    derivations = story(**{name: (texts[name][0], texts[name][1] if named else None, None) for name in order})
    parents = {edge.target: edge.source for edge in derivations if edge.relation != "common_source"}
    for start in sorted(parents):
        seen = [start]
        while seen[-1] in parents:
            assert parents[seen[-1]] not in seen
            seen.append(parents[seen[-1]])
    assert all(edge.reason.endswith(".") and 0 <= edge.probability <= 1 for edge in derivations)


@pytest.mark.parametrize("size", [0, 1])
def test_nothing_to_compare(size):
    """No text, or one, has neither divergences nor derivations."""
    texts = [prepare(Document(id=str(index), text=WIRE)) for index in range(size)]
    assert tell_story(texts, ()) == ((), ())


@pytest.mark.parametrize("text", ["", "\n\n", "…", "5", "“"])
def test_texts_without_words_are_harmless(text):
    """A text without words shares nothing."""
    texts = [prepare(Document(id="a", text=text)), prepare(Document(id="b", text=WIRE))]
    assert tell_story(texts, find_passages(texts)) == ((), ())
