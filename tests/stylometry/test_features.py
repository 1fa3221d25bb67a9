"""Runs of symbols as integer keys."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from provenance.stylometry.features import encode, name_run, run_keys

SYMBOLS = ["^", "a", "b", "c"]
NUMBERS = {symbol: number for number, symbol in enumerate(SYMBOLS, start=1)}
BASE = len(SYMBOLS) + 1


def runs(symbols):
    """Give the runs with their names."""
    keys, firsts, lengths = run_keys(encode(symbols, NUMBERS), BASE, NUMBERS["^"])
    return [(name_run(int(key), BASE, SYMBOLS), int(first), int(length)) for key, first, length in zip(keys, firsts, lengths, strict=True)]


SENTENCE = st.lists(st.sampled_from(SYMBOLS[1:]), min_size=1, max_size=12).map(lambda symbols: ["^", *symbols])


@given(st.lists(SENTENCE, max_size=4).map(lambda sentences: [symbol for sentence in sentences for symbol in sentence]))
def test_every_run_is_found_once_and_can_be_named(symbols):
    """The keys are exactly the runs of one to three symbols in which a start stands first and not alone."""
    expected = [
        (tuple(symbols[at : at + size]), at, size)
        for size in (1, 2, 3)
        for at in range(len(symbols) - size + 1)
        if "^" not in symbols[at + 1 : at + size] and symbols[at : at + size] != ["^"]
    ]
    assert sorted(runs(symbols)) == sorted(expected)


def test_an_empty_text_has_no_runs():
    """No symbols, no keys."""
    assert run_keys(np.zeros(0, dtype=np.int64), BASE, 1)[0].size == 0
