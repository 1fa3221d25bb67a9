"""Counts replace opinions where there are enough of them."""

import pytest

from provenance.catalogue.fitting import fit_rule
from provenance.catalogue.rule import CAPS
from tests.rules import make_rule

DOCUMENTS = {"original": 1000, "human-fr": 500, "machine-fr": 500, "human-de": 500, "machine-de": 500}


def fitted(hits, **changes):
    """Fit a rule for French with these counts."""
    rule = make_rule(weights={"translated": {"fr": 2.0, "es": 1.5}, "machine_translated": 1.0}, **changes)
    return fit_rule(rule, {"documents": DOCUMENTS, "hits": {rule.code: hits}})


def test_few_hits_leave_the_author_his_weights():
    """Seven documents are no measurement."""
    assert fitted({"machine-fr": 7}).basis == "expert"


def test_weight_is_a_ratio_of_document_frequencies():
    """Forty of a thousand translations against four of a thousand originals: about ln 9."""
    rule = fitted({"machine-fr": 20, "human-fr": 20, "original": 4})
    assert rule.basis == "measured"
    assert rule.weights.translated["fr"] == pytest.approx(2.2, abs=0.05)


def test_languages_without_corpora_keep_their_weights():
    """Nobody counted in Spanish."""
    assert fitted({"machine-fr": 20}).weights.translated["es"] == 1.5


def test_a_trait_of_two_languages_is_shared():
    """What occurs as often in translations from German speaks for German as much."""
    weights = fitted({"machine-fr": 20, "human-de": 20}).weights.translated
    assert weights["de"] == weights["fr"]


def test_what_originals_have_as_often_says_nothing():
    """A rule as common in originals loses the language."""
    assert "fr" not in fitted({"machine-fr": 10, "original": 10}).weights.translated


def test_no_rule_alone_may_accuse():
    """However clear the counts, the cap holds."""
    assert fitted({"machine-fr": 400}).weights.translated["fr"] == CAPS["measured"] == 4.5


def test_what_people_write_as_often_is_no_machine():
    """The machine's weight only ever falls."""
    assert fitted({"machine-fr": 10, "human-fr": 10}).weights.machine_translated == 0.0
    assert fitted({"machine-fr": 40}).weights.machine_translated == 1.0


def test_declarations_are_not_refitted():
    """What a text says of itself is not a matter of counts."""
    assert fitted({"machine-fr": 40}, basis="declared").basis == "declared"
