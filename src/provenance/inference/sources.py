"""Whose text it was: agencies and outlets with the part they played."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence

import attrs

from provenance.catalogue import Catalogue, Outlet
from provenance.inference.combine import Probabilities
from provenance.inference.declared import find_outlet
from provenance.inference.mentions import find_mentions
from provenance.model import Document, Evidence, Finding, Source
from provenance.text import Text

UNKNOWN = 1.0  # score of an original that nothing in the text names
REPORTED = 0.05
SURE = 0.5  # probability of a republication from which on a republisher is listed though unnamed
UNNAMED = "unnamed site"
AGAIN = 0.5  # each further trace of one source in one role counts half of the one before
CREDITED = 2.5  # score from which on a text credits an original
DECLARED = 1.5  # weight of the declared outlet
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


Traces = dict[tuple[str, str], _Candidate]  # by role and name


def gather_traces(text: Text, findings: Sequence[Finding], catalogue: Catalogue) -> Traces:
    """Collect what points to an agency or outlet, by role and name: findings, the frames in which the text names outlets, and the declared outlet."""
    traces: Traces = defaultdict(_Candidate)
    for finding in findings:
        for trace in finding.sources:
            traces[trace.role, trace.name].add(trace.weight, finding.message)
    for mention in find_mentions(text, catalogue):
        if mention.role in _ROLES:
            quote = text.normal[mention.start : mention.end]
            traces[mention.role, mention.outlet.name].add(mention.weight, f"{mention.reason} ('{quote}')")
    _trace_declared(text.document, traces, catalogue)
    return traces


def _trace_declared(document: Document, traces: Traces, catalogue: Catalogue) -> None:
    """Add the declared outlet: as republisher where the text credits another, else as the original."""
    known = find_outlet(document, catalogue)
    name = known.name if known is not None else (document.outlet or "").strip()
    if not name:
        return
    credited = any(role == "original" and other != name and found.score >= CREDITED for (role, other), found in traces.items())
    if credited:
        traces["republisher", name].add(DECLARED, "It is declared to come from there, but credits another.")
    elif known is not None:
        traces["original", name].add(DECLARED, "It is declared to come from there.")


def weigh_traces(traces: Traces) -> tuple[Evidence, ...]:
    """Give the evidence for republication that lies in a declared outlet beside a credited one."""
    return tuple(
        Evidence(claim="republished", weights={"republished": DECLARED}, reason=f"{name}: {found.reason}", kind="metadata")
        for (role, name), found in sorted(traces.items())
        if role == "republisher" and found.reason.startswith("It is declared")
    )


def name_sources(traces: Traces, findings: Sequence[Finding], probabilities: Probabilities, catalogue: Catalogue) -> tuple[Source, ...]:
    """Give the sources: originals, relays, republishers, quoted; in each role the likeliest first.

    Originals compete with each other and with an unnamed one (softmax), and must write in a language the evidence allows; the other roles are independent.
    """
    originals = _rank_originals(traces, probabilities.languages, catalogue)
    others = [_other(role, name, candidate, catalogue) for (role, name), candidate in traces.items() if role != "original"]
    if probabilities.republished >= SURE and not any(role == "republisher" for role, _ in traces):
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
