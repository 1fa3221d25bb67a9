"""Words left in the source language are found by where they stand."""

import pytest
from training.catalogue.english import English

from provenance.catalogue import load_catalogue
from provenance.catalogue.lexicon import load_lexicon
from provenance.detectors import Detector
from provenance.model import Document
from provenance.text import prepare
from tests.rules import CATALOGUE, make_rule

LEXICON = CATALOGUE.tables["untranslated"]["language"]


def found(kind, text):
    """Give what the check reports, with its languages."""
    rule = make_rule(code="RES001", kind="check", patterns=None, check="untranslated_words", params={"kind": kind}, quotes="skip")
    findings = Detector([rule], CATALOGUE).detect(prepare(Document(text=text), English()))
    return [(finding.quote, finding.languages) for finding in findings]


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("The minister promised help pero gave no date.", ["pero"]),
        ("Both sides met on Monday und agreed on a budget.", ["und"]),
        ("The road was nicht ready for winter.", ["nicht"]),
        ("Ludwig van der Rohe built the house for the family.", []),
        ("They walked to the Plateau de Millevaches, where the salle des fêtes is.", []),
        ("She lives in Castilla y León and works for Der Spiegel.", []),
        ('He wrote "und" on the board and left the room.', []),
        ("The dish (pero without salt) is served cold.", []),
        ("The word pero means but in the old song.", []),
        ("sie sagte dass wir nicht mehr haben und auch nicht wird", []),
    ],
)
def test_function_words(text, quotes):
    """A function word counts between English words, not in names, terms, quotations, brackets, talk of words or whole foreign lines."""
    assert [quote for quote, _ in found("function", text)] == quotes


def test_everyday_words_need_company():
    """One foreign noun may be local colour; two are residue."""
    assert found("ordinary", "The gobierno will meet next week.") == []
    assert [quote for quote, _ in found("ordinary", "The gobierno will meet next week, if the lluvia stops.")] == ["gobierno", "lluvia"]


@pytest.mark.parametrize(
    ("text", "languages"),
    [
        ("The head of the κυβέρνηση said that talks go on.", ["el"]),
        ("The team from 서울 won by two goals.", ["ko"]),
        ("The head of 東京 said that talks go on.", ["ja", "zh"]),
        ("The town (Ελευσίνα) lies west of the capital.", []),
        ("The word κυβέρνηση is old.", []),
    ],
)
def test_other_letters(text, languages):
    """Words in other alphabets point to the languages that use them, unless they are explained."""
    assert sorted(code for _, codes in found("script", text) for code in codes) == languages


def test_a_word_of_many_languages_says_less_of_each():
    """Weights are shared among the languages that have the word."""
    one = dict(found("function", "The road was nicht ready for winter.")[0][1])
    many = dict(found("function", "The two met on Monday pero agreed on nothing.")[0][1])
    assert len(one) == 1
    assert set(many) >= {"es", "gl"}
    assert max(one.values()) > max(many.values())


def test_lexicon_has_no_english():
    """No word of the lexicon is a common English one; those few in the lexicon of forms stand there because translations left them in."""
    words = {word for kinds in LEXICON.values() for line in kinds.values() for word in line.split()}
    assert all(word == word.lower() and len(word) > 1 for word in words)
    assert {word for word in words if load_catalogue().commonness.get(word, 0.0) >= 50} == set()
    residue = set("los las del la les des der das mit bei vom unter auf und sind della".split())
    assert words & load_lexicon() <= residue
