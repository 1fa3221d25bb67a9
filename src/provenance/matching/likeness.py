"""How far two different terms stand for the same: learned paraphrases, near numbers, misspellings."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from rapidfuzz.distance import JaroWinkler

from provenance.matching.frequencies import load_frequencies
from provenance.matching.tables import load_paraphrases

_FUZZY_SHORTEST = 5  # shorter words are alike by chance
_FUZZY_CUTOFF = 0.9
INDEXED_LIKENESS = 0.5  # weaker paraphrases are seen in the alignment only
_YEAR = re.compile(r"(?:19|20)\d\d\Z")
_NUMBER_TOLERANCE = 0.02


def compare_numbers(one: str, other: str) -> float:
    """Compare two number terms: 0.6 where one is the other rounded to at most two digits, else 0.

    >>> compare_numbers("#3800", "#3811"), compare_numbers("#3800", "#3900"), compare_numbers("#18", "#19")
    (0.6, 0.0, 0.0)
    """
    try:
        first, second = float(one[1:]), float(other[1:])
    except ValueError:
        return 0.0
    if min(first, second) < 100 or abs(first - second) > _NUMBER_TOLERANCE * max(first, second):
        return 0.0
    digits = min(len(one[1:].rstrip("0")), len(other[1:].rstrip("0")))
    return 0.6 if digits <= 2 else 0.0


def compare_spelling(one: str, other: str) -> float:
    """Compare two rare words as spelled: 0.7 or more for near-identical ones and for a word within a word, else 0.

    >>> compare_spelling("creat", "recreat"), compare_spelling("autoroute", "autoruote") > 0.8, compare_spelling("house", "mouse")
    (0.7, True, 0.0)
    """
    if min(len(one), len(other)) < _FUZZY_SHORTEST:
        return 0.0
    if one in other or other in one:
        return 0.7
    likeness = JaroWinkler.normalized_similarity(one, other, score_cutoff=_FUZZY_CUTOFF)
    return 0.9 * likeness if likeness else 0.0


def compare_terms(one: str, other: str) -> float:
    """Give the likeness of two different terms, 0 … 0.9."""
    learned = load_paraphrases().get(one, {}).get(other)
    if learned is not None:
        return learned
    if one[0] == "#" or other[0] == "#":
        return compare_numbers(one, other) if one[0] == other[0] else 0.0
    return compare_spelling(one.lstrip("~"), other.lstrip("~"))


@cache
def load_concepts() -> Mapping[str, str]:
    """Give one name to each two terms that are each other's nearest paraphrase; used to look up, never to decide."""
    table = load_paraphrases()
    nearest = {term: min(others, key=lambda other: (-others[other], other)) for term, others in table.items()}
    return {term: min(term, other) for term, other in nearest.items() if nearest[other] == term and table[term][other] >= INDEXED_LIKENESS}


def concept(term: str) -> str:
    """Give the name under which a term is looked up.

    >>> concept("#3811") == concept("#3800"), concept("#2019"), concept("wound") == concept("injur")
    (True, '#2019', True)
    """
    if term[0] == "#":
        digits = term[1:]
        if len(digits) < 3 or not digits.isdigit() or _YEAR.match(digits):
            return term
        return f"#{digits[:2]}e{len(digits) - 2}"
    if term.startswith("re") and len(term) > 6 and term[2:] in load_frequencies().common:
        term = term[2:]  # "re-creation" meets "recreate"
    return load_concepts().get(term, term)
