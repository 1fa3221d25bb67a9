"""Roads of two hops: a text translated into one language, and from that into English.

Such a text carries traces of both languages. Read as one hop, each half contradicts the other; read as two, both are explained: what comes from the
last language is nearly all kept, of the first language's traces some are lost on the way. A road is one more hypothesis beside the source languages,
written `es>pt` (first written in Spanish, translated to Portuguese, from that into English), and every reason has a weight for it.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence

import attrs

from provenance.inference.leftovers import Leftovers
from provenance.inference.settings import Settings
from provenance.model import Evidence

SURVIVES = 0.3  # share of the traces of a text's first language among those of a text that came by two hops
AHEAD = 1.0  # by so much a reason must prefer the first language over the last to be counted as a trace of it
LEAST = 2.0  # sum of such preferences from which on a road is considered
REASONS = 2  # … and the number of such reasons, for one odd word is no second language
CONSIDERED = 3
CREDIT = 1.5  # weight of a credit to an outlet at home in the first language, for the road alone
DIGITS = 4


def add_roads(
    evidence: Sequence[Evidence], settings: Settings, credited: Mapping[str, str], leftovers: Leftovers | None = None
) -> tuple[Evidence, ...]:
    """Give the evidence with a weight for every road that deserves to be considered.

    The weight of a reason for the road `X>L` is the logarithm of a mixture, `log(s·exp(w_X) + (1 - s)·exp(w_L))`, where `s` is the share of traces
    that the first language leaves; the prior is that of `L` times the share of two hops among translations times that of `X`.

    Args:
        evidence: Priors and reasons, with a weight for each source language.
        settings: Priors.
        credited: Agencies and outlets whom the text credits, by the language they write in at home.
        leftovers: What the words that no engine translated say of roads.

    """
    roads = find_roads(evidence)
    if leftovers is not None:
        evidence = [leftovers.sharpen(item) for item in evidence]
        roads = tuple(dict.fromkeys((*leftovers.roads(), *roads)))[:CONSIDERED]
    if not roads:
        return tuple(evidence)
    weighed = [_add(item, roads, settings, leftovers) if item.claim == "translated" else item for item in evidence]
    for first, last in roads:
        if first in credited:
            reason = f"{credited[first]}, whom it credits, writes in '{first}' at home; the rest of the text points to '{last}'."
            weighed.append(Evidence(claim="translated", weights={f"{first}>{last}": CREDIT}, reason=reason))
    return tuple(weighed)


def find_roads(evidence: Sequence[Evidence]) -> tuple[tuple[str, str], ...]:
    """Give the pairs of first and last language that both have traces of their own, best first."""
    reasons = [item.weights for item in evidence if item.claim == "translated" and item.kind == "finding"]
    sums: dict[str, float] = defaultdict(float)
    for weights in reasons:
        for code, weight in weights.items():
            if code not in ("en", "und"):
                sums[code] += weight
    ranked = sorted(sums, key=lambda code: (-sums[code], code))[: CONSIDERED + 1]
    found = []
    for last in ranked[:CONSIDERED]:
        for first in ranked:
            if first == last:
                continue
            there, back = _preference(reasons, first, last), _preference(reasons, last, first)
            if there is not None and back is not None:
                found.append((min(there, back), first, last))
    found.sort(key=lambda entry: (-entry[0], entry[1], entry[2]))
    return tuple((first, last) for _, first, last in found[:CONSIDERED])


def _preference(reasons: Sequence[Mapping[str, float]], one: str, other: str) -> float | None:
    """Give by how much the reasons that prefer one language do so in all; None where they are too few or too weak."""
    ahead = [weights.get(one, 0.0) - weights.get(other, 0.0) for weights in reasons]
    telling = [value for value in ahead if value >= AHEAD]
    return sum(telling) if len(telling) >= REASONS and sum(telling) >= LEAST else None


def _add(item: Evidence, roads: Sequence[tuple[str, str]], settings: Settings, leftovers: Leftovers | None) -> Evidence:
    weights = dict(item.weights)
    own = leftovers.gains if leftovers is not None and leftovers.hold(item) else None
    best = max((weight for code, weight in item.weights.items() if code not in ("en", "und")), default=0.0)
    for first, last in roads:
        road = f"{first}>{last}"
        if item.kind == "prior":
            share = settings.languages.get(first, min(settings.languages.values()))
            weights[road] = round(item.weights[last] + math.log(settings.two_hops * share), DIGITS)
        elif own is not None and road in own:
            weights[road] = round(best + own[road], DIGITS)
        elif first in item.weights or last in item.weights:
            mixed = SURVIVES * math.exp(item.weights.get(first, 0.0)) + (1.0 - SURVIVES) * math.exp(item.weights.get(last, 0.0))
            weights[road] = round(math.log(mixed), DIGITS)
    return attrs.evolve(item, weights=weights)
