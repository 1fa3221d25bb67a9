"""Runs regular expressions, each only where one of its literal triggers occurs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import ahocorasick

from provenance.catalogue import Rule
from provenance.detectors.hits import Hit


class ExpressionIndex:
    """Regex rules behind one Aho–Corasick automaton of their triggers."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        """Compile the expressions of regex rules."""
        self._rules = [(rule, re.compile(rule.regex)) for rule in rules if rule.regex]
        self._automaton = ahocorasick.Automaton()
        waiting: dict[str, list[int]] = {}
        for index, (rule, _) in enumerate(self._rules):
            for trigger in rule.triggers:
                waiting.setdefault(trigger.lower(), []).append(index)
        for trigger, indexes in waiting.items():
            self._automaton.add_word(trigger, tuple(indexes))
        if waiting:
            self._automaton.make_automaton()

    def find(self, normal: str) -> Iterator[Hit]:
        """Yield the hits in a normal form, rule by rule."""
        if not self._rules:
            return
        awake: set[int] = set()
        for _, indexes in self._automaton.iter(normal.lower()):
            awake.update(indexes)
        for index in sorted(awake):
            rule, expression = self._rules[index]
            group = "quote" if "quote" in expression.groupindex else 0
            for match in expression.finditer(normal):
                start, end = match.span(group)
                if end > start:
                    yield Hit(rule, start, end)
