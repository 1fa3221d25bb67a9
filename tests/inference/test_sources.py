"""Whose text it was."""

import pytest

from provenance import Document
from provenance.inference.combine import Probabilities
from provenance.inference.mentions import find_mentions
from provenance.inference.sources import UNNAMED, gather_traces, name_sources, weigh_traces
from provenance.text import prepare
from tests.rules import CATALOGUE


def probabilities(republished: float = 0.1, **languages: float) -> Probabilities:
    """Give probabilities with these languages, the rest English."""
    spread = {**languages, "en": 1.0 - sum(languages.values())}
    return Probabilities(translated=sum(languages.values()), machine_translated=0.0, spun=0.0, republished=republished, roads=spread)


def name(document: Document | str, found: Probabilities):
    """Name the sources of a text without findings."""
    document = document if isinstance(document, Document) else Document(text=document)
    return name_sources(gather_traces(prepare(document), (), CATALOGUE), (), found, CATALOGUE)


def sources(text: str, found: Probabilities) -> list[tuple[str, str]]:
    """Give names and roles of the sources named in a text."""
    return [(source.name, source.role) for source in name(text, found)]


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Calm returned on Saturday, AFP journalists noted.", "AFP", "original"),
        ("Nobody answered, an AFP correspondent saw on Friday.", "AFP", "original"),
        ("HANOVER (dpa) - The bridge is closed.", "dpa", "original"),
        ("“The bridge is closed,” the mayor told the Stuttgarter Zeitung.", "Stuttgarter Zeitung", "original"),
        ("“We close it,” she writes in a text message to TT.", "TT", "original"),
        ("(Daejeon = Yonhap News) The bridge is closed.", "Yonhap", "original"),
        ("Khartoum, AFP - The bridge is closed.", "AFP", "original"),
        ("By g1 Caruaru\nThe bridge is closed.", "g1", "original"),
        ("The bridge is closed, according to AFP.", "AFP", "quoted"),
        ("The agency Télam recalled that the bridge is closed.", "Télam", "quoted"),
        ("The Reuters news agency reported that the bridge is closed.", "Reuters", "quoted"),
        ("The mine closed. Copyright (c) 2021. RFE/RL, Inc. Reprinted with the permission of Radio Free Europe.", "RFE/RL", "original"),
    ],
)
def test_frame_gives_the_role(text, name, role):
    """The words around a name say what part the outlet played."""
    assert (name, role) in {(mention.outlet.name, mention.role) for mention in find_mentions(prepare(Document(text=text)), CATALOGUE)}


@pytest.mark.parametrize("text", ["(Photo: Jan Kolb/AFP)", "The AFP building is tall.", "He read Reuters and slept."])
def test_picture_credits_and_bare_names_play_no_part(text):
    """A photographer's agency did not write the text."""
    assert all(mention.role == "photo" for mention in find_mentions(prepare(Document(text=text)), CATALOGUE))


def test_original_must_write_in_a_likely_language():
    """A French newspaper is no original of a text that is surely from German."""
    text = "The minister explained to Le Figaro that the bridge is closed."
    as_french = name(text, probabilities(fr=0.95))
    as_german = name(text, probabilities(de=0.95))
    assert [source.name for source in as_french] == ["Le Figaro"]
    assert not as_german or as_german[0].probability < as_french[0].probability / 3


def test_agency_writes_in_the_language_the_evidence_names():
    """An agency of several services is credited with the service that fits."""
    (source,) = name("Calm returned, AFP journalists noted.", probabilities(es=0.9))
    assert source.language == "es"


def test_nothing_named_gives_no_source():
    """No name, no source."""
    assert sources("The bridge is closed until Monday.", probabilities()) == []


def test_republisher_is_listed_though_unnamed(auditor):
    """Where a text was surely republished, the report says so among the sources, with the trace."""
    report = auditor.audit(
        "The mine shut.\n\n3 years ago wiredesk Comments Off on The mine shut\n\nThe miners went home on Friday and the gate was locked."
    )
    (republisher,) = [source for source in report.sources if source.role == "republisher"]
    assert republisher.name == UNNAMED
    assert "wiredesk" in republisher.reason
    assert report.chains[0].steps[-1].agent is None


def test_republisher_names_itself(auditor):
    """A feed's closing line names the site."""
    report = auditor.audit("The mine shut on Friday and the miners went home.\n\nThe post The mine shut appeared first on Valley Courier Online.")
    assert ("Valley Courier Online", "republisher") in [(source.name, source.role) for source in report.sources]


def test_declared_outlet_is_the_original_where_nobody_else_is_credited():
    """The outlet a carrier declares stands behind the text, unless the text credits another."""
    document = Document(text="The bridge is closed.", outlet="Le Figaro")
    assert [(source.name, source.role) for source in name(document, probabilities(fr=0.9))] == [("Le Figaro", "original")]


def test_declared_outlet_is_a_republisher_where_another_is_credited():
    """A blog that carries a text with an agency's dateline has taken it over, and that is evidence."""
    document = Document(text="HANOVER (dpa) - The bridge is closed.", outlet="Valley Courier")
    traces = gather_traces(prepare(document), (), CATALOGUE)
    assert {(source.name, source.role) for source in name(document, probabilities(de=0.9))} == {
        ("dpa", "original"),
        ("Valley Courier", "republisher"),
    }
    (evidence,) = weigh_traces(traces)
    assert evidence.claim == "republished"
    assert evidence.weights["republished"] > 0
