r"""The shipped model: one file of weights, loaded on first use with numpy alone.

Format: `PRVSTY1\n`, the length of a JSON header as 8 bytes (little-endian), the header, then one zlib stream with the arrays one after the other, each
transposed bytewise (bytes of equal significance stand together, which makes sorted integers compress well). No time and no path is in it, so that the same
training data give the same bytes.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Mapping
from functools import cache, cached_property
from importlib.resources import files
from typing import Any

import attrs

from provenance.errors import ProvenanceError

MAGIC = b"PRVSTY1\n"
FILE = "weights.bin"


class StylometryError(ProvenanceError):
    """The file of weights is missing or damaged."""


@attrs.frozen(slots=False, eq=False)
class Weights:
    """Alphabet, runs and linear heads.

    Attributes:
        symbols: Mask classes and vocabulary; symbol i has the number i + 1.
        runs: Sorted keys of the runs that count, int64, shape (runs,).
        idf: Inverse document frequency of each, float32, shape (runs,).
        rates: How often each occurs per million symbols of English originals, float32, shape (runs,).
        translated_rates: … of translated news.
        heads: Coefficients, float32, shape (classes of all heads, runs).
        meta: Classes and intercepts of each head, calibration, licence and sources of the data.
        digest: First 12 hex digits of the SHA-256 of the file.

    """

    symbols: tuple[str, ...]
    runs: Any
    idf: Any
    rates: Any
    translated_rates: Any
    heads: Any
    meta: Mapping[str, Any]
    digest: str

    @cached_property
    def numbers(self) -> dict[str, int]:
        """Number of each symbol."""
        return {symbol: number for number, symbol in enumerate(self.symbols, start=1)}

    @property
    def base(self) -> int:
        """Larger than every number of a symbol."""
        return len(self.symbols) + 1


def pack(meta: Mapping[str, Any], arrays: Mapping[str, Any]) -> bytes:
    """Give the bytes of a file of weights.

    Args:
        meta: JSON data; keys are sorted.
        arrays: numpy arrays by name.

    """
    import numpy as np

    described = []
    blocks = []
    for name in sorted(arrays):
        array = np.ascontiguousarray(arrays[name])
        described.append({"name": name, "dtype": array.dtype.str, "shape": list(array.shape)})
        blocks.append(array.view(np.uint8).reshape(-1, array.dtype.itemsize).T.tobytes())
    header = json.dumps({**meta, "arrays": described}, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()
    return MAGIC + len(header).to_bytes(8, "little") + header + zlib.compress(b"".join(blocks), 9)


def unpack(data: bytes) -> tuple[dict[str, Any], dict[str, Any]]:
    """Read header and arrays back.

    Raises:
        StylometryError: the bytes are not a file of weights.

    """
    import numpy as np

    if not data.startswith(MAGIC):
        msg = f"The stylometric weights ({FILE}) are damaged; install the package again or run training/stylometry."
        raise StylometryError(msg)
    size = int.from_bytes(data[8:16], "little")
    try:
        meta = json.loads(data[16 : 16 + size])
        blob = zlib.decompress(data[16 + size :])
    except (ValueError, zlib.error) as error:
        msg = f"The stylometric weights ({FILE}) are damaged ({error}); install the package again or run training/stylometry."
        raise StylometryError(msg) from error
    arrays: dict[str, Any] = {}
    offset = 0
    for entry in meta.pop("arrays"):
        dtype = np.dtype(entry["dtype"])
        count = int(np.prod(entry["shape"]))
        raw = np.frombuffer(blob, dtype=np.uint8, count=count * dtype.itemsize, offset=offset)
        offset += len(raw)
        arrays[entry["name"]] = np.ascontiguousarray(raw.reshape(dtype.itemsize, count).T).view(dtype).reshape(entry["shape"])
    return meta, arrays


def read_weights(data: bytes) -> Weights:
    """Make the model of the bytes of a file.

    Raises:
        StylometryError: they are not a file of weights.

    """
    import numpy as np

    meta, arrays = unpack(data)
    return Weights(
        symbols=tuple(meta["symbols"]),
        runs=np.cumsum(arrays["gaps"]),
        idf=arrays["idf"].astype(np.float32),
        rates=arrays["rates"].astype(np.float32),
        translated_rates=arrays["translated_rates"].astype(np.float32),
        heads=arrays["heads"].astype(np.float32) * arrays["scales"][:, None],
        meta=meta,
        digest=hashlib.sha256(data).hexdigest()[:12],
    )


@cache
def load_weights() -> Weights:
    """Load the shipped weights, once per process.

    Raises:
        StylometryError: the file is missing or damaged.

    """
    try:
        data = (files("provenance.stylometry") / "data" / FILE).read_bytes()
    except FileNotFoundError as error:
        msg = f"The stylometric weights ({FILE}) are missing; install the package again or run training/stylometry."
        raise StylometryError(msg) from error
    return read_weights(data)
