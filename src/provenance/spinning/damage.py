"""Words damaged by a replacement inside them: `once morest`, where `again` became `once more` inside `against`.

Spinners replace letters, not words. Undoing the replacement must give an English word, and the damaged form must not be one.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from provenance.catalogue import Catalogue
from provenance.catalogue.lexicon import load_lexicon
from provenance.text import Text

_SHORTEST = 4  # letters of a damaged word
_SUFFIXES = ("ly", "ness", "ment", "ing", "ed", "ism", "ist", "ity", "ship", "less", "ful")

Table = dict[str, list[tuple[tuple[str, ...], str]]]


def find_damage(text: Text, catalogue: Catalogue) -> Iterator[tuple[int, int, str]]:
    """Yield start and end in the normal form, and the word restored, where undoing a substitution inside a word makes it English."""
    table = _replacements(catalogue)
    longest = max(map(len, table), default=0)
    lexicon = load_lexicon()
    tokens = text.tokens
    for at, norm in enumerate(tokens.norms):
        if norm in lexicon or len(norm) < _SHORTEST or tokens.kinds[at] != "w":
            continue
        surface = tokens.surfaces[at]
        if not surface.isascii() or surface[1:] != norm[1:] or (surface[0].isupper() and not text.opens_sentence(at)):
            continue
        found = _undo(norm, at, text, table, longest, lexicon)
        if found is not None:
            first, word = found
            yield tokens.starts[first], tokens.ends[at], word


def _undo(norm: str, at: int, text: Text, table: Table, longest: int, lexicon: frozenset[str]) -> tuple[int, str] | None:
    """Find a replacement whose last word begins `norm`; give the first token of the damage and the word restored."""
    tokens = text.tokens
    for length in range(min(len(norm) - 1, longest), 1, -1):
        residue = norm[length:]
        for words_before, original in table.get(norm[:length], ()):
            first = at - len(words_before)
            if first < 0 or tuple(tokens.norms[first:at]) != words_before:
                continue
            word = original + residue
            if word in lexicon and (words_before or not _is_inflection(norm, residue)):
                return first, word
    for suffix in _SUFFIXES:
        # `materialsly`: a plural put for its singular inside a word.
        stem = norm.removesuffix(suffix)
        if stem != norm and stem in lexicon and stem.endswith("s") and not stem.endswith("ss") and stem[:-1] + suffix in lexicon:
            return at, stem[:-1] + suffix
    return None


def _is_inflection(norm: str, residue: str) -> bool:
    """Tell whether an unknown word is just a rare inflected form, not damage."""
    return residue in ("s", "es", "ed", "d", "ing", "er", "ers", "ly", "ness") and not norm.endswith(("sly", "sness", "sing", "sed"))


@lru_cache(maxsize=4)
def _replacements(catalogue: Catalogue) -> Table:
    """Give, by the last word of each replacement, the words before it and the original."""
    table: Table = {}
    for row in catalogue.tables.get("substitutions", ()):
        if len(row) >= 5 and row[4] == "1":
            *before, last = row[1].lower().split()
            table.setdefault(last, []).append((tuple(before), row[0].lower()))
    return table
