"""One hit of one rule, and one reason with its weights."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import attrs

from provenance.model.validators import probability, span

Claim = Literal["translated", "machine_translated", "spun", "republished", "original"]
Severity = Literal["minor", "major", "critical"]
Role = Literal["original", "relay", "republisher", "quoted"]

SEVERITIES: tuple[Severity, ...] = ("minor", "major", "critical")


@attrs.frozen(kw_only=True)
class Category:
    """An error type of the MQM core typology: its identifier (`MQMC_101000`) and mnemonic name (`mistranslation`)."""

    mqm: str
    name: str


@attrs.frozen(kw_only=True)
class SourceTrace:
    """A finding's hint at an agency or outlet, with the role it plays and the natural log of a likelihood ratio."""

    name: str
    role: Role
    weight: float


@attrs.frozen(kw_only=True)
class Finding:
    """One hit of one rule at one span: `text[start:end] == quote` always holds.

    Attributes:
        rule: Stable code of the rule (`SPN001`).
        name: The rule's speaking name.
        start: First code point of the span in the text as read.
        end: One behind its last code point.
        quote: The span itself.
        prefix: Up to 32 code points before it, as in the W3C Web Annotation TextQuoteSelector.
        suffix: Up to 32 code points after it.
        claims: What the hit is evidence for.
        category: MQM error type.
        severity: As an MQM evaluator would mark it.
        confidence: Probability that the hit really is this artefact.
        languages: Source languages it points to, natural log of the likelihood ratio against English originals.
        source_phrase: What probably stood in the source.
        suggestion: What an editor would write.
        message: One sentence for a reader who knows no other language.
        sources: Agencies and outlets it hints at.

    """

    rule: str
    name: str
    start: int
    end: int = attrs.field(validator=span)
    quote: str
    prefix: str = ""
    suffix: str = ""
    claims: tuple[Claim, ...]
    category: Category
    severity: Severity = attrs.field(validator=attrs.validators.in_(SEVERITIES))
    confidence: float = attrs.field(validator=probability)
    languages: Mapping[str, float] = attrs.field(factory=dict)
    source_phrase: str | None = None
    suggestion: str | None = None
    message: str
    sources: tuple[SourceTrace, ...] = ()


@attrs.frozen(kw_only=True)
class Evidence:
    """One reason, with a weight per hypothesis; adding them up again gives the report's probabilities.

    Attributes:
        claim: The claim it bears on. Under `translated` the weights are per source language (`und` for a language the
            evidence does not tell, `en` for an English original); under the other claims there is one weight, named after the claim.
        weights: Natural logs of likelihood ratios, already saturated and grouped.
        reason: One plain sentence.
        findings: Indexes into the report's findings.
        kind: `prior`, `finding` or `stylometry`.

    """

    claim: Claim
    weights: Mapping[str, float]
    reason: str
    findings: tuple[int, ...] = ()
    kind: str = "finding"
