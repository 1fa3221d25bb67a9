"""How often words stand beside each other in English, for judging which of two words a place was written with.

Bigram probabilities with Dirichlet smoothing towards the frequency of the word (MacKay and Peto, A hierarchical Dirichlet language model, 1995).
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

import attrs
import numpy as np
import numpy.typing as npt

from provenance.text import Tokens

Ids = npt.NDArray[np.int64]
Logs = npt.NDArray[np.float64]

BREAK, NUMBER, NAME, WORD, MARK = "<s>", "<#>", "<name>", "<word>", "<mark>"
CLASSES = (BREAK, NUMBER, NAME, WORD, MARK)
STEPS = 13.0  # stored steps per nat
LOWEST = -5.0  # natural log of the smallest count stored


@attrs.frozen(eq=False)
class Counts:
    """Words, their frequencies, and pairs of neighbours.

    Attributes:
        numbers: Number of each word, lower-case.
        frequencies: Natural log of the share of each word among all.
        totals: Count of each word as a left neighbour.
        keys: Sorted: left word times the size of the vocabulary plus right word.
        values: Count of each pair.
        weight: Words' worth of the smoothing.

    """

    numbers: dict[str, int]
    frequencies: Logs
    totals: Logs
    keys: Ids
    values: Logs
    weight: float

    def number(self, word: str) -> int:
        """Give the number of a lower-case word; that of unknown words if it is not known."""
        return self.numbers.get(word, self.numbers[WORD])

    def read(self, tokens: Tokens) -> Ids:
        """Give the numbers of tokens, with a break before and behind; unknown words become classes."""
        numbers = self.numbers
        break_, number, name, word, mark = (numbers[each] for each in CLASSES)
        read = [break_]
        for norm, kind, surface in zip(tokens.norms, tokens.kinds, tokens.surfaces, strict=True):
            known = numbers.get(norm)
            if kind == "b":
                known = break_
            elif kind == "n":
                known = number
            elif known is None:
                known = mark if kind == "p" else name if surface[0].isupper() else word
            read.append(known)
        read.append(break_)
        return np.array(read, np.int64)

    def log(self, left: Ids, right: Ids) -> Logs:
        """Give the natural log of the probability of each right word behind its left neighbour."""
        wanted = left * len(self.frequencies) + right
        at = np.minimum(np.searchsorted(self.keys, wanted), len(self.keys) - 1)
        found = np.where(self.keys[at] == wanted, self.values[at], 0.0)
        result: Logs = np.log((found + self.weight * np.exp(self.frequencies[right])) / (self.totals[left] + self.weight))
        return result

    def chain(self, words: Sequence[int]) -> float:
        """Give the log probability of the words behind the first."""
        if len(words) < 2:
            return 0.0
        numbers = np.array(words, np.int64)
        return float(self.log(numbers[:-1], numbers[1:]).sum())


@cache
def load_counts() -> Counts:
    """Load the shipped counts (once per process; about 30 ms). Made by training/spinning/build_counts.py, which names the sources."""
    return unpack((files("provenance.spinning") / "data" / "counts.z").read_bytes())


def pack(words: Sequence[str], counts: Sequence[float], pairs: dict[tuple[int, int], float], weight: float, header: dict[str, str]) -> bytes:
    """Give the stored form: a header line, the words, their counts, and for each word the gaps between the numbers of its right neighbours."""
    ordered = sorted(pairs)
    degrees = np.zeros(len(words), np.uint16)
    gaps = np.zeros(len(ordered), np.uint16)
    before = (-1, 0)
    for at, (left, right) in enumerate(ordered):
        degrees[left] += 1
        gaps[at] = right - (before[1] if before[0] == left else 0)
        before = (left, right)
    parts = [
        "\n".join(words).encode(),
        _quantise(np.array(counts)).tobytes(),
        degrees.tobytes(),
        (gaps >> 8).astype(np.uint8).tobytes(),
        (gaps & 255).astype(np.uint8).tobytes(),
        _quantise(np.array([pairs[key] for key in ordered])).tobytes(),
    ]
    head = json.dumps({**header, "weight": weight, "sizes": [len(part) for part in parts]}, sort_keys=True)
    return zlib.compress(head.encode() + b"\n" + b"".join(parts), 9)


def unpack(packed: bytes) -> Counts:
    """Read the stored form."""
    head, _, body = zlib.decompress(packed).partition(b"\n")
    described = json.loads(head)
    parts, start = [], 0
    for size in described["sizes"]:
        parts.append(body[start : start + size])
        start += size
    words = parts[0].decode().split("\n")
    counts = _restore(parts[1])
    degrees = np.frombuffer(parts[2], np.uint16).astype(np.int64)
    gaps = np.frombuffer(parts[3], np.uint8).astype(np.int64) * 256 + np.frombuffer(parts[4], np.uint8)
    # Running sums of the gaps, started afresh at each left word.
    sums = np.cumsum(gaps)
    firsts = np.cumsum(degrees) - degrees
    before = np.where(firsts > 0, sums[np.maximum(firsts, 1) - 1], 0)
    lefts = np.repeat(np.arange(len(words)), degrees)
    keys = lefts * len(words) + sums - before[lefts]
    values = _restore(parts[5])
    return Counts(
        numbers={word: at for at, word in enumerate(words)},
        frequencies=np.log(counts / counts.sum()),
        # The sources do not agree on how common a word is; no word may have more neighbours than occurrences.
        totals=np.maximum(counts, np.bincount(lefts, values, len(words))),
        keys=keys,
        values=values,
        weight=described["weight"],
    )


def _quantise(values: Logs) -> npt.NDArray[np.uint8]:
    return np.clip(np.rint((np.log(values) - LOWEST) * STEPS), 0, 255).astype(np.uint8)


def _restore(codes: bytes) -> Logs:
    result: Logs = np.exp(np.frombuffer(codes, np.uint8) / STEPS + LOWEST)
    return result
