"""What undoing gives: the text with words put back, and the way back to the text as read."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property

import attrs

from provenance.model.validators import probability, span


@attrs.frozen(kw_only=True)
class Restoration:
    """A likely original word put back: `text[start:end] == quote` in the text as read.

    Attributes:
        start: First code point of the replacement in the text as read.
        end: One behind its last.
        quote: What stands there.
        replacement: What probably stood there before a spinner replaced it, with the capitals of the quote.
        confidence: Probability that a spinner put the quote there, 0 … 1.

    """

    start: int
    end: int = attrs.field(validator=span)
    quote: str
    replacement: str
    confidence: float = attrs.field(validator=probability)


@attrs.frozen(kw_only=True, slots=False)
class Despun:
    """A text with the likely original words put back.

    Attributes:
        source: The text as read.
        restorations: What was put back, in order; they do not overlap.
        spun: Whether the text as a whole reads as if a spinner had been at it.
        evidence: Natural log of the likelihood ratio of a spinner against none, from the words that stand where others would be likelier.
        share: Share of the known replacements in the text that a spinner seems to have put there, 0 … 1.

    """

    source: str
    restorations: tuple[Restoration, ...] = ()
    spun: bool = False
    evidence: float = 0.0
    share: float = attrs.field(default=0.0, validator=probability)

    @cached_property
    def text(self) -> str:
        """The text with the words put back."""
        pieces = []
        position = 0
        for each in self.restorations:
            pieces += [self.source[position : each.start], each.replacement]
            position = each.end
        return "".join([*pieces, self.source[position:]])

    @cached_property
    def _starts(self) -> list[int]:
        """Where the restorations begin in `text`."""
        starts, moved = [], 0
        for each in self.restorations:
            starts.append(each.start + moved)
            moved += len(each.replacement) - (each.end - each.start)
        return starts

    @cached_property
    def _ends(self) -> list[int]:
        return [start + len(each.replacement) for start, each in zip(self._starts, self.restorations, strict=True)]

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Map a non-empty half-open span of `text` to the text as read; a span that cuts into a restored word takes the whole of it.

        >>> despun = Despun(source="a leg up", restorations=(Restoration(start=2, end=5, quote="leg", replacement="step", confidence=0.9),))
        >>> despun.text, despun.original(2, 6), despun.original(7, 9)
        ('a step up', (2, 5), (6, 8))
        """
        return self._place(start, opening=True), self._place(end, opening=False)

    def touches(self, start: int, end: int) -> bool:
        """Tell whether a restored word lies in a half-open span of `text`, at least in part."""
        after = bisect_right(self._ends, start)
        return after < len(self._starts) and self._starts[after] < end

    def _place(self, position: int, *, opening: bool) -> int:
        # The last restoration that begins before an end, or at or before a start.
        at = (bisect_right if opening else bisect_left)(self._starts, position) - 1
        if at < 0:
            return position
        each = self.restorations[at]
        if position < self._ends[at] or (position == self._ends[at] and not opening):
            return each.start if opening else each.end
        return each.end + position - self._ends[at]
