"""Evidence from readings: capped, neutral where it must be."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.inference import combine
from provenance.model import Evidence
from provenance.stylometry import Reading, to_evidence

MOST = 2.0
LANGUAGES = {"fr": 0.3, "de": 0.3, "ru": 0.2, "pt": 0.1, "ar": 0.1}
RATIO = st.floats(-5, 5)
SOURCES = st.fixed_dictionaries(dict.fromkeys(("romance", "de", "ru", "other", "zh"), RATIO))


def prior(translated):
    """Give a prior."""
    weights = {code: math.log(share * translated) for code, share in LANGUAGES.items()}
    return Evidence(claim="translated", weights={**weights, "en": math.log(1 - translated)}, reason="prior", kind="prior")


@given(translated=RATIO, machine=RATIO, spread=st.floats(0, 2), sources=SOURCES)
def test_style_alone_never_accuses(translated, machine, spread, sources):
    """Whatever is read, a text with no other trace stays under one half from a prior of 0.10."""
    reading = Reading(words=1000, translated=translated, machine=machine, spread=spread, sources=sources)
    assert combine([prior(0.10), *to_evidence(reading, LANGUAGES, MOST)]).translated < 0.5


@given(sources=SOURCES)
def test_source_evidence_leaves_the_claim_alone(sources):
    """Naming a language does not make a translation likelier."""
    reading = Reading(words=400, translated=1.0, sources=sources)
    with_sources = combine([prior(0.4), *to_evidence(reading, LANGUAGES, MOST)]).translated
    without = combine([prior(0.4), *to_evidence(Reading(words=400, translated=1.0), LANGUAGES, MOST)]).translated
    assert abs(with_sources - without) < 0.002


def test_spread_is_held_against_an_accusation_only():
    """One standard deviation is taken off readings for a translation, none off readings for an original."""
    accusing = to_evidence(Reading(words=100, translated=1.0, spread=0.9), LANGUAGES, MOST)
    clearing = to_evidence(Reading(words=100, translated=-1.0, spread=0.9), LANGUAGES, MOST)
    assert accusing == ()
    assert clearing[0].weights == {"en": 1.0}


def test_a_text_that_reads_as_original_gets_no_language_and_no_machine():
    """Conditional readings are only given where their condition is."""
    reading = Reading(words=500, translated=-2.0, machine=3.0, sources={"de": 2.0, "other": -1.0})
    assert [item.claim for item in to_evidence(reading, LANGUAGES, MOST)] == ["translated"]


@pytest.mark.parametrize(("statistical", "kind"), [(2.0, "rule-based or statistical"), (-2.0, "neural")])
def test_the_kind_of_engine_is_told_and_weighs_nothing(statistical, kind):
    """It says what kind of machine it was if it was one; no probability moves by it."""
    plain = to_evidence(Reading(words=500, translated=2.0, machine=2.0), LANGUAGES, MOST)
    told = to_evidence(Reading(words=500, translated=2.0, machine=2.0, statistical=statistical), LANGUAGES, MOST)
    assert [dict(item.weights) for item in told[len(plain) :]] == [{"machine_translated": 0.0}]
    assert kind in told[-1].reason
    assert combine([prior(0.10), *plain]) == combine([prior(0.10), *told])


@pytest.mark.parametrize(
    "reading", [{"machine": -1.0, "statistical": 2.0}, {"machine": 1.0, "statistical": 1.0}, {"translated": -1.0, "statistical": 2.0}]
)
def test_no_engine_is_named_without_a_machine_or_for_little(reading):
    """Where the wording speaks for an original or a human translator, or hardly for one kind, nothing is said about engines."""
    found = to_evidence(Reading(words=500, **{"translated": 2.0, **reading}), LANGUAGES, MOST)
    assert not any("engine" in item.reason for item in found)


def test_an_abstention_is_no_evidence():
    """Short texts weigh nothing."""
    assert to_evidence(Reading(words=10, abstained="too short"), LANGUAGES, MOST) == ()
