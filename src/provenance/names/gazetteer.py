"""The gazetteer: identities of people, places and organisations by spelling, and spellings that English does not use.

Both files are made by training/names/build_gazetteer.py; their headers name sources and licences.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import attrs


@attrs.frozen(eq=False)
class Gazetteer:
    """Identities by folded spelling.

    Attributes:
        forms: Identity by folded spelling: `p:` a person, `l:` a place (ISO 3166 code of a country, else its English name), `o:` an organisation.
            Acronyms of up to five letters stand in capitals.
        months: Number of the month by folded name.

    """

    forms: Mapping[str, str]
    months: Mapping[str, int]

    def identity(self, form: str) -> str | None:
        """Give the identity behind a folded spelling.

        >>> load_gazetteer().identity("poutine") == load_gazetteer().identity("путин") == load_gazetteer().identity("putin")
        True
        """
        return self.forms.get(form)


@attrs.frozen
class ForeignSpelling:
    """A spelling that English does not use.

    Attributes:
        form: The spelling.
        english: What English writes.
        original: The name in its own script (places: the English name).
        language: Of the original; "place" where the names come from CLDR.
        systems: Share by press: 1.0 where it is the usual spelling, 0.5 where it is another one.

    """

    form: str
    english: str
    original: str
    language: str
    systems: Mapping[str, float]


@cache
def load_gazetteer() -> Gazetteer:
    """Read the identities (once per process; about 20 ms)."""
    forms: dict[str, str] = {}
    months: dict[str, int] = {}
    for line in _read("gazetteer.z"):
        key, *spellings = line.split("\t")
        if key.startswith("m:"):
            months |= dict.fromkeys(spellings, int(key[2:]))
        else:
            forms |= dict.fromkeys(spellings, key)
    return Gazetteer(forms, months)


@cache
def load_foreign_spellings() -> Mapping[str, str]:
    """Read the spellings that English does not use, each with its unparsed record (once per process; about 5 ms)."""
    return dict([line.split("\t", 1) for line in _read("foreign_spellings.z")])


@cache
def foreign_beginnings() -> Mapping[str, tuple[str, ...]]:
    """Give the foreign spellings by their first word, longest first."""
    beginnings: dict[str, list[str]] = {}
    for form in load_foreign_spellings():
        beginnings.setdefault(form if form.isalpha() else first_word(form), []).append(form)
    return {first: tuple(sorted(forms, key=len, reverse=True)) if len(forms) > 1 else tuple(forms) for first, forms in beginnings.items()}


def first_word(form: str) -> str:
    """Give the letters up to the first space, hyphen or apostrophe.

    >>> first_word("Ťin-pching"), first_word("Kassym-Jomart Tokaïev")
    ('Ťin', 'Kassym')
    """
    for at, char in enumerate(form):
        if not char.isalpha():
            return form[:at]
    return form


def foreign_spelling(form: str) -> ForeignSpelling | None:
    """Look up a spelling that English does not use.

    >>> found = foreign_spelling("Selenskyj")
    >>> found.english, sorted(found.systems)
    ('Zelensky', ['de'])
    >>> foreign_spelling("Zelensky") is None
    True
    """
    record = load_foreign_spellings().get(form)
    if record is None:
        return None
    english, original, language, systems = record.split("\t")
    shares = (pair.split(":") for pair in systems.split(","))
    return ForeignSpelling(form, english, original, language, {press: float(share) for press, share in shares})


def _read(name: str) -> list[str]:
    """Give the lines of a shipped file, its header left out."""
    lines = zlib.decompress(files("provenance.names").joinpath("data", name).read_bytes()).decode("utf-8").split("\n")
    return lines[1:]
