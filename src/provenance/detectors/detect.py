"""Runs all detectors over a text and turns their hits into findings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import attrs

from provenance.catalogue import Catalogue, Rule
from provenance.catalogue.typology import mnemonic
from provenance.detectors.checks import CHECKS
from provenance.detectors.conditions import Conditions
from provenance.detectors.expressions import ExpressionIndex
from provenance.detectors.hits import Hit
from provenance.detectors.phrases import PhraseIndex
from provenance.detectors.shapes import ShapeIndex
from provenance.errors import CatalogueError
from provenance.model import Category, Finding
from provenance.text import Text

# What still means something in a text that is not English: traces of machines and carriers, not of wording.
LANGUAGE_INDEPENDENT = frozenset({"credits", "scraper", "datelines"})


class Detector:
    """The rules of a catalogue, compiled; use one for many texts, from any thread."""

    def __init__(self, rules: Sequence[Rule], catalogue: Catalogue) -> None:
        """Compile the rules.

        Args:
            rules: Those to apply.
            catalogue: Where word classes and tables come from.

        Raises:
            CatalogueError: a pattern is malformed or a check is unknown.

        """
        self._catalogue = catalogue
        patterns = [(pattern, (rule, None)) for rule in rules for pattern in rule.patterns]
        forms = [(form, (rule, meaning)) for rule in rules for form, meaning in rule.forms.items()]
        self._phrases: PhraseIndex[tuple[Rule, str | None]] = PhraseIndex([*patterns, *forms], catalogue)
        self._expressions = ExpressionIndex(rules)
        self._shapes = ShapeIndex(rules)
        self._conditions = Conditions(rules, catalogue)
        self._checks = [rule for rule in rules if rule.check]
        for rule in self._checks:
            if rule.check not in CHECKS:
                msg = f"Rule {rule.code} asks for the check {rule.check!r}, which does not exist; there are {', '.join(sorted(CHECKS))}."
                raise CatalogueError(msg)

    def detect(self, text: Text) -> tuple[Finding, ...]:
        """Give the findings in a text, in the order of their spans."""
        return tuple(_finding(hit, text) for hit in _drop_shadowed(_merge(self.find(text))))

    def find(self, text: Text) -> list[Hit]:
        """Give the hits of every rule that meet its conditions, before those of several rules at one place are made one."""
        hits = self._hits(text)
        if text.language.code not in ("en", "und"):
            hits = (hit for hit in hits if hit.rule.family in LANGUAGE_INDEPENDENT)
        return self._conditions.apply(hits, text)

    def _hits(self, text: Text) -> Iterator[Hit]:
        tokens = text.tokens
        for first, last, (rule, meaning) in self._phrases.find(tokens):
            yield Hit(rule, tokens.starts[first], tokens.ends[last - 1], suggestion=meaning or None)
        yield from self._expressions.find(text.normal)
        yield from self._shapes.find(tokens)
        for rule in self._checks:
            yield from CHECKS[rule.check or ""](rule, text, self._catalogue)


def _merge(hits: Sequence[Hit]) -> list[Hit]:
    """Make one of the hits that rules of one family, for several languages, have on the same span: the strongest, speaking for all the languages."""
    places: dict[tuple[str, int, int], list[Hit]] = {}
    for hit in hits:
        places.setdefault((hit.rule.family, hit.start, hit.end), []).append(hit)
    merged = []
    for together in places.values():
        best = max(together, key=lambda hit: (max(_languages(hit).values(), default=0.0), hit.rule.confidence, hit.rule.code))
        if len(together) > 1:
            languages: dict[str, float] = {}
            for hit in together:
                for code, weight in _languages(hit).items():
                    languages[code] = max(weight, languages.get(code, weight))
            best = attrs.evolve(best, languages=languages)
        merged.append(best)
    return merged


def _languages(hit: Hit) -> Mapping[str, float]:
    """Give the weights for source languages: the hit's own, or its rule's."""
    return hit.rule.weights.translated if hit.languages is None else hit.languages


def _drop_shadowed(hits: Sequence[Hit]) -> list[Hit]:
    """Keep the longest of the hits that one group of rules has at one place, in the order of the text."""
    kept: list[Hit] = []
    reach: dict[str, int] = {}
    for hit in sorted(hits, key=lambda hit: (hit.start, -hit.end, -hit.rule.confidence, hit.rule.code)):
        if hit.end <= reach.get(hit.rule.group, -1):
            continue
        reach[hit.rule.group] = hit.end
        kept.append(hit)
    return kept


def _finding(hit: Hit, text: Text) -> Finding:
    rule = hit.rule
    start, end = text.span(hit.start, hit.end)
    prefix, quote, suffix = text.quote(start, end)
    suggestion = hit.suggestion or rule.suggestion
    message = (hit.message or rule.message).replace("{quote}", quote).replace("{suggestion}", suggestion or "")
    return Finding(
        rule=rule.code,
        name=rule.name,
        start=start,
        end=end,
        quote=quote,
        prefix=prefix,
        suffix=suffix,
        claims=rule.weights.claims,
        category=Category(mqm=rule.mqm, name=mnemonic(rule.mqm)),
        severity=rule.severity,
        confidence=rule.confidence,
        languages=dict(sorted(_languages(hit).items())),
        source_phrase=hit.source_phrase or rule.source_phrase,
        suggestion=suggestion,
        message=message,
        sources=(*rule.sources, *hit.sources),
    )
