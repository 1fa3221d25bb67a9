"""IBM Model 1 (Brown et al. 1993) with an empty source word, shared by the scripts that learn which words stand for each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

Lines = Sequence[tuple[Sequence[str], Sequence[str]]]


def fit(lines: Lines, *, rounds: int, least_share: float, least_count: float) -> dict[tuple[str, str], float]:
    """Give p(target | source) by expectation maximisation.

    Args:
        lines: Source words and target words of aligned lines.
        rounds: How often expectations are taken.
        least_share: Smaller shares of a target word that one source word takes are not counted.
        least_count: Pairs with a smaller expected count are dropped after each round.

    """
    chance: dict[tuple[str, str], float] = {}
    for round_ in range(rounds):
        counts: dict[tuple[str, str], float] = defaultdict(float)
        totals: dict[str, float] = defaultdict(float)
        for source, target in lines:
            with_null = [*source, ""]
            for word in target:
                weights = [chance.get((other, word), 1e-9) if round_ else 1.0 for other in with_null]
                total = sum(weights)
                for other, weight in zip(with_null, weights, strict=True):
                    share = weight / total
                    if share > least_share:
                        counts[other, word] += share
                        totals[other] += share
        chance = {key: value / totals[key[0]] for key, value in counts.items() if value > least_count}
    return chance
