"""Computes everything about a document that more than one reader needs, once."""

from __future__ import annotations

from functools import cached_property

import attrs

from provenance.model import Document, LanguageGuess
from provenance.text.identify import Identifier, LangdetectIdentifier
from provenance.text.normalise import Normalised, normalise
from provenance.text.quotations import find_quotations
from provenance.text.segment import Ranges, find_lines, find_sentences
from provenance.text.tokens import Tokens, tokenise

CONTEXT = 32  # code points of prefix and suffix around a quote


@attrs.frozen(slots=False)
class Text:
    """A document with its normal form, tokens, lines, sentences and quotations.

    All offsets in here count characters of `normal`; `span()` and `quote()` lead back to the text as read. Token ranges are half-open.
    """

    document: Document
    normalised: Normalised
    tokens: Tokens
    language: LanguageGuess

    @property
    def normal(self) -> str:
        """The normal form."""
        return self.normalised.text

    @cached_property
    def lines(self) -> list[tuple[int, int]]:
        """Non-blank lines."""
        return find_lines(self.normal)

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        """Sentences as ranges of tokens."""
        return find_sentences(self.tokens)

    @cached_property
    def quotations(self) -> list[tuple[int, int]]:
        """Spans between quotation marks."""
        return find_quotations(self.normalised.typographic, self.normal)

    @cached_property
    def sentence_index(self) -> Ranges:
        """Looks up the sentence that holds a token."""
        return Ranges(self.sentences)

    @cached_property
    def quotation_index(self) -> Ranges:
        """Looks up the quotation that holds a character."""
        return Ranges(self.quotations)

    @cached_property
    def line_index(self) -> Ranges:
        """Looks up the line that holds a character."""
        return Ranges(self.lines)

    def is_quoted(self, start: int, end: int) -> bool:
        """Tell whether a span lies inside a quotation."""
        held = self.quotation_index.holding(start)
        return held is not None and end <= self.quotations[held][1]

    def opens_sentence(self, at: int) -> bool:
        """Tell whether a token is the first of its sentence."""
        sentence = self.sentence_index.holding(at)
        return sentence is not None and self.sentences[sentence][0] == at

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Map a span of the normal form to code points of the text as read."""
        return self.normalised.original(start, end)

    def quote(self, start: int, end: int) -> tuple[str, str, str]:
        """Give prefix, quote and suffix for a span of the text as read."""
        text = self.document.text
        return text[max(0, start - CONTEXT) : start], text[start:end], text[end : end + CONTEXT]


def prepare(document: Document, identifier: Identifier | None = None) -> Text:
    """Normalise and tokenise a document and name its language; the rest is computed when first asked for.

    >>> text = prepare(Document(text="He said: “No.” Then he left."))
    >>> [text.normal[start:end] for start, end in text.quotations]
    ['No.']
    """
    normalised = normalise(document.text)
    tokens = tokenise(normalised.text)
    language = (identifier or LangdetectIdentifier()).identify(normalised.text, tokens)
    return Text(document, normalised, tokens, language)
