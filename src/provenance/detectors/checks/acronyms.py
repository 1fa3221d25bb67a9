"""An acronym that disagrees with the expansion beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from provenance.catalogue import Catalogue, Rule
from provenance.detectors.hits import Hit
from provenance.text import Text

# Only the order in which translations gloss: English puts the acronym in brackets behind the name, and then often drops a letter (CBIC).
_WORD = r"(?:[A-Z][\w'-]{1,24}|of|the|and|for|on|in|to|against|&)"
_NAME = rf"[A-Z][\w'-]{{1,24}}(?: {_WORD}){{1,9}}"
_GLOSS = re.compile(rf"\b(?P<acronym>[A-Z]{{3,6}}) \((?:the )?(?P<name>{_NAME})\)")
_INITIAL = re.compile(r"\b([A-Z])[\w']*")
_SMALLEST = 4  # initials: with three, dropping one leaves too little to compare


def acronym_mismatch(rule: Rule, text: Text, _catalogue: Catalogue) -> Iterator[Hit]:
    """Yield acronyms in which one inner initial of the name beside them is missing: `CSO (Collective Security Treaty Organization)`.

    Only a dropped inner letter counts: acronyms of another language share hardly a letter with the English name, and English itself drops the last
    (CDC, Centers for Disease Control and Prevention) or puts letters in that are no initials.
    """
    if "(" not in text.normal:
        return
    for match in _GLOSS.finditer(text.normal):
        initials = "".join(_INITIAL.findall(match["name"]))
        if _lacks_inner_letter(match["acronym"], initials):
            yield Hit(rule, *match.span(), suggestion=initials)


def _lacks_inner_letter(acronym: str, initials: str) -> bool:
    if len(initials) < _SMALLEST or len(initials) != len(acronym) + 1:
        return False
    return any(initials[:drop] + initials[drop + 1 :] == acronym for drop in range(1, len(initials) - 1))
