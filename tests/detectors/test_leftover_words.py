"""Words an engine passed through."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.detectors.checks.leftover_words import CAP, LEAST, WEIGHT, agree, score


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("ayuntamiento vehículos desbordamientos alcantarillado", "es"),
        ("spettacoli piazzale cantieri sottopassaggi", "it"),
        ("restrições indenização caminhões poluição", "pt"),
        ("straßensperrung feuerwehrleute bürgermeisterin verletzungen", "de"),
        ("stanovništvo poginulih najviše područje", "hr"),
    ],
)
def test_words_of_one_language_name_it(words, language):
    """Four words built alike are enough, and their language has the most weight."""
    weights = agree([score(word) for word in words.split()])
    assert weights[language] == max(weights.values())


@pytest.mark.parametrize("words", ["ayuntamiento vehículos inundaciones", "ayuntamiento straßensperrung poginulih sottopassaggi", ""])
def test_few_words_or_words_of_several_languages_say_nothing(words):
    """Three words may be loans, and words of four languages are a list of dishes."""
    assert agree([score(word) for word in words.split()]) == {}


@given(st.lists(st.text(alphabet="abcdeéioßñt", min_size=5, max_size=9), min_size=LEAST, max_size=20))
def test_weights_are_bounded(words):
    """However many words, the weight stays below the cap, and the scores of a word are relative to its best language."""
    scores = [score(word) for word in words]
    assert all(max(found.values()) == 0 and min(found.values()) <= 0 for found in scores)
    assert all(0 < weight <= WEIGHT < CAP for weight in agree(scores).values())
