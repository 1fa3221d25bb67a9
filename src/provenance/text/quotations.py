"""Where somebody else is speaking: spans inside quotation marks."""

from __future__ import annotations

import re

_DOUBLE = {
    "“": "open",
    "”": "close",
    "„": "open",
    "«": "open",
    "»": "close",
    '"': "either",
    "‟": "either",
    "‹": "open",
    "›": "close",
    "「": "open",
    "」": "close",
}
_MARK = re.compile("[“”„«»\"‟‹›「」‘’']|\n")
_SINGLE_WINDOW = 400  # code points; longer speech between single marks is not recognised
_CLOSING_SINGLE = re.compile(r"[\w.,!?]['’](?!\w)")


def find_quotations(text: str, normal: str) -> list[tuple[int, int]]:
    """Give the spans between quotation marks, marks excluded, as offsets of the normal form.

    Only outermost quotations count. A mark left open is closed by the end of its line where it is directional (a quotation of several
    paragraphs opens each of them); an undirected one is ignored there. Single marks count where they cannot be an apostrophe.

    Args:
        text: A string of the same length as `normal` in which the typographic marks are still visible.
        normal: The normal form.

    """
    found: list[tuple[int, int]] = []
    opened: tuple[int, str] | None = None
    for match in _MARK.finditer(text):
        mark, at = match.group(), match.start()
        if mark == "\n":
            if opened is not None:
                if opened[1] in "“„«" and at > opened[0]:
                    found.append((opened[0], at))
                opened = None
            continue
        if mark in _DOUBLE:
            opened = _step(text, mark, at, opened, found)
        elif opened is None:
            if _opens_single(text, at, mark):
                opened = (at + 1, "'")
        elif opened[1] == "'" and _closes_single(text, at):
            found.append((opened[0], at))
            opened = None
    if opened is not None and opened[1] in "“„«" and len(normal) > opened[0]:
        found.append((opened[0], len(normal)))
    return [(start, end) for start, end in found if end > start]


def _step(text: str, mark: str, at: int, opened: tuple[int, str] | None, found: list[tuple[int, int]]) -> tuple[int, str] | None:
    if opened is not None and opened[1] == "'":
        opened = None  # the single mark was an apostrophe after all
    direction = _DOUBLE[mark]
    if opened is None:
        if direction == "close" and mark != "»":
            return None
        if mark == '"' and at + 1 < len(text) and text[at + 1].isspace():
            return None
        return at + 1, mark
    if direction == "open" and opened[1] == mark:
        return opened
    found.append((opened[0], at))
    return None


def _opens_single(text: str, at: int, mark: str) -> bool:
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    if mark == "’" or not after.isalpha() or not (before.isspace() or before in "([–—-:"):
        return False
    # The window keeps the search linear on one endless line.
    limit = min(at + _SINGLE_WINDOW, len(text))
    line_end = text.find("\n", at, limit)
    return _CLOSING_SINGLE.search(text, at + 1, line_end if line_end >= 0 else limit) is not None


def _closes_single(text: str, at: int) -> bool:
    before = text[at - 1]
    after = text[at + 1] if at + 1 < len(text) else " "
    if after.isalnum() or before.isspace():
        return False
    # "the workers' union": a plural possessive inside a quotation goes on with a lower-case word.
    return before in ".,!?" or not (before == "s" and text[at + 1 : at + 2] == " " and text[at + 2 : at + 3].islower())
