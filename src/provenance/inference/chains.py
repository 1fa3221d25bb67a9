"""Which road the text took: every chain the grammar allows, with its probability.

written → translated* → spun? → republished?. The steps' probabilities are the verdict's claims, taken as independent; the chains listed are the
likeliest few, so their probabilities sum to less than 1. A chain's probability is that of its steps and languages; of the hand that translated, the likelier one
is named, and how likely it is the verdict says.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from typing import Literal

from provenance.inference.combine import Probabilities
from provenance.inference.sources import UNNAMED
from provenance.model import Chain, Source, Step

ROADS = 4  # source languages, and roads of two hops, considered beside English
REPORTED = 5
NAMED = 0.3  # an agent is named in a chain from this probability on


def rank_chains(probabilities: Probabilities, sources: Sequence[Source]) -> tuple[Chain, ...]:
    """Give the likeliest chains, likeliest first."""
    machine = probabilities.machine_translated / probabilities.translated if probabilities.translated else 0.0
    by: Literal["machine", "human"] = "machine" if machine >= 0.5 else "human"
    roads = [(road, share) for road, share in probabilities.roads.items() if road != "en"][:ROADS]
    origins: list[tuple[float, tuple[Step, ...]]] = [(probabilities.roads.get("en", 0.0), (_written("en", sources),))]
    for road, share in roads:
        first, last = road.split(">")[0], road.split(">")[-1]
        before = (Step(step="translated", language=first, to=last),) if first != last else ()
        origins.append((share, (_written(first, sources), *before, Step(step="translated", language=last, to="en", by=by))))
    republisher = next(
        (source.name for source in sources if source.role == "republisher" and source.probability >= NAMED and source.name != UNNAMED), None
    )
    spun = ((probabilities.spun, (Step(step="spun", language="en", by="machine"),)), (1.0 - probabilities.spun, ()))
    again = ((probabilities.republished, (Step(step="republished", language="en", agent=republisher),)), (1.0 - probabilities.republished, ()))
    chains = [
        (round(origin * damage * carrier, 4), (*steps, *spinning, *republishing))
        for (origin, steps), (damage, spinning), (carrier, republishing) in product(origins, spun, again)
    ]
    chains.sort(key=lambda chain: -chain[0])
    return tuple(Chain(probability=probability, steps=steps) for probability, steps in chains[:REPORTED] if probability > 0)


def _written(language: str, sources: Sequence[Source]) -> Step:
    agent = next((s.name for s in sources if s.role == "original" and s.probability >= NAMED and s.language == language), None)
    return Step(step="written", language=language, by="human", agent=agent)
