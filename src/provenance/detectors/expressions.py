"""Runs regular expressions, each only where one of its literal triggers occurs."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cached_property

import ahocorasick
import attrs

from provenance.catalogue import Rule
from provenance.detectors.hits import Hit
from provenance.model import SourceTrace

# What can look or run beyond a line: then the expression must see the whole text.
_ACROSS = re.compile(r"\\s|\\S|\\n|\\A|\\Z|\\D|\\W|\[\^|\(\?s|\(\?[a-z]*s[a-z]*\)")
_NO_BREAK = re.compile(r"\[\^[^\]]*\\n[^\]]*\]")


@attrs.frozen(slots=False)
class _Expression:
    """A regex rule; compiled when a text first has its trigger."""

    rule: Rule
    regex: str

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        return re.compile(self.regex)

    @cached_property
    def by_line(self) -> bool:
        within = _ACROSS.search(_NO_BREAK.sub("", self.regex)) is None and ("$" not in self.regex or bool(self.pattern.flags & re.MULTILINE))
        return within and not any("\n" in trigger for trigger in self.rule.triggers)

    @cached_property
    def group(self) -> str | int:
        return "quote" if "quote" in self.pattern.groupindex else 0


class ExpressionIndex:
    """Regex rules behind one Aho–Corasick automaton of their triggers.

    An expression that keeps within a line is run on the lines with a trigger only.
    """

    def __init__(self, rules: Iterable[Rule]) -> None:
        """File the expressions of regex rules under their triggers."""
        self._expressions = [_Expression(rule, rule.regex) for rule in rules if rule.regex]
        self._automaton = ahocorasick.Automaton()
        waiting: dict[str, list[int]] = {}
        for index, expression in enumerate(self._expressions):
            for trigger in expression.rule.triggers:
                waiting.setdefault(trigger.lower(), []).append(index)
        for trigger, indexes in waiting.items():
            self._automaton.add_word(trigger, tuple(indexes))
        if waiting:
            self._automaton.make_automaton()

    def find(self, normal: str) -> Iterator[Hit]:
        """Yield the hits in a normal form, rule by rule."""
        if not self._expressions:
            return
        lowered = normal.lower()
        breaks = [match.start() for match in re.finditer("\n", normal)] if len(lowered) == len(normal) else []
        awake: dict[int, set[int]] = {}
        for end, indexes in self._automaton.iter(lowered):
            line = bisect_left(breaks, end)
            for index in indexes:
                awake.setdefault(index, set()).add(line)
        for index in sorted(awake):
            expression = self._expressions[index]
            spans = [(0, len(normal))]
            if expression.by_line and breaks:
                spans = [_line_span(line, breaks, len(normal)) for line in sorted(awake[index])]
            for first, last in spans:
                for match in expression.pattern.finditer(normal, first, last):
                    start, end = match.span(expression.group)
                    if end > start:
                        yield Hit(expression.rule, start, end, sources=_outlet(match))


def _line_span(line: int, breaks: list[int], length: int) -> tuple[int, int]:
    return (breaks[line - 1] + 1 if line else 0, breaks[line] if line < len(breaks) else length)


def _outlet(match: re.Match[str]) -> tuple[SourceTrace, ...]:
    """Give the republisher that an expression names in its group `outlet`."""
    name = match.groupdict().get("outlet")
    return (SourceTrace(name=name.strip(), role="republisher", weight=3.0),) if name and name.strip() else ()
