"""The gazetteer: identities of people, places and organisations by spelling, and spellings that English does not use.

Both files are made by training/names/build_gazetteer.py; their headers name sources and licences.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from itertools import chain, repeat

import attrs


@attrs.frozen(eq=False)
class Gazetteer:
    """Identities by folded spelling.

    Attributes:
        forms: Identity by folded spelling: `p:` a person, `l:` a place (ISO 3166 code of a country, else its English name), `o:` an organisation.
            Acronyms of up to five letters stand in capitals.
        months: Number of the month by folded name.
        people: By country (ISO 3166-1 alpha-2), the identities of its people, each with the number of namesakes that share it.

    """

    forms: Mapping[str, str]
    months: Mapping[str, int]
    people: Mapping[str, str] = attrs.field(repr=False)

    def identity(self, form: str) -> str | None:
        """Give the identity behind a folded spelling.

        >>> load_gazetteer().identity("poutine") == load_gazetteer().identity("путин") == load_gazetteer().identity("putin")
        True
        """
        return self.forms.get(form)

    def people_of(self, country: str) -> Mapping[str, int]:
        """Give the identities of a country's people in the news, each with the number of namesakes that share it.

        >>> load_gazetteer().people_of("MN")["p:elbegdorj"]
        1
        """
        pairs = (item.partition(":") for item in self.people.get(country, "").split("\t") if item)
        return {f"p:{name}": int(count or 1) for name, _, count in pairs}


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


class ForeignBeginnings(Mapping[str, tuple[str, ...]]):
    """The foreign spellings by their first word, longest first; a record is parsed when it is asked for."""

    def __init__(self, lines: Mapping[str, str], meant: list[str]) -> None:
        self._lines = lines
        self._meant = meant  # English form, original and language by number

    def __getitem__(self, first: str) -> tuple[str, ...]:
        return tuple(record.partition(_FIELD)[0] for record in self._lines[first].split(_RECORD))

    def get(self, first: str, default: tuple[str, ...] = ()) -> tuple[str, ...]:  # type: ignore[override]
        """Give the spellings that begin with a word."""
        return self[first] if first in self._lines else default

    def __iter__(self) -> Iterator[str]:
        return iter(self._lines)

    def __len__(self) -> int:
        return len(self._lines)

    def record(self, form: str) -> ForeignSpelling | None:
        """Give the record of a spelling."""
        for record in self._lines.get(first_word(form), "").split(_RECORD):
            if record.startswith(form) and record[len(form) : len(form) + 1] == _FIELD:
                _, number, systems = record.split(_FIELD)
                english, original, language = self._meant[int(number)].split(_FIELD)
                shares = (pair.partition(":") for pair in systems.split(","))
                return ForeignSpelling(form, english, original, language, {press: float(share or 1) for press, _, share in shares})
        return None


_FIELD, _RECORD = "\x1e", "\x1f"


@cache
def load_gazetteer() -> Gazetteer:
    """Read the identities (once per process; about 25 ms)."""
    spellings, keys, counts, *rest = _read("gazetteer.z")
    each = chain.from_iterable(map(repeat, keys.split("\t"), map(int, counts.split("\t"))))
    forms = dict(zip(spellings.split("\t"), each, strict=True))
    months: dict[str, int] = {}
    people: dict[str, str] = {}
    for line in rest:
        head, _, held = line.partition("\t")
        if head.startswith("c:"):
            people[head[2:]] = held
        else:
            months |= dict.fromkeys(held.split("\t"), int(head[2:]))
    return Gazetteer(forms, months, people)


@cache
def foreign_beginnings() -> ForeignBeginnings:
    """Read the foreign spellings by their first word (once per process; about 10 ms)."""
    firsts, records, meant = _read("foreign_spellings.z")
    return ForeignBeginnings(dict(zip(firsts.split("\t"), records.split("\t"), strict=True)), meant.split("\t"))


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
    return foreign_beginnings().record(form)


def _read(name: str) -> list[str]:
    """Give the lines of a shipped file, its header left out."""
    lines = zlib.decompress(files("provenance.names").joinpath("data", name).read_bytes()).decode("utf-8").split("\n")
    return lines[1:]
