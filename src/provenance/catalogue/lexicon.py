"""English word forms: what counts as a word when damage is to be told from vocabulary."""

from __future__ import annotations

import zlib
from functools import cache
from importlib.resources import files


@cache
def load_lexicon() -> frozenset[str]:
    """Load the shipped word forms, lower-case (once per process; about 10 ms).

    Made by training/build_lexicon.py: forms that occur in at least three documents of the corpora, proper names set aside.
    """
    packed = (files("provenance.catalogue") / "data" / "lexicon.z").read_bytes()
    return frozenset(zlib.decompress(packed).decode("utf-8").split("\n"))


@cache
def load_words() -> frozenset[str]:
    """Load a large list of lower-case English word forms of four letters or more (once per process; about 50 ms, 250,000 forms).

    Made by training/build_words.py from SCOWL at size 80: rare, technical and borrowed words too, where the corpora of `load_lexicon` have none.
    """
    packed = (files("provenance.catalogue") / "data" / "words.z").read_bytes()
    return frozenset(zlib.decompress(packed).decode("utf-8").split("\n")[1:])
