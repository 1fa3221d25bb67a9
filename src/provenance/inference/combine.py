"""The one function that turns evidence into probabilities.

It reads nothing but the evidence, priors included: give it the `evidence` of a report and it gives the report's probabilities again.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping

import attrs

from provenance.model import Evidence

CERTAINTY = 0.995  # no claim is reported with more; the tails of a sum of logs are not to be believed
DIGITS = 4


@attrs.frozen(kw_only=True)
class Probabilities:
    """What the evidence says.

    Attributes:
        translated: Probability that the text is a translation.
        machine_translated: … by a machine (so never more than `translated`).
        spun: … that synonyms were substituted by a machine.
        republished: … that somebody republished it.
        roads: Probability of each source language, `en` (original) and `und` (translated, language not told) among them, and of roads of two hops
            such as `es>pt`; sums to 1.

    """

    translated: float
    machine_translated: float
    spun: float
    republished: float
    roads: Mapping[str, float]

    @property
    def languages(self) -> Mapping[str, float]:
        """Probability of each language as the first; roads by way of another language are counted with their first. Likeliest first."""
        sums: dict[str, float] = defaultdict(float)
        for road, share in self.roads.items():
            sums[road.split(">")[0]] += share
        return {code: _round(share) for code, share in sorted(sums.items(), key=lambda item: (-item[1], item[0]))}


def combine(evidence: Iterable[Evidence]) -> Probabilities:
    """Add up the weights and turn the sums into probabilities.

    The source languages, roads of two hops and `en` compete in one softmax over the summed weights of the claim `translated` (log-linear pooling of likelihood
    ratios: naive Bayes with the saturation already in the weights); `translated` is what is left beside `en`. The other claims are logistic in
    their sums; `machine_translated` is conditional on `translated`.

    >>> prior = Evidence(claim="translated", weights={"en": 2.2, "fr": 0.0}, reason="prior", kind="prior")
    >>> hit = Evidence(claim="translated", weights={"fr": 4.0}, reason="Poutine")
    >>> combine([prior]).translated, combine([prior, hit]).translated
    (0.0998, 0.8581)
    """
    sums = sum_weights(evidence)
    roads = _softmax(sums["translated"]) if sums["translated"] else {"en": 1.0}
    translated = 1.0 - roads.get("en", 0.0)
    machine = logistic(sums["machine_translated"]["machine_translated"])
    limited = _limit(translated)
    scale = limited / translated if translated > 0 else 0.0
    spread = {code: (share * scale if code != "en" else 1.0 - limited) for code, share in roads.items()}
    return Probabilities(
        translated=_round(limited),
        machine_translated=_round(limited * _limit(machine)),
        spun=_round(_limit(logistic(sums["spun"]["spun"]))),
        republished=_round(_limit(logistic(sums["republished"]["republished"]))),
        roads={code: _round(share) for code, share in sorted(spread.items(), key=lambda item: (-item[1], item[0]))},
    )


def sum_weights(evidence: Iterable[Evidence]) -> dict[str, dict[str, float]]:
    """Give the summed weight of each hypothesis, by claim; what nothing speaks of has none."""
    sums: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for item in evidence:
        for hypothesis, weight in item.weights.items():
            sums[item.claim][hypothesis] += weight
    return sums


def _softmax(scores: Mapping[str, float]) -> dict[str, float]:
    top = max(scores.values())
    powers = {code: math.exp(score - top) for code, score in sorted(scores.items())}
    total = math.fsum(powers.values())
    return {code: power / total for code, power in powers.items()}


def logistic(score: float) -> float:
    """Turn log odds into a probability, without overflow on either side."""
    return 1.0 / (1.0 + math.exp(-score)) if score >= 0 else math.exp(score) / (1.0 + math.exp(score))


def _limit(probability: float) -> float:
    return min(max(probability, 1.0 - CERTAINTY), CERTAINTY)


def _round(value: float) -> float:
    return round(value, DIGITS)
