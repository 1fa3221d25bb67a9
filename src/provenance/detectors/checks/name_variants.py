"""One person spelled two ways in one text.

A writer settles on one spelling; a translation engine knows some mentions of a name in English and transliterates or copies the rest.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator

from rapidfuzz.distance import JaroWinkler

from provenance.catalogue import Catalogue, Rule
from provenance.detectors.hits import Hit
from provenance.text import Text

SHORTEST = 5  # letters; shorter names are too easily two people's
LONGEST = 40  # beyond that it is no name
_COMMON = 150.0  # occurrences per million, from which on a capitalised word is no given name
_NO_NAMES = ("weekday", "month", "nationality", "country", "person-noun")
_ALIKE = 0.75  # Jaro–Winkler similarity of the spellings with accents taken off
# What different romanisations write for one sound, mapped to one letter; longest first.
_SOUNDS = (
    *((spelling, "s") for spelling in ("tsch", "shch", "chtch", "tch", "tsj", "sch", "sh", "ch", "cz", "sz", "c")),
    ("zh", "j"), ("dj", "j"), ("dsch", "j"), ("dzh", "j"), ("kh", "h"), ("ou", "u"), ("oe", "u"), ("ss", "s"), ("ck", "k"), ("ph", "f"), ("ff", "v"),
    ("ya", "a"), ("ia", "a"), ("yu", "u"), ("iu", "u"), ("yo", "o"), ("io", "o"),
    ("aye", "ae"), ("aie", "ae"), ("aje", "ae"), ("eye", "ee"), ("eie", "ee"), ("eje", "ee"), ("oye", "oe"), ("oie", "oe"),
    ("iy", "i"), ("yi", "i"), ("ij", "i"), ("ii", "i"), ("yy", "i"), ("yj", "i"), ("y", "i"), ("w", "v"), ("q", "k"), ("x", "ks"),
)  # fmt: skip
_SOUND = re.compile("|".join(sorted({sound for sound, _ in _SOUNDS}, key=lambda item: (-len(item), item))))
_LETTER = dict(_SOUNDS)
_GLIDE = re.compile(r"(?<=[bcdfghklmnprstvz])j(?=[aeou])")  # Ablja-, Ablya-, Ablia-
# Endings of surnames that come to English through a romanisation; other names differ by typing errors more often than by road.
_FOREIGN = re.compile(
    r"(?:[aeiouyïj]?[eo](?:v|w|ff)(?:a|s)?|enk[oa]|[sc]?[sz]?k(?:y|i|iy|ij|yj|yi|aya|aja|a[iï]a)|(?:ch|tch|tsch|č|c)uk|dze|shvili|[bp]e[kc]k?|ba(?:y|i|j|ï))$"
)


def name_variants(rule: Rule, text: Text, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield the mentions of a surname in its rarer spelling.

    Two spellings are one name where they sound alike across romanisations, and one person where no different given names stand before them and
    neither is itself a given name. Spellings that differ only by accents, quoted mentions and words of the language do not count.
    """
    mentions = _surnames(text, catalogue)
    by_sound: dict[str, list[str]] = defaultdict(list)
    for spelling in mentions:
        by_sound[_sound(spelling)].append(spelling)
    for spellings in by_sound.values():
        if len(spellings) < 2:
            continue
        spellings.sort(key=lambda spelling: (-len(mentions[spelling]), not spelling.isascii(), mentions[spelling][0]))
        usual = spellings[0]
        for other in spellings[1:]:
            if _is_variant(usual, other) and _can_be_one_person(usual, other, mentions, text, catalogue):
                for at in mentions[other]:
                    yield Hit(rule, text.tokens.starts[at], text.tokens.ends[at], suggestion=usual)


def _surnames(text: Text, catalogue: Catalogue) -> dict[str, list[int]]:
    """Give the token indexes of capitalised words that can be surnames, by spelling."""
    tokens = text.tokens
    found: dict[str, list[int]] = {}
    for at, surface in enumerate(tokens.surfaces):
        if tokens.kinds[at] != "w" or not SHORTEST <= len(surface) <= LONGEST or not surface[0].isupper() or surface.isupper():
            continue
        if tokens.norms[at] in catalogue.commonness or not _FOREIGN.search(tokens.norms[at]):
            continue
        found.setdefault(surface, []).append(at)
    return found


def _plain(spelling: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFD", spelling.lower()) if not unicodedata.combining(char))


def _sound(spelling: str) -> str:
    """Reduce a spelling to what all romanisations of the name share.

    >>> _sound("Tokaïev") == _sound("Tokayev") == _sound("Tokajew") == _sound("Tokaev")
    True
    """
    plain = _GLIDE.sub("", _plain(spelling))
    plain = _SOUND.sub(lambda match: _LETTER[match.group()], plain)
    plain = re.sub(r"(.)\1+", r"\1", plain)
    return plain.replace("ie", "e").replace("i", "")


def _is_variant(usual: str, other: str) -> bool:
    plain_usual, plain_other = _plain(usual), _plain(other)
    if plain_usual == plain_other:
        # Only the diaeresis that keeps two vowels apart is a spelling of its own; other accents are often dropped.
        return ("ï" in usual.lower()) != ("ï" in other.lower())
    if plain_usual.rstrip("s") == plain_other.rstrip("s"):
        return False
    return JaroWinkler.similarity(plain_usual, plain_other) >= _ALIKE


def _can_be_one_person(usual: str, other: str, mentions: dict[str, list[int]], text: Text, catalogue: Catalogue) -> bool:
    given = []
    for spelling in (usual, other):
        names = set()
        stands_alone = False
        for at in mentions[spelling]:
            follows, before = _neighbour(text, at, 1, catalogue), _neighbour(text, at, -1, catalogue)
            stands_alone = stands_alone or follows is None
            if before is not None:
                names.add(_sound(before))
        if not stands_alone:
            return False
        given.append(names)
    return not given[0] or not given[1] or bool(given[0] & given[1])


def _neighbour(text: Text, at: int, step: int, catalogue: Catalogue) -> str | None:
    """Give the capitalised word directly before or after, if it can be part of the name."""
    tokens = text.tokens
    place = at + step
    if not 0 <= place < len(tokens) or tokens.kinds[place] != "w" or not tokens.surfaces[place][0].isupper():
        return None
    gap = tokens.starts[max(at, place)] - tokens.ends[min(at, place)]
    # "Friday", "Governor", "Then": common words before a surname are no given names.
    norm = tokens.norms[place]
    if gap != 1 or catalogue.commonness.get(norm, 0.0) >= _COMMON or any((norm,) in catalogue.classes[name] for name in _NO_NAMES):
        return None
    return tokens.surfaces[place]
