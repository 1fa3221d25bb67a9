"""Reads names, numbers and places of other languages and scripts as the terms that English has for them.

Who, where, which organisations and which numbers a text names is the same in every language (`provenance.names`): `Москве`, `Moskau` and `モスクワ` become
the term of `Moscow`, so that texts in different languages meet under the keys of English. A name that no gazetteer knows becomes `^` and a coarse
skeleton of its consonants, which meets the names of English with the same one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache

from provenance.matching.frequencies import load_frequencies
from provenance.matching.terms import fold as fold_term
from provenance.matching.terms import number
from provenance.names import document_keys, load_gazetteer
from provenance.names.fold import fold
from provenance.names.numbers import number_keys
from provenance.names.skeleton import skeleton
from provenance.text import Text, Tokens

LONGEST_NAME = 4  # words
LONGEST_FAR_NAME = 14  # characters
SHORTEST_SKELETON = 3  # consonants
FAR_PIECE = 2  # characters of what no table knows, where words have no spaces between them
_AHEAD = 12  # characters behind a number in which a scale is looked for
_FAR = "\u3040-\u30ff\u3400-\u9fff"
_FAR_EAST = re.compile(f"[{_FAR}]")
_FAR_PIECE = re.compile(
    rf"(?P<n>[\d０-９]+(?:[.,][\d０-９]+)*)|(?P<k>[ァ-ヺー]{{2,}})|(?P<f>[{_FAR}])|(?P<w>[^\W\d_{_FAR}]+)|(?P<b>\n\s*)|(?P<p>[^\w\s])"
)
_FAR_END = frozenset("。！？!?")
_KATAKANA = re.compile(r"[ァ-ヺー]")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
# Sounds that presses confuse, as in provenance.names.skeleton; here of what is left of a name in `terms.skeleton`.
_COARSE = str.maketrans({"z": "s", "c": "s", "v": "b", "f": "b", "g": "k", "l": "r", "m": "n"} | dict.fromkeys("ahjy"))
_INHABITANTS = ("ian", "ish", "ese", "ans", "ench", "ean", "can", "ns", "men", "tani", "raeli", "raqi")
_REPEATED = re.compile(r"(.)\1+")


def coarsen(consonants: str) -> str:
    """Give the coarse skeleton of a name from the consonants that English spells it with.

    >>> coarsen("trmp") == skeleton("トランプ"), coarsen("slnsk") == skeleton("Зеленский")
    (True, True)
    """
    return _REPEATED.sub(r"\1", consonants.translate(_COARSE))


def is_far_eastern(text: str) -> bool:
    """Tell whether a text is written without spaces between words, as Chinese and Japanese are."""
    return len(_FAR_EAST.findall(text)) > len(text) / 5


def cut_far_eastern(text: Text) -> tuple[Tokens, list[tuple[int, int]]]:
    """Cut a far eastern text into names, numbers and short pieces of the rest, and into sentences as ranges of these."""
    forms = load_gazetteer().forms
    normal, folded = text.normal, text.normal.lower()
    tokens = Tokens([], [], "", [], [])
    kinds: list[str] = []
    sentences: list[tuple[int, int]] = []
    at = first = 0
    while at < len(normal):
        match = _FAR_PIECE.match(normal, at)
        if match is None:
            at += 1
            continue
        kind, end = match.lastgroup or "p", match.end()
        if kind in {"f", "k"}:
            end = _longest_name(forms, folded, at) or (end if kind == "k" else _piece_end(forms, folded, at))
            kind = "w"
        tokens.surfaces.append(normal[at:end])
        tokens.norms.append(folded[at:end])
        tokens.starts.append(at)
        tokens.ends.append(end)
        kinds.append(kind)
        at = end
        if kind == "b" or normal[end - 1] in _FAR_END:
            if len(kinds) - (kind == "b") > first:
                sentences.append((first, len(kinds) - (kind == "b")))
            first = len(kinds)
    if len(kinds) > first:
        sentences.append((first, len(kinds)))
    return Tokens(tokens.surfaces, tokens.norms, "".join(kinds), tokens.starts, tokens.ends), sentences


def _longest_name(forms: Mapping[str, str], folded: str, at: int) -> int | None:
    for end in range(min(len(folded), at + LONGEST_FAR_NAME), at + 1, -1):
        if folded[at:end] in forms:
            return end
    return None


def _piece_end(forms: Mapping[str, str], folded: str, at: int) -> int:
    """Give the end of a piece of what is no name, before the next name."""
    end = at + 1
    while end < min(len(folded), at + FAR_PIECE) and _FAR_EAST.match(folded[end]):
        if _KATAKANA.match(folded[end]) or _longest_name(forms, folded, end):
            break
        end += 1
    return end


def english_terms(normal: str, surfaces: Sequence[str], starts: Sequence[int], ends: Sequence[int]) -> Iterator[tuple[int, str]]:
    """Yield the words of a foreign text that English has a term for: which word, and the term.

    Args:
        normal: The normal form of the text.
        surfaces: Its words and numbers.
        starts: Where they start.
        ends: Where they end.

    """
    forms = load_gazetteer().forms
    taken = 0
    for at, surface in enumerate(surfaces):
        if at < taken:
            continue
        if surface[0].isdecimal():
            found = _scaled(normal, starts[at], ends[at])
            if found:
                yield at, found
            continue
        if surface[0].isupper():
            plain = [fold(word) for word in surfaces[at : at + LONGEST_NAME]]
            for size in range(len(plain), 1, -1):
                key = forms.get(" ".join(plain[:size]))
                if key is not None:
                    terms = key_terms(key)
                    yield from ((at + place, terms[place] if place < len(terms) else "the") for place in range(size))
                    taken = at + size
                    break
        if at >= taken:
            term = _term_of(surface)
            if term is not None:
                yield at, term


@lru_cache(1 << 16)
def _term_of(surface: str) -> str | None:
    """Give the English term of one foreign word, if it is a name or the adjective of a country."""
    keys = sorted(document_keys(surface)) if surface[0] == surface[0].upper() or len(surface) > LONGEST_NAME else []
    for key in keys:
        if key[:2] in {"l:", "o:", "p:"}:
            weigh = load_frequencies().weight
            return max(key_terms(key), key=weigh)
    if _LATIN.match(surface):
        return None
    bones = [key[2:] for key in keys if key.startswith("s:")]
    if not bones and not surface[0].islower():
        bones = [skeleton(surface)]
    return f"^{bones[0]}" if bones and len(bones[0]) >= SHORTEST_SKELETON else None


def _scaled(normal: str, start: int, end: int) -> str | None:
    """Give the term of a number with the scale behind it, in any language."""
    behind = normal[end : end + _AHEAD]
    for at, char in enumerate(behind):
        if char.isdecimal() or char == "\n":
            behind = behind[:at]
            break
    for key in number_keys(normal[start:end] + behind, {}):
        if key.startswith("n:"):
            return number(key[2:]) if "e" not in key else None
    return None


@cache
def key_terms(key: str) -> tuple[str, ...]:
    """Give the terms of what English calls a place, a person or an organisation.

    >>> key_terms("l:moscow"), key_terms("l:RU")
    (('~mskv',), ('russia',))
    """
    label = key[2:]
    if key.startswith("l:") and label.isupper():
        label = _country(key)
    common = load_frequencies().common
    return tuple(fold_term(word.capitalize(), "w", common) for word in re.findall(r"[^\W\d_]+", label)) or ("the",)


def _country(key: str) -> str:
    """Give what English news calls a country most often."""
    table = load_frequencies()
    best = (0, key[2:])
    for form in _country_forms().get(key, ()):
        words = re.findall(r"[a-z]+", form)
        best = max(best, (min((table.counts.get(fold_term(word.capitalize(), "w", table.common), 0) for word in words), default=0), form))
    return best[1]


@cache
def _country_forms() -> dict[str, list[str]]:
    """Give the spellings of each country in plain Latin letters, inhabitants and adjectives left out."""
    forms: dict[str, list[str]] = {}
    for form, key in load_gazetteer().forms.items():
        if key[:2] == "l:" and key[2:].isupper() and form.isascii() and form.islower() and not form.endswith(_INHABITANTS):
            forms.setdefault(key, []).append(form)
    return forms
