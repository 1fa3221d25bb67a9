"""Acronyms of organisations in other languages: OTAN, UNO, OMS, ODKB.

The file is made by training/names/build_gazetteer.py; its header names source and licence.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import attrs


@attrs.frozen
class ForeignAcronym:
    """An acronym that English does not use.

    Attributes:
        form: The acronym as it stands in an English text; Cyrillic ones in Latin letters.
        organisation: The English name of what it stands for.
        english: What English writes: its acronym, or its name where it has none.
        languages: Languages that use the acronym (ISO 639-1).

    """

    form: str
    organisation: str
    english: str
    languages: tuple[str, ...]


@cache
def load_foreign_acronyms() -> Mapping[str, ForeignAcronym]:
    """Read the acronyms (once per process; about 1 ms)."""
    lines = files("provenance.names").joinpath("data", "foreign_acronyms.txt").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return {form: ForeignAcronym(form, organisation, english, tuple(codes.split(","))) for form, organisation, english, codes in rows}


def foreign_acronym(form: str) -> ForeignAcronym | None:
    """Look up an acronym that English does not use; None for those that English uses, for the same organisation or for anything else.

    >>> found = foreign_acronym("OTAN")
    >>> found.english, found.languages
    ('NATO', ('es', 'fr', 'pt'))
    >>> foreign_acronym("NATO") is None, foreign_acronym("CPI") is None
    (True, True)
    """
    return load_foreign_acronyms().get(form)
