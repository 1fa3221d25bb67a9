"""Input that nobody would send on purpose."""

from __future__ import annotations

import pytest

from provenance.matching import Matcher
from provenance.matching.candidates import find_candidates
from provenance.matching.lexicon import Lexicon
from provenance.matching.reading import read_text
from tests.matching.helpers import FERRY, GARDEN, passages, texts

SCRIPTS = [
    "Привет мир, это проверка. ",
    "你好世界这是一个测试。",
    "مرحبا بالعالم هذا اختبار. ",
    "Γειά σου κόσμε. ",
    "हैलो वर्ल्ड यह एक परीक्षण है। ",
    "こんにちは世界。",
    "안녕하세요 세계. ",
    "שלום עולם. ",
    "สวัสดีชาวโลก ",
    "გამარჯობა მსოფლიო. ",
]


@pytest.mark.parametrize("contents", [(), ("",), ("", ""), ("", FERRY), (" \n\t", "\u200b", "…!?"), ("a", "a")], ids=repr)
def test_next_to_nothing(contents: tuple[str, ...]):
    """No text, empty text and text without words share nothing."""
    assert passages(*contents) == ()


@pytest.mark.parametrize("script", SCRIPTS)
def test_scripts(script: str):
    """Texts in other scripts are compared without complaint."""
    for passage in passages(script * 20, FERRY + script * 3):
        assert all(member.quote for member in passage.members)


def test_one_sentence_repeated_introduces_nobody():
    """A sentence that a text repeats without end makes no candidates, so that work does not grow with its square."""
    prepared = texts(FERRY * 300, FERRY * 300)
    lexicon = Lexicon()
    assert len(find_candidates([read_text(text, lexicon) for text in prepared], lexicon, 5.0).one) <= 3_000
    assert Matcher().find_matches(prepared) is not None


@pytest.mark.parametrize(("one", "other"), [(400, 400), (400, 1), (1, 400), (300, 400)])
def test_one_sentence_repeated_matches_itself(one: int, other: int):
    """Texts of one repeated sentence share it, from one end to the other of the shorter one."""
    sentence = "The ferry Astrid sank off Kalmoy on Tuesday night with 48 sheep and three crewmen on board. "
    [match] = Matcher().find_matches(texts(sentence * one, sentence * other))
    assert match.relation == "verbatim"
    assert match.a_end - match.a_start == match.b_end - match.b_start == len(sentence) * min(one, other) - 2


def test_what_is_not_repeated_counts_beside_it():
    """A sentence that stands once is found behind one that is repeated without end."""
    filler, sentence = "Nothing happened here today. ", "The ferry Astrid sank off Kalmoy with 48 sheep and three crewmen on board."
    matches = Matcher().find_matches(texts(filler * 500 + sentence, GARDEN + " " + sentence))
    assert any(match.b_end - match.b_start >= len(sentence) - 1 for match in matches)


def test_near_identical_texts_stay_linear():
    """Texts that differ in a number only make candidates in proportion to their count, not to its square."""

    def count(size: int) -> int:
        lexicon = Lexicon()
        prepared = texts(*(f"{FERRY} This is bulletin number {at} of the harbour office at Oberried." for at in range(size)))
        return len(find_candidates([read_text(text, lexicon) for text in prepared], lexicon, 5.0).one)

    assert count(600) <= 3 * max(count(300), 1)


def test_one_text_twice_under_two_names():
    """A text given twice is one passage, however long its sentences go on without an end."""
    endless = "sheep wreck divers harbour Kalmoy mate " * 2_000
    assert len(passages(endless, endless)) <= 1


def test_boilerplate_is_no_passage():
    """Notices that hundreds of texts carry make few candidates and no passage."""
    notice = "Sign up for the letter of the harbour museum and read about wrecks, ferries and sheep every Friday."
    prepared = texts(*(f"{notice} Number {at}." for at in range(400)))
    lexicon = Lexicon()
    assert len(find_candidates([read_text(text, lexicon) for text in prepared], lexicon, 5.0).one) < 24 * len(prepared)
    assert Matcher().find_matches(prepared) == []
