"""Turns findings into evidence: grouped by rule, saturated, capped.

The tenth `-ov` name says little after the second, and rules of one family tend to fire together. So further hits of one rule count less and less,
the same quote again counts nothing, further rules of one family count less, and no family outweighs its cap. Party tags, local acronyms, titles and institutions come from the place a text is about, whoever wrote it: they are weighed as one family.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence

import attrs

from provenance.catalogue import Rule
from provenance.inference.settings import Settings
from provenance.model import Claim, Evidence, Finding

DIGITS = 4
LOCAL = "local"  # families of local colour are weighed as one
_SCALAR: tuple[Claim, ...] = ("machine_translated", "spun", "republished")


@attrs.frozen
class _Stack:
    """All findings of one rule."""

    rule: Rule
    findings: tuple[int, ...]
    languages: Mapping[str, float]


def weigh(findings: Sequence[Finding], rules: Mapping[str, Rule], settings: Settings, quoted: Container[int] = ()) -> tuple[Evidence, ...]:
    """Give the priors and the evidence of the findings.

    Args:
        findings: In the order of the report; evidence refers to them by index.
        rules: Every rule that has a finding, by code.
        settings: Priors and saturation.
        quoted: Indexes of the findings that stand inside quotation marks.

    """
    stacks = _stack(findings, rules)
    languages = {code for stack in stacks for code in stack.languages}
    evidence = [*_priors(settings, languages)]
    for claim in ("translated", *_SCALAR):
        families: dict[str, list[_Stack]] = defaultdict(list)
        for stack in stacks:
            if _weights(stack, claim, settings):
                families[LOCAL if claim == "translated" and _is_local(stack, settings, quoted) else stack.rule.family].append(stack)
        for family in sorted(families):
            weighed = _weigh_family(families[family], claim, settings, findings)
            evidence.extend(weighed)
            if family == LOCAL:
                evidence.extend(_hold_back(weighed, settings))
    return tuple(evidence)


def _is_local(stack: _Stack, settings: Settings, quoted: Container[int]) -> bool:
    """Tell whether findings are local colour: what a translation keeps, but an English-language outlet in the country, or a correspondent, writes too.

    Correspondents like to give an idiom as they heard it, so idioms that occur inside quotation marks alone are local colour.
    """
    rule = stack.rule
    if rule.family == "idioms":
        return all(index in quoted for index in stack.findings)
    if rule.code in settings.local_rules:
        return True
    return rule.family in settings.local_families and not rule.weights.machine_translated and not rule.weights.original


def _hold_back(weighed: Sequence[Evidence], settings: Settings) -> list[Evidence]:
    """Give an English original what local colour says beyond its cap: it still tells the languages apart, but not a translation from a correspondent."""
    sums: dict[str, float] = defaultdict(float)
    for item in weighed:
        for hypothesis, weight in item.weights.items():
            sums[hypothesis] += weight
    excess = max(sums.values(), default=0.0) - settings.local_cap
    if excess <= 0:
        return []
    reason = "Local words, titles and institutions come from the place the text is about; correspondents and English-language outlets there write them too."
    return [
        Evidence(
            claim="translated", weights={"en": _round(excess)}, reason=reason, findings=tuple(sorted(i for item in weighed for i in item.findings))
        )
    ]


def _priors(settings: Settings, found: set[str]) -> list[Evidence]:
    """Give the priors; a language that has evidence but no share of its own gets the smallest one."""
    original = math.log(1.0 - settings.translated)
    shares = dict.fromkeys(sorted(found), min(settings.languages.values())) | dict(settings.languages)
    languages = {code: _round(math.log(settings.translated * share)) for code, share in sorted(shares.items())}
    odds = {claim: _round(math.log(p / (1.0 - p))) for claim, p in ((c, getattr(settings, c)) for c in _SCALAR)}
    return [
        Evidence(
            claim="translated",
            weights={"en": _round(original), **languages},
            reason="Before reading: how often incoming English copy is translated, and from what.",
            kind="prior",
        ),
        Evidence(
            claim="machine_translated",
            weights={"machine_translated": odds["machine_translated"]},
            reason="Before reading: how often a translation is a machine's.",
            kind="prior",
        ),
        Evidence(
            claim="spun", weights={"spun": odds["spun"]}, reason="Before reading: how often copy has been through a synonym spinner.", kind="prior"
        ),
        Evidence(
            claim="republished",
            weights={"republished": odds["republished"]},
            reason="Before reading: how often copy arrives from a republisher.",
            kind="prior",
        ),
    ]


def _stack(findings: Sequence[Finding], rules: Mapping[str, Rule]) -> list[_Stack]:
    by_rule: dict[str, list[int]] = defaultdict(list)
    for index, finding in enumerate(findings):
        by_rule[finding.rule].append(index)
    return [_Stack(rules[code], tuple(indexes), _languages([findings[index] for index in indexes])) for code, indexes in sorted(by_rule.items())]


def _languages(findings: Sequence[Finding]) -> dict[str, float]:
    """Give the most that any of the findings says for each language."""
    most: dict[str, float] = {}
    for finding in findings:
        for code, weight in finding.languages.items():
            most[code] = max(weight, most.get(code, weight))
    return most


def _weights(stack: _Stack, claim: Claim, settings: Settings) -> dict[str, float]:
    """Give the weights of a rule's findings for one claim, before saturation."""
    rule = stack.rule
    if claim != "translated":
        weight = getattr(rule.weights, claim)
        return {claim: weight} if weight else {}
    weights = dict(stack.languages)
    if rule.basis == "declared" and set(weights) == {"und"}:
        weights = dict.fromkeys((*settings.languages, "und"), weights["und"])  # it says it is a translation, from whatever language
    elif weights and "und" not in weights:
        weights["und"] = settings.spill * max(weights.values())
    if rule.weights.original:
        weights["en"] = rule.weights.original
    return weights


