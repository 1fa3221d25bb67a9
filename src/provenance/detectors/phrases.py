"""Finds all token patterns in one pass over the tokens.

Every pattern is filed under its rarest word, and there under the words that can stand beside it, where they can be listed. A token looks up the patterns filed
under it and its neighbours, and only those of which the text has the other words are tried: the cost grows with the text, hardly with the catalogue (benchmarks/catalogue.py).
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


_Filed = dict[str, list[_Entry[_Payload]]]


class _Drawer(Generic[_Payload]):
    """The patterns filed under one word; sorted by the words beside it when a text first has the word."""

    __slots__ = ("_entries", "_sorted", "_trigger")

    def __init__(self, trigger: str) -> None:
        self._trigger = trigger
        self._entries: list[_Entry[_Payload]] = []
        self._sorted: tuple[_Filed[_Payload], _Filed[_Payload], list[_Entry[_Payload]]] | None = None

    def add(self, entry: _Entry[_Payload]) -> None:
        """File a pattern; all are filed before the first search."""
        self._entries.append(entry)

    def candidates(self, before: str, behind: str) -> Iterator[_Entry[_Payload]]:
        """Yield the patterns that can match between two words."""
        if self._sorted is None:
            self._sorted = self._sort()  # in one step: another thread may be doing the same
        by_behind, by_before, rest = self._sorted
        yield from by_behind.get(behind, ())
        yield from by_before.get(before, ())
        yield from rest

    def _sort(self) -> tuple[_Filed[_Payload], _Filed[_Payload], list[_Entry[_Payload]]]:
        by_behind: _Filed[_Payload] = {}
        by_before: _Filed[_Payload] = {}
        rest: list[_Entry[_Payload]] = []
        for entry in self._entries:
            behind, before = entry.pattern.after[self._trigger], entry.pattern.before
            if behind is not None and (before is None or len(behind) <= len(before)):
                for word in behind:
                    by_behind.setdefault(word, []).append(entry)
            elif before is not None:
                for word in before:
                    by_before.setdefault(word, []).append(entry)
            else:
                rest.append(entry)
        return by_behind, by_before, rest


class PhraseIndex(Generic[_Payload]):
    """Patterns with a payload each, searchable together."""

    def __init__(self, patterns: Iterable[tuple[str, _Payload]], catalogue: Catalogue) -> None:
        """Parse and file the patterns.

        Raises:
            CatalogueError: a pattern is malformed.

        """
        self._filed: dict[str, _Drawer[_Payload]] = {}
        for source, payload in patterns:
            triggers = catalogue.triggers.get(source)
            pattern = parse(source, catalogue.classes, catalogue.commonness) if triggers is None else None
            entry = _Entry(source, payload, catalogue, pattern)
            for trigger in pattern.triggers if pattern is not None else triggers or ():
                if trigger not in self._filed:
                    self._filed[trigger] = _Drawer(trigger)
                self._filed[trigger].add(entry)

    def find(self, tokens: Tokens, first: int = 0, last: int | None = None) -> Iterator[tuple[int, int, _Payload]]:
        """Yield (first token, one behind the last token, payload) for every match anchored in the range of tokens."""
        norms = tokens.norms
        end = len(norms)
        everywhere = tokens.places if last is None else None
        for at in self._anchors(tokens, first, last):
            drawer = self._filed[norms[at]]
            for entry in drawer.candidates(norms[at - 1] if at else "", norms[at + 1] if at + 1 < end else ""):
                pattern = entry.pattern
                if everywhere is not None and any(everywhere.keys().isdisjoint(words) for words in pattern.needs):
                    continue
                found = pattern.match(tokens, at) if pattern.may_match(tokens, at) else None
                if found is not None:
                    yield *found, entry.payload

    def _anchors(self, tokens: Tokens, first: int, last: int | None) -> Iterable[int]:
        """Give the tokens of a range under which patterns are filed: by the fewer of the range's tokens and the words filed under."""
        filed = self._filed
        if last is not None and last - first < len(filed):
            norms = tokens.norms
            return [at for at in range(first, last) if norms[at] in filed]
        places = tokens.places
        words = filed.keys() & places.keys() if len(filed) > len(places) else [word for word in filed if word in places]
        return sorted(at for word in words for at in places[word] if first <= at and (last is None or at < last))

    def occurs(self, tokens: Tokens, first: int = 0, last: int | None = None) -> bool:
        """Tell whether anything matches in the range of tokens."""
        return next(self.find(tokens, first, last), None) is not None
