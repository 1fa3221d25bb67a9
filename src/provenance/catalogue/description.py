"""A rule's conditions and weights in words, for the terminal and for its reference page."""

from __future__ import annotations

from provenance.catalogue.languages import language_name
from provenance.catalogue.rule import Rule


def describe_conditions(rule: Rule) -> list[tuple[str, tuple[str, ...]]]:
    """Give what a hit must meet, each condition with its label and its values; what every rule asks alike is left out.

    The values are policies, or the patterns that must, or must not, stand near a hit or in its text.
    """
    conditions = (
        ("inside quotation marks", (rule.quotes,)),
        ("place", (rule.place,) if rule.place != "any" else ()),
        ("where the text explains the words", (rule.gloss,) if rule.gloss != "flag" else ()),
        ("at least", (f"{rule.min_count} times in a text",) if rule.min_count > 1 else ()),
        ("only with", (f"{rule.company} hits of other rules that speak for a translation, or many of its own",) if rule.company else ()),
        ("only near", rule.near),
        ("not near", rule.unless),
        ("only in a text with", rule.requires_in_text),
        ("not in a text with", rule.unless_in_text),
    )
    return [(label, values) for label, values in conditions if values]


def describe_weights(rule: Rule) -> list[tuple[float, str]]:
    """Give the weights with what they speak for: source languages, the weightiest first, then the other claims."""
    weights = rule.weights
    languages = sorted(weights.translated.items(), key=lambda entry: (-entry[1], entry[0]))
    claims = (
        (weights.machine_translated, "by machine rather than by hand"),
        (weights.spun, "spun"),
        (weights.republished, "republished"),
        (weights.original, "an English original"),
    )
    return [(weight, f"translated from {language_name(code)}") for code, weight in languages] + [
        (weight, claim) for weight, claim in claims if weight
    ]
