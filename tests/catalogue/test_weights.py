"""No rule alone may accuse."""

from provenance.catalogue import load_catalogue
from provenance.inference import combine
from provenance.inference.settings import load_settings
from provenance.inference.weighing import weigh
from provenance.model import Category, Finding

CATALOGUE = load_catalogue()


def test_no_single_finding_brings_a_claim_to_one_half():
    """Unless the text says so itself, it takes two witnesses to call it translated or spun."""
    accusers = []
    for rule in CATALOGUE.rules:
        finding = Finding(
            rule=rule.code,
            name=rule.name,
            start=0,
            end=1,
            quote="x",
            claims=rule.weights.claims,
            category=Category(mqm=rule.mqm, name="any"),
            severity=rule.severity,
            confidence=rule.confidence,
            languages=dict(rule.weights.translated),
            message=rule.message,
        )
        found = combine(weigh([finding], {rule.code: rule}, load_settings(CATALOGUE)))
        if rule.basis != "declared" and max(found.translated, found.spun) >= 0.5:
            accusers.append((rule.code, found.translated, found.spun))
    assert not accusers
