"""Finds all token patterns in one pass over the tokens.

Every pattern is filed under its rarest word; a token looks up the patterns filed under it, and only those are tried. The
cost grows with the text, hardly with the catalogue.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

from provenance.catalogue import Catalogue
from provenance.catalogue.pattern_parser import parse
from provenance.catalogue.patterns import Pattern
from provenance.text import Tokens

_Payload = TypeVar("_Payload")


class _Entry(Generic[_Payload]):
    """A filed pattern; parsed when a text first has its trigger, where the catalogue was compiled."""

    __slots__ = ("_catalogue", "_pattern", "payload", "source")

    def __init__(self, source: str, payload: _Payload, catalogue: Catalogue, pattern: Pattern | None) -> None:
        self.source = source
        self.payload = payload
        self._catalogue = catalogue
        self._pattern = pattern

    @property
    def pattern(self) -> Pattern:
        if self._pattern is None:
            self._pattern = parse(self.source, self._catalogue.classes, self._catalogue.commonness)
        return self._pattern


class PhraseIndex(Generic[_Payload]):
    """Patterns with a payload each, searchable together."""

    def __init__(self, patterns: Iterable[tuple[str, _Payload]], catalogue: Catalogue) -> None:
        """Parse and file the patterns.

        Raises:
            CatalogueError: a pattern is malformed.

        """
        self._filed: dict[str, list[_Entry[_Payload]]] = {}
        for source, payload in patterns:
            triggers = catalogue.triggers.get(source)
            pattern = parse(source, catalogue.classes, catalogue.commonness) if triggers is None else None
            entry = _Entry(source, payload, catalogue, pattern)
            for trigger in pattern.triggers if pattern is not None else triggers or ():
                self._filed.setdefault(trigger, []).append(entry)

    def find(self, tokens: Tokens, first: int = 0, last: int | None = None) -> Iterator[tuple[int, int, _Payload]]:
        """Yield (first token, one behind the last token, payload) for every match anchored in the range of tokens."""
        filed = self._filed
        norms = tokens.norms
        for at in range(first, len(norms) if last is None else last):
            candidates = filed.get(norms[at])
            if candidates is not None:
                for entry in candidates:
                    pattern = entry.pattern
                    found = pattern.match(tokens, at) if pattern.may_match(tokens, at) else None
                    if found is not None:
                        yield *found, entry.payload

    def occurs(self, tokens: Tokens, first: int = 0, last: int | None = None) -> bool:
        """Tell whether anything matches in the range of tokens."""
        return next(self.find(tokens, first, last), None) is not None
