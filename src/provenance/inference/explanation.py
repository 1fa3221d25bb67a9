"""Says why: the reasons that moved the verdict most, the margin to the second chain, and what would change it.

A reason's effect is measured by leaving it out: the log odds of its claim with all evidence, less those without it.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from provenance.catalogue.languages import language_name
from provenance.inference.combine import CERTAINTY, Probabilities, logistic, sum_weights
from provenance.model import Chain, Evidence, Explanation, Reason, RoundTrip, Source, Step

REASONS = 4  # of each side
SPEAKS = 0.25  # weaker effects are not worth a line
LIKELY = 0.5
POSSIBLE = 0.2  # probability from which on the likeliest foreign original is worth looking for
CLOSE = 20.0  # the second chain is described if the first is at most so many times as likely
DIGITS = 2
_LABELS: Mapping[str, str] = {"translated": "translated", "machine_translated": "translated by machine", "spun": "spun", "republished": "republished"}


def explain(
    evidence: Sequence[Evidence],
    probabilities: Probabilities,
    chains: Sequence[Chain],
    sources: Sequence[Source],
    round_trips: tuple[RoundTrip, ...] = (),
) -> Explanation:
    """Explain a verdict.

    Args:
        evidence: All of it, priors included.
        probabilities: What `combine` makes of it.
        chains: Likeliest first.
        sources: Who stands behind the text.
        round_trips: Quotations that were English once.

    """
    reasons = rank_reasons(evidence)
    margin = round(chains[0].probability / chains[1].probability, DIGITS) if len(chains) > 1 and chains[1].probability else None
    return Explanation(
        supporting=tuple(reason for reason in reasons if reason.effect > 0)[:REASONS],
        opposing=tuple(reason for reason in reasons if reason.effect < 0)[:REASONS],
        margin=margin,
        runner_up=_differ(chains[0].steps, chains[1].steps) if margin is not None and margin <= CLOSE else None,
        would_change=(*_weak_points(reasons, probabilities), *_settle(probabilities, sources)),
        round_trips=round_trips,
    )


def rank_reasons(evidence: Sequence[Evidence]) -> list[Reason]:
    """Give the reasons with their effects, the greatest first; priors are none."""
    sums = sum_weights(evidence)
    reasons = []
    for index, item in enumerate(evidence):
        if item.kind != "prior" and item.weights:
            effect = _effect(item, sums[item.claim])
            if abs(effect) >= SPEAKS:
                reasons.append(Reason(claim=item.claim, effect=round(effect, DIGITS), sentence=item.reason, evidence=index))
    return sorted(reasons, key=lambda reason: (-abs(reason.effect), reason.evidence))


def _effect(item: Evidence, sums: Mapping[str, float]) -> float:
    if item.claim != "translated":
        return item.weights[item.claim]
    without = {hypothesis: total - item.weights.get(hypothesis, 0.0) for hypothesis, total in sums.items()}
    return _log_odds(sums) - _log_odds(without)


def _log_odds(sums: Mapping[str, float]) -> float:
    """Give the log odds of every hypothesis but `en` against `en`."""
    others = [total for hypothesis, total in sorted(sums.items()) if hypothesis != "en"]
    top = max(others)
    return top + math.log(math.fsum(math.exp(total - top) for total in others)) - sums.get("en", 0.0)


def _differ(first: Sequence[Step], second: Sequence[Step]) -> str:
    """Say in what the second chain differs from the first."""
    parts = []
    if first[0].language != second[0].language:
        parts.append(f"written in {language_name(second[0].language)}, not {language_name(first[0].language)}")
    ours, theirs = ({step.step: step for step in chain} for chain in (first, second))
    for name in ("translated", "spun", "republished"):
        if (name in ours) != (name in theirs):
            parts.append(f"{'not ' if name in ours else ''}{name}")
        elif name == "translated" and name in ours and ours[name].by != theirs[name].by:
            parts.append("translated by a person" if theirs[name].by == "human" else "translated by machine")
    hops = [sum(step.step == "translated" for step in chain) for chain in (first, second)]
    if min(hops) and hops[0] != hops[1]:
        parts.append("by way of another language" if hops[1] > hops[0] else "not by way of another language")
    return ", ".join(parts) or "the same steps by other hands"


def _weak_points(reasons: Sequence[Reason], probabilities: Probabilities) -> list[str]:
    """Say for each claim whether it hangs on one or two reasons, or how little is missing."""
    said = []
    for claim, probability in (("translated", probabilities.translated), ("spun", probabilities.spun), ("republished", probabilities.republished)):
        ours = [reason.effect for reason in reasons if reason.claim == claim]
        odds = math.log(probability / (1.0 - probability))
        if probability >= LIKELY:
            said += _hangs(_LABELS[claim], [effect for effect in ours if effect > 0], odds, capped=probability >= CERTAINTY)
        elif probability >= POSSIBLE:
            need = max(2.0, math.exp(-odds))
            said.append(
                f"One more trace that is {need:.0f} times as frequent in {_LABELS[claim]} texts as in others would make it likelier {_LABELS[claim]} than not."
            )
    return said


def _hangs(label: str, effects: Sequence[float], odds: float, *, capped: bool) -> list[str]:
    if capped or not effects:
        return []  # what is as sure as it gets stands without any single reason
    if odds - effects[0] < 0:
        return [
            f"That it was {label} hangs on one reason, the weightiest: were it explained otherwise, the probability would be {logistic(odds - effects[0]):.2f}."
        ]
    if odds - sum(effects[:2]) < 0:
        return [f"That it was {label} hangs on its two weightiest reasons together."]
    return []


def _settle(probabilities: Probabilities, sources: Sequence[Source]) -> list[str]:
    """Say which document would settle the question."""
    code, share = next(((code, share) for code, share in probabilities.languages.items() if code not in ("en", "und")), ("und", 0.0))
    original = next((source for source in sources if source.role == "original"), None)
    if code != "und" and share >= POSSIBLE:
        place = f" at {original.name}" if original is not None and original.language == code else ""
        return [f"The same matter in {language_name(code)}{place}, published before this text, would settle it."]
    if original is not None and probabilities.republished >= LIKELY:
        return [f"The same text at {original.name}, published before this one, would settle whose it is."]
    return []
