"""The answer about one document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

import attrs

from provenance.model.explanations import Explanation
from provenance.model.findings import Evidence, Finding, Role
from provenance.model.validators import probability

StepName = Literal["written", "translated", "spun", "republished"]


@attrs.frozen(kw_only=True)
class Tool:
    """What made the report: release, and the hashes of the catalogue and the statistical model (None where none ships)."""

    version: str
    catalogue: str
    model: str | None = None


@attrs.frozen(kw_only=True)
class LanguageGuess:
    """Language the text is written in, with the identifier's confidence; `und` where the text is too short to tell."""

    code: str
    confidence: float = attrs.field(validator=probability)


@attrs.frozen(kw_only=True)
class DocumentSummary:
    """The audited document, without its text."""

    id: str
    outlet: str | None = None
    published: str | None = None
    language: LanguageGuess
    words: int


@attrs.frozen(kw_only=True)
class LanguageProbability:
    """How likely the text was first written in this language (`en`: an English original; `und`: translated, language not told)."""

    code: str
    probability: float = attrs.field(validator=probability)
    variety: str | None = None


@attrs.frozen(kw_only=True)
class Verdict:
    """Probabilities of the four claims, scored apart, and over source languages.

    `abstained` is None or one sentence that says why no verdict is given; the numbers are then little more than the prior.
    """

    translated: float = attrs.field(validator=probability)
    machine_translated: float = attrs.field(validator=probability)
    spun: float = attrs.field(validator=probability)
    republished: float = attrs.field(validator=probability)
    source_language: tuple[LanguageProbability, ...]
    abstained: str | None = None


@attrs.frozen(kw_only=True)
class Source:
    """An agency or outlet that stands behind the text, in one role."""

    name: str
    kind: str
    language: str | None
    role: Role
    probability: float = attrs.field(validator=probability)
    reason: str = ""


@attrs.frozen(kw_only=True)
class Step:
    """One step of a translation chain; `to` is given for `translated` only."""

    step: StepName
    language: str
    to: str | None = None
    by: str | None = None
    agent: str | None = None


@attrs.frozen(kw_only=True)
class Chain:
    """An ordered list of steps with its probability among all chains considered."""

    probability: float = attrs.field(validator=probability)
    steps: tuple[Step, ...]


@attrs.frozen(kw_only=True)
class MqmScore:
    """Translation quality score in the MQM manner (see provenance.inference.quality for the variant)."""

    score: float
    penalty_per_1000_words: float
    by_category: Mapping[str, float]
    variant: str


@attrs.frozen(kw_only=True)
class Quality:
    """Quality measures of the text."""

    mqm: MqmScore


@attrs.frozen(kw_only=True)
class Report:
    """Everything the audit has to say about one document (wire contract `provenance.report/1`)."""

    tool: Tool
    document: DocumentSummary
    verdict: Verdict
    sources: tuple[Source, ...] = ()
    chains: tuple[Chain, ...] = ()
    quality: Quality
    findings: tuple[Finding, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    explanation: Explanation = attrs.field(factory=Explanation)

    def to_dict(self) -> dict[str, Any]:
        """Give the report as plain JSON types, in the key order of the wire contract."""
        from provenance.model.wire import report_to_dict

        return report_to_dict(self)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Report:
        """Read a report back from `to_dict()` or parsed JSON.

        Raises:
            ReportFormatError: the data lacks a key or has a value of the wrong kind.

        """
        from provenance.model.wire import report_from_dict

        return report_from_dict(data)
