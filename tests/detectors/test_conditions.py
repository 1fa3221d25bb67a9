"""Where a rule may fire."""

import pytest

from provenance import Document
from provenance.detectors import Detector
from provenance.text import prepare
from tests.rules import CATALOGUE, make_rule


def found(text: str, **changes) -> list[str]:
    """Give what a rule looking for `blue moon` reports under some conditions."""
    return [finding.quote for finding in Detector([make_rule(**changes)], CATALOGUE).detect(prepare(Document(text=text)))]


@pytest.mark.parametrize(
    ("text", "changes", "expected"),
    [
        ("He saw “a blue moon” and a blue moon.", {"quotes": "flag"}, 2),
        ("He saw “a blue moon” and a blue moon.", {"quotes": "skip"}, 1),
        ("He saw “a blue moon” and a blue moon.", {"quotes": "only"}, 1),
        ("Blue moon rises. A blue moon rises.", {"place": "opening"}, 1),
        ("“Blue moon,” he said.", {"place": "opening"}, 1),
        ("blue moon\n\nUnder a blue moon.", {"place": "line"}, 1),
        ("blue moon\n" + "line.\n" * 9 + "blue moon", {"place": "head"}, 1),
        ("blue moon\n" + "line.\n" * 9 + "blue moon", {"place": "tail"}, 1),
        ("A blue moon over Rome. A blue moon.", {"near": ["rome"]}, 1),
        ("A blue moon over Rome. A blue moon.", {"unless": ["rome"]}, 1),
        ("A blue moon. Rome.", {"requires_in_text": ["rome"]}, 1),
        ("A blue moon. Rome.", {"unless_in_text": ["rome"]}, 0),
        ("A blue moon. A blue moon.", {"min_count": 2}, 2),
        ("A blue moon.", {"min_count": 2}, 0),
    ],
)
def test_conditions(text, changes, expected):
    """Each condition keeps and drops the hits it should."""
    assert len(found(text, **changes)) == expected


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("A blue moon.", []),
        ("A blue moon and a cold front.", ["blue moon", "cold front"]),
        ("A grey, red, green, black, white, pink and blue moon.", []),
        ("Grey moon, red moon, green moon, black moon, white moon, pink moon.", []),
        ("Grey moon, red moon, green moon, black moon, white moon, pink moon, blue moon.", ["moon"] * 7),
    ],
)
def test_a_rule_that_needs_company_stands_alone_only_in_numbers(text, quotes):
    """One hit counts beside another rule's that speaks for a translation, or among seven different ones."""
    shy = make_rule(code="CAL-IT001", name="shy", patterns=["(grey|red|green|black|white|pink|blue) moon"], company=1)
    other = make_rule(code="CAL-FR001", name="other", patterns=["cold front"])
    hits = [finding.quote for finding in Detector([shy, other], CATALOGUE).detect(prepare(Document(text=text)))]
    assert [quote[-len(wanted) :] for quote, wanted in zip(hits, quotes, strict=True)] == quotes


def test_forms_carry_their_own_suggestion():
    """A form's meaning becomes the suggestion and fills the message."""
    rule = make_rule(patterns=None, forms={"Poutine": "Putin"}, message="'{quote}' is '{suggestion}'.")
    (finding,) = Detector([rule], CATALOGUE).detect(prepare(Document(text="Mr Poutine left.")))
    assert (finding.suggestion, finding.message) == ("Putin", "'Poutine' is 'Putin'.")


def test_shape_has_exceptions():
    """A word's shape is evidence unless it is an exception."""
    rule = make_rule(kind="shape", patterns=None, shapes=["[A-Z][a-z]{1,20}tchouk"], exceptions=["Kovaltchouk"])
    assert [f.quote for f in Detector([rule], CATALOGUE).detect(prepare(Document(text="Chevtchouk met Kovaltchouk.")))] == ["Chevtchouk"]


def test_expression_needs_its_trigger():
    """Without its trigger an expression is not even tried."""
    rule = make_rule(kind="regex", patterns=None, regex=r"\b\d{1,2}h\d{2}\b", triggers=["zzz"])
    assert found("At 14h30 he left.", kind="regex", patterns=None, regex=r"\b\d{1,2}h\d{2}\b", triggers=["h30"]) == ["14h30"]
    assert Detector([rule], CATALOGUE).detect(prepare(Document(text="At 14h30 he left."))) == ()


def test_the_longest_hit_of_a_group_stands():
    """Of two hits of one group of rules the shorter, inside the longer, is dropped; other groups keep theirs."""
    short = make_rule(code="CAL002", name="short", patterns=["moon"])
    other = make_rule(code="SEN001", name="other", patterns=["moon"])
    findings = Detector([make_rule(), short, other], CATALOGUE).detect(prepare(Document(text="a blue moon")))
    assert [(finding.rule, finding.quote) for finding in findings] == [("CAL001", "blue moon"), ("SEN001", "moon")]


def test_text_in_another_language_keeps_only_independent_traces():
    """In a French text English wording rules are silent, scraper traces are not."""
    french = "Le président a déclaré que les troupes resteraient dans la capitale jusqu'à la fin. blue moon"
    assert found(french) == []
    assert found(french, code="SCR001") == ["blue moon"]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("👩🏽‍🚒 saw a “blue moon” 🌕", "blue moon"),
        ("A\r\nblue moon\r\n", "blue moon"),
        ("A blu\u200be moon", "blu\u200be moon"),
        ("A bl\u00fae moon; a blue moon", "blue moon"),
    ],
)
def test_offsets_are_those_of_the_text_as_read(text, quote):
    """With emoji, CRLF and invisible characters the span still quotes the text."""
    rule = make_rule()
    (finding,) = Detector([rule], CATALOGUE).detect(prepare(Document(text=text)))
    assert text[finding.start : finding.end] == finding.quote == quote
    assert text[: finding.start].endswith(finding.prefix)
    assert text[finding.end :].startswith(finding.suffix)


def test_one_place_is_one_finding_for_all_its_languages():
    """Rules of one family for several languages that hit the same span become one finding with the weights of all."""
    french = make_rule(code="ACR-FR001", name="fr", patterns=None, forms={"OTAN": "NATO"}, weights={"translated": {"fr": 2.0}})
    spanish = make_rule(code="ACR-ES001", name="es", patterns=None, forms={"OTAN": "NATO"}, weights={"translated": {"es": 2.5, "fr": 1.0}})
    (finding,) = Detector([french, spanish], CATALOGUE).detect(prepare(Document(text="The OTAN summit.")))
    assert (finding.rule, finding.languages) == ("ACR-ES001", {"es": 2.5, "fr": 2.0})


ABOUT = "The translator laughed at the subtitles, a linguist wrote."


@pytest.mark.parametrize(
    ("text", "code", "expected"),
    [
        (f"{ABOUT} They said “a blue moon” all day.", "IDM001", 0),
        (f"{ABOUT} They said “a blue moon” all day.", "SEN001", 0),
        (f"{ABOUT} It was a blue moon all day.", "IDM001", 0),
        (f"{ABOUT} It was a blue moon all day.", "SEN001", 1),
        ("The translator laughed. They said “a blue moon” all day.", "IDM001", 1),
    ],
)
def test_examples_in_a_text_about_language_are_no_traces(text, code, expected):
    """What an article on translation quotes, and any idiom in it, is an example; the rest, and texts that merely name a translator, are looked at as ever."""
    assert len(found(text, code=code, quotes="flag")) == expected
