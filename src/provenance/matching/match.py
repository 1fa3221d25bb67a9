"""What two texts were found to share, before it is joined with others into a passage."""

from __future__ import annotations

import attrs

from provenance.model.stories import PassageRelation


@attrs.frozen
class Match:
    """One passage of two texts; spans count code points of the texts as read.

    Attributes:
        first: Number of one text, in the order given.
        second: Number of the other, greater than `first`.
        a_start: Where the passage starts in the first.
        a_end: Where it ends.
        b_start: Where it starts in the second.
        b_end: Where it ends.
        relation: How the wording of the two is related.
        similarity: Probability that the spans carry the same matter, 0 … 1.

    """

    first: int
    second: int
    a_start: int
    a_end: int
    b_start: int
    b_end: int
    relation: PassageRelation
    similarity: float
