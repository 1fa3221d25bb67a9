"""People, places and words that a press spells against its own rules."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def load_exceptions() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """Read the exceptions: by original name, then by press; `a/b` in the file means a, sometimes b.

    >>> load_exceptions()["Борис Ельцин"]["fr"]
    ('Boris Eltsine',)
    """
    table = tomllib.loads(files("provenance.names").joinpath("data", "exceptions.toml").read_text(encoding="utf-8"))
    return {name: {press: tuple(form.split("/")) for press, form in forms.items()} for name, forms in table["name"].items()}
