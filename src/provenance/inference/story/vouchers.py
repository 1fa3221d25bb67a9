"""Who vouches for a statement: an agency in one version, a ministry in the other."""

from __future__ import annotations

from collections.abc import Iterator

from provenance.inference.story.alignment import Pair
from provenance.inference.story.reading import Reading
from provenance.inference.story.sides import Conflict, Side
from provenance.inference.story.tables import load_tables

LEAST_LIKENESS = 0.42
REACH = 6  # words from a verb of saying to the head word of who says so
_ANONYMOUS = frozenset(("anonymity", "anonymous", "anonymously"))
# A general word for any of several bodies contradicts none of them.
_GENERAL = {"authority": {"ministry", "police", "government", "army", "court", "prosecutor"}, "government": {"ministry", "authority", "army"}}


def compare_vouchers(pair: Pair) -> Iterator[Conflict]:
    """Yield the sources that two versions name for one statement, where their kinds exclude each other and no name is shared."""
    if pair.foreign or pair.likeness < LEAST_LIKENESS:
        return
    left, right = _voucher(pair.a, *pair.a_range), _voucher(pair.b, *pair.b_range)
    if left is None or right is None or left[0].value == right[0].value:
        return
    (one, head), (other, other_head) = left, right
    if other.value in _GENERAL.get(one.value, ()) or one.value in _GENERAL.get(other.value, ()):
        return
    for i, j in pair.links.items():
        named = one.start <= i < one.end and other.start <= j < other.end and pair.a.terms[i][0] == "~"
        if named and not (i == head - 1 and j == other_head - 1):  # `Italian agency` and `Italian ministry` share no name
            return
    yield Conflict("attribution", one, other)


def _voucher(of: Reading, start: int, end: int) -> tuple[Side, int] | None:
    """Give who vouches for a sentence, where it is exactly one body, and the head word of its name."""
    tables = load_tables()
    found: dict[str, tuple[int, int, int]] = {}
    for at in range(start, end):
        if of.plains[at] in _ANONYMOUS and not of.quoted[at]:
            said = next((word for word in range(at, start - 1, -1) if of.plains[word] in tables.says), max(start, at - REACH))
            return Side(said, at + 1, "anonymous"), at
    for at in range(start, end):
        if of.plains[at] not in tables.says or of.quoted[at]:
            continue
        low, high = max(start, at - REACH), min(end, at + REACH + 1)
        for word in (*range(at + 1, high), *range(at - 1, low - 1, -1)):
            name = tables.vouchers.get(of.plains[word])
            if name and not of.quoted[word] and not of.parted(min(at, word), max(at, word)):
                found.setdefault(name, (min(at, word), max(at, word) + 1, word))
    if len(found) != 1:
        return None
    name, (first, last, head) = next(iter(found.items()))
    while last < end and of.terms[last][0] == "~" and last - first < 2 * REACH:
        last += 1  # the name that follows: "the agency Ansa"
    return Side(first, last, name), head
