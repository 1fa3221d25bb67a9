"""Logistic regressions over descriptions and products of descriptions, as they are shipped."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import attrs
import numpy as np
import numpy.typing as npt

Doubles = npt.NDArray[np.float64]


@attrs.frozen(eq=False)
class Logistic:
    """Weights of a logistic regression.

    Attributes:
        names: What is weighed.
        single: A weight for each.
        products: A weight for each product of two, a triangular matrix.

    """

    names: tuple[str, ...]
    single: Doubles
    products: Doubles

    def logit(self, values: Doubles) -> Doubles:
        """Give log odds for values in the order of `names`, along the last axis."""
        logits: Doubles = (values * (self.single + values @ self.products.T)).sum(-1)
        return logits


@cache
def load_logistic(name: str) -> Logistic:
    """Read a shipped table once per process; a line has a name or a product of two, and its weight."""
    text = files("provenance.matching").joinpath("data", f"{name}.tsv").read_text(encoding="utf-8")
    rows = [(*line.split("\t")[0].partition("*")[::2], float(line.split("\t")[1])) for line in text.splitlines() if not line.startswith("# ")]
    names = tuple(one for one, other, _ in rows if not other)
    places = {name: at for at, name in enumerate(names)}
    single, products = np.zeros(len(names)), np.zeros((len(names), len(names)))
    for one, other, weight in rows:
        if other:
            products[places[one], places[other]] = weight
        else:
            single[places[one]] = weight
    return Logistic(names, single, products)
