"""Finds expressions on which a backtracking matcher can take time exponential in the length of the text.

A backtracking matcher tries every path of the expression's automaton, so the time is exponential exactly where some text can lead from a state back to itself by two
different paths (exponential degree of ambiguity: A. Weber and H. Seidl, On the degree of ambiguity of finite automata, TCS 1991; N. Weideman et al., Analyzing
matching time behavior of backtracking regular expression matchers, CIAA 2016). Bounded repeats are taken for endless ones, which only adds paths; the automaton is
that of V. Glushkov, with edges counted as often as the expression gives them, so that `(a+)+` is seen too. What looks ahead or behind is judged on its own.
"""

from __future__ import annotations

import re
import re._constants as op
import re._parser as parser
from collections import Counter, defaultdict
from collections.abc import Iterator

import attrs

REPEATS = (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT)
_CATEGORIES = {
    op.CATEGORY_DIGIT: r"\d", op.CATEGORY_NOT_DIGIT: r"\D", op.CATEGORY_SPACE: r"\s", op.CATEGORY_NOT_SPACE: r"\S", op.CATEGORY_WORD: r"\w", op.CATEGORY_NOT_WORD: r"\W",
}  # fmt: skip
# One character of every kind that a category or a range can tell apart; those that the expression names are added.
_ALPHABET = "aZ5 _\n-.,;:!?'\"()[]<>/é\u0416\u4e00\u0660\u00a0@#&"


@attrs.frozen
class _Fragment:
    """What Glushkov's construction knows of a part: whether it can be empty, and in how many ways each position begins or ends it."""

    empty: int
    first: Counter[int]
    last: Counter[int]


class _Automaton:
    """Positions with the characters they accept, and how many ways lead from one to the next."""

    def __init__(self, expression: str) -> None:
        parsed = parser.parse(expression)
        self.flags = parsed.state.flags
        self.alphabet = sorted({*_ALPHABET, *_named(parsed)})
        self.accepts: list[frozenset[str]] = []
        self.follow: dict[int, Counter[int]] = defaultdict(Counter)
        self.apart: list[object] = []
        self._sequence(parsed)
        while self.apart:
            self._sequence(self.apart.pop())

    def _leaf(self, accepted: Iterator[str]) -> _Fragment:
        self.accepts.append(frozenset(accepted))
        at = len(self.accepts) - 1
        return _Fragment(0, Counter([at]), Counter([at]))

    def _sequence(self, parts: object) -> _Fragment:
        whole = _Fragment(1, Counter(), Counter())
        for operator, argument in parts:
            part = self._part(operator, argument)
            self._join(whole.last, part.first)
            first = whole.first + Counter({at: ways * whole.empty for at, ways in part.first.items()})
            last = part.last + Counter({at: ways * part.empty for at, ways in whole.last.items()})
            whole = _Fragment(whole.empty * part.empty, first, last)
        return whole

    def _join(self, last: Counter[int], first: Counter[int]) -> None:
        for one, ways in last.items():
            for other, more in first.items():
                self.follow[one][other] += ways * more

    def _part(self, operator: object, argument: object) -> _Fragment:
        nothing = _Fragment(1, Counter(), Counter())
        if operator in REPEATS:
            low, high, body = argument
            part = self._sequence(body)
            if high > 1:
                self._join(part.last, part.first)
            return _Fragment(part.empty + (low == 0), part.first, part.last)
        if operator is op.SUBPATTERN:
            return self._sequence(argument[3])
        if operator is op.ATOMIC_GROUP:
            return self._sequence(argument)
        if operator is op.BRANCH:
            branches = [self._sequence(branch) for branch in argument[1]]
            return _Fragment(
                sum(branch.empty for branch in branches),
                sum((branch.first for branch in branches), Counter()),
                sum((branch.last for branch in branches), Counter()),
            )
        if operator in (op.ASSERT, op.ASSERT_NOT):
            self.apart.append(argument[1])
            return nothing
        if operator is op.AT:
            return nothing
        return self._leaf(self._accepted(operator, argument))

    def _accepted(self, operator: object, argument: object) -> Iterator[str]:
        ignoring = self.flags & re.IGNORECASE
        for char in self.alphabet:
            forms = _both_cases(char) if ignoring else {char}
            if operator is op.LITERAL:
                fits = chr(argument) in forms
            elif operator is op.NOT_LITERAL:
                fits = chr(argument) not in forms
            elif operator is op.ANY:
                fits = char != "\n" or bool(self.flags & re.DOTALL)
            elif operator is op.IN:
                fits = _in_set(argument, forms)
            else:
                msg = f"{operator} is not understood"
                raise AssertionError(msg)
            if fits:
                yield char


