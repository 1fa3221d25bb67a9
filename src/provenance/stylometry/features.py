"""Counts runs of one to three masked symbols, as integer keys that can be looked up without strings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Integers = NDArray[np.int64]
    Floats = NDArray[np.float64]
else:
    Integers = Floats = Any

ORDERS = (1, 2, 3)


def encode(symbols: Sequence[str], numbers: Mapping[str, int]) -> Integers:
    """Give the numbers of the symbols; they start at 1, so that a shorter run never has the key of a longer one.

    Raises:
        KeyError: a symbol is neither in the vocabulary nor a class.

    """
    import numpy as np

    return np.fromiter((numbers[symbol] for symbol in symbols), dtype=np.int64, count=len(symbols))


def run_keys(codes: Integers, base: int, start: int) -> tuple[Integers, Integers, Integers]:
    """Give key, first symbol and length of every run of one to three symbols that stays within a sentence.

    Args:
        codes: Numbers of the symbols in reading order, shape (n,).
        base: Larger than every number.
        start: Number of the sentence start; it may only stand first in a run, and not alone.

    """
    import numpy as np

    keys, places, lengths = [], [], []
    is_start = codes == start
    key = np.zeros(len(codes), dtype=np.int64)
    alive = np.ones(len(codes), dtype=bool)
    for order in ORDERS:
        if len(codes) < order:
            break
        count = len(codes) - order + 1
        key = key[:count] * base + codes[order - 1 :]
        alive = ~is_start if order == 1 else (is_start[:count] | alive[:count]) & ~is_start[order - 1 :]
        chosen = np.flatnonzero(alive)
        keys.append(key[chosen])
        places.append(chosen)
        lengths.append(np.full(len(chosen), order, dtype=np.int64))
    if not keys:
        empty = np.zeros(0, dtype=np.int64)
        return empty, empty, empty
    return np.concatenate(keys), np.concatenate(places), np.concatenate(lengths)


def name_run(key: int, base: int, symbols: Sequence[str]) -> tuple[str, ...]:
    """Give the symbols behind a key.

    >>> name_run(2 * 10 + 1, 10, ["^", "the"])
    ('the', '^')
    """
    found = []
    while key:
        key, number = divmod(key, base)
        found.append(symbols[number - 1])
    return tuple(reversed(found))
