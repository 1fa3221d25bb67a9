"""Lines that English pages carry of their own, whatever a foreign page's look like in translation."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from provenance.catalogue import Rule
from provenance.detectors.hits import Hit
from provenance.text import Text

_EDGES = " \t.:|»›→▶►•●▪■·*#>«[]()–—-"
_NUMBER = re.compile(r"\d+")


class Furniture:
    """The lines of `tables/english_furniture.toml`."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        """Take the lines from the table."""
        self._families = frozenset(table["families"])
        self._longest = int(table["longest"])
        self._whole = frozenset(table["whole"])
        self._openings = _by_first_word(table["openings"])
        self._shouted = tuple(opening.upper() for opening in table["shouted"])

    def concerns(self, rule: Rule) -> bool:
        """Tell whether a rule takes furniture for a trace of translation."""
        return rule.family in self._families and bool(rule.weights.translated)

    def holds(self, hit: Hit, text: Text) -> bool:
        """Tell whether a hit lies in an ordinary line of an English page."""
        held = text.line_index.holding(hit.start)
        if held is None:
            return False
        start, end = text.lines[held]
        return self.is_ordinary(text.normal[start : min(end, start + self._longest + 1)])

    def is_ordinary(self, line: str) -> bool:
        """Tell whether English pages carry this line."""
        if len(line) > self._longest:
            return False
        line = line.strip(_EDGES)
        bare = _NUMBER.sub("#", line.lower())
        if bare in self._whole or line.startswith(self._shouted):
            return True
        return any(bare.startswith(opening) and not bare[len(opening) :][:1].isalnum() for opening in self._openings.get(_first_word(bare), ()))


def _first_word(line: str) -> str:
    return line.partition(" ")[0].rstrip(":|")


def _by_first_word(openings: Sequence[str]) -> dict[str, tuple[str, ...]]:
    filed: dict[str, list[str]] = {}
    for opening in openings:
        filed.setdefault(_first_word(opening), []).append(opening)
    return {word: tuple(found) for word, found in filed.items()}
