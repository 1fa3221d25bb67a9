"""Runs regular expressions, each only where one of its literal triggers occurs."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

import ahocorasick
import attrs

from provenance.catalogue import Rule
from provenance.detectors.hits import Hit
from provenance.model import SourceTrace

# What can look or run beyond a line: then the expression must see the whole text.
_ACROSS = re.compile(r"\\s|\\S|\\n|\\A|\\Z|\\D|\\W|\[\^|\(\?s|\(\?[a-z]*s[a-z]*\)")
_NO_BREAK = re.compile(r"\[\^[^\]]*\\n[^\]]*\]")


@attrs.frozen
class _Expression:
    rule: Rule
    pattern: re.Pattern[str]
    by_line: bool
    group: str | int


class ExpressionIndex:
    """Regex rules behind one Aho–Corasick automaton of their triggers.

    An expression that keeps within a line is run on the lines with a trigger only.
    """

    def __init__(self, rules: Iterable[Rule]) -> None:
        """Compile the expressions of regex rules."""
        self._expressions = [_compile(rule, rule.regex) for rule in rules if rule.regex]
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
            if expression.by_line and len(breaks):
                spans = [_line_span(line, breaks, len(normal)) for line in sorted(awake[index])]
            for first, last in spans:
                for match in expression.pattern.finditer(normal, first, last):
                    start, end = match.span(expression.group)
                    if end > start:
                        yield Hit(expression.rule, start, end, sources=_outlet(match))


def _compile(rule: Rule, regex: str) -> _Expression:
    pattern = re.compile(regex)
    within = _ACROSS.search(_NO_BREAK.sub("", regex)) is None and ("$" not in regex or bool(pattern.flags & re.MULTILINE))
    # A trigger that ends in white space may end on the line before its match.
    within = within and not any(trigger != trigger.strip("\n") for trigger in rule.triggers)
    return _Expression(rule, pattern, within, "quote" if "quote" in pattern.groupindex else 0)


def _line_span(line: int, breaks: list[int], length: int) -> tuple[int, int]:
    return (breaks[line - 1] + 1 if line else 0, breaks[line] if line < len(breaks) else length)


def _outlet(match: re.Match[str]) -> tuple[SourceTrace, ...]:
    """Give the republisher that an expression names in its group `outlet`."""
    name = match.groupdict().get("outlet")
    return (SourceTrace(name=name.strip(), role="republisher", weight=3.0),) if name and name.strip() else ()
