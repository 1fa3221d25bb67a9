"""Counts replace opinions where there are enough of them, and bound them where there are few."""

import pytest

from provenance.catalogue.fitting import fit_rule
from provenance.catalogue.measurement import read_measurement
from provenance.catalogue.rule import CAPS
from tests.rules import make_rule

SIZES = {"original": 1000, "human-fr": 500, "machine-fr": 500, "human-de": 500, "machine-de": 500}


def fitted(hits, rest=None, dominant=None, sizes=SIZES, **changes):
    """Fit a rule for French with these counts of documents."""
    rule = make_rule(**{"weights": {"translated": {"fr": 2.0, "es": 1.5}, "machine_translated": 1.0}} | changes)
    table = {
        "date": "2026-11-22",
        "silent": [],
        "sizes": {f"corpus {group}": [size, size * 300] for group, size in sizes.items()},
        "hits": {rule.code: {f"corpus {group}": [count, count] for group, count in hits.items()}},
        "dominant": {rule.code: dominant} if dominant else {},
        "rest": {rule.code: {f"corpus {group}": [count, count] for group, count in rest.items()}} if rest is not None else {},
    }
    return fit_rule(rule, read_measurement(table))


@pytest.mark.parametrize("hits", [{}, {"machine-fr": 5, "human-fr": 2}, {"roundtrip-fr": 40}])
def test_few_hits_leave_the_author_alone(hits):
    """Below eight documents in translations, the weights stay; what was English before does not count."""
    assert fitted(hits).basis == "expert"
    assert fitted(hits).weights.translated == {"fr": 2.0, "es": 1.5}


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


def test_a_few_hits_raise_no_weight():
    """Seven documents of a language that the author did not name are chance or topic."""
    assert "de" not in fitted({"machine-fr": 20, "human-de": 7}).weights.translated


def test_what_originals_have_as_often_says_nothing():
    """A rule as common in originals loses the language."""
    assert "fr" not in fitted({"machine-fr": 10, "original": 10}).weights.translated


def test_hits_in_originals_bound_what_nobody_counted():
    """What two of a thousand originals have is worth at most ln 4 in any language, for more than one in a hundred translations will not have it."""
    weights = fitted({"original": 2}, weights={"translated": {"es": 4.0, "pt": 1.0}}).weights.translated
    assert weights == {"es": pytest.approx(1.39, abs=0.01), "pt": 1.0}


def test_the_press_at_large_raises_no_ratio():
    """Originals of other outlets count for a ratio where they have the trait more often, and for the bound together with those of the corpora."""
    hits = {"machine-fr": 20, "human-fr": 20, "original": 4}
    assert fitted(hits | {"press": 0}, sizes=SIZES | {"press": 9000}).weights.translated["fr"] == fitted(hits).weights.translated["fr"]
    assert fitted(hits | {"press": 90}, sizes=SIZES | {"press": 9000}).weights.translated["fr"] == pytest.approx(1.4, abs=0.05)
    bounded = {"weights": {"translated": {"es": 4.0}}}
    assert fitted({"press": 1}, sizes=SIZES | {"press": 9000}, **bounded).weights.translated["es"] == 4.0
    assert fitted({"press": 19}, sizes=SIZES | {"press": 9000}, **bounded).weights.translated["es"] == pytest.approx(1.63, abs=0.01)


def test_no_rule_alone_may_accuse():
    """However clear the counts, the cap holds."""
    assert fitted({"machine-fr": 400}).weights.translated["fr"] == CAPS["measured"] == 4.5


def test_what_people_write_as_often_is_no_machine():
    """The machine's weight only ever falls."""
    assert fitted({"machine-fr": 10, "human-fr": 10}).weights.machine_translated == 0.0
    assert fitted({"machine-fr": 40}).weights.machine_translated == 1.0


def test_one_form_does_not_speak_for_its_rule():
    """Where nearly all hits are one form's, the others keep what their author believed."""
    assert fitted({"machine-fr": 40}, rest={"machine-fr": 2}, dominant="x").basis == "expert"
    assert (
        fitted({"machine-fr": 80}, rest={"machine-fr": 20}, dominant="x").weights.translated["fr"]
        == fitted({"machine-fr": 20}).weights.translated["fr"]
    )


def test_traces_of_originals_fall_where_translations_have_them():
    """The weight for an original is lowered by what translations have, and never raised."""
    trace = {"weights": {"original": 3.0}}
    assert fitted({"original": 5, "machine-fr": 20}, **trace).weights.original < 1.0
    assert fitted({"original": 200}, **trace).weights.original == 3.0
    assert fitted({"original": 1}, **trace).weights.original == 3.0


def test_declarations_are_not_refitted():
    """What a text says of itself is not a matter of counts."""
    assert fitted({"machine-fr": 40}, basis="declared").basis == "declared"
