"""Puts the answer together: evidence, verdict, sources, chains, quality."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import attrs

from provenance.catalogue import Catalogue
from provenance.inference.chains import rank_chains
from provenance.inference.combine import Probabilities, combine
from provenance.inference.declared import weigh_declared
from provenance.inference.explanation import explain
from provenance.inference.leftovers import weigh_leftovers
from provenance.inference.quality import score_quality
from provenance.inference.register import reads_as_news
from provenance.inference.roads import add_roads
from provenance.inference.round_trips import find_round_trips
from provenance.inference.settings import Settings, load_settings
from provenance.inference.sources import SURE, Traces, gather_traces, name_sources, weigh_traces
from provenance.inference.weighing import weigh
from provenance.model import Chain, Evidence, Explanation, Finding, LanguageProbability, Quality, Source, Verdict
from provenance.stylometry import read, to_evidence
from provenance.text import Text
from provenance.text.segment import Ranges

LEANS = 0.5  # log-likelihood ratio of the style from which on the direction is worth a word
SHORTEST = 40  # words; below that the absence of evidence means nothing


@attrs.frozen(kw_only=True)
class Judgement:
    """Everything inference adds to the findings."""

    evidence: tuple[Evidence, ...]
    verdict: Verdict
    sources: tuple[Source, ...]
    chains: tuple[Chain, ...]
    quality: Quality
    explanation: Explanation


def judge(text: Text, findings: Sequence[Finding], catalogue: Catalogue) -> Judgement:
    """Weigh the findings of a text and say what follows.

    Args:
        text: The text they were found in.
        findings: In the order of the report.
        catalogue: Rules, tables and settings.

    """
    rules = {finding.rule: catalogue.by_code[finding.rule] for finding in findings}
    settings = load_settings(catalogue)
    traces = gather_traces(text, findings, catalogue)
    reasons = (
        *weigh(findings, rules, settings, _quoted(text, findings)),
        *to_evidence(read(text), settings.languages, _most_of_style(text, catalogue, settings)),
        *weigh_declared(text, catalogue, settings),
        *weigh_traces(traces),
    )
    evidence = _follow(add_roads(reasons, settings, _credited(traces, catalogue), weigh_leftovers(findings, rules)), settings)
    probabilities = combine(evidence)
    sources = name_sources(traces, findings, probabilities, catalogue)
    chains = rank_chains(probabilities, sources)
    round_trips = find_round_trips(text, catalogue) if probabilities.translated >= SURE else ()
    return Judgement(
        evidence=evidence,
        verdict=Verdict(
            translated=probabilities.translated,
            machine_translated=probabilities.machine_translated,
            spun=probabilities.spun,
            republished=probabilities.republished,
            source_language=_languages(probabilities, findings, sources, catalogue),
            abstained=_abstain(text, evidence, probabilities),
        ),
        sources=sources,
        chains=chains,
        quality=score_quality(findings, text.tokens.words),
        explanation=explain(evidence, probabilities, chains, sources, round_trips),
    )


def _most_of_style(text: Text, catalogue: Catalogue, settings: Settings) -> float:
    news = reads_as_news(text, catalogue.classes["reporting"], settings.reporting)
    return settings.style_news if news else settings.style_other


def _quoted(text: Text, findings: Sequence[Finding]) -> frozenset[int]:
    """Give the indexes of the findings inside quotation marks."""
    if not findings:
        return frozenset()
    spans = [text.span(start, end) for start, end in text.quotations]
    index = Ranges(spans)
    held = ((number, finding, index.holding(finding.start)) for number, finding in enumerate(findings))
    return frozenset(number for number, finding, at in held if at is not None and finding.end <= spans[at][1])


def _credited(traces: Traces, catalogue: Catalogue) -> dict[str, str]:
    """Give the agencies and outlets the text credits as its original, by the language they write in at home."""
    names = sorted(name for role, name in traces if role == "original" and name in catalogue.outlets)
    return {catalogue.outlets[name].language: name for name in names if catalogue.outlets[name].language != "en"}


def _follow(evidence: tuple[Evidence, ...], settings: Settings) -> tuple[Evidence, ...]:
    """Add what follows from one claim for another: an English original that was spun has been taken over by somebody."""
    found = combine(evidence)
    if found.spun < SURE or found.translated >= SURE:
        return evidence
    reason = "It reads as an English original run through a synonym spinner, and that is done by those who publish other people's texts again."
    return (*evidence, Evidence(claim="republished", weights={"republished": settings.spun_again}, reason=reason, kind="chain"))


def _languages(
    probabilities: Probabilities, findings: Sequence[Finding], sources: Sequence[Source], catalogue: Catalogue
) -> tuple[LanguageProbability, ...]:
    """Give the language probabilities, each with the variety that findings or the likeliest original outlet point to."""
    votes: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for finding in findings:
        variety = catalogue.by_code[finding.rule].variety
        if variety is not None:
            code = variety.split("-")[0]
            votes[code][variety] += finding.languages.get(code, 0.0)
    for source in sources:
        outlet = catalogue.outlets.get(source.name)
        if outlet is not None and outlet.variety is not None and source.role == "original" and outlet.language != "en":
            votes[outlet.language][outlet.variety] += source.probability
    varieties = {code: max(sorted(found), key=lambda name: found[name]) for code, found in votes.items()}
    return tuple(
        LanguageProbability(code=code, probability=share, variety=varieties.get(code)) for code, share in probabilities.languages.items() if share > 0
    )


def _abstain(text: Text, evidence: Sequence[Evidence], probabilities: Probabilities) -> str | None:
    """Say why there is no verdict, or None."""
    code = text.language.code
    if code not in ("en", "und"):
        return f"The text is not in English (it looks like '{code}'), so only traces that do not depend on its wording were looked for."
    words = text.tokens.words
    speaks = [item for item in evidence if item.kind not in ("prior", "stylometry")]
    if words < SHORTEST and not speaks:
        return f"The text has only {words} words; below {SHORTEST} the absence of traces says nothing."
    if not any(item.claim in ("translated", "spun") for item in speaks):
        return _abstain_without_traces(evidence)
    if 0.3 < probabilities.translated < 0.7:
        return "The traces are too few to decide whether the text is a translation."
    return None


def _abstain_without_traces(evidence: Sequence[Evidence]) -> str:
    """Say that there are no findings, and which way the style leans, if it does."""
    style = sum(-item.weights.get("en", 0.0) for item in evidence if item.kind == "stylometry" and item.claim == "translated")
    if abs(style) < LEANS:
        return "Nothing in the wording speaks for or against a translation; the probabilities are little more than those before reading."
    side = "a translation" if style > 0 else "an English original"
    return f"No single trace speaks for or against a translation; the style as a whole leans towards {side}, which alone decides nothing."
