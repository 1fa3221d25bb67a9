"""Finds entries that say the same about the same words: two rules with one span in the hit sentences of either.

Rules of one family for several languages are made one finding when a text is read, so they may share a trait. What may not be is the same wording twice in one
language and family, and the same claim from two families at one place, which would count twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from training.catalogue.english import English

from provenance.catalogue import Catalogue, Rule
from provenance.detectors import Detector
from provenance.model import Document
from provenance.text import prepare

_MARK = re.compile(r"\[\[(.*?)\]\](?!\])", re.DOTALL)


def find_overlaps(catalogue: Catalogue) -> dict[tuple[str, str], str]:
    """Give the pairs of codes with a quote that both report."""
    detector = Detector(catalogue.rules, catalogue)
    found: dict[tuple[str, str], str] = {}
    for rule in catalogue.rules:
        for case in rule.hits:
            text = prepare(Document(text=_MARK.sub(r"\1", case)), English())
            places: dict[tuple[int, int], dict[str, Rule]] = {}
            for hit in detector.find(text):
                places.setdefault((hit.start, hit.end), {})[hit.rule.code] = hit.rule
            for (start, end), rules in sorted(places.items()):
                for one, other in _pairs(sorted(rules)):
                    if _repeat(rules[one], rules[other]):
                        found.setdefault((one, other), text.normal[start:end])
    return dict(sorted(found.items()))


def _pairs(codes: list[str]) -> Iterator[tuple[str, str]]:
    for at, one in enumerate(codes):
        for other in codes[at + 1 :]:
            yield one, other


def _repeat(one: Rule, other: Rule) -> bool:
    """Tell whether two rules count the same thing twice."""
    if one.family == other.family:
        return one.group == other.group
    if set(one.weights.claims) & set(other.weights.claims) == {"translated"}:
        return bool(one.weights.translated.keys() & other.weights.translated.keys())
    return bool(set(one.weights.claims) & set(other.weights.claims))
