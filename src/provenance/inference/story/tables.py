"""The words that carry values, from the catalogue's table `story`, in the form in which they are looked up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

import attrs

from provenance.catalogue import load_catalogue
from provenance.matching.terms import stem

CLAUSE_MARKS = frozenset('.!?;:()–—\n"')
Phrase = tuple[str, ...]


@attrs.frozen(kw_only=True)
class Harm:
    """One thing that can happen to people: beginnings of words, whole words, phrases."""

    beginnings: tuple[str, ...]
    words: frozenset[str]
    phrases: tuple[Phrase, ...] = ()

    def holds(self, word: str) -> bool:
        """Tell whether a plain word names it."""
        return word in self.words or word.startswith(self.beginnings)


@attrs.frozen(kw_only=True)
class Tables:
    """All of it; each field is explained in `data/tables/story.toml`."""

    numbers: Mapping[str, Mapping[str, int]]
    scales: Mapping[str, int]
    scale_beginnings: Mapping[str, int]
    bounds: Mapping[Phrase, str]
    measures: Mapping[str, str]
    months: Mapping[str, int]
    spun_months: Mapping[str, int]
    doubtful_months: frozenset[str]
    before_months: frozenset[str]
    weekdays: Mapping[str, int]
    ordinals: Mapping[str, int]
    harm: Mapping[str, Harm]
    people: Mapping[str, str]
    deeds: frozenset[str]
    negators: frozenset[str]
    negations: tuple[Phrase, ...]
    kindred: frozenset[str]
    modality: Mapping[str, str]
    reported: frozenset[str]
    says: frozenset[str]
    vouchers: Mapping[str, str]


@cache
def load_tables() -> Tables:
    """Read the table once per process."""
    table: Mapping[str, Any] = load_catalogue().tables["story"]
    harm = table["harm"]
    modality = table["modality"]
    return Tables(
        numbers={code: _values(line) for code, line in table["numbers"].items()},
        scales=table["scales"],
        scale_beginnings=table["scale_beginnings"],
        bounds={tuple(phrase.split()): bound for phrase, bound in table["bounds"].items()},
        measures=_classes(table["measures"]),
        months=_values(table["months"]["names"]),
        spun_months=_values(table["months"]["spun"]),
        doubtful_months=frozenset(table["months"]["doubtful"].split()),
        before_months=frozenset(table["months"]["before"].split()),
        weekdays=_values(table["weekdays"]["names"]),
        ordinals=_values(table["ordinals"]["names"]),
        harm={name: _harm(words.split(), harm.get(f"{name}_phrases", ())) for name, words in harm.items() if isinstance(words, str)},
        people=_classes(table["people"]),
        deeds=frozenset(table["deeds"]["stems"].split()),
        negators=frozenset(table["negation"]["words"].split()),
        negations=_phrases(table["negation"]["phrases"]),
        kindred=frozenset(stem(word) for word in table["negation"]["kindred"].split()),
        modality={word: name for name in ("possible", "reported", "will", "must", "hedges") for word in modality[name].split()},
        reported=frozenset(modality["reported_verbs"].split()),
        says=frozenset(modality["says"].split()),
        vouchers=_classes(table["attribution"]),
    )


def _values(line: str) -> dict[str, int]:
    fields = line.split()
    return {word: int(value) for word, value in zip(fields[::2], fields[1::2], strict=True)}


def _classes(table: Mapping[str, str]) -> dict[str, str]:
    return {word: name for name, words in table.items() for word in words.split()}


def _phrases(phrases: Iterable[str]) -> tuple[Phrase, ...]:
    return tuple(tuple(phrase.split()) for phrase in phrases)


def _harm(words: list[str], phrases: Iterable[str]) -> Harm:
    return Harm(
        beginnings=tuple(word for word in words if not word.endswith("$")),
        words=frozenset(word[:-1] for word in words if word.endswith("$")),
        phrases=_phrases(phrases),
    )
