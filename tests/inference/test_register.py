"""News and other prose, and what style may say of each."""

import pytest

from provenance.catalogue import load_catalogue
from provenance.inference import combine
from provenance.inference.register import reads_as_news
from provenance.inference.settings import load_settings
from provenance.inference.weighing import weigh
from provenance.model import Document
from provenance.stylometry import Reading, to_evidence
from provenance.text import prepare

CATALOGUE = load_catalogue()
SETTINGS = load_settings(CATALOGUE)
TEXTS = {
    "The harbour will stay shut until Friday, the master said. Ferries were diverted to the old quay.": True,
    "“Nobody was hurt,” she told the council, and the mayor pointed out that the bridge had been closed.": True,
    "The council’s figures POINTED OUT OF TURN; pointed roofs and told stories.": True,
    "Harbours are older than cities. A quay is a promise made to the sea, and the sea keeps its own counsel. " * 20: False,
    "It is said once. " + "Mercy is not strained, and it falls on the just and the unjust. " * 40: False,
}


@pytest.mark.parametrize(("text", "news"), TEXTS.items(), ids=lambda value: str(value)[:20])
def test_news_reports_what_people_said(text, news):
    """A text is news by the rate of its reporting verbs, not by having one."""
    found = reads_as_news(prepare(Document(text=text)), CATALOGUE.classes["reporting"], SETTINGS.reporting)
    assert found is news


@pytest.mark.parametrize("cap", [SETTINGS.style_news, SETTINGS.style_other])
def test_style_alone_accuses_nobody(cap):
    """From the shipped prior, the strongest reading of style leaves a text without traces under one half."""
    reading = Reading(words=1000, translated=9.0, sources={"de": 9.0, "other": -9.0})
    evidence = (*weigh([], {}, SETTINGS), *to_evidence(reading, SETTINGS.languages, cap))
    assert 0.1 < combine(evidence).translated < 0.5
