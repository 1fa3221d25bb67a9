"""Makes rules for tests."""

from typing import Any

from provenance.catalogue import Catalogue, Rule
from provenance.catalogue.loading import build_catalogue, data_files, parse_file
from provenance.catalogue.rule import build_rule

TABLES = {name: parse_file(name, entry.read_bytes()) for name, entry in data_files() if name.startswith("tables/")}
FAMILIES = TABLES["tables/families.toml"]["family"]
CATALOGUE: Catalogue = build_catalogue("test", TABLES)  # tables, but no rules


def make_entry(**changes: Any) -> dict[str, Any]:
    """Give a complete entry with some fields changed; None removes one."""
    entry = {
        "code": "CAL001",
        "name": "test-rule",
        "kind": "phrase",
        "patterns": ["blue moon"],
        "quotes": "flag",
        "severity": "minor",
        "confidence": 0.9,
        "mqm": "MQMC_306000",
        "weights": {"translated": {"fr": 2.0}},
        "message": "'{quote}' is odd.",
        "reason": "For the test.",
        "basis": "expert",
        "source": "none",
        "hits": ["a [[blue moon]]", "the [[blue moon]]"],
        "misses": ["a moon", "blue"],
    }
    return {key: value for key, value in (entry | changes).items() if value is not None}


def make_rule(**changes: Any) -> Rule:
    """Give a rule with some fields changed."""
    return build_rule(make_entry(**changes), FAMILIES, "test.toml")
