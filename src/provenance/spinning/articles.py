"""Articles that do not fit the word behind them (`a upheaval`, `an colossal`): a program has changed the word and left the article."""

from __future__ import annotations

import re
from collections.abc import Iterator

from provenance.catalogue.lexicon import load_lexicon
from provenance.text import Tokens

# Vowel letters that are spoken with a consonant first (a university, a one-off, a European), and consonants that are silent (an hour).
_CONSONANT = re.compile(
    r"(?:uni(?!m|n)|un[aeiou]nim|us(?:e|a|u|ing)|ut[aeiou]|u[bkr][aeiou]|ufo|ufa|uga|uzb|ukr|uru|eu|ew|one|once|oui|ou[ai]|u$|ubiq|uighur|uyghur)"
)
_VOWEL = re.compile(r"(?:hour|honest|honor|honour|heir|herb|homage)")
# Both are written: an historic, an hotel.
_EITHER = re.compile(r"(?:h[aeiouy]|yt|x)")

_OPENING = frozenset(".!?:;\"'(–")


def find_misfits(tokens: Tokens) -> Iterator[int]:
    """Yield the numbers of the articles that do not fit the lower-case English word behind them."""
    lexicon = load_lexicon()
    norms, surfaces = tokens.norms, tokens.surfaces
    for at, norm in enumerate(norms[:-1]):
        if norm not in ("a", "an") or surfaces[at] == "AN":
            continue
        word = surfaces[at + 1]
        if len(word) < 4 or not word.islower() or word not in lexicon or tokens.starts[at + 1] != tokens.ends[at] + 1:
            continue
        if surfaces[at][0] == "A" and at and tokens.kinds[at - 1] != "b" and surfaces[at - 1] not in _OPENING:
            continue  # a letter: strep A, influenza A, plan A
        vowel = (word[0] in "aeiou" and not _CONSONANT.match(word)) or _VOWEL.match(word) is not None
        if (norm == "an") != vowel and not (norm == "an" and _EITHER.match(word)):
            yield at
