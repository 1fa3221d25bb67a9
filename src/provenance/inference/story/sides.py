"""What a comparison gives back: two spans of words with their values."""

from __future__ import annotations

import attrs

from provenance.inference.story.reading import Reading
from provenance.model import DivergenceSide
from provenance.model.stories import DivergenceKind


@attrs.frozen
class Side:
    """A range of words of one sentence and the value that stands there."""

    start: int
    end: int
    value: str

    def on(self, of: Reading) -> DivergenceSide:
        """Give the side with its span in the text as read."""
        start, end = of.span(self.start, self.end)
        return DivergenceSide(document=of.id, start=start, end=end, quote=of.text.document.text[start:end], value=self.value)


@attrs.frozen
class Conflict:
    """Two values that exclude each other."""

    kind: DivergenceKind
    a: Side
    b: Side
