"""Local words that a text explains: `citizen's income, the Bürgergeld`, `the State Bureau of Investigation (DBR)`.

A correspondent, or an English-language outlet abroad, introduces the word once and uses it from then on; a machine leaves it standing unexplained.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from provenance.detectors.hits import Hit
from provenance.text import Text

_INTRODUCING = frozenset("called named dubbed nicknamed termed known so-called aka word term initials acronym abbreviation".split())
_ARTICLES = frozenset("the a an or as its their his her".split())
_EXPLAINING = frozenset("or which meaning literally short".split())
_MARKS = frozenset("\"'")
_DASHES = frozenset("-–—")


def drop_glossed(hits: Sequence[Hit], text: Text) -> list[Hit]:
    """Leave out the hits of rules with the policy `skip` whose words the text explains anywhere.

    Args:
        hits: In any order.
        text: The text they were found in.

    """
    explained = {text.normal[hit.start : hit.end] for hit in hits if hit.rule.gloss == "skip" and is_glossed(hit.start, hit.end, text)}
    return [hit for hit in hits if hit.rule.gloss != "skip" or text.normal[hit.start : hit.end] not in explained]


def is_glossed(start: int, end: int, text: Text) -> bool:
    """Tell whether a span stands in brackets or quotation marks, in apposition, after `called` and the like, or before an explanation."""
    tokens = text.tokens
    first, last = bisect_right(tokens.starts, start) - 1, bisect_left(tokens.starts, end)
    before = tokens.norms[max(0, first - 3) : first]
    after = tokens.norms[last : last + 2]
    mark = before[-1] if before else ""
    follows = after[0] if after else ""
    if mark in _MARKS or follows in _MARKS or (mark == "(" and follows == ")"):
        return True
    if follows == "(" and after[1:] and not after[1].isdigit():
        return True
    while before and before[-1] in _ARTICLES:
        before = before[:-1]
    lead = before[-1] if before else ""
    if lead in _INTRODUCING:
        return True
    apart = lead == "," or lead in _DASHES
    return (apart and (follows in {",", ".", ")", ";"} or follows in _DASHES)) or (follows == "," and after[1:] != [] and after[1] in _EXPLAINING)
