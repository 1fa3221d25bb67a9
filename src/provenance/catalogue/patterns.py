"""The token patterns of phrase rules: a small language without regular expressions, so nothing can backtrack far.

docs/catalogue.md describes the language. A pattern is a sequence of *elements*; `Pattern.match()` tries it around one anchor token.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

import attrs

from provenance.text.tokens import Tokens

Classes = Mapping[str, frozenset[tuple[str, ...]]]
Predicate = Callable[[str, str], bool]  # of a token's surface and kind

_NUMBER_WORDS = frozenset(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty "
    "fifty sixty seventy eighty ninety hundred thousand million billion dozen".split()
)


@attrs.frozen
class Literal:
    """One token out of a few forms; compared by surface where the pattern has a capital."""

    forms: frozenset[str]
    exact: bool


@attrs.frozen
class Gap:
    """Between `least` and `most` words, any."""

    least: int
    most: int


@attrs.frozen
class Kind:
    """One token that satisfies a predicate (`<number>`, `<name>` …)."""

    name: str
    test: Predicate


@attrs.frozen
class WordClass:
    """One member of a word class; members are tuples of lower-case tokens, looked up by their first and last token."""

    name: str
    by_first: dict[str, tuple[tuple[str, ...], ...]]
    by_last: dict[str, tuple[tuple[str, ...], ...]]


@attrs.frozen
class Group:
    """One of several alternatives, or none of them.

    Alternatives that begin with a literal are filed under their first tokens, so that a long list costs no more than a short one.
    """

    alternatives: tuple[tuple[Element, ...], ...]
    optional: bool
    _filed: dict[str, tuple[tuple[Element, ...], ...]] = attrs.field(init=False)

    @_filed.default
    def _file(self) -> dict[str, tuple[tuple[Element, ...], ...]]:
        filed: dict[str, list[tuple[Element, ...]]] = {}
        for alternative in self.alternatives:
            first = alternative[0]
            for token in {form.lower() for form in first.forms} if isinstance(first, Literal) else ("",):
                filed.setdefault(token, []).append(alternative)
        return {token: tuple(found) for token, found in filed.items()}

    def starting_with(self, token: str) -> tuple[tuple[Element, ...], ...]:
        """Give the alternatives that can begin with a lower-case token."""
        filed = self._filed.get(token, ())
        return (*filed, *self._filed[""]) if "" in self._filed else filed


@attrs.frozen
class Mark:
    """Where the reported quote begins (`{`) or ends (`}`)."""

    opens: bool


@attrs.frozen
class LineEdge:
    """The match must begin (`^`) or end (`$`) a line here."""

    start: bool


Element = Literal | Gap | Kind | WordClass | Group | Mark | LineEdge


def _is_name(surface: str, kind: str) -> bool:
    return kind == "w" and surface[0].isupper()


PREDICATES: dict[str, Predicate] = {
    "number": lambda surface, kind: kind == "n" or surface.lower() in _NUMBER_WORDS,
    "digits": lambda _surface, kind: kind == "n",
    "day": lambda surface, kind: kind == "n" and surface.isascii() and surface.isdigit() and len(surface) <= 2 and 1 <= int(surface) <= 31,
    "year": lambda surface, kind: kind == "n" and surface.isascii() and surface.isdigit() and 1900 <= int(surface[:5]) <= 2099,
    "name": _is_name,
    "lower": lambda surface, kind: kind == "w" and surface.islower(),
    "word": lambda _surface, kind: kind == "w",
    "quote": lambda surface, kind: kind == "p" and surface in "\"'«»„“”‹›「」",
    "outlet": lambda _surface, _kind: False,  # a place held for parse_surrounding()
    "capitals": lambda surface, kind: kind == "w" and surface.isupper() and len(surface) > 1,
}


@attrs.frozen
class Pattern:
    """A parsed pattern, split at its anchor: the element by which the text is searched for it."""

    source: str
    left: tuple[Element, ...]  # what stands before the anchor, nearest first
    right: tuple[Element, ...]  # the anchor and what follows
    triggers: tuple[str, ...]  # lower-case first tokens of the anchor
    before: frozenset[str] | None = attrs.field(init=False)  # the tokens that can stand directly before the anchor, if they can be listed
    after: dict[str, frozenset[str] | None] = attrs.field(init=False)  # … and directly behind it, by trigger
    opens_line: bool = attrs.field(init=False)  # the anchor must begin a line
    needs: tuple[frozenset[str], ...] = attrs.field(init=False)  # beside the anchor: of each set, one lower-case token must be in the text

    @before.default
    def _list_before(self) -> frozenset[str] | None:
        return _first_tokens(self.left)

    @after.default
    def _list_after(self) -> dict[str, frozenset[str] | None]:
        return {trigger: _tokens_behind(trigger, self.right) for trigger in self.triggers}

    @opens_line.default
    def _begins_with_edge(self) -> bool:
        return bool(self.left) and isinstance(self.left[0], LineEdge)

    @needs.default
    def _list_needs(self) -> tuple[frozenset[str], ...]:
        return tuple(sorted(filter(None, map(_needed, (*self.left, *self.right[1:]))), key=_shortest, reverse=True))

    def may_match(self, tokens: Tokens, at: int) -> bool:
        """Look at the anchor's neighbours only: most candidates fail there, without a walk."""
        norms = tokens.norms
        if self.opens_line and at and tokens.kinds[at - 1] != "b":
            return False
        after = self.after[norms[at]]
        if after is not None and (at + 1 >= len(norms) or norms[at + 1] not in after):
            return False
        return self.before is None or (at > 0 and norms[at - 1] in self.before)

    def match(self, tokens: Tokens, at: int) -> tuple[int, int] | None:
        """Match with the anchor at token `at`; give the reported range of tokens, the longest there is, or None."""
        best: tuple[int, int] | None = None
        for end, right_marks in _walk(self.right, 0, tokens, at, 1, ()):
            for start, left_marks in _walk(self.left, 0, tokens, at, -1, ()):
                first, last = start, end
                for opens, place in (*left_marks, *right_marks):
                    if opens:
                        first = place
                    else:
                        last = place
                if first < last and (best is None or last - first > best[1] - best[0]):
                    best = (first, last)
        return best


