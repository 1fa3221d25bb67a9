"""Text made safe for a terminal, and laid out in two columns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from io import StringIO

import attrs
from rich.cells import cell_len, chop_cells
from rich.console import Console
from rich.text import Text as Styled

# Line ends of every kind and tabs: nothing shown here is more than a line, and a carriage return would overwrite it.
_WHITE = re.compile("[\t\n\v\f\r\x85\u2028\u2029]")
# Control characters, bidirectional overrides, lone surrogates and invisible characters could rewrite the screen or hide what is there.
_UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff"
    "\U000e0000-\U000e01ef]"
)


def make_safe(text: str) -> str:
    r"""Replace what a terminal would act upon by a visible substitute, and line ends and tabs by a space, one character for one.

    >>> make_safe("a\x1b[31mb")
    'a�[31mb'
    """
    return _UNSAFE.sub("�", _WHITE.sub(" ", text))


@attrs.frozen
class Piece:
    """A run of text in one style."""

    text: str
    style: str = ""


def wrap(pieces: Sequence[Piece], width: int) -> list[Styled]:
    """Break styled text into lines of at most `width` cells, at white space where possible."""
    lines: list[Styled] = [Styled()]
    used = 0
    for word, style, spaced in _words(pieces):
        if used and used + spaced + cell_len(word) > width:
            lines.append(Styled())
            used = 0
        if used and spaced:
            lines[-1].append(" ", style=style)
            used += 1
        for row, part in enumerate(chop_cells(word, width) if cell_len(word) > width else [word]):
            if row:
                lines.append(Styled())
                used = 0
            lines[-1].append(part, style=style)
            used += cell_len(part)
    return lines


def _words(pieces: Sequence[Piece]) -> list[tuple[str, str, int]]:
    """Cut pieces into words, each with its style and whether white space stands before it."""
    words = []
    spaced = 0
    for piece in pieces:
        for part in re.split(r"(\s+)", piece.text):
            if not part:
                continue
            if part.isspace():
                spaced = 1
                continue
            words.append((part, piece.style, spaced))
            spaced = 0
    return words


def print_lines(lines: Iterable[Styled], *, colour: bool, width: int) -> str:
    """Give laid-out lines as text, with ANSI colours or without."""
    out = StringIO()
    console = Console(
        file=out,
        width=width,
        force_terminal=colour,
        color_system="standard" if colour else None,
        no_color=not colour,
        highlight=False,
        legacy_windows=False,
    )
    for line in lines:
        console.print(line, crop=False, soft_wrap=True, no_wrap=True, overflow="ignore")
    return out.getvalue()
