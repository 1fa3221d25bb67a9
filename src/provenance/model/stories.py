"""The answer about several documents together."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

import attrs

from provenance.model.reports import Tool
from provenance.model.validators import probability, span

PassageRelation = Literal["verbatim", "edited", "retranslated", "spun", "cross_language"]
DivergenceKind = Literal["number", "name", "negation", "modality", "role", "date", "attribution"]
DerivationRelation = Literal["republished", "translated", "spun", "excerpted", "common_source"]


@attrs.frozen(kw_only=True)
class StoryDocument:
    """A document of the story, without its text."""

    id: str
    outlet: str | None = None
    published: str | None = None


@attrs.frozen(kw_only=True)
class Member:
    """One document's span in a passage: `text[start:end] == quote`."""

    document: str
    start: int
    end: int = attrs.field(validator=span)
    quote: str


@attrs.frozen(kw_only=True)
class Passage:
    """Spans in two or more documents that carry the same matter.

    Attributes:
        id: `p1`, `p2`, … in order of first appearance.
        relation: How the wording of the members is related.
        similarity: Likeness of the least alike pair of members, 0 … 1.
        members: One span per document, in the order in which the documents were given.

    """

    id: str
    relation: PassageRelation
    similarity: float = attrs.field(validator=probability)
    members: tuple[Member, ...]


@attrs.frozen(kw_only=True)
class DivergenceSide:
    """One version of a value: the span and the value in normalised form."""

    document: str
    start: int
    end: int = attrs.field(validator=span)
    quote: str
    value: str


@attrs.frozen(kw_only=True)
class Divergence:
    """Two versions of one passage that contradict each other in one value."""

    kind: DivergenceKind
    passage: str
    a: DivergenceSide
    b: DivergenceSide


@attrs.frozen(kw_only=True)
class Derivation:
    """Who derives from whom: `target` was made from `source` (on the wire `to` and `from`)."""

    source: str
    target: str
    relation: DerivationRelation
    probability: float = attrs.field(validator=probability)
    hidden_source: str | None = None
    reason: str = ""


@attrs.frozen(kw_only=True)
class Story:
    """Everything the comparison has to say about several documents (wire contract `provenance.story/1`)."""

    tool: Tool
    documents: tuple[StoryDocument, ...]
    passages: tuple[Passage, ...] = ()
    divergences: tuple[Divergence, ...] = ()
    derivations: tuple[Derivation, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Give the story as plain JSON types, in the key order of the wire contract."""
        from provenance.model.wire import story_to_dict

        return story_to_dict(self)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Story:
        """Read a story back from `to_dict()` or parsed JSON.

        Raises:
            ReportFormatError: the data lacks a key or has a value of the wrong kind.

        """
        from provenance.model.wire import story_from_dict

        return story_from_dict(data)
