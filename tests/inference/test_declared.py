"""What the carrier declares."""

import pytest

from provenance import Document, audit
from provenance.inference.declared import find_outlet, weigh_declared
from provenance.inference.settings import load_settings
from provenance.text import prepare
from tests.rules import CATALOGUE

PLAIN = (
    "The harbour of the island was closed on Tuesday after a storm tore two ferries from their moorings. Nobody was hurt, the harbour master said, "
    "but the boats will be out of service for a week. Divers looked at the quay in the afternoon. The town council meets on Thursday to talk about the costs, "
    "and the owners of the ferries have been invited to answer questions."
)


def declared(text: str = PLAIN, **fields: str):
    """Give what is declared about a text as evidence."""
    return weigh_declared(prepare(Document(text=text, **fields)), CATALOGUE, load_settings(CATALOGUE))


def test_nothing_declared_is_nothing_said():
    """A bare text has no metadata to weigh."""
    assert declared() == ()


def test_address_of_a_translation_service_settles_it():
    """A page read through a translation service is what it says it is."""
    url = "https://www-jornal-exemplo-pt.translate.goog/2024/3?_x_tr_sl=pt&_x_tr_tl=en"
    report = audit(Document(text=PLAIN, url=url))
    assert report.verdict.machine_translated > 0.9
    assert report.verdict.source_language[0].code == "pt"


@pytest.mark.parametrize(
    "url", ["https://translate.goog.example.org/?_x_tr_sl=pt", "https://example.org/?u=translate.goog", "http://[", "not an address", ""]
)
def test_other_addresses_are_none(url):
    """An address that merely mentions a service, or is none, says nothing."""
    assert declared(url=url) == ()


@pytest.mark.parametrize("code", ["auto", "x", "en", "1;2"])
def test_service_without_a_source_language_speaks_for_all(code):
    """Where the address names no source language, the text is translated from some language."""
    translated, machine = declared(url=f"https://a.translate.goog/?_x_tr_sl={code}")
    assert set(translated.weights) >= {"und", "pt", "ja"} or code == "auto"
    assert machine.claim == "machine_translated"


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({"outlet": "Le Figaro"}, "Le Figaro"),
        ({"outlet": " le figaro "}, "Le Figaro"),
        ({"url": "https://www.lefigaro.fr/international/a"}, "Le Figaro"),
        ({"url": "https://sport.lefigaro.fr/a"}, "Le Figaro"),
        ({"outlet": "The Harbour Bell"}, None),
        ({"url": "https://notlefigaro.fr/a"}, None),
    ],
)
def test_outlet_is_known_by_name_and_address(fields, name):
    """Names whatever their case, hosts with their subdomains."""
    found = find_outlet(Document(text=PLAIN, **fields), CATALOGUE)
    assert (found.name if found else None) == name


def test_foreign_outlet_leans_but_does_not_accuse():
    """An English text under a French newspaper's name may be a translation; the name alone decides nothing."""
    report = audit(Document(text=PLAIN, outlet="Le Figaro"))
    assert audit(PLAIN).verdict.translated < report.verdict.translated < 0.5


def test_language_tag_that_contradicts_the_text_is_reported():
    """The contradiction is said, and leans towards a translation from the declared language."""
    (evidence,) = declared(language="pt-BR")
    assert evidence.kind == "metadata"
    assert evidence.weights["pt"] > evidence.weights["und"] > 0
    assert "declared to be in 'pt'" in evidence.reason


@pytest.mark.parametrize("language", ["en", "EN", "en-GB", "en_US"])
def test_language_tag_that_agrees_is_silent(language):
    """English declared, English read."""
    assert declared(language=language) == ()


def test_language_tag_that_is_none_is_reported_without_weight():
    """A tag that is no code is said, and weighs nothing."""
    (evidence,) = declared(language="British English!")
    assert not evidence.weights


@pytest.mark.parametrize("sentence", ["The fire of 9 March 2022 destroyed it.", "The fire of March 9, 2022 destroyed it."])
def test_text_older_than_what_it_tells_is_reported(sentence):
    """Nobody reports a day before it came."""
    (evidence,) = declared(f"{PLAIN} {sentence}", published="2022-03-02T08:00:00Z")
    assert evidence.weights["republished"] > 0
    assert "9" in evidence.reason


@pytest.mark.parametrize(
    "sentence", ["The fire of 3 March 2022 destroyed it.", "The vote will be held on 9 May 2022.", "It was due on 31 February 2023."]
)
def test_earlier_days_announcements_and_impossible_days_are_silent(sentence):
    """A date on the day after may be another time zone; the future may be announced."""
    assert declared(f"{PLAIN} {sentence}", published="2022-03-02") == ()


def test_date_that_is_none_is_reported_without_weight():
    """A time stamp nobody can read is said."""
    (evidence,) = declared(published="yesterday")
    assert not evidence.weights
