"""Synonym spinning: which words of a text a program has replaced, and what probably stood there."""

from __future__ import annotations

import attrs

from provenance.catalogue import Catalogue, load_catalogue
from provenance.model import Document
from provenance.spinning.records import Despun, Restoration
from provenance.text import Text, normalise, prepare, tokenise

__all__ = ["Despun", "Restoration", "despin", "restore_text", "undo"]


def despin(text: str) -> Despun:
    """Give a text with the likely original words put back, where a synonym spinner seems to have replaced them.

    Args:
        text: English text of any length; another language, or nothing at all, stays as it is.

    >>> despun = despin("Anger once morest the mayor grew.")
    >>> despun.text, [(each.quote, each.replacement) for each in despun.restorations]
    ('Anger against the mayor grew.', [('once morest', 'against')])
    """
    return undo(prepare(Document(text=text)), load_catalogue())


def undo(text: Text, catalogue: Catalogue, *, suspected: bool = False) -> Despun:
    """Do the same for a text that has been prepared, with the substitution lexicon of a catalogue.

    Args:
        text: The text.
        catalogue: Where the substitution lexicon is taken from.
        suspected: Whether the text is known to be spun for other reasons; then weaker signs suffice to put a word back.

    """
    from provenance.spinning.channel import undo as work  # numpy and the counts, only when a text is read

    return work(text, catalogue, suspected=suspected)


def restore_text(text: Text, despun: Despun) -> Text:
    """Give the text with the words put back, ready for reading; offsets in it lead to the text as read by `Despun.original`."""
    normalised = normalise(despun.text)
    return Text(attrs.evolve(text.document, text=despun.text), normalised, tokenise(normalised.text), text.language)
