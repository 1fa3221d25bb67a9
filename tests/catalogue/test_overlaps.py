"""No two entries say the same about the same words, but for the pairs that are known."""

from pathlib import Path

import attrs
from training.catalogue.overlaps import find_overlaps

from provenance.catalogue import load_catalogue
from tests.rules import CATALOGUE, make_rule

LISTED = Path(__file__).with_name("overlaps.tsv")


def test_overlapping_pairs_are_those_that_are_listed():
    """A new pair is refused, and a pair that is gone leaves the list (`python training/list_overlaps.py --write`)."""
    listed = {tuple(line.split("\t")[:2]) for line in LISTED.read_text(encoding="utf-8").splitlines() if not line.startswith("#")}
    found = find_overlaps(load_catalogue())
    assert {pair: found[pair] for pair in sorted(found.keys() - listed)} == {}
    assert sorted(listed - found.keys()) == []


def pairs(*rules):
    """Give the overlaps among these rules."""
    return list(find_overlaps(attrs.evolve(CATALOGUE, rules=rules)))


def test_same_wording_twice_is_found():
    """Two entries of one language and family, and one claim from two families; languages of one family may share a trait."""
    one = make_rule(code="CAL-FR001")
    assert pairs(one, make_rule(code="CAL-FR002")) == [("CAL-FR001", "CAL-FR002")]
    assert pairs(one, make_rule(code="IDM-FR001")) == [("CAL-FR001", "IDM-FR001")]
    assert pairs(one, make_rule(code="CAL-DE001", weights={"translated": {"de": 2.0}})) == []
    assert pairs(one, make_rule(code="SCR001", weights={"republished": 2.0})) == []
