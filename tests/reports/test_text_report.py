"""The report for people."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance import Document
from provenance.catalogue import load_catalogue
from provenance.catalogue.languages import language_name
from provenance.reports import render_report, render_story
from provenance.reports.display import Piece, make_safe, wrap
from provenance.reports.story import _short_names

TEXT = "The riots of Sunday (2) once morest the regime in place went on.\n\nPresident Poutine said so, and Poutine meant it."


@pytest.fixture(scope="module")
def audited(auditor):
    """Give a document with findings, and its report."""
    document = Document(id="wire.txt", text=TEXT)
    return auditor.audit(document), document


def test_artefacts_are_marked_in_the_running_text(audited):
    """Every finding is marked and numbered, and its rule stands in the margin."""
    report, document = audited
    shown = render_report(report, document, width=400)
    for number, finding in enumerate(report.findings, start=1):
        assert f"⟦{finding.quote}⟧{number}" in shown or f"⟨{number}⟩" in shown
        assert f"{number} {finding.rule}" in shown


def test_artefact_over_two_lines_is_marked_on_both(auditor):
    """What begins on one line and ends on the next is marked on each."""
    document = Document(text="The vote is on Sunday.\n\nFind the best jobs now and\nbe notified by email.\n\nThe polls close at eight.")
    shown = render_report(auditor.audit(document), document)
    assert "⟦Find the best jobs now and⟧" in shown
    assert "⟦be notified by email" in shown


def test_plain_has_no_escape_codes_and_colour_has(audited):
    """Colour only where asked for; without it the words are the same."""
    report, document = audited
    plain, coloured = render_report(report, document), render_report(report, document, colour=True)
    assert "\x1b" not in plain
    assert "\x1b[" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == plain


@pytest.mark.parametrize("width", [40, 80, 100, 140])
def test_lines_fit_the_terminal(audited, width):
    """The running text and its notes keep to the width."""
    report, document = audited
    shown = render_report(report, document, width=width)
    assert all(len(line) <= width for line in shown.splitlines() if "⟦" in line or "│" in line)


def test_narrow_terminal_has_notes_below(audited):
    """On a narrow terminal there is no margin column."""
    report, document = audited
    assert "│" not in render_report(report, document, width=60)
    assert "│" in render_report(report, document, width=110)


def test_hostile_text_cannot_act_on_the_terminal(auditor):
    """Escape sequences, bidirectional overrides and lone surrogates come out harmless, in id, text and notes."""
    document = Document(id="evil\x1b]0;title\x07.txt", text="Poutine \x1b[2J \u202egnirts\u202c of Sunday (2)\r\x9b31m and \ud800 Poutine")
    shown = render_report(auditor.audit(document), document, colour=False)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\ud800-\udfff]", shown)


def test_clean_text_says_that_nothing_proves_an_original(auditor):
    """No finding is no proof, and the report says so."""
    document = Document(text="The council met on Tuesday and agreed to mend the roof before the rain came back.")
    assert "no proof" in render_report(auditor.audit(document), document)


def test_story_shows_each_wording(auditor):
    """Every member of a passage is quoted under its document."""
    quote = "“The reservoir above Kelmscott will be empty by the ninth of August,” the engineer Odile Brandt said."
    story = auditor.compare([Document(id="left", text=quote), Document(id="right", text="It rained. " + quote)])
    shown = render_story(story)
    assert "left" in shown
    assert "right" in shown
    assert shown.count("Kelmscott") == 2


def test_story_says_where_versions_differ(auditor):
    """A figure that two versions of a sentence give differently is listed with both."""
    left = "Fourteen people were killed and 230 were injured when the ferry Halcyon struck the pier at Port Ansel on Friday, the coast guard said."
    right = "Fourteen people were killed and 320 were injured when the ferry Halcyon struck the pier at Port Ansel on Friday, the coast guard said."
    shown = render_story(auditor.compare([Document(id="left", text=left), Document(id="right", text=right)]), width=200)
    assert "Where they differ" in shown
    assert "230" in shown.split("Where they differ")[1]


def test_shared_folders_are_left_out(auditor):
    """Documents of one folder are shown by their own names."""
    story = auditor.compare([Document(id="wire/today/left.txt", text="One."), Document(id="wire/today/right.txt", text="Two.")])
    assert _short_names([document.id for document in story.documents]) == {"wire/today/left.txt": "left.txt", "wire/today/right.txt": "right.txt"}


@given(st.lists(st.text(alphabet="ab c\n漢", max_size=30), max_size=5), st.integers(min_value=5, max_value=40))
def test_wrapping_loses_no_word(texts, width):
    """Wrapping changes white space only."""
    lines = wrap([Piece(text) for text in texts], width)
    assert "".join("".join(line.plain for line in lines).split()) == "".join("".join(texts).split())
    assert all(line.cell_len <= width for line in lines)


def test_line_ends_of_windows_are_not_shown(auditor):
    """A carriage return is a line end, not damage."""
    document = Document(text="Mr Poutine spoke.\r\nHe left on Sunday (2).\r\n")
    shown = render_report(auditor.audit(document), document)
    assert "⟦Sunday (2)⟧" in shown
    assert "�" not in shown


def test_notes_stand_level_with_their_artefacts(auditor):
    """However many artefacts one line has, each note comes no higher than its mark, and none is lost."""
    document = Document(text="Mr Poutine spoke of it on Sunday (2) and left. " * 40)
    report = auditor.audit(document)
    lines = render_report(report, document, width=110).splitlines()
    for number in range(1, len(report.findings) + 1):
        mark = next((row for row, line in enumerate(lines) if f"⟧{number} " in line or f"⟧{number}," in line), 0)
        note = next(row for row, line in enumerate(lines) if f"│ {number} " in line)
        assert note >= mark


def test_every_language_of_the_catalogue_has_a_name():
    """No code without a name reaches a reader."""
    catalogue = load_catalogue()
    codes = {code for rule in catalogue.rules for code in rule.weights.translated} | {outlet.language for outlet in catalogue.outlets.values()}
    assert [code for code in sorted(codes) if language_name(code) == code] == []


def test_safe_keeps_length():
    """One character for one, so that offsets stay."""
    assert make_safe("a\x1bb\tc\u200b") == "a�b c�"
    assert make_safe("a\r\nb\u2028c\u061cd\xade") == "a  b c�d�e"