def _weigh_family(stacks: list[_Stack], claim: Claim, settings: Settings, findings: Sequence[Finding]) -> list[Evidence]:
    """Weigh the rules of one family together, hypothesis by hypothesis, the weightiest first.

    A place in the text speaks once for a hypothesis, however many rules of the family have a hit there.
    """
    weighed: dict[str, dict[str, float]] = {stack.rule.code: {} for stack in stacks}
    by_hypothesis: dict[str, list[tuple[float, _Stack]]] = defaultdict(list)
    for stack in stacks:
        for hypothesis, weight in _weights(stack, claim, settings).items():
            by_hypothesis[hypothesis].append((weight, stack))
    for hypothesis, entries in by_hypothesis.items():
        room = settings.cap
        rank = 0
        spoken = _Places()
        for weight, stack in sorted(entries, key=lambda entry: (-abs(entry[0]), entry[1].rule.code)):
            if not _round(weight * settings.beside**rank / (1.0 - settings.again)):
                break  # nothing that is still to come can weigh anything
            fresh = [findings[index] for index in stack.findings if not spoken.hold(findings[index])]
            if not fresh:
                continue
            share = weight * _repetition(fresh, settings) * settings.beside**rank
            share = max(min(share, room), -room)
            room -= abs(share)
            rank += 1
            spoken.add(fresh)
            if _round(share):
                weighed[stack.rule.code][hypothesis] = _round(share)
    return [
        Evidence(claim=claim, weights=dict(sorted(weighed[stack.rule.code].items())), reason=_reason(stack, findings), findings=stack.findings)
        for stack in stacks
        if weighed[stack.rule.code]
    ]


class _Places:
    """Places of the text, kept sorted and apart from each other, so that a text with very many findings is weighed in reasonable time."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []

    def hold(self, finding: Finding) -> bool:
        """Tell whether a finding overlaps any of the places."""
        before = bisect_left(self._starts, finding.end) - 1
        return before >= 0 and self._ends[before] > finding.start

    def add(self, findings: Iterable[Finding]) -> None:
        """Add the places of findings, making one of those that overlap."""
        spans = sorted([*zip(self._starts, self._ends, strict=True), *((finding.start, finding.end) for finding in findings)])
        self._starts, self._ends = [], []
        for start, end in spans:
            if self._ends and start < self._ends[-1]:
                self._ends[-1] = max(end, self._ends[-1])
            else:
                self._starts.append(start)
                self._ends.append(end)


def _repetition(findings: Sequence[Finding], settings: Settings) -> float:
    """Give the factor for several hits of one rule: 1, 1 + again, 1 + again + again² … for one, two, three different quotes."""
    distinct = len({finding.quote.casefold() for finding in findings})
    return (1.0 - settings.again**distinct) / (1.0 - settings.again)


def _reason(stack: _Stack, findings: Sequence[Finding]) -> str:
    first = findings[stack.findings[0]]
    times = len(stack.findings)
    return first.message if times == 1 else f"{first.message} ({times} times)"


def _round(value: float) -> float:
    return round(value, DIGITS)
