"""The fitted numbers of spin detection, from data/fitted.toml (written by training/spinning/fit.py)."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

import attrs
import numpy as np

from provenance.spinning.counts import Logs
from provenance.spinning.scoring import FEATURES


@attrs.frozen(eq=False)
class Fitted:
    """Weights and thresholds.

    Attributes:
        weights: One for each of `FEATURES`; their sum is the log-odds that a place was replaced, in the fitting material.
        base: Log-odds of a place in the fitting material.
        most: Nats that one place may say.
        article: Nats that an article which does not fit its word says.
        threshold: Evidence from which on a text counts as spun.

    """

    weights: Logs
    base: float
    most: float
    article: float
    threshold: float


@cache
def load_fitted() -> Fitted:
    """Load the shipped numbers."""
    table = tomllib.loads((files("provenance.spinning") / "data" / "fitted.toml").read_text(encoding="utf-8"))
    return Fitted(
        weights=np.array([table["weights"][name] for name in FEATURES]),
        base=table["base"],
        most=table["most"],
        article=table["article"],
        threshold=table["threshold"],
    )
