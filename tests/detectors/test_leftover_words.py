"""Words an engine passed through."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.detectors.checks.leftover_words import LANGUAGES, LEAST, WEIGHT, agree, compare, mix, score

WORDS = st.lists(st.text(alphabet="abcdeéioßñt", min_size=5, max_size=9), min_size=LEAST, max_size=20)


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("ayuntamiento vehículos desbordamientos", "es"),
        ("ayuntamiento vehículos desbordamientos alcantarillado", "es"),
        ("spettacoli piazzale cantieri sottopassaggi", "it"),
        ("restrições indenização caminhões poluição", "pt"),
        ("straßensperrung feuerwehrleute bürgermeisterin verletzungen", "de"),
        ("stanovništvo poginulih najviše područje", "hr"),
    ],
)
def test_words_of_one_language_name_it(words, language):
    """Three words built alike are enough, and their language has the most weight."""
    weights = agree([score(word) for word in words.split()])
    assert weights[language] == max(weights.values())


def test_more_words_say_more():
    """Up to a full measure."""
    words = "spettacoli piazzale cantieri sottopassaggi mobilitazione gallese".split()
    weights = [agree([score(word) for word in words[:many]])["it"] for many in range(LEAST, len(words) + 1)]
    assert weights == sorted(weights)
    assert weights[0] < WEIGHT


@pytest.mark.parametrize("words", ["ayuntamiento", "ayuntamiento vehículos", "ayuntamiento straßensperrung poginulih", ""])
def test_two_words_or_words_of_several_languages_say_nothing(words):
    """Two words may be loans, and words of three languages are a list of dishes."""
    assert agree([score(word) for word in words.split()]) == {}


def test_words_of_two_languages_are_explained_by_a_pair():
    """The first language of a pair is that of most of the words."""
    gains = mix([score(word) for word in "grattacapo percepisce membri gallese insuccesso cientos vehículos lanzará".split()])
    assert max(gains, key=gains.get) == "it>es"
    assert gains["it>es"] > 0 > gains["fr>de"]


def test_no_words_make_no_pair():
    """Nothing follows from nothing."""
    assert mix([]) == {}
    assert set(compare([]).values()) == {0.0}


@given(WORDS)
def test_weights_are_bounded(words):
    """However many words, the weight stays below the cap, and the scores of a word are relative to its best language."""
    scores = [score(word) for word in words]
    assert all(max(found.values()) == 0 and min(found.values()) <= 0 for found in scores)
    assert all(0 < weight <= WEIGHT for weight in agree(scores).values())


@given(WORDS)
def test_no_pair_beats_one_language_on_words_of_that_language_alone(words):
    """A pair gains by words that its languages explain between them; never more than four nats a word."""
    scores = [score(word) for word in words]
    assert all(behind >= 0 for code, behind in compare(scores).items() if code in LANGUAGES)
    assert max(mix(scores).values()) <= 4.1 * len(words)
