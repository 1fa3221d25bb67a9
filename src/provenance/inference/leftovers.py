"""What the words that no engine translated tell of the road a text came by.

One rule finds them all, so by the saturation of a rule they would speak with one voice. Read word by word they tell more: where some are built like words of
one language and the rest like words of another, the text came through both.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import attrs

from provenance.catalogue import Rule
from provenance.detectors.checks.leftover_words import compare, mix, score
from provenance.model import Evidence, Finding

CHECK = "leftover_words"
AHEAD = 1.0  # nats by which a road must explain the words better than one language
CONSIDERED = 3
AGAINST = 2.5  # cap of what the words may say against a language
DIGITS = 4


@attrs.frozen
class Leftovers:
    """Words left untranslated, as witnesses of roads.

    Attributes:
        findings: Their indexes.
        behind: By how many nats each single language explains the words worse than the best one does.
        gains: By how many nats each road explains the words better than the best single language does.

    """

    findings: frozenset[int]
    behind: Mapping[str, float]
    gains: Mapping[str, float]

    def hold(self, item: Evidence) -> bool:
        """Tell whether evidence rests on these words."""
        speaks = item.claim == "translated" and any(code != "en" for code in item.weights)
        return speaks and bool(item.findings) and self.findings.issuperset(item.findings)

    def sharpen(self, item: Evidence) -> Evidence:
        """Let the words speak against the languages that they are not built like."""
        if not self.hold(item):
            return item
        best = max(item.weights.values())
        against = {code: max(-AGAINST, best - nats) for code, nats in self.behind.items() if code not in item.weights}
        return attrs.evolve(item, weights=dict(sorted({**item.weights, **{code: round(weight, DIGITS) for code, weight in against.items()}}.items())))

    def roads(self) -> tuple[tuple[str, str], ...]:
        """Give the roads that explain the words clearly better than one language, best first."""
        ranked = sorted((-gain, road) for road, gain in self.gains.items() if gain >= AHEAD)
        return tuple((first, last) for first, _, last in (road.partition(">") for _, road in ranked[:CONSIDERED]))


def weigh_leftovers(findings: Sequence[Finding], rules: Mapping[str, Rule]) -> Leftovers | None:
    """Say what the words left untranslated in a text tell of its roads, or None where there are none.

    Args:
        findings: Of the text, in the order of the report.
        rules: Every rule that has a finding, by code.

    """
    held = {index: finding.quote.lower() for index, finding in enumerate(findings) if rules[finding.rule].check == CHECK}
    words = sorted(set(held.values()))
    if not words:
        return None
    scores = [score(word) for word in words]
    return Leftovers(frozenset(held), compare(scores), mix(scores))
