"""Reads token patterns as the catalogue writes them (docs/catalogue.md)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from provenance.catalogue.inflection import inflect
from provenance.catalogue.patterns import PREDICATES, Classes, Element, Gap, Group, Kind, LineEdge, Literal, Mark, Pattern, Surrounding, WordClass
from provenance.errors import CatalogueError
from provenance.text.normalise import normalise
from provenance.text.tokens import tokenise

MAX_GAP = 6
_PIECE = re.compile(r"\\.|<[a-z][a-z0-9-]*>|\*\d?|[()\[\]|{}^$~]|\s+|[^\s\\<>*()\[\]|{}^$~]+|.")


def parse(source: str, classes: Classes, commonness: Mapping[str, float] | None = None) -> Pattern:
    """Parse a pattern and choose its anchor.

    Args:
        source: The pattern as written in the catalogue.
        classes: Word classes by name.
        commonness: Words per million, to anchor the search at the rarest word.

    Raises:
        CatalogueError: the pattern does not follow the language of docs/catalogue.md, or nothing in it can be searched for.

    """
    parser = _Parser(source, classes)
    elements = parser.sequence(until="")
    anchor, triggers = _anchor(elements, commonness or {}, source)
    return Pattern(source, _mirror(elements[:anchor]), tuple(elements[anchor:]), triggers)


def parse_surrounding(source: str, classes: Classes) -> Surrounding:
    """Parse a pattern around the placeholder `<outlet>`.

    Raises:
        CatalogueError: the pattern is malformed or has no placeholder at its top level.

    """
    elements = _Parser(source, classes).sequence(until="")
    at = next((index for index, element in enumerate(elements) if isinstance(element, Kind) and element.name == "outlet"), None)
    if at is None:
        msg = f"Pattern {source!r} lacks <outlet>; see the head of tables/source_frames.toml."
        raise CatalogueError(msg)
    return Surrounding(_mirror(elements[:at]), tuple(elements[at + 1 :]))


def _mirror(elements: Sequence[Element]) -> tuple[Element, ...]:
    mirrored: list[Element] = []
    for element in reversed(elements):
        if isinstance(element, Group):
            mirrored.append(Group(tuple(_mirror(alternative) for alternative in element.alternatives), element.optional))
        else:
            mirrored.append(element)
    return tuple(mirrored)


def _anchor(elements: Sequence[Element], commonness: Mapping[str, float], source: str) -> tuple[int, tuple[str, ...]]:
    best: tuple[float, int, tuple[str, ...]] | None = None
    for index, element in enumerate(elements):
        triggers = _triggers(element)
        if triggers:
            cost = sum(commonness.get(trigger, 1.0) for trigger in triggers)
            if best is None or cost < best[0]:
                best = (cost, index, triggers)
    if best is None:
        msg = f"Pattern {source!r} has no word to search for: give at least one literal word or word class outside optional parts."
        raise CatalogueError(msg)
    return best[1], best[2]


def _triggers(element: Element) -> tuple[str, ...]:
    if isinstance(element, Literal):
        return tuple(sorted({form.lower() for form in element.forms}))
    if isinstance(element, WordClass):
        return tuple(sorted(element.by_first))
    if isinstance(element, Group) and not element.optional:
        firsts: list[str] = []
        for alternative in element.alternatives:
            first = next((item for item in alternative if not isinstance(item, Mark | LineEdge)), None)
            triggers = _triggers(first) if first is not None else ()
            if not triggers:
                return ()
            firsts.extend(triggers)
        return tuple(sorted(set(firsts)))
    return ()


class _Parser:
    def __init__(self, source: str, classes: Classes) -> None:
        self._source = source
        self._classes = classes
        self._pieces = [piece for piece in _PIECE.findall(source) if not piece.isspace()]
        self._at = 0

    def _fail(self, trouble: str) -> CatalogueError:
        return CatalogueError(f"Pattern {self._source!r} is malformed: {trouble}; see docs/catalogue.md.")

    def sequence(self, until: str) -> list[Element]:
        elements: list[Element] = []
        while self._at < len(self._pieces):
            piece = self._pieces[self._at]
            if piece in ("|", ")", "]"):
                if piece not in until:
                    raise self._fail(f"unexpected {piece!r}")
                return elements
            self._at += 1
            elements.extend(self._element(piece))
        if until:
            raise self._fail(f"{until!r} expected at the end")
        return elements

    def _element(self, piece: str) -> list[Element]:
        if piece == "(":
            return [self._group(")", optional=False)]
        if piece == "[":
            return [self._group("]", optional=True)]
        if piece in "{}":
            return [Mark(piece == "{")]
        if piece in "^$":
            return [LineEdge(piece == "^")]
        if piece[0] == "*":
            return [Gap(0, self._gap(piece[1:])) if piece[1:] else Gap(1, 1)]
        if piece[0] == "<" and piece[-1] == ">" and len(piece) > 2:
            return [self._class(piece[1:-1])]
        if piece[0] == "\\" and len(piece) == 2:
            return [Literal(frozenset([piece[1]]), exact=False)]
        if piece in "<>~":
            raise self._fail(f"stray {piece!r}")
        return self._words(piece)

    def _gap(self, digits: str) -> int:
        if not 1 <= int(digits) <= MAX_GAP:
            raise self._fail(f"a gap is *1 to *{MAX_GAP}")
        return int(digits)

    def _words(self, piece: str) -> list[Element]:
        inflected = self._inflected()
        tokens = tokenise(normalise(piece).text).surfaces
        if not tokens:
            raise self._fail(f"nothing to match in {piece!r}")
        elements: list[Element] = [_literal(token) for token in tokens]
        return _inflect_last(elements) if inflected else elements

    def _inflected(self) -> bool:
        found = self._at < len(self._pieces) and self._pieces[self._at] == "~"
        self._at += found
        return found

    def _group(self, close: str, *, optional: bool) -> Group:
        alternatives = []
        while True:
            alternatives.append(tuple(self.sequence(until=f"|{close}")))
            mark = self._pieces[self._at]
            self._at += 1
            if mark == close:
                break
        if self._inflected():
            alternatives = [tuple(_inflect_last(alternative)) if alternative else () for alternative in alternatives]
        # An empty alternative is another way to say that the group is optional.
        return Group(tuple(filter(None, alternatives)), optional or not all(alternatives))

    def _class(self, name: str) -> Element:
        if name in PREDICATES:
            return Kind(name, PREDICATES[name])
        members = self._classes.get(name)
        if members is None:
            raise self._fail(f"unknown word class <{name}>")
        by_first: dict[str, list[tuple[str, ...]]] = {}
        by_last: dict[str, list[tuple[str, ...]]] = {}
        for member in sorted(members, key=lambda item: (-len(item), item)):
            by_first.setdefault(member[0], []).append(member)
            by_last.setdefault(member[-1], []).append(member)
        return WordClass(name, {k: tuple(v) for k, v in by_first.items()}, {k: tuple(v) for k, v in by_last.items()})


def _inflect_last(elements: Sequence[Element]) -> list[Element]:
    """Let the last literal stand for all its inflected forms."""
    *before, last = elements
    if isinstance(last, Literal):
        forms = frozenset(form for word in last.forms for form in inflect(word.lower()))
        last = Literal(frozenset(form[0].upper() + form[1:] for form in forms) if last.exact else forms, last.exact)
    return [*before, last]


def _literal(token: str) -> Literal:
    lower = token.lower()
    return Literal(frozenset([token if token != lower else lower]), exact=token != lower)
