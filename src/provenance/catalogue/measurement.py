"""What was counted in the corpora: documents with a hit and hits, by rule and class, with the intervals in which the rates lie.

training/measure_catalogue.py writes the counts to `data/tables/measured.toml`, by corpus; here they are summed over corpora.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

import attrs

_Z = 1.959964  # of a two-sided interval of 95 %
ORIGINAL = "original"
PRESS = "press"  # originals of outlets and years that no translations were counted beside; they raise no ratio
TRANSLATED = ("human", "machine", "edited")  # classes of text that was first written in the language; `roundtrip` was English before


@attrs.frozen
class Tally:
    """Documents and words of a class, or documents with a hit and hits."""

    documents: int = 0
    amount: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.documents + other.documents, self.amount + other.amount)


@attrs.frozen(kw_only=True)
class Measurement:
    """The counts of all rules.

    Attributes:
        date: When they were made, as an ISO date.
        sizes: Documents and words by class (`original`, `press`, `human-de`, `machine-de` …).
        hits: Documents with a hit and hits, by rule and class; a rule that was counted and never found has an empty table.
        dominant: The form that alone makes most of the hits of a rule with many forms.
        rest: Counts of those rules without that form.

    """

    date: str
    sizes: Mapping[str, Tally]
    hits: Mapping[str, Mapping[str, Tally]]
    dominant: Mapping[str, str]
    rest: Mapping[str, Mapping[str, Tally]]

    def size(self, language: str) -> Tally:
        """Give the size of all translations from a language."""
        return _together(self.sizes, language)

    def found(self, counts: Mapping[str, Tally], language: str) -> Tally:
        """Give what of a rule's counts is in translations from a language."""
        return _together(counts, language)


def read_measurement(table: Mapping[str, Any]) -> Measurement:
    """Sum a parsed `measured.toml` over corpora."""
    found: Mapping[str, Any] = table["hits"]
    return Measurement(
        date=table["date"],
        sizes=_sum(table["sizes"]),
        hits={code: {} for code in table["silent"]} | {code: _sum(counts) for code, counts in found.items()},
        dominant=table["dominant"],
        rest={code: _sum(counts) for code, counts in table["rest"].items()},
    )


def _sum(counts: Mapping[str, Sequence[int]]) -> dict[str, Tally]:
    """Add up counts keyed by corpus and class (`wmt2019 human-de`)."""
    summed: dict[str, Tally] = {}
    for key, (documents, amount) in counts.items():
        group = key.rpartition(" ")[2]
        summed[group] = summed.get(group, Tally()) + Tally(documents, amount)
    return summed


def _together(counts: Mapping[str, Tally], language: str) -> Tally:
    total = Tally()
    for by in TRANSLATED:
        total += counts.get(f"{by}-{language}", Tally())
    return total


def share_interval(count: int, size: int) -> tuple[float, float]:
    """Give the 95 % interval of a share (E. B. Wilson, JASA 1927).

    >>> [round(bound, 3) for bound in share_interval(0, 100)], [round(bound, 3) for bound in share_interval(50, 100)]
    ([0.0, 0.037], [0.404, 0.596])
    """
    if not size:
        return 0.0, 1.0
    centre = count + _Z * _Z / 2
    spread = _Z * math.sqrt(count * (size - count) / size + _Z * _Z / 4)
    whole = size + _Z * _Z
    return max(0.0, (centre - spread) / whole), min(1.0, (centre + spread) / whole)


def count_interval(count: int) -> tuple[float, float]:
    """Give the 95 % interval of the mean of a Poisson count (Byar's approximation: Breslow and Day, IARC 1987, p. 69).

    >>> [round(bound, 1) for bound in count_interval(10)], [round(bound, 1) for bound in count_interval(0)]
    ([4.8, 18.4], [0.0, 3.7])
    """
    low = count * (1 - 1 / (9 * count) - _Z / (3 * math.sqrt(count))) ** 3 if count else 0.0
    above = count + 1
    return max(0.0, low), above * (1 - 1 / (9 * above) + _Z / (3 * math.sqrt(above))) ** 3
