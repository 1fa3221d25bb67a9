"""Every rule finds its hits, exactly as marked, and leaves its near-misses alone."""

import contextlib
import re
from collections.abc import Iterator
from functools import lru_cache

import pytest

from provenance.catalogue import Rule
from provenance.catalogue.loading import build_catalogue, data_files, parse_file
from provenance.catalogue.rule import build_rule
from provenance.detectors import Detector
from provenance.errors import CatalogueError
from provenance.model import Document, LanguageGuess
from provenance.text import prepare

CONTENTS = {name: entry.read_bytes() for name, entry in data_files()}
TABLES = {name: parse_file(name, data) for name, data in CONTENTS.items() if name.startswith("tables/")}
CATALOGUE = build_catalogue("test", TABLES)  # without rules: one damaged file must not hide the others
FAMILIES = TABLES["tables/families.toml"]["family"]


def sound_rules() -> Iterator[Rule]:
    """Yield the rules whose entries can be read."""
    for name, data in CONTENTS.items():
        if name.startswith("rules/"):
            with contextlib.suppress(CatalogueError):
                for entry in parse_file(name, data)["rule"]:
                    with contextlib.suppress(CatalogueError):
                        yield build_rule(entry, FAMILIES, name)


RULES = list(sound_rules())
MARK = re.compile(r"\[\[(.*?)\]\](?!\])", re.DOTALL)


class English:
    """Cases are too short for an identifier: take them as English."""

    def identify(self, normal, tokens):
        """Say English."""
        return LanguageGuess(code="en", confidence=1.0)


@lru_cache(maxsize=4)
def detector_of(code: str) -> Detector:
    """Compile one rule, once for all its cases."""
    return Detector([rule for rule in RULES if rule.code == code][:1], CATALOGUE)


def quotes_found(rule: Rule, case: str) -> list[str]:
    """Give what the rule reports in a case."""
    text = prepare(Document(text=case), English())
    return [finding.quote for finding in detector_of(rule.code).detect(text)]


def label(rule: Rule) -> str:
    """Name a rule's test so that -k selects by code, language or family."""
    return f"{rule.code}-{rule.language or 'any'}-{rule.family}"


@pytest.mark.parametrize("name", [name for name in CONTENTS if name.startswith("rules/")])
def test_file_follows_the_schema(name):
    """Every entry of a file can be read and stands in the file of its language."""
    language = name.split("/")[1]
    for entry in parse_file(name, CONTENTS[name])["rule"]:
        rule = build_rule(entry, FAMILIES, name)
        assert rule.language == (None if language == "any" else language)


def test_codes_are_unique():
    """A code stands once in the whole catalogue."""
    codes = [rule.code for rule in RULES]
    assert len(codes) == len(set(codes)), sorted({code for code in codes if codes.count(code) > 1})


@pytest.mark.parametrize("rule", RULES, ids=label)
def test_rule_fires_on_its_hits(rule):
    """A hit is found at exactly the marked span(s)."""
    assert len(rule.hits) >= 2
    for case in rule.hits:
        expected = MARK.findall(case)
        assert expected, f"no [[mark]] in {case!r}"
        assert quotes_found(rule, MARK.sub(r"\1", case)) == expected, case


@pytest.mark.parametrize("rule", RULES, ids=label)
def test_rule_leaves_its_near_misses(rule):
    """Good English that a naive rule would flag stays unflagged."""
    assert len(rule.misses) >= 2
    for case in rule.misses:
        assert not MARK.search(case)
        assert quotes_found(rule, case) == [], case
