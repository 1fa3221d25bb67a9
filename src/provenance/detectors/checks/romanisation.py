"""A known person or place in the spelling of another language's press."""

from __future__ import annotations

import math
from collections.abc import Iterator

from provenance.catalogue import Catalogue, Rule
from provenance.catalogue.lexicon import load_lexicon
from provenance.detectors.hits import Hit
from provenance.names.fold import fold
from provenance.names.gazetteer import ForeignSpelling, first_word, foreign_beginnings, foreign_spelling
from provenance.text import Text

WEIGHT = 3.8  # natural log of the likelihood ratio of a spelling that one press alone writes; expert prior
_LEAST = 0.8
_ALIKE = 0.8  # Jaro–Winkler similarity of given names
_COMMON = 20.0  # occurrences per million, from which on a word is English whatever the gazetteer says
_PROPER = frozenset(
    "street road avenue fc club bank group airport hotel school university college restaurant award prize cup bay river county inc ltd".split()
)
_BEFORE = frozenset("fc ac real sporting club hotel via rue calle via st san santa saint baron count lake port".split())


def romanisation(rule: Rule, text: Text, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield spellings of known people and places that English does not use, with the languages whose press writes them so.

    Established English spellings and a person's own Latin spelling are not in the table; words of English, names inside longer proper names
    (clubs, streets, hotels) and other people's given names are left alone.
    """
    tokens = text.tokens
    beginnings = foreign_beginnings()
    reached = -1
    for at, surface in enumerate(tokens.surfaces):
        if tokens.kinds[at] != "w" or not surface[0].isupper() or tokens.starts[at] < reached:
            continue
        start = tokens.starts[at]
        for form in beginnings.get(surface if surface.isalpha() else first_word(surface), ()):
            end = start + len(form)
            if not _stands(form, text.normal, start, end):
                continue
            spelling = foreign_spelling(form)
            if spelling is not None and not _is_proper(spelling, text, at, end, catalogue):
                reached = end
                yield Hit(rule, start, end, suggestion=spelling.english, source_phrase=spelling.original, languages=spread(spelling))
            break


def _stands(form: str, normal: str, start: int, end: int) -> bool:
    """Tell whether the form stands here as a whole name, not as part of a longer or hyphenated one."""
    if not normal.startswith(form, start) or (start and (normal[start - 1].isalnum() or normal[start - 1] in "-'’@#_/")):
        return False
    after = normal[end : end + 2]
    return not after[:1].isalnum() and not (after[:1] in "-@_/" and after[1:2].isalnum())


def _is_proper(spelling: ForeignSpelling, text: Text, at: int, end: int, catalogue: Catalogue) -> bool:
    """Tell whether the words are English after all, part of another proper name, or another person's."""
    single = spelling.form.isalpha()
    norm = spelling.form.lower()
    if single and (norm in load_lexicon() or catalogue.commonness.get(norm, 0.0) >= _COMMON):
        return True
    tokens = text.tokens
    last = at
    while last + 1 < len(tokens) and tokens.starts[last + 1] < end:
        last += 1
    after = tokens.surfaces[last + 1] if last + 1 < len(tokens) and tokens.starts[last + 1] == end + 1 else ""
    before = tokens.surfaces[at - 1] if at and tokens.ends[at - 1] == tokens.starts[at] - 1 else ""
    if after.lower() in _PROPER or before.lower() in _BEFORE:
        return True
    if spelling.language == "place":
        # A capital beside it that is no common English word: a person or a firm named after the place.
        return _is_name(after, catalogue) or (_is_name(before, catalogue) and single)
    if single and _is_name(after, catalogue):
        return True  # the given name of somebody else
    return single and _is_name(before, catalogue) and not _is_given(before, spelling)


def _is_name(word: str, catalogue: Catalogue) -> bool:
    return word[:1].isupper() and word[1:2] != "." and catalogue.commonness.get(word.lower(), 0.0) < _COMMON


def _is_given(word: str, spelling: ForeignSpelling) -> bool:
    """Tell whether a word before a surname can be the given name of the person meant, in any spelling."""
    from rapidfuzz.distance import JaroWinkler

    from provenance.names.romanise import romanise

    given = spelling.original.split()[:-1]
    if not given:
        return True
    plain = fold(word)
    return any(JaroWinkler.similarity(plain, fold(romanise(given[0], spelling.language, press))) >= _ALIKE for press in ("en", *spelling.systems))


def spread(spelling: ForeignSpelling) -> dict[str, float]:
    """Spread the weight of a spelling over the languages that write it so: the more of them, the less it says about each.

    >>> spread(ForeignSpelling("Poutine", "Putin", "Владимир Путин", "ru", {"fr": 1.0}))
    {'fr': 3.8}
    """
    total = sum(spelling.systems.values())
    weights = {press: max(_LEAST, round(WEIGHT + math.log(share / total), 2)) for press, share in spelling.systems.items()}
    return dict(sorted(weights.items()))
