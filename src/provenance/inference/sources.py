"""Whose text it was: agencies and outlets with the part they played."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence

import attrs

from provenance.catalogue import Catalogue, Outlet
from provenance.inference.combine import Probabilities
from provenance.inference.mentions import find_mentions
from provenance.model import Finding, Source
from provenance.text import Text

UNKNOWN = 1.0  # score of an original that nothing in the text names
REPORTED = 0.05
SURE = 0.5  # probability of a republication from which on a republisher is listed though unnamed
UNNAMED = "unnamed site"
AGAIN = 0.5  # each further trace of one source in one role counts half of the one before
FOREIGN = 0.02  # what a source has whose languages do not fit the evidence at all
_ROLES = ("original", "relay", "republisher", "quoted")


@attrs.define
class _Candidate:
    weights: list[float] = attrs.field(factory=list)
    reason: str = ""  # of the weightiest trace
    most: float = -math.inf

    def add(self, weight: float, reason: str) -> None:
        if weight > self.most:
            self.most, self.reason = weight, reason
        self.weights.append(weight)

    @property
    def score(self) -> float:
        return sum(weight * AGAIN**rank for rank, weight in enumerate(sorted(self.weights, reverse=True)))


def name_sources(text: Text, findings: Sequence[Finding], probabilities: Probabilities, catalogue: Catalogue) -> tuple[Source, ...]:
    """Give the sources: originals, relays, republishers, quoted; in each role the likeliest first.

    Traces come from the findings (an outlet's boilerplate, a translated self-reference) and from the frames in which the text names outlets. Originals
    compete with each other and with an unnamed one (softmax), and must write in a language the evidence allows; the other roles are independent.
    """
    candidates: dict[tuple[str, str], _Candidate] = defaultdict(_Candidate)
    for finding in findings:
        for trace in finding.sources:
            candidates[trace.role, trace.name].add(trace.weight, finding.message)
    for mention in find_mentions(text, catalogue):
        if mention.role in _ROLES:
            quote = text.normal[mention.start : mention.end]
            candidates[mention.role, mention.outlet.name].add(mention.weight, f"{mention.reason} ('{quote}')")
    originals = _rank_originals(candidates, probabilities.languages, catalogue)
    others = [_other(role, name, candidate, catalogue) for (role, name), candidate in candidates.items() if role != "original"]
    if probabilities.republished >= SURE and not any(role == "republisher" for role, _ in candidates):
        others += _unnamed_republisher(findings, probabilities.republished)
    sources = [source for source in (*originals, *others) if source.probability >= REPORTED]
    return tuple(sorted(sources, key=lambda source: (_ROLES.index(source.role), -source.probability, source.name)))


def _rank_originals(candidates: Mapping[tuple[str, str], _Candidate], languages: Mapping[str, float], catalogue: Catalogue) -> list[Source]:
    scored = []
    for (role, name), candidate in candidates.items():
        if role == "original":
            language, share = _language(catalogue.outlets.get(name), languages)
            scored.append((name, language, candidate, candidate.score + math.log(share + FOREIGN)))
    total = math.exp(UNKNOWN) + math.fsum(math.exp(score) for *_, score in scored)
    return [
        Source(
            name=name,
            kind=_kind(name, catalogue),
            language=language,
            role="original",
            probability=round(math.exp(score) / total, 4),
            reason=candidate.reason,
        )
        for name, language, candidate, score in scored
    ]


def _language(outlet: Outlet | None, languages: Mapping[str, float]) -> tuple[str | None, float]:
    """Give the language in which the outlet most likely wrote this text, and the share of the evidence for it."""
    if outlet is None:
        return None, 0.0
    writes = dict.fromkeys((outlet.language, *outlet.languages, *(("en",) if outlet.english_service else ())))
    best = max(writes, key=lambda code: languages.get(code, 0.0))
    return best, languages.get(best, 0.0)


def _other(role: str, name: str, candidate: _Candidate, catalogue: Catalogue) -> Source:
    outlet = catalogue.outlets.get(name)
    probability = 1.0 / (1.0 + math.exp(-(candidate.score - 0.5)))
    return Source(
        name=name,
        kind=_kind(name, catalogue),
        language=outlet.language if outlet else None,
        role=role,  # type: ignore[arg-type]
        probability=round(probability, 4),
        reason=candidate.reason,
    )


def _unnamed_republisher(findings: Sequence[Finding], probability: float) -> list[Source]:
    """Report that somebody republished the text though no trace names them."""
    traces = [finding for finding in findings if "republished" in finding.claims]
    if not traces:
        return []
    clearest = max(traces, key=lambda finding: (finding.confidence, len(finding.quote)))
    return [
        Source(
            name=UNNAMED,
            kind="site",
            language="en",
            role="republisher",
            probability=probability,
            reason=f"{clearest.message} ('{clearest.quote[:60]}')",
        )
    ]


def _kind(name: str, catalogue: Catalogue) -> str:
    outlet = catalogue.outlets.get(name)
    return outlet.kind if outlet else "site"
