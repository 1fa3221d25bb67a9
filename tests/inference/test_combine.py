"""Evidence adds up: the report's numbers are the evidence's."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance import Document
from provenance.inference import combine
from provenance.model import Evidence

PRIOR = Evidence(claim="translated", weights={"en": math.log(0.9), "fr": math.log(0.06), "de": math.log(0.04)}, reason="prior", kind="prior")
WEIGHTS = st.lists(
    st.tuples(st.sampled_from(["translated", "machine_translated", "spun", "republished"]), st.sampled_from(["fr", "de", "en"]), st.floats(-9, 9)),
    max_size=12,
)


def test_reported_probabilities_follow_from_reported_evidence(auditor, fixtures):
    """Combining the evidence of a report again gives its verdict, to the last digit."""
    for path in sorted(fixtures.rglob("*.txt")):
        report = auditor.audit(Document(text=path.read_text(encoding="utf-8")))
        again = combine(report.evidence)
        verdict = report.verdict
        assert (again.translated, again.machine_translated, again.spun, again.republished) == (
            verdict.translated,
            verdict.machine_translated,
            verdict.spun,
            verdict.republished,
        )
        assert {item.code: item.probability for item in verdict.source_language} == {
            code: share for code, share in again.languages.items() if share > 0
        }


def test_two_witnesses_are_a_product_of_odds():
    """Weights add in logs: the odds multiply."""
    hit = Evidence(claim="translated", weights={"fr": 2.0}, reason="x")
    once, twice = combine([PRIOR, hit]).languages, combine([PRIOR, hit, hit]).languages
    assert twice["fr"] / twice["en"] == pytest.approx(once["fr"] / once["en"] * math.e**2, rel=0.01)


def test_evidence_for_an_original_speaks_against_every_language():
    """A weight for English lowers the probability of a translation."""
    original = Evidence(claim="translated", weights={"en": 2.0}, reason="house style")
    assert combine([PRIOR, original]).translated < combine([PRIOR]).translated


@given(WEIGHTS)
def test_probabilities_are_probabilities(weights):
    """Whatever the weights: between 0 and 1, never certain, languages sum to 1, by machine implies translated."""
    evidence = [
        PRIOR,
        *(Evidence(claim=claim, weights={language if claim == "translated" else claim: weight}, reason="x") for claim, language, weight in weights),
    ]
    found = combine(evidence)
    for value in (found.translated, found.spun, found.republished):
        assert 0.0 < value < 1.0
    assert found.machine_translated <= found.translated
    assert sum(found.languages.values()) == pytest.approx(1.0, abs=0.002)


@given(WEIGHTS, st.randoms(use_true_random=False))
def test_order_does_not_matter(weights, random):
    """Evidence may be given in any order."""
    evidence = [
        PRIOR,
        *(
            Evidence(claim=claim, weights={language if claim == "translated" else claim: round(weight, 4)}, reason="x")
            for claim, language, weight in weights
        ),
    ]
    shuffled = list(evidence)
    random.shuffle(shuffled)
    one, other = combine(evidence), combine(shuffled)
    assert one.translated == pytest.approx(other.translated, abs=2e-4)
    assert one.spun == pytest.approx(other.spun, abs=2e-4)
