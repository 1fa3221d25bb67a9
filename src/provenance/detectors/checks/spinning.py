"""What a synonym spinner leaves: words where others would be far likelier, and articles that no longer fit."""

from __future__ import annotations

from collections.abc import Iterator

from provenance.catalogue import Catalogue, Rule
from provenance.detectors.hits import Hit
from provenance.spinning.articles import find_misfits
from provenance.text import Text

MOST = 40  # findings in one text; a heavily spun one has hundreds, and they say nothing new


def improbable_replacement(rule: Rule, text: Text, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield the words that a spinner seems to have put, the likeliest first, if the text as a whole reads as spun."""
    from provenance.spinning.channel import find_replacements  # numpy, and the counts

    found = find_replacements(text, catalogue)
    for start, end, original, _ in sorted(found, key=lambda each: (-each[3], each[0]))[:MOST]:
        yield Hit(rule, start, end, suggestion=original)


def article_misfit(rule: Rule, text: Text, catalogue: Catalogue) -> Iterator[Hit]:  # noqa: ARG001
    """Yield articles with the word that they do not fit."""
    tokens = text.tokens
    for at in find_misfits(tokens):
        other = "a" if tokens.norms[at] == "an" else "an"
        yield Hit(rule, tokens.starts[at], tokens.ends[at + 1], suggestion=f"{other} {tokens.surfaces[at + 1]}")
