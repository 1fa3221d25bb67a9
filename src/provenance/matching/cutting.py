"""Cuts a text into what is compared: words, and sentences with longer quotations apart."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate

import attrs

from provenance.matching.foreign import cut_far_eastern, is_far_eastern
from provenance.matching.profile import is_english
from provenance.text import Text, Tokens

QUOTATION_TOKENS = 5  # a shorter quotation is part of its sentence


@attrs.frozen(eq=False)
class Cut:
    """A text in pieces: tokens, sentences as ranges of them, and which sentences are quotations."""

    tokens: Tokens
    sentences: Sequence[tuple[int, int]]
    quoted: Sequence[bool]


def cut(text: Text) -> Cut:
    """Cut a text by the rules of its language."""
    if not is_english(text.language) and is_far_eastern(text.normal):
        tokens, sentences = cut_far_eastern(text)
        return Cut(tokens, sentences, [False] * len(sentences))
    return Cut(text.tokens, *_cut_at_quotations(text))


def _cut_at_quotations(text: Text) -> tuple[list[tuple[int, int]], list[bool]]:
    """Give the sentences as ranges of tokens, longer quotations cut from what stands around them, and which of them are quotations."""
    quotations: list[tuple[int, int]] = []
    if text.quotations:
        starts = text.tokens.starts
        for start, end in text.quotations:
            first, last = bisect_left(starts, start), bisect_left(starts, end)
            if last - first >= QUOTATION_TOKENS:
                quotations.append((first, last))
    if not quotations:
        return text.sentences, [False] * len(text.sentences)
    pieces: list[tuple[int, int]] = []
    edges = sorted({edge for quotation in quotations for edge in quotation})
    at = 0
    for first, end in text.sentences:
        start = first
        while at < len(edges) and edges[at] < end:
            if edges[at] > start:
                pieces.append((start, edges[at]))
                start = edges[at]
            at += 1
        pieces.append((start, end))
    firsts = [first for first, _ in quotations]
    lasts = list(accumulate((last for _, last in quotations), max))
    quoted = []
    for start, end in pieces:
        at = bisect_right(firsts, start)
        quoted.append(bool(at) and lasts[at - 1] >= end)
    return pieces, quoted
