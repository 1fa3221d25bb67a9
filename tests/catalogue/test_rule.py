"""The schema refuses entries that lack something or contradict it."""

import re

import attrs
import pytest

from provenance.catalogue.loading import build_catalogue
from provenance.catalogue.rule import build_rule
from provenance.errors import CatalogueError, UnknownRuleError
from tests.rules import CATALOGUE, FAMILIES, TABLES, make_entry, make_rule


@pytest.mark.parametrize(
    "field", ["code", "name", "kind", "severity", "confidence", "mqm", "weights", "message", "reason", "basis", "source", "quotes", "hits", "misses"]
)
def test_every_field_is_required(field):
    """An entry without one of the required fields names it."""
    with pytest.raises(CatalogueError, match=rf"missing {field}"):
        build_rule(make_entry(**{field: None}), FAMILIES, "test.toml")


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"code": "XYZ001"}, "the code must be"),
        ({"code": "cal1"}, "the code must be"),
        ({"name": "Not Kebab"}, "kebab-case"),
        ({"kind": "magic"}, "unknown kind"),
        ({"patterns": None}, "nothing to look for"),
        ({"kind": "regex", "regex": "x", "patterns": None}, "nothing to look for"),
        ({"mqm": "MQMC_999999"}, "MQM"),
        ({"severity": "fatal"}, "unknown severity"),
        ({"confidence": 0}, "confidence"),
        ({"weights": {"translated": {"fr": 9.0}}}, "beyond"),
        ({"weights": {"translated": {"french": 1.0}}}, "language codes"),
        ({"weights": {}}, "no weight"),
        ({"weights": {"moon": 1.0}}, "unexpected keyword"),
        ({"quotes": "maybe"}, "quote policy"),
        ({"place": "middle"}, "unknown place"),
        ({"min_count": 0}, "min_count"),
        ({"message": " "}, "must not be empty"),
        ({"colour": "red"}, "unknown colour"),
        ({"hits": "one"}, "must be a list"),
    ],
)
def test_nonsense_is_refused(changes, words):
    """The message names the rule, the file and the trouble."""
    with pytest.raises(CatalogueError, match=f"(?s)test.toml.*{words}"):
        build_rule(make_entry(**changes), FAMILIES, "test.toml")


def test_language_and_group_come_from_the_code():
    """CAL-PT001 belongs to Portuguese and to the group CAL-PT."""
    assert (make_rule(code="CAL-PT001").language, make_rule(code="CAL-PT001").group) == ("pt", "CAL-PT")
    assert (make_rule().language, make_rule().group) == (None, "CAL")


def test_codes_stand_once():
    """The same code twice is an error, or is collected where troubles are asked for."""
    files = TABLES | {"rules/any/calques.toml": {"rule": [make_entry(), make_entry()]}}
    with pytest.raises(CatalogueError, match="stands twice"):
        build_catalogue("x", files)
    troubles: list[str] = []
    assert len(build_catalogue("x", files, troubles).rules) == 1
    assert len(troubles) == 1


def test_rules_are_found_by_code_name_and_former_code():
    """A renamed rule answers to its old name."""
    catalogue = build_catalogue("x", TABLES | {"rules/any/calques.toml": {"rule": [make_entry(aliases=["CAL900"])]}})
    assert catalogue.find("cal001") is catalogue.find("test-rule") is catalogue.find("CAL900")
    assert catalogue.select(("CAL",)) == catalogue.rules
    assert catalogue.select((), ("CAL0",)) == ()
    with pytest.raises(UnknownRuleError, match=re.escape("'CAL777'")):
        catalogue.find("CAL777")
    with pytest.raises(UnknownRuleError, match="ZZZ"):
        catalogue.select(("ZZZ",))


def test_name_of_several_rules_is_answered_by_their_codes():
    """A name that several rules share is an error that lists the codes."""
    shared = (make_rule(code="ACR-IT004", name="party-tags"), make_rule(code="ACR-RO003", name="party-tags"))
    catalogue = attrs.evolve(CATALOGUE, rules=shared)
    with pytest.raises(UnknownRuleError, match="2 rules are called 'party-tags'; give the code of one: ACR-IT004, ACR-RO003"):
        catalogue.find("party-tags")
    assert catalogue.find("acr-it004") is shared[0]


def test_family_conditions_are_the_rules_own():
    """What a family excludes, each of its rules excludes too."""
    idiom = make_rule(code="IDM001", unless=["cheese"])
    assert idiom.unless[0] == "cheese"
    assert any("proverb" in pattern for pattern in idiom.unless)
