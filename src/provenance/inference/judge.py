"""Puts the answer together: evidence, verdict, sources, chains, quality."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import attrs

from provenance.catalogue import Catalogue
from provenance.inference.chains import rank_chains
from provenance.inference.combine import Probabilities, combine
from provenance.inference.quality import score_quality
from provenance.inference.settings import load_settings
from provenance.inference.sources import name_sources
from provenance.inference.weighing import weigh
from provenance.model import Chain, Evidence, Finding, LanguageProbability, Quality, Source, Verdict
from provenance.stylometry import read, to_evidence
from provenance.text import Text

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


def judge(text: Text, findings: Sequence[Finding], catalogue: Catalogue) -> Judgement:
    """Weigh the findings of a text and say what follows.

    Args:
        text: The text they were found in.
        findings: In the order of the report.
        catalogue: Rules, tables and settings.

    """
    rules = {finding.rule: catalogue.by_code[finding.rule] for finding in findings}
    settings = load_settings(catalogue)
    evidence = (*weigh(findings, rules, settings), *to_evidence(read(text), settings.languages))
    probabilities = combine(evidence)
    sources = name_sources(text, findings, probabilities, catalogue)
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
        chains=rank_chains(probabilities, sources),
        quality=score_quality(findings, text.tokens.words),
    )


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
