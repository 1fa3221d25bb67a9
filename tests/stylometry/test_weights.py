"""The file of weights: small, readable with numpy alone, loud when damaged."""

import subprocess
import sys
from importlib.resources import files

import numpy as np
import pytest

from provenance.stylometry.scoring import HEADS
from provenance.stylometry.weights import StylometryError, load_weights, pack, unpack

LARGEST = 8_000_000


def test_packing_is_reversible_and_repeatable():
    """What is packed comes back, and the same arrays give the same bytes."""
    arrays = {"b": np.arange(6, dtype=np.int8).reshape(2, 3), "a": np.array([1.5, 2.5], dtype=np.float32)}
    data = pack({"name": "é"}, arrays)
    meta, back = unpack(data)
    assert meta == {"name": "é"}
    assert all(np.array_equal(arrays[name], back[name]) for name in arrays)
    assert pack({"name": "é"}, dict(reversed(arrays.items()))) == data


@pytest.mark.parametrize("data", [b"", b"nothing", pack({}, {"a": np.zeros(3)})[:-4]])
def test_damaged_bytes_are_refused(data):
    """No silent garbage: the error names the file."""
    with pytest.raises(StylometryError, match=r"weights\.bin"):
        unpack(data)


def test_shipped_weights_are_small_and_coherent():
    """Under 8 MB; runs sorted and distinct; every array of one length; symbols distinct."""
    assert len((files("provenance.stylometry") / "data" / "weights.bin").read_bytes()) <= LARGEST
    weights = load_weights()
    assert np.all(np.diff(weights.runs) > 0)
    assert weights.idf.shape == weights.rates.shape == weights.translated_rates.shape == weights.runs.shape
    classes = sum(len(weights.meta[head]["classes"]) for head in HEADS)
    assert weights.heads.shape == (classes, len(weights.runs))
    assert len(set(weights.symbols)) == len(weights.symbols)
    assert weights.runs[-1] < weights.base**3


def test_importing_loads_neither_numpy_nor_weights():
    """The layer costs nothing until it is used."""
    code = "import sys, provenance.stylometry as s; assert 'numpy' not in sys.modules; assert s.load_weights.cache_info().currsize == 0"
    subprocess.run([sys.executable, "-c", code], check=True)
