"""What a search yields before it becomes a finding."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from provenance.catalogue import Rule
from provenance.model import SourceTrace


@attrs.frozen
class Hit:
    """A rule's hit, in characters of the normal form; what is None comes from the rule."""

    rule: Rule
    start: int
    end: int
    suggestion: str | None = None
    source_phrase: str | None = None
    message: str | None = None
    sources: tuple[SourceTrace, ...] = ()
    languages: Mapping[str, float] | None = None
