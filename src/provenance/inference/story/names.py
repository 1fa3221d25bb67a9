"""One person under two names: `Wilmer` and `Wilson`, not two romanisations of one name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz.distance import JaroWinkler, Levenshtein

from provenance.inference.story.alignment import Pair
from provenance.inference.story.reading import Reading
from provenance.inference.story.sides import Conflict, Side
from provenance.matching.frequencies import load_frequencies
from provenance.matching.terms import skeleton, stem

ALIKE = 0.7  # Jaro-Winkler; less like each other are two persons' names
SHORTEST = 4
LONGEST = 4
# Names that reach English through another alphabet are spelled in many ways, all of them right.
_ROMANISED = re.compile(
    r"(?:[eo]va?|y?[ie]v|s[ck]y|ski[iy]?|skaya|enko|i[iy]|yan|dze|vili|ullah|eddin)\Z|\Aale[kx]s?|kh|zh|dj|dzh|shch|tsch|q(?!u)|'|[ïëö]"
)
# Languages that write names as English does: without case endings and with small nouns.
_UNBENT = frozenset("en fr es pt it ca gl nl sv no da ro".split())
_VOWELS = frozenset("aeiou")
_ENDING = _VOWELS | {"s", "n"}
_SOFT = frozenset("yjhwvkcqz")  # letters in which romanisations and spelling habits differ


def compare_names(pair: Pair) -> Iterator[Conflict]:
    """Yield names of one person that share a part and differ in another."""
    if pair.foreign and not {pair.a.language, pair.b.language} <= _UNBENT:
        return
    left, right = _names(pair.a, *pair.a_range), _names(pair.b, *pair.b_range)
    for one in left:
        for other in right:
            if _conflict(pair.a, one, pair.b, other):
                yield Conflict("name", Side(*one, _value(pair.a, one)), Side(*other, _value(pair.b, other)))


def _names(of: Reading, start: int, end: int) -> list[tuple[int, int]]:
    """Give the runs of two or more capitalised words, without words that English writes small."""
    common = load_frequencies().common
    surfaces = of.text.tokens.surfaces
    found: list[tuple[int, int]] = []
    first = start
    for at in range(start, end + 1):
        inside = at < end and surfaces[of.places[at]][0].isupper() and not surfaces[of.places[at]].isupper()
        if inside and stem(of.plains[at]) in common:
            inside = False
        adjacent = at == first or (at < end and of.places[at] == of.places[at - 1] + 1)
        if not inside or not adjacent:
            if at - first >= 2:
                found.append((max(first, at - LONGEST), at))
            first = at if inside else at + 1
    return found


def _conflict(a: Reading, one: tuple[int, int], b: Reading, other: tuple[int, int]) -> bool:
    left, right = a.plains[slice(*one)], b.plains[slice(*other)]
    length = min(len(left), len(right))
    differing = [(x, y) for x, y in zip(left[-length:], right[-length:], strict=True) if x != y]
    if len(differing) != 1 or length < 2:
        return False
    x, y = differing[0]
    if min(len(x), len(y)) < SHORTEST or x in b.vocabulary or y in a.vocabulary:
        return False
    if any(_ROMANISED.search(word) for word in (*left, *right)):
        return False
    if x.startswith(y) or y.startswith(x):
        return abs(len(x) - len(y)) == 1 and max(x, y)[-1] not in _ENDING  # `Lyon` and `Lyonnais`, but `Rober` and `Robert`
    x, y = x.replace("ks", "x"), y.replace("ks", "x")
    is_family = left[-1] != right[-1]
    if skeleton(x) == skeleton(y) and not (is_family and _slip(x, y)):
        return False
    if _spelled_alike(x, y):
        return False
    given = not is_family and x[:2] == y[:2]  # of one family name, a given name that begins alike
    return given or JaroWinkler.normalized_similarity(x, y) >= ALIKE


def _slip(one: str, other: str) -> bool:
    """Tell whether a letter was left out that spelling habits keep.

    >>> _slip("murgia", "murga"), _slip("mohammed", "mohamed"), _slip("ahmad", "ahmed")
    (True, False, False)
    """
    if abs(len(one) - len(other)) != 1 or Levenshtein.distance(one, other) != 1:
        return False
    longer, shorter = (one, other) if len(one) > len(other) else (other, one)
    at = next((index for index, letter in enumerate(shorter) if letter != longer[index]), len(shorter))
    letter = longer[at]
    doubled = letter in (longer[at - 1 : at], longer[at + 1 : at + 2])
    return letter not in _SOFT and not doubled and 0 < at < len(longer) - 1


def _spelled_alike(one: str, other: str) -> bool:
    """Tell whether two words differ in one letter for another of the kind in which habits of spelling differ.

    >>> _spelled_alike("edward", "eduard"), _spelled_alike("marta", "maria")
    (True, False)
    """
    if len(one) != len(other):
        return False
    differing = [{x, y} for x, y in zip(one, other, strict=True) if x != y]
    return len(differing) == 1 and differing[0] <= _SOFT | _VOWELS


def _value(of: Reading, name: tuple[int, int]) -> str:
    return " ".join(of.text.tokens.surfaces[of.places[at]] for at in range(*name))