def _both_cases(char: str) -> set[str]:
    return {char, *(other for other in (char.lower(), char.upper()) if len(other) == 1)}


def _in_set(members: object, forms: set[str]) -> bool:
    negated = members[0][0] is op.NEGATE
    held = any(_holds(kind, value, char) for kind, value in members[negated:] for char in forms)
    return held != negated


def _holds(kind: object, value: object, char: str) -> bool:
    if kind is op.LITERAL:
        return chr(value) == char
    if kind is op.RANGE:
        return value[0] <= ord(char) <= value[1]
    return re.match(_CATEGORIES[value], char) is not None


def _named(parts: object) -> Iterator[str]:
    """Yield the characters that an expression names, and the ends of its ranges."""
    for operator, argument in parts:
        if operator in (op.LITERAL, op.NOT_LITERAL):
            yield from _both_cases(chr(argument))
        elif operator is op.IN:
            for kind, value in argument:
                if kind is op.LITERAL:
                    yield chr(value)
                elif kind is op.RANGE:
                    yield from (chr(value[0]), chr(value[1]))
        elif operator in REPEATS:
            yield from _named(argument[2])
        elif operator is op.SUBPATTERN:
            yield from _named(argument[3])
        elif operator is op.ATOMIC_GROUP:
            yield from _named(argument)
        elif operator is op.BRANCH:
            for branch in argument[1]:
                yield from _named(branch)
        elif operator in (op.ASSERT, op.ASSERT_NOT):
            yield from _named(argument[1])


def is_exponential(expression: str) -> bool:
    """Tell whether two different paths with one text lead from a position back to it."""
    automaton = _Automaton(expression)
    for component in _components({one: set(after) for one, after in automaton.follow.items()}):
        inside = {one: Counter({other: ways for other, ways in automaton.follow[one].items() if other in component}) for one in component}
        if any(ways > 1 for after in inside.values() for ways in after.values()) or _splits(inside, automaton.accepts):
            return True
    return False


def _splits(inside: dict[int, Counter[int]], accepts: list[frozenset[str]]) -> bool:
    """Tell whether a pair (p, p) leads over a pair of different positions back to (p, p), both sides reading the same text."""

    def step(pair: tuple[int, int]) -> Iterator[tuple[int, int]]:
        for one in inside[pair[0]]:
            for other in inside[pair[1]]:
                if accepts[one] & accepts[other]:
                    yield one, other

    for start in inside:
        split = {pair for pair in step((start, start)) if pair[0] != pair[1]}
        waiting, seen = list(split), set(split)
        while waiting:
            for pair in step(waiting.pop()):
                if pair == (start, start):
                    return True
                if pair not in seen:
                    seen.add(pair)
                    waiting.append(pair)
    return False


def _components(edges: dict[int, set[int]]) -> list[set[int]]:
    """Give the strongly connected components that hold a cycle (by reachability: automata are small)."""
    reached: dict[int, set[int]] = {}
    for start, after in edges.items():
        seen: set[int] = set()
        waiting = list(after)
        while waiting:
            one = waiting.pop()
            if one not in seen:
                seen.add(one)
                waiting.extend(edges.get(one, ()))
        reached[start] = seen
    found: list[set[int]] = []
    for start, seen in reached.items():
        if start in seen and not any(start in component for component in found):
            found.append({other for other in seen if start in reached.get(other, ())})
    return found
