"""Tells news from other prose, since what is known about style was learned from news."""

from __future__ import annotations

from collections.abc import Iterable

from provenance.text import Text


def reads_as_news(text: Text, reporting: Iterable[tuple[str, ...]], rate: float) -> bool:
    """Tell whether a text reports what people said, as news does and essays, statutes and papers hardly do.

    Args:
        text: A prepared text.
        reporting: Reporting verbs, each as its lower-case tokens.
        rate: How many of them per 1,000 words make a text news.

    >>> from provenance.model import Document
    >>> from provenance.text import prepare
    >>> reads_as_news(prepare(Document(text="It rained, the mayor said.")), [("said",)], 4.0)
    True

    """
    tokens = text.tokens
    found = sum(tokens.norms[at : at + len(verb)] == list(verb) for verb in reporting for at in tokens.places.get(verb[0], ()))
    return 1000 * found >= rate * tokens.words
