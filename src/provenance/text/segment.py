"""Lines and sentences."""

from __future__ import annotations

from bisect import bisect_right

from provenance.text.tokens import Tokens

_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof gen col lt sgt capt cpl maj adm gov sen rep rev hon st ft mt jr sr vs no nos vol pp ed al fig art sec dept est "
    "inc ltd co corp bros jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun mm mme pol pte brig cmdr supt insp "
    "u.s u.k u.n e.u d.c a.m p.m i.e e.g".split()
)
_CLOSING = frozenset("\"')]}»”")
_TERMINAL = frozenset(".!?…")


def find_lines(normal: str) -> list[tuple[int, int]]:
    """Give the non-blank lines as spans without surrounding white space."""
    lines = []
    position = 0
    for line in normal.split("\n"):
        visible = line.strip()
        if visible:
            start = position + len(line) - len(line.lstrip())
            lines.append((start, start + len(visible)))
        position += len(line) + 1
    return lines


def find_sentences(tokens: Tokens) -> list[tuple[int, int]]:
    """Give the sentences as half-open ranges of token indexes; line breaks belong to none.

    A sentence ends at a line break or at terminal punctuation (with closing quotes and brackets) before a capital, a digit or an opening
    quote, unless an abbreviation or an initial stands there.
    """
    sentences: list[tuple[int, int]] = []
    surfaces, kinds = tokens.surfaces, tokens.kinds
    first = 0
    index = 0
    total = len(surfaces)
    while index < total:
        if kinds[index] == "b":
            if index > first:
                sentences.append((first, index))
            first = index + 1
        elif surfaces[index] in _TERMINAL:
            after = index + 1
            while after < total and (
                surfaces[after] in _TERMINAL or (surfaces[after] in _CLOSING and tokens.starts[after] == tokens.ends[after - 1])
            ):
                after += 1
            if after < total and _starts_sentence(tokens, index, after):
                sentences.append((first, after))
                first = after
            index = after
            continue
        index += 1
    if first < total:
        sentences.append((first, total))
    return sentences


def _starts_sentence(tokens: Tokens, stop: int, after: int) -> bool:
    surface = tokens.surfaces[after]
    if tokens.kinds[after] == "b" or tokens.starts[after] == tokens.ends[after - 1]:
        return False
    opening = surface in "\"'([«„–-" or surface[0].isdigit()
    if not (surface[0].isupper() or opening):
        return False
    if tokens.surfaces[stop] != "." or stop == 0 or after > stop + 1:
        return True
    before = tokens.norms[stop - 1]
    if tokens.ends[stop - 1] != tokens.starts[stop] or tokens.kinds[stop - 1] != "w":
        return True
    # "J. Smith", "Gen. Smith", "U.S. Army": an initial or a title does not end a sentence.
    return not (before in _ABBREVIATIONS or (len(before) == 1 and before != "i"))


class Ranges:
    """Looks up which of many sorted, disjoint half-open ranges holds a position."""

    def __init__(self, ranges: list[tuple[int, int]]) -> None:
        self._ranges = ranges
        self._starts = [start for start, _ in ranges]

    def holding(self, position: int) -> int | None:
        """Give the index of the range that holds the position, or None."""
        index = bisect_right(self._starts, position) - 1
        if index >= 0 and position < self._ranges[index][1]:
            return index
        return None
