"""How the wording of two spans in one language is related: copied, edited, spun or translated anew."""

from __future__ import annotations

from collections.abc import Sequence

import attrs
from rapidfuzz.distance import Indel

from provenance.matching.align import Hit
from provenance.matching.profile import Profile
from provenance.model.stories import PassageRelation

VERBATIM = 0.975  # share of words kept in order
EDITED = 0.88
EXCERPTED, EXCERPT_REPLACED = 0.6, 0.03  # an editor cuts and inserts, and replaces next to nothing
SPUN_LOWEST = 0.4
SPUN_MOVED = 0.1  # share of words moved, added or left out: a spinner replaces words where they stand
SPUN_WORDS = 60  # of both texts together, below which chance may keep the order
PASSAGE_MOVED = 0.25
SHORT_REPLACEMENT = 3  # words; a spinner replaces words and short phrases in place


@attrs.frozen
class Wording:
    """What an in-order comparison of the words of two spans shows; shares of the words of both.

    Attributes:
        kept: Words in a longest common subsequence.
        replaced: Words that a few others stand in place of.
        moved: Words added, left out or replaced at length.
        words: How many words both spans have, a count.

    """

    kept: float
    replaced: float
    moved: float
    words: int

    @property
    def in_place(self) -> bool:
        """Whether words were replaced where they stand and nothing else was done, on enough text to tell."""
        return self.words >= SPUN_WORDS and SPUN_LOWEST <= self.kept < EDITED and self.moved <= SPUN_MOVED


def pool(wordings: Sequence[Wording]) -> Wording:
    """Take the passages of two texts as one: spinning is done to a text, not to a sentence."""
    words = sum(each.words for each in wordings)
    parts = max(words, 1)
    return Wording(
        sum(each.kept * each.words for each in wordings) / parts,
        sum(each.replaced * each.words for each in wordings) / parts,
        sum(each.moved * each.words for each in wordings) / parts,
        words,
    )


def compare_wording(a: Profile, b: Profile, hit: Hit) -> Wording:
    """Compare the words of two spans in order (longest common subsequence, Hyyrö 2004, by rapidfuzz)."""
    left, right = a.forms[hit.a_start : hit.a_end].tolist(), b.forms[hit.b_start : hit.b_end].tolist()
    kept = replaced = moved = removed = added = 0
    for operation, i, i_end, j, j_end in _operations(left, right):
        if operation == "equal":
            if removed and added and max(removed, added) <= SHORT_REPLACEMENT:
                replaced += removed + added
            else:
                moved += removed + added
            removed = added = 0
            kept += i_end - i + j_end - j
        else:
            removed, added = removed + i_end - i, added + j_end - j
    total = len(left) + len(right)
    return Wording(kept / total, replaced / total, moved / total, total)


def _operations(left: Sequence[int], right: Sequence[int]) -> list[tuple[str, int, int, int, int]]:
    found = [(each.tag, each.src_start, each.src_end, each.dest_start, each.dest_end) for each in Indel.opcodes(left, right)]
    return [*found, ("equal", 0, 0, 0, 0)]


def name_relation(wording: Wording, pooled: Wording) -> PassageRelation:
    """Name the relation of two spans in one language from their wording and that of all passages of the two texts."""
    if wording.kept >= VERBATIM:
        return "verbatim"
    if pooled.in_place and wording.moved <= PASSAGE_MOVED:
        return "spun"
    if wording.kept >= EDITED or (wording.kept >= EXCERPTED and wording.replaced <= EXCERPT_REPLACED):
        return "edited"
    return "retranslated"
