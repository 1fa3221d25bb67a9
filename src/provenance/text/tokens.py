"""Words, numbers and punctuation marks with their places."""

from __future__ import annotations

import re
from functools import cached_property

import attrs

_LETTER = r"[^\W\d_]"
# Kinds: w word, s possessive 's, n number, b line break, p anything else that can be seen.
_TOKEN = re.compile(
    rf"(?P<w>(?:{_LETTER}[\u0300-\u036f]*)+(?:'(?!s\b)(?:{_LETTER}[\u0300-\u036f]*)+)*)"
    r"|(?P<s>'s\b)"
    r"|(?P<n>\d+(?:[.,:]\d+)*)"
    r"|(?P<b>\n\s*)"
    r"|(?P<p>[^\w\s]|_)"
)
_SENTENCE_END = frozenset(".!?:;\"'”»)]")


@attrs.frozen(slots=False)
class Tokens:
    """Parallel lists, one item per token; offsets count characters of the normal form."""

    surfaces: list[str]
    norms: list[str]
    kinds: str
    starts: list[int]
    ends: list[int]

    def __len__(self) -> int:
        return len(self.surfaces)

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """Where each token stands, by its norm, in ascending order."""
        places: dict[str, list[int]] = {}
        for at, norm in enumerate(self.norms):
            places.setdefault(norm, []).append(at)
        return places

    @property
    def words(self) -> int:
        """How many tokens are words or numbers."""
        return self.kinds.count("w") + self.kinds.count("n")


def tokenise(normal: str) -> Tokens:
    """Cut a normal form into tokens.

    A line break is a token, unless it merely wraps a line (one break, a lower-case letter after it, no sentence end before it).

    >>> tokenise("The PM's 1,200 don't-knows").surfaces
    ['The', 'PM', "'s", '1,200', "don't", '-', 'knows']
    """
    surfaces: list[str] = []
    kinds: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for match in _TOKEN.finditer(normal):
        kind = match.lastgroup or "p"
        start, end = match.span()
        if kind == "b" and _is_soft(normal, start, end):
            continue
        surfaces.append(match.group())
        kinds.append(kind)
        starts.append(start)
        ends.append(end)
    return Tokens(surfaces, [surface.lower() for surface in surfaces], "".join(kinds), starts, ends)


def _is_soft(normal: str, start: int, end: int) -> bool:
    if start < 1 or end >= len(normal) or not normal[end].islower():
        return False
    return normal.count("\n", start, end) == 1 and normal[start - 1] not in _SENTENCE_END
