"""The MQM score."""

import pytest

from provenance.inference.quality import score_quality
from provenance.model import Category, Finding


def finding(severity: str, *claims: str, name: str = "mistranslation") -> Finding:
    """Give a finding of a severity and claims."""
    return Finding(
        rule="X",
        name="x",
        start=0,
        end=1,
        quote="x",
        claims=claims,
        category=Category(mqm="M", name=name),
        severity=severity,
        confidence=1.0,
        message="m",
    )


@pytest.mark.parametrize(
    ("findings", "words", "score", "penalty"),
    [
        ([], 500, 100.0, 0.0),
        ([finding("minor", "translated")], 1000, 99.0, 1.0),
        ([finding("major", "machine_translated"), finding("minor", "spun")], 500, 88.0, 12.0),
        ([finding("critical", "translated")] * 5, 1000, 0.0, 125.0),
        ([finding("major", "republished"), finding("minor", "original")], 1000, 100.0, 0.0),
    ],
)
def test_score(findings, words, score, penalty):
    """Severities count 1, 5 and 25 per 1,000 words; traces of carriers are no translation errors."""
    mqm = score_quality(findings, words).mqm
    assert (mqm.score, mqm.penalty_per_1000_words) == (score, penalty)


def test_categories_add_up():
    """The penalty is the sum over the categories."""
    mqm = score_quality([finding("minor", "translated"), finding("major", "spun", name="date-format")], 800).mqm
    assert sum(mqm.by_category.values()) == pytest.approx(mqm.penalty_per_1000_words)
    assert set(mqm.by_category) == {"mistranslation", "date-format"}
