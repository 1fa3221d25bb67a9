"""The reference pages are those of the catalogue, and every finding's code leads to one."""

import pytest
from docs.make_rules import DOCS, block, escape, make_pages, read_mined, read_precision

from provenance.catalogue import load_catalogue
from provenance.catalogue.pages import page_of

PAGES = make_pages(load_catalogue(), read_mined(), read_precision())


def test_pages_are_fresh():
    """Every page on disk is what the catalogue gives, byte by byte (`python docs/make_rules.py`)."""
    stale = [name for name, content in PAGES.items() if not (DOCS / name).exists() or (DOCS / name).read_bytes() != content.encode("utf-8")]
    left_over = [path.name for path in (DOCS / "rules").glob("*.md") if f"rules/{path.name}" not in PAGES]
    assert (stale[:10], left_over[:10]) == ([], [])


def test_every_rule_has_a_page_and_stands_in_both_indexes():
    """The page of a code is where reports say it is."""
    for rule in load_catalogue().rules:
        assert page_of(rule.code).removeprefix("docs/") in PAGES
        link = f"[{rule.code}]({rule.code}.md)"
        assert link in PAGES[f"rules/language-{rule.language or 'any'}.md"]
        assert link in PAGES[f"rules/family-{rule.family}.md"]


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("a|b", r"a\|b"),
        ("*very* _odd_", r"\*very\* \_odd\_"),
        ("<script>&amp;", r"\<script\>\&amp;"),
        ("two\n\nlines", "two ⏎  ⏎ lines"),
        ("1. first", r"1\. first"),
        ("- dash", r"\- dash"),
        ("[link](x)", r"\[link\](x)"),
    ],
)
def test_text_stands_as_it_is(text, escaped):
    """Nothing in a message or case can become markup."""
    assert escape(text) == escaped


def test_fence_is_longer_than_what_it_holds():
    """A pattern with backticks does not end its block."""
    assert block(["a ``` b"])[0] == "````text"
