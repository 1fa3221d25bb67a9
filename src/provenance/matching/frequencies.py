"""How common a term is in English news: a frozen table, read when first asked for."""

from __future__ import annotations

import gzip
import math
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import attrs

_UNSEEN = 1.5  # count given to a term that is not in the table


@attrs.frozen
class Frequencies:
    """Sentence frequencies of terms.

    Attributes:
        sentences: How many sentences were counted.
        counts: In how many of them a term stands.
        common: Terms that English writes in lower case.

    """

    sentences: int
    counts: Mapping[str, int]
    common: frozenset[str]

    def weight(self, term: str) -> float:
        """Give the inverse sentence frequency of a term in nats (Spärck Jones 1972): 0.3 for `the`, 10.7 for a word never seen.

        >>> table = load_frequencies()
        >>> table.weight("the") < 1 < table.weight("arrest") < table.weight("no such word")
        True
        """
        return math.log(self.sentences / self.counts.get(term, _UNSEEN))


@cache
def load_frequencies() -> Frequencies:
    """Read the shipped table once per process (about 10 ms)."""
    counts: dict[str, int] = {}
    common: set[str] = set()
    sentences = 0
    packed = files("provenance.matching").joinpath("data", "sentence_frequencies.txt.gz").read_bytes()
    for line in gzip.decompress(packed).decode("utf-8").splitlines():
        if line.startswith("# "):
            continue
        term, *rest = line.split("\t")
        if not rest:
            sentences = int(term)
            continue
        counts[term] = int(rest[0])
        if len(rest) > 1:
            common.add(term)
    return Frequencies(sentences, counts, frozenset(common))
