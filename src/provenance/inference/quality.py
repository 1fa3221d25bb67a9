"""Translation quality in the MQM manner.

Variant: the linear model of the MQM Council (themqm.org, "Values and Scores"), uncalibrated: every error type has weight 1, severities multiply
by 1 (minor), 5 (major) and 25 (critical), the evaluation word count is that of the English text, penalties are normed to 1,000 words and subtracted
from the maximum score 100. Findings are issues a machine found, not errors an evaluator confirmed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from provenance.model import Finding, MqmScore, Quality

MULTIPLIERS = {"minor": 1, "major": 5, "critical": 25}
MAXIMUM = 100.0
REFERENCE_WORDS = 1000
VARIANT = "MQM linear model, uncalibrated (themqm.org): severities 1-5-25, type weights 1, per 1,000 target words, 100 minus penalty, not below 0"
_WORDING = {"translated", "machine_translated", "spun"}


def score_quality(findings: Iterable[Finding], words: int) -> Quality:
    """Score the findings that concern the wording; traces of carriers (credits, scrapers) are no translation errors.

    Args:
        findings: Of one text.
        words: Its length.

    """
    penalties: dict[str, float] = defaultdict(float)
    for finding in findings:
        if _WORDING & set(finding.claims):
            penalties[finding.category.name] += MULTIPLIERS[finding.severity]
    norm = REFERENCE_WORDS / max(words, 1)
    total = round(sum(penalties.values()) * norm, 2)
    by_category = {name: round(points * norm, 2) for name, points in sorted(penalties.items())}
    return Quality(mqm=MqmScore(score=round(max(0.0, MAXIMUM - total), 2), penalty_per_1000_words=total, by_category=by_category, variant=VARIANT))
