"""Lines that every English page carries are no traces of a foreign page."""

import pytest

from provenance import Auditor
from provenance.catalogue import load_catalogue
from provenance.detectors.furniture import Furniture

TABLE = load_catalogue().tables["english_furniture"]
FURNITURE = Furniture(TABLE)
LABEL = 0.8  # what a caption `Illustrative photo`, which Israeli papers have as well, may say
BODY = "The council met on Tuesday to discuss the plan, and members said they would vote again next week.\n\n"


def show(entry: str, name: str) -> str:
    """Give a line that an entry stands for."""
    return f"• {entry} 7 a".replace("#", "5") if name == "openings" else entry.replace("#", "5").capitalize()


@pytest.mark.parametrize(
    ("line", "ordinary"),
    [
        ("Read more", True),
        ("▶ READ MORE:", True),
        ("Read more: Council votes to close library", True),
        ("READ ALSO: Fuel queues return", True),
        ("Read also: The dam that leaked", False),
        ("3 min read", True),
        ("Published 14 November 2023", True),
        ("Published in 12/03/2021 at 14h05", False),
        ("Subscribe to our newsletter", True),
        ("Subscribe to us in Yandex.Zen.", False),
        ("Read mores", False),
        ("", False),
        ("Correction: " + "an earlier version misspelled a name " * 8, False),
    ],
)
def test_ordinary_lines_are_known(line, ordinary):
    """A line of English pages is known with its arrows, numbers and headline; one that no English page carries, and a paragraph, is not."""
    assert FURNITURE.is_ordinary(line) is ordinary


def test_every_entry_is_in_the_form_that_lines_are_compared_in():
    """An entry with capitals, digits or loose ends would never match; none stands twice."""
    for name in ("whole", "openings"):
        assert len(TABLE[name]) == len(set(TABLE[name]))
        assert [entry for entry in TABLE[name] if not FURNITURE.is_ordinary(show(entry, name))] == []


def test_a_page_full_of_furniture_is_accused_of_nothing():
    """An English original that was scraped with all its menus and labels stays an original."""
    page = BODY.join("\n".join(show(entry, name) for entry in TABLE[name]) for name in ("openings", "whole"))
    report = Auditor().audit(page)
    weights = [item.weights for item in report.evidence if item.kind == "finding" and item.claim == "translated"]
    assert [weight for each in weights for code, weight in each.items() if code != "en" and weight > LABEL] == []
    assert report.verdict.translated < 0.05
