"""Roads of two hops."""

import math

from hypothesis import given
from hypothesis import strategies as st

from provenance.inference.combine import combine
from provenance.inference.roads import SURVIVES, add_roads, find_roads
from provenance.inference.settings import load_settings
from provenance.inference.weighing import weigh
from provenance.model import Evidence
from tests.rules import CATALOGUE

SETTINGS = load_settings(CATALOGUE)
PRIORS = weigh((), {}, SETTINGS)


def reason(**weights: float) -> Evidence:
    """Give a reason with these weights."""
    return Evidence(claim="translated", weights=weights, reason="a trace")


SPANISH = [reason(es=4.0), reason(es=4.0), reason(es=3.5)]
PORTUGUESE = [reason(pt=4.3), reason(pt=4.0), reason(pt=4.0)]


def test_traces_of_two_languages_make_a_road():
    """Many traces of both languages: the text came by way of one of them."""
    found = combine(add_roads([*PRIORS, *PORTUGUESE, *SPANISH], SETTINGS, {}))
    assert found.roads.get("es>pt", 0) + found.roads.get("pt>es", 0) > 0.5


def test_traces_of_one_language_make_none():
    """However many they are."""
    evidence = [*PRIORS, *PORTUGUESE]
    assert find_roads(evidence) == ()
    assert add_roads(evidence, SETTINGS, {}) == tuple(evidence)


def test_one_odd_word_makes_none():
    """A single trace of another language is no second language, however telling."""
    assert find_roads([*PRIORS, *PORTUGUESE, reason(es=4.5)]) == ()


def test_shared_traces_make_none():
    """What two neighbouring languages have in common speaks for no hop between them."""
    assert find_roads([*PRIORS, *PORTUGUESE, reason(pt=3.0, es=3.0), reason(pt=3.5, es=3.0)]) == ()


def test_credit_at_home_in_the_first_language_speaks_for_the_road():
    """An agency of the first language makes the road likelier, and no original a translation."""
    evidence = [*PRIORS, *PORTUGUESE, reason(es=2.0), reason(es=2.0)]
    without, credited = (combine(add_roads(evidence, SETTINGS, named)) for named in ({}, {"es": "EFE"}))
    assert credited.roads["es>pt"] > without.roads["es>pt"]
    assert combine(add_roads(PRIORS, SETTINGS, {"es": "EFE"})) == combine(PRIORS)


@given(st.floats(-5, 5), st.floats(-5, 5))
def test_weight_for_a_road_lies_between_those_of_its_languages(one, other):
    """The mixture is never beyond what either language says."""
    evidence = add_roads([*PRIORS, *PORTUGUESE, *SPANISH, reason(es=one, pt=other)], SETTINGS, {})
    weight = evidence[-1].weights["es>pt"]
    assert min(one, other) - 1e-3 <= weight <= max(one, other) + 1e-3
    assert math.isclose(math.exp(weight), SURVIVES * math.exp(one) + (1 - SURVIVES) * math.exp(other), rel_tol=1e-2, abs_tol=1e-3)
