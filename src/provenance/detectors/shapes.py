"""Finds words by their shape: a suffix or letter sequence that only one romanisation produces."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from provenance.catalogue import Rule
from provenance.detectors.hits import Hit
from provenance.text import Tokens

_REMEMBERED = 100_000  # distinct words; beyond that the memory starts afresh


class ShapeIndex:
    """Shape rules; what was found out about a word is remembered across documents."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        """Compile the shapes of shape rules."""
        self._shapes = [(rule, re.compile("|".join(f"(?:{shape})" for shape in rule.shapes))) for rule in rules if rule.shapes]
        self._any = re.compile("|".join(f"(?:{shape})" for rule, _ in self._shapes for shape in rule.shapes) or r"(?!)")
        self._known: dict[str, tuple[Rule, ...]] = {}

    def find(self, tokens: Tokens) -> Iterator[Hit]:
        """Yield the hits among word tokens."""
        known = self._known
        if len(known) > _REMEMBERED:
            known.clear()
        for at, surface in enumerate(tokens.surfaces):
            if tokens.kinds[at] != "w":
                continue
            rules = known.get(surface)
            if rules is None:
                rules = known[surface] = self._classify(surface)
            for rule in rules:
                yield Hit(rule, tokens.starts[at], tokens.ends[at])

    def _classify(self, surface: str) -> tuple[Rule, ...]:
        if self._any.fullmatch(surface) is None:
            return ()
        return tuple(rule for rule, shape in self._shapes if surface not in rule.exceptions and shape.fullmatch(surface))