@attrs.frozen
class Surrounding:
    """What must stand before and after a place that something else has found (`<outlet>` in the source frames)."""

    left: tuple[Element, ...]
    right: tuple[Element, ...]

    def match(self, tokens: Tokens, first: int, last: int) -> tuple[int, int] | None:
        """Match around the tokens from `first` up to `last`; give the whole range, or None."""
        end = next((end for end, _ in _walk(self.right, 0, tokens, last, 1, ())), None)
        if end is None:
            return None
        start = next((start for start, _ in _walk(self.left, 0, tokens, first, -1, ())), None)
        return None if start is None else (start, end)


def _tokens_behind(trigger: str, elements: Sequence[Element]) -> frozenset[str] | None:
    """Give every token that can follow a trigger at the beginning of a sequence; None where that cannot be listed."""
    anchor, *rest = elements
    found: set[str] = set()
    for alternative in anchor.starting_with(trigger) if isinstance(anchor, Group) else ((anchor,),):
        if not isinstance(alternative[0], Literal):
            return None
        firsts = _first_tokens([*alternative[1:], *rest])
        if firsts is None:
            return None
        found |= firsts
    return frozenset(found)


def _first_tokens(elements: Sequence[Element]) -> frozenset[str] | None:
    """Give every lower-case token with which a sequence can begin; None where that cannot be listed, or the sequence may be empty."""
    found: set[str] = set()
    for element in elements:
        if isinstance(element, Mark):
            continue
        if isinstance(element, Literal):
            return frozenset(found | {form.lower() for form in element.forms})
        if not isinstance(element, Group):
            return None
        for alternative in element.alternatives:
            firsts = _first_tokens(alternative)
            if firsts is None:
                return None
            found |= firsts
        if not element.optional:
            return frozenset(found)
    return None


def _needed(element: Element) -> frozenset[str] | None:
    """Give tokens of which a text must have one for an element to match; None where that cannot be listed."""
    if isinstance(element, Literal):
        return frozenset(form.lower() for form in element.forms)
    if not isinstance(element, Group) or element.optional:
        return None
    found: set[str] = set()
    for alternative in element.alternatives:
        needs = [needed for part in alternative if (needed := _needed(part))]
        if not needs:
            return None
        rarest: frozenset[str] = max(needs, key=_shortest)
        found |= rarest
    return frozenset(found)


def _shortest(words: frozenset[str]) -> int:
    """Give the length of the shortest word: long words are rare ones."""
    return min(map(len, words))


Marks = tuple[tuple[bool, int], ...]


def _walk(elements: Sequence[Element], index: int, tokens: Tokens, at: int, step: int, marks: Marks) -> Iterator[tuple[int, Marks]]:
    """Yield every boundary that elements[index:] can reach from boundary `at`.

    Boundary b lies before token b. Forwards (step 1) the elements stand behind the boundary, backwards (step -1) before it, nearest first.
    """
    total = len(tokens.surfaces)
    while index < len(elements):
        element = elements[index]
        index += 1
        token = at if step > 0 else at - 1
        inside = 0 <= token < total
        if isinstance(element, Literal):
            if not inside or (tokens.surfaces[token] if element.exact else tokens.norms[token]) not in element.forms:
                return
            at += step
        elif isinstance(element, Kind):
            if not inside or not element.test(tokens.surfaces[token], tokens.kinds[token]):
                return
            at += step
        elif isinstance(element, Mark):
            marks = (*marks, (element.opens, at))
        elif isinstance(element, LineEdge):
            if not _is_edge(element, tokens, at):
                return
        elif isinstance(element, Group):
            if inside:
                for alternative in element.starting_with(tokens.norms[token]):
                    for reached, inner in _walk(alternative, 0, tokens, at, step, marks):
                        yield from _walk(elements, index, tokens, reached, step, inner)
            if not element.optional:
                return
        else:
            widths = (
                _gap_widths(element, tokens, at, step) if isinstance(element, Gap) else _member_widths(element, tokens, token, step) if inside else ()
            )
            for width in widths:
                yield from _walk(elements, index, tokens, at + step * width, step, marks)
            return
    yield at, marks


def _is_edge(element: LineEdge, tokens: Tokens, at: int) -> bool:
    if element.start:
        return at == 0 or tokens.kinds[at - 1] == "b"
    return at == len(tokens) or tokens.kinds[at] == "b"


def _gap_widths(element: Gap, tokens: Tokens, at: int, step: int) -> Iterator[int]:
    """Yield how many words a gap can take, the most first."""
    reach = 0
    while reach < element.most:
        token = at + reach if step > 0 else at - 1 - reach
        if not 0 <= token < len(tokens.surfaces) or tokens.kinds[token] not in "wns":
            break
        reach += 1
    yield from range(reach, element.least - 1, -1)


def _member_widths(element: WordClass, tokens: Tokens, token: int, step: int) -> Iterator[int]:
    """Yield the lengths of the members of a word class that stand at a token (their first, or their last when walking backwards)."""
    members = (element.by_first if step > 0 else element.by_last).get(tokens.norms[token], ())
    for member in members:
        start = token if step > 0 else token - len(member) + 1
        if start >= 0 and tuple(tokens.norms[start : start + len(member)]) == member:
            yield len(member)
