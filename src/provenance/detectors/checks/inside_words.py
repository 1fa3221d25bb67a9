"""Synonyms put into the middle of words: `once morest`, where `again` became `once more` inside `against`."""

from __future__ import annotations

from collections.abc import Iterator

from provenance.catalogue import Catalogue, Rule
from provenance.detectors.hits import Hit
from provenance.spinning.damage import find_damage
from provenance.text import Text


def inside_word(rule: Rule, text: Text, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield words that become English when a substitution of the lexicon is undone inside them."""
    for start, end, word in find_damage(text, catalogue):
        yield Hit(rule, start, end, suggestion=word)
