"""Readings of whole texts."""

import json
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.model import Document
from provenance.stylometry import read
from provenance.text import prepare

ORIGINAL = (
    "The council voted on Tuesday night to close the swimming pool, a decision that left many residents fuming. “It’s a disgrace,” said Ann Hobbs, who has taken "
    "her kids there for years. She isn’t alone: more than 2,000 people signed a petition, and dozens packed the public gallery to jeer as the votes were counted. "
    "Councillors said they had little choice. The boiler is shot, the roof leaks, and fixing both would cost twice what the town spends on roads each year. "
    "But critics aren’t buying it. They point out that the council found money for a new car park last spring, and they want to know why no one bothered to ask for bids. "
)


def reading(text, **options):
    """Read a text."""
    return read(prepare(Document(text=text)), **options)


@pytest.mark.parametrize("text", ["Stop.", "The minister said no. " * 3, "Der Minister sagte am Montag, dass die Brücke geschlossen werde. " * 20])
def test_too_little_english_gives_no_reading(text):
    """Short texts and other languages are refused with a sentence, and every ratio is 0."""
    found = reading(text)
    assert found.abstained
    assert (found.translated, found.machine, found.round_trip, found.sources, found.traits) == (0.0, 0.0, 0.0, {}, ())


def test_idiomatic_local_news_does_not_read_as_translated():
    """An English original of 150 words stays on its side."""
    assert reading(ORIGINAL).translated < 0.5


def test_typography_and_layout_change_nothing():
    """Straight quotes and one sentence a line give the same reading."""
    plain = ORIGINAL.translate(str.maketrans("“”’", '""\''))
    assert reading(plain).translated == reading(ORIGINAL).translated
    assert reading(ORIGINAL.replace(". ", ".\n")).translated == pytest.approx(reading(ORIGINAL).translated, abs=0.3)


def test_names_carry_nothing():
    """Other people in other towns on other days read the same."""
    moved = ORIGINAL.replace("Ann Hobbs", "Ivan Petrov").replace("Tuesday", "Friday").replace("2,000", "7,500")
    assert reading(moved).translated == reading(ORIGINAL).translated


def test_traits_can_be_shown_in_the_text():
    """Every trait has spans within the text and a sentence with its count."""
    found = reading(ORIGINAL, traits=5)
    assert found.traits
    assert any(trait.weight < 0 for trait in found.traits)
    for trait in found.traits:
        assert trait.spans
        assert all(0 <= start < end <= len(ORIGINAL) for start, end in trait.spans)
        assert trait.ratio > 1
        assert trait.reason.endswith("its rate in English news" if trait.weight > 0 else "its rate in translated news")


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=400))
def test_any_text_can_be_read(text):
    """No input raises, whatever it holds."""
    found = reading(text + " the of and that was with which" * 10)
    assert abs(found.translated) <= 5.0


def test_the_same_text_gives_the_same_reading_in_any_process():
    """Hash seeds do not matter."""
    code = (
        "import sys, json; from provenance.stylometry import read; from provenance.text import prepare; from provenance.model import Document;"
        "r = read(prepare(Document(text=sys.argv[1]))); print(json.dumps([r.translated, dict(r.sources), [t.reason for t in r.traits]]))"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", code, ORIGINAL],
            check=True,
            capture_output=True,
            text=True,
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)},
        ).stdout
        for seed in ("0", "1")
    }
    assert len(runs) == 1
    assert json.loads(runs.pop())[0] == reading(ORIGINAL).translated


def test_annotated_originals_are_not_accused(shared):
    """Opinion, sport, science, Indian, Nigerian and Philippine English: none beyond weak evidence, most on the original's side."""
    rows = [json.loads(line) for line in (shared / "gold/singles/docs.jsonl").read_text(encoding="utf-8").splitlines()]
    ratios = [reading(row["text"]).translated for row in rows if not row["translated"]]
    assert ratios
    assert max(ratios) < 1.5
    assert sum(ratio <= 0 for ratio in ratios) > len(ratios) / 2
