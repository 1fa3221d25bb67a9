"""Rules in words."""

from provenance.catalogue.description import describe_conditions, describe_weights
from tests.rules import make_rule


def test_conditions_are_labelled_and_usual_ones_left_out():
    """A reader sees only the conditions a rule has."""
    rule = make_rule(near=["moon"], unless_in_text=["sun", "star"], gloss="skip", min_count=2)
    assert describe_conditions(rule)[1:] == [
        ("where the text explains the words", ("skip",)),
        ("at least", ("2 times in a text",)),
        ("only near", ("moon",)),
        ("not in a text with", ("sun", "star")),
    ]
    assert [label for label, _ in describe_conditions(make_rule())] == ["inside quotation marks"]


def test_weights_come_with_what_they_speak_for():
    """Languages by name, the weightiest first, then the other claims that have a weight."""
    rule = make_rule(weights={"translated": {"fr": 1.0, "de": 2.0}, "spun": 0.5})
    assert describe_weights(rule) == [(2.0, "translated from German"), (1.0, "translated from French"), (0.5, "spun")]
