"""Weights from counts: what the corpora say about a rule replaces what its author believed, where they say enough.

Counts are documents with a hit, by class (`original`, `human-ru`, `machine-ru` …); training/measure_catalogue.py writes them to
`data/tables/measured.toml`. A weight is the log of a ratio of document frequencies with half a document added to each count
(Jeffreys smoothing), against English originals; for the machine, against human translations.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

import attrs

from provenance.catalogue.rule import CAPS, Rule, Weights

ENOUGH_HITS = 8  # in translations; fewer leave the author's weights
ENOUGH_DOCUMENTS = 100  # of a language
SMALLEST = 0.2
# Whole news articles. The Ukrainian documents are messages of thirty words, in which any rule is rare.
LANGUAGES = ("cs", "de", "fi", "fr", "ja", "ru", "zh")


def fit_rule(rule: Rule, measured: Mapping[str, Any]) -> Rule:
    """Give the rule with measured weights, or the rule itself where the counts say too little.

    Args:
        rule: As its author wrote it.
        measured: `documents` by class and `hits` by rule and class.

    """
    hits: Mapping[str, int] = measured["hits"].get(rule.code, {})
    documents: Mapping[str, int] = measured["documents"]
    if rule.basis != "expert" or not rule.weights.translated or sum(_both(hits, code) for code in LANGUAGES) < ENOUGH_HITS:
        return rule
    originals = _rate(hits.get("original", 0), documents["original"])
    translated = {code: weight for code, weight in rule.weights.translated.items() if code not in LANGUAGES}
    for code in LANGUAGES:
        size = _both(documents, code)
        if size < ENOUGH_DOCUMENTS:
            continue
        found = _both(hits, code)
        weight = math.log(_rate(found, size) / originals)
        if found < ENOUGH_HITS // 2:  # too few to raise a weight, enough to lower one
            weight = min(weight, rule.weights.translated.get(code, 0.0))
        if weight >= SMALLEST:
            translated[code] = round(min(weight, CAPS["measured"]), 2)
    machine = min(rule.weights.machine_translated, max(0.0, round(_machine(hits, documents), 2)))
    weights: Weights = attrs.evolve(rule.weights, translated=dict(sorted(translated.items())), machine_translated=machine)
    return attrs.evolve(rule, weights=weights, basis="measured")


def _both(counts: Mapping[str, int], code: str) -> int:
    """Give the count of human and machine translations from a language together."""
    return counts.get(f"human-{code}", 0) + counts.get(f"machine-{code}", 0)


def _rate(found: float, size: float) -> float:
    return (found + 0.5) / (size + 1.0)


def _machine(hits: Mapping[str, int], documents: Mapping[str, int]) -> float:
    """Log ratio of machine to human translations with a hit, over the languages in which the rule fires."""
    spoken = [code for code in LANGUAGES if _both(hits, code)]
    rates = [
        _rate(sum(hits.get(f"{by}-{code}", 0) for code in spoken), sum(documents.get(f"{by}-{code}", 0) for code in spoken))
        for by in ("machine", "human")
    ]
    return math.log(rates[0] / rates[1])
