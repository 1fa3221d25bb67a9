"""One normal form for quotes, spaces, dashes, accents and invisible characters, with the way back.

Typography leaks where a text was typed, not where it was written first; and the same word must be found whether its
accents are composed or not. So everything downstream reads the normal form, and every span is mapped back
to code points of the text as read.
"""

from __future__ import annotations

import re
import unicodedata
from array import array

import attrs

# One code point for one: these keep the offsets as they are.
_ONE_TO_ONE = {
    **dict.fromkeys(map(ord, "“”‟″"), '"'),
    **dict.fromkeys(map(ord, "‘’‛′ʼ`´"), "'"),
    **dict.fromkeys(map(ord, "\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"), " "),
    **dict.fromkeys(map(ord, "\u2010\u2011"), "-"),
    **dict.fromkeys(map(ord, "\u2012\u2013\u2014\u2015\u2212"), "–"),
    **dict.fromkeys(map(ord, "\v\f\x85\u2028\u2029"), "\n"),
}

# Invisible: control, zero-width, soft hyphen, bidirectional marks and isolates, variation selectors, tags.
_INVISIBLE = (
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e"
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb\U000e0000-\U000e01ef"
)
# Marks that compose with the letter before them (Latin, Cyrillic and the general block; scripts with their own vowel signs stay as they are).
_MARKS = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff"
_MOST_MARKS = 32  # of one letter, itself included; no script stacks more, and sorting an endless stack takes the square of its height
_SPECIAL = re.compile(rf"\r\n?|[^{_MARKS}{_INVISIBLE}\r\n][{_MARKS}]+|[{_INVISIBLE}]")


@attrs.frozen
class Normalised:
    """A normal form and where its characters came from.

    Attributes:
        text: The normal form.
        typographic: The same, character for character, with quotation marks, dashes and spaces as they were typed.
        starts: For each of its characters the code point in the original where it starts; None where nothing moved.
        ends: … and where it ends.

    """

    text: str
    typographic: str
    starts: array[int] | None = None
    ends: array[int] | None = None

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Map a non-empty half-open span of the normal form to the text as read."""
        if self.starts is None or self.ends is None:
            return start, end
        return self.starts[start], self.ends[end - 1]


def normalise(text: str) -> Normalised:
    r"""Give the normal form of a text, in time linear in its length.

    >>> normalise("“Tokai\u0308ev”").text
    '"Tokaïev"'
    >>> normalise("Tokai\u0308ev won").original(0, 7)
    (0, 8)
    """
    if _SPECIAL.search(text) is None:
        return Normalised(text.translate(_ONE_TO_ONE), text)
    pieces: list[str] = []
    starts, ends = array("I"), array("I")
    position = 0
    for match in _SPECIAL.finditer(text):
        start, end = match.span()
        if start > position:
            pieces.append(text[position:start])
            starts.extend(range(position, start))
            ends.extend(range(position + 1, start + 1))
        position = end
        group = match.group()
        if group[0] == "\r":
            composed = "\n"
        elif len(group) == 1:
            continue
        else:
            composed = unicodedata.normalize("NFC", group) if len(group) <= _MOST_MARKS else group
        pieces.append(composed)
        starts.extend([start] * len(composed))
        ends.extend([end] * len(composed))
    pieces.append(text[position:])
    starts.extend(range(position, len(text)))
    ends.extend(range(position + 1, len(text) + 1))
    typographic = "".join(pieces)
    return Normalised(typographic.translate(_ONE_TO_ONE), typographic, starts, ends)
