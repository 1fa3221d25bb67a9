"""Undoing synonym spinning, as a caller sees it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance import Auditor, Document, audit, compare, despin
from provenance.spinning import Despun, Restoration
from tests.spinning.texts import PLAIN, SPUN, TRANSLATED_SPUN

UNSPUN = (
    "An hour later a university in the European capital gave a one-year grant to an honest woman from a UN agency.",
    "The Prime Minister told the court that the government had done nothing wrong, and the judge believed her.",
    "Ce texte n'est pas anglais, et personne ne doit y toucher, même si l'on y trouve le mot once.",
    "",
    " \n ",
    "🙂",
)


def test_spun_text_is_told_and_undone():
    """A spun article reads as spun; the words put back are those of the original."""
    despun = despin(SPUN)
    assert despun.spun
    assert {("bosom cancer", "breast cancer"), ("mentioned", "said"), ("by means of", "by")} <= {
        (each.quote, each.replacement) for each in despun.restorations
    }


def test_plain_text_stays():
    """The original of that article does not read as spun, and stays as it is."""
    despun = despin(PLAIN)
    assert not despun.spun
    assert despun.text == PLAIN


@pytest.mark.parametrize("text", UNSPUN)
def test_nothing_to_undo(text):
    """Originals, other languages and nothing at all are given back unchanged."""
    assert despin(text).text == text


def test_examples_in_quotation_marks_accuse_nobody():
    """Whoever writes about spinners quotes what they write."""
    text = "Spinners write “bosom cancer” for “breast cancer”, “by means of” for “by” and “sanatorium” for “hospital”. It is a nuisance, editors say."
    assert not despin(text).spun


@settings(deadline=None, max_examples=40)
@given(st.text(max_size=200) | st.lists(st.sampled_from([*SPUN.split(), "“", "\u200b", "\r\n", "e\u0301"]), max_size=80).map(" ".join))
def test_every_restoration_quotes_the_text(text):
    """Spans count code points of the text as read, do not overlap, and every span of the result leads back into it."""
    despun = despin(text)
    position = 0
    for each in despun.restorations:
        assert text[each.start : each.end] == each.quote
        assert each.start >= position
        position = each.end
    for start in range(len(despun.text)):
        first, last = despun.original(start, start + 1)
        assert 0 <= first < last <= len(text)
        if not despun.touches(start, start + 1):
            assert text[first:last] == despun.text[start]


def test_capitals_are_kept():
    """A restored word has the capitals of the word in its place."""
    despun = despin(SPUN)
    by_quote = {each.quote: each.replacement for each in despun.restorations}
    assert by_quote["High Minister"] == "Prime Minister"


def test_mapping_of_growing_and_shrinking_words():
    """Spans before, within and behind restorations of any length lead back."""
    pair = (
        Restoration(start=2, end=5, quote="leg", replacement="lengthy", confidence=0.9),
        Restoration(start=9, end=15, quote="sludge", replacement="mud", confidence=0.9),
    )
    despun = Despun(source="a leg of sludge here", restorations=pair)
    assert despun.text == "a lengthy of mud here"
    assert [despun.original(*span) for span in ((0, 1), (4, 6), (10, 12), (13, 16), (17, 21), (0, 21))] == [
        (0, 1),
        (2, 5),
        (6, 8),
        (9, 15),
        (16, 20),
        (0, 20),
    ]
    assert despun.touches(8, 10)
    assert not despun.touches(9, 13)


def test_audit_calls_it_spun_and_shows_why():
    """The audit gives the claim and the words; the original is left alone."""
    report = audit(SPUN)
    assert report.verdict.spun >= 0.9
    assert any(finding.rule == "SPN150" and finding.suggestion for finding in report.findings)
    assert all(SPUN[finding.start : finding.end] == finding.quote for finding in report.findings)
    assert audit(PLAIN).verdict.spun < 0.1


def test_translation_shows_beneath_the_spinner():
    """An artefact of translation that the spinner hid is found, at its place in the text as read."""
    report = audit(TRANSLATED_SPUN)
    beneath = [finding for finding in report.findings if "synonym program is undone" in finding.message]
    assert beneath
    assert all(TRANSLATED_SPUN[finding.start : finding.end] == finding.quote for finding in beneath)
    assert "translated" in {claim for finding in beneath for claim in finding.claims}


def test_compare_matches_the_copy_with_its_source():
    """A spun copy shares passages with its source, named spun, with spans in both texts as read."""
    story = compare([Document(id="source", text=PLAIN), Document(id="copy", text=SPUN)])
    assert any(passage.relation == "spun" for passage in story.passages)
    texts = {"source": PLAIN, "copy": SPUN}
    for passage in story.passages:
        for member in passage.members:
            assert texts[member.document][member.start : member.end] == member.quote


def test_auditor_undoes_with_the_same_errors():
    """An auditor's despin gives what the function gives."""
    assert Auditor().despin(SPUN) == despin(SPUN)
