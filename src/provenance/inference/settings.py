"""The numbers by which evidence is weighed, from the catalogue's table `weighing`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

import attrs

from provenance.catalogue import Catalogue


@attrs.frozen(kw_only=True)
class Settings:
    """Priors and saturation; each field is explained in `data/tables/weighing.toml`."""

    translated: float
    machine_translated: float
    spun: float
    republished: float
    two_hops: float
    languages: Mapping[str, float]
    spun_again: float
    again: float
    beside: float
    cap: float
    spill: float
    local_cap: float
    local_families: frozenset[str]
    local_rules: frozenset[str]
    style_news: float
    style_other: float
    reporting: float


@lru_cache(maxsize=4)
def load_settings(catalogue: Catalogue) -> Settings:
    """Read the settings of a catalogue."""
    table = catalogue.tables["weighing"]
    prior = table["prior"]
    total = sum(prior["languages"].values())
    return Settings(
        translated=prior["translated"],
        machine_translated=prior["machine_translated"],
        spun=prior["spun"],
        republished=prior["republished"],
        two_hops=prior["two_hops"],
        languages={code: share / total for code, share in sorted(prior["languages"].items())},
        spun_again=table["chain"]["spun_again"],
        local_cap=table["local"]["cap"],
        local_families=frozenset(table["local"]["families"]),
        local_rules=frozenset(table["local"]["also"]),
        style_news=table["style"]["news"],
        style_other=table["style"]["other"],
        reporting=table["style"]["reporting"],
        **table["saturation"],
    )
