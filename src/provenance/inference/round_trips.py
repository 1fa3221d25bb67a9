"""Quotations that were English once: an English speaker's words in a text that was translated into English.

What a reporter abroad quotes from the BBC or the White House had been translated for his readers; in the machine's English it is no longer what was
said. A fact-checker must quote from the first source instead.
"""

from __future__ import annotations

import re
from functools import lru_cache

from provenance.catalogue import Catalogue
from provenance.model import RoundTrip
from provenance.text import Text

LEAST_WORDS = 4  # of a quotation
_REACH = 160  # characters of the same line before and after a quotation in which its speaker is looked for
_SENTENCE_END = re.compile(r"[.!?][\"'”’]?\s")


def find_round_trips(text: Text, catalogue: Catalogue) -> tuple[RoundTrip, ...]:
    """Give the quotations whose sentence names an English-speaking outlet, office or leader as the speaker, in the order of the text.

    Meant for texts that read as translated; in an original such a quotation is simply a quotation.
    """
    names = _speakers(catalogue)
    found = []
    for start, end in text.quotations:
        if len(text.normal[start:end].split()) < LEAST_WORDS:
            continue
        speaker = _find_speaker(_around(text.normal, start, end), names)
        if speaker is not None:
            first, last = text.span(start, end)
            found.append(RoundTrip(start=first, end=last, quote=text.document.text[first:last], speaker=speaker))
    return tuple(found)


def _around(normal: str, start: int, end: int) -> str:
    """Give what stands around a quotation in its own sentence."""
    before = normal[max(0, start - _REACH) : start].rsplit("\n", 1)[-1]
    after = normal[end : end + _REACH].split("\n", 1)[0]
    before = _SENTENCE_END.split(before)[-1]
    # the words of attribution that follow a closing mark belong to the quotation, what comes after their full stop does not
    closed = _SENTENCE_END.search(after, 2)
    return f"{before} | {after[: closed.start()] if closed else after}"


def _find_speaker(around: str, names: tuple[str, ...]) -> str | None:
    """Give the longest of the names that stand there as whole words."""
    return next((name for name in names if name in around and re.search(rf"\b{re.escape(name)}\b", around)), None)


@lru_cache(maxsize=4)
def _speakers(catalogue: Catalogue) -> tuple[str, ...]:
    """Give the names of English-speaking offices, leaders and outlets, the longest first."""
    table = catalogue.tables["english_speakers"]
    outlets = [name for name, outlet in catalogue.outlets.items() if outlet.language == "en" and outlet.country in table["countries"]]
    return tuple(sorted({*table["names"], *outlets}, key=lambda name: (-len(name), name)))
