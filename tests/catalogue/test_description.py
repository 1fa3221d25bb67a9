"""Rules in words."""

from provenance.catalogue.description import describe_contexts, describe_weights
from tests.rules import make_rule


def test_contexts_are_labelled_and_empty_ones_left_out():
    """A reader sees only the conditions a rule has."""
    rule = make_rule(near=["moon"], unless_in_text=["sun", "star"])
    assert describe_contexts(rule) == [("only near", ("moon",)), ("not in a text with", ("sun", "star"))]
    assert describe_contexts(make_rule()) == []


def test_weights_come_with_what_they_speak_for():
    """Languages by name, the weightiest first, then the other claims that have a weight."""
    rule = make_rule(weights={"translated": {"fr": 1.0, "de": 2.0}, "spun": 0.5})
    assert describe_weights(rule) == [(2.0, "translated from German"), (1.0, "translated from French"), (0.5, "spun")]
