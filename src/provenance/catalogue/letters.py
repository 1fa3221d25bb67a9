"""How letters follow each other in the words of languages, to tell what language a single word is built like."""

from __future__ import annotations

import zlib
from functools import cache
from importlib.resources import files

import attrs

LANGUAGES = tuple("es pt fr it ro ca gl de nl sv da no fi is pl cs sk hr hu tr id".split())
OTHERS = ("en", "lt", "lv", "et", "sl", "eu", "sw")  # so that a word of a language nobody asks for is not taken for one of these
ORDER = 4  # letters of the longest run
STEP = 0.25  # nats
BORDER = "\t"  # of a word
UNHEARD = 32  # steps: a letter that no language has


@attrs.frozen(eq=False)
class Letters:
    """What each run of letters costs in each language.

    Attributes:
        places: Number of each run of up to ORDER letters.
        costs: Negative logarithm of the probability of a run's last letter after the others, in steps of STEP nats; all runs of the first language, then all of the
            second, as in LANGUAGES and OTHERS.

    """

    places: dict[str, int]
    costs: bytes

    def weigh(self, word: str) -> dict[str, float]:
        """Give the log-likelihood of a word in each language, in nats, by the longest known run that ends at each letter."""
        padded = f"{BORDER}{word}{BORDER}"
        found: list[int] = []
        unheard = 0
        for end in range(2, len(padded) + 1):
            known = (self.places.get(padded[start:end]) for start in range(max(0, end - ORDER), end))
            place = next((place for place in known if place is not None), None)
            if place is None:
                unheard += UNHEARD
            else:
                found.append(place)
        size = len(self.places)
        return {
            language: -STEP * (unheard + sum(self.costs[number * size + place] for place in found))
            for number, language in enumerate((*LANGUAGES, *OTHERS))
        }


@cache
def load_letters() -> Letters:
    """Load the shipped table (once per process). Made by training/build_letters.py from word lists of Debian; counts alone are kept."""
    packed = (files("provenance.catalogue") / "data" / "letters.z").read_bytes()
    runs, _, costs = zlib.decompress(packed).partition(b"\0")
    return Letters({run: place for place, run in enumerate(runs.decode("utf-8").split("\n"))}, costs)
