"""Which terms stand for one another: the shipped tables of paraphrases and translations, read when first asked for."""

from __future__ import annotations

import gzip
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from provenance.matching.terms import fold, stem

_LOWEST, _SLOPE, _HIGHEST = 0.4, 1.3, 0.9  # likeness of a learned pair: from its probability, never that of the term itself
_HAND_MADE = 0.8  # likeness of a word and its translation in a hand-made table
_SYNONYM = 0.6  # likeness of two words of a hand-made group

Table = Mapping[str, Mapping[str, float]]


def paraphrase_file() -> Traversable:
    """Give the shipped table of learned paraphrases; the scripts in training/ put another in its place."""
    return _data("paraphrases.txt.gz")


def translation_file() -> Traversable:
    """Give the shipped table of translations; the scripts in training/ put another in its place."""
    return _data("translations.txt.gz")


@cache
def load_paraphrases() -> Table:
    """Read the shipped table once per process: term to its paraphrases with their likeness, 0 … 1.

    >>> load_paraphrases()["arrest"]["detain"] > 0.5
    True
    """
    table = _read_learned(paraphrase_file())
    for words in _read_hand_made("synonyms.txt"):
        group = list(map(stem, words))
        for one in group:
            for other in group:
                if one != other:
                    known = table.setdefault(one, {})
                    known[other] = max(known.get(other, 0.0), _SYNONYM)
    return table


@cache
def load_translations() -> Table:
    """Read the shipped table once per process: terms to those that translate them, both ways, with their likeness, 0 … 1."""
    table = _read_learned(translation_file())
    for words in _read_hand_made("translations_by_hand.txt"):
        english, *others = [fold(word, "w", ()) for word in words]
        for foreign in others:
            if foreign != english:
                _link(table, foreign, english, _HAND_MADE)
    return table


def _read_learned(path: Traversable) -> dict[str, dict[str, float]]:
    table: dict[str, dict[str, float]] = {}
    for line in gzip.decompress(path.read_bytes()).decode("utf-8").splitlines():
        if not line.startswith("# "):
            one, other, percent = line.split("\t")
            _link(table, one, other, min(_HIGHEST, _LOWEST + _SLOPE * int(percent) / 100))
    return table


def _read_hand_made(name: str) -> Iterator[list[str]]:
    for line in _data(name).read_text(encoding="utf-8").splitlines():
        if not line.startswith("# "):
            yield line.split()


def _link(table: dict[str, dict[str, float]], one: str, other: str, likeness: float) -> None:
    table.setdefault(one, {})[other] = likeness
    table.setdefault(other, {})[one] = likeness


def _data(name: str) -> Traversable:
    return files("provenance.matching").joinpath("data", name)
