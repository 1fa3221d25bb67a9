"""Why, how close, and what would change it."""

import pytest

from provenance import audit
from provenance.inference.combine import combine
from provenance.inference.explanation import explain, rank_reasons
from provenance.model import Chain, Evidence, Source, Step

PRIOR = Evidence(claim="translated", weights={"en": -0.1, "fr": -3.0, "de": -3.0}, reason="Before reading.", kind="prior")
SPUN = Evidence(claim="spun", weights={"spun": -4.0}, reason="Before reading.", kind="prior")
AGAIN = Evidence(claim="republished", weights={"republished": -1.7}, reason="Before reading.", kind="prior")
MACHINE = Evidence(claim="machine_translated", weights={"machine_translated": 0.0}, reason="Before reading.", kind="prior")
PRIORS = (PRIOR, SPUN, AGAIN, MACHINE)


def written(language: str, *others: Step, probability: float) -> Chain:
    """Give a chain."""
    return Chain(probability=probability, steps=(Step(step="written", language=language, by="human"), *others))


TRANSLATED = Step(step="translated", language="fr", to="en", by="machine")
CHAINS = (written("fr", TRANSLATED, probability=0.6), written("en", probability=0.2))


def explained(*evidence: Evidence, chains=CHAINS, sources=()):
    """Explain evidence beside the priors."""
    everything = (*PRIORS, *evidence)
    return explain(everything, combine(everything), chains, sources)


def trace(reason: str, **weights: float) -> Evidence:
    """Give a reason."""
    return Evidence(claim="translated", weights=weights, reason=reason)


def test_effect_is_what_leaving_out_changes():
    """A reason's effect is the difference it makes to the log odds of its claim."""
    evidence = (*PRIORS, trace("a", fr=4.0), trace("b", de=0.5))
    reasons = {reason.sentence: reason.effect for reason in rank_reasons(evidence)}
    odds = [value / (1 - value) for value in (combine(evidence).translated, combine([item for item in evidence if item.reason != "a"]).translated)]
    assert 2.718 ** reasons["a"] == pytest.approx(odds[0] / odds[1], rel=0.02)
    assert "b" not in reasons, "what a stronger reason drowns has no effect worth a line"


def test_reasons_for_and_against_stand_apart():
    """What speaks for an original is among the opposing reasons, the weightiest first."""
    told = explained(trace("Poutine", fr=4.0), trace("own reporters", en=2.0), trace("reprint line", en=3.0))
    assert [reason.sentence for reason in told.supporting] == ["Poutine"]
    assert [reason.sentence for reason in told.opposing] == ["reprint line", "own reporters"]


def test_verdict_that_hangs_on_one_reason_says_so():
    """A reader learns where to doubt."""
    assert any("hangs on one reason" in sentence for sentence in explained(trace("Poutine", fr=4.4)).would_change)


def test_verdict_that_stands_without_its_best_reason_does_not():
    """Many witnesses: none is decisive."""
    told = explained(trace("a", fr=4.4), trace("b", fr=4.4), trace("c", fr=4.4))
    assert not any("hangs" in sentence for sentence in told.would_change)


def test_undecided_text_says_how_much_is_missing():
    """Below one half, the trace that would tip it is described."""
    told = explained(trace("a", fr=2.0))
    assert any("would make it likelier translated than not" in sentence for sentence in told.would_change)


def test_original_to_look_for_is_named_with_its_outlet():
    """The document that would settle the question is named in the language and at the outlet it must be in."""
    source = Source(name="AFP", kind="agency", language="fr", role="original", probability=0.9)
    told = explained(trace("a", fr=4.4), trace("b", fr=4.0), sources=(source,))
    assert any("in French at AFP" in sentence for sentence in told.would_change)


@pytest.mark.parametrize(
    ("second", "words"),
    [
        (written("en", probability=0.3), "written in English, not French, not translated"),
        (written("fr", Step(step="translated", language="fr", to="en", by="human"), probability=0.3), "translated by a person"),
        (written("fr", TRANSLATED, Step(step="spun", language="en"), probability=0.3), "spun"),
        (
            written("es", Step(step="translated", language="es", to="fr"), TRANSLATED, probability=0.3),
            "written in Spanish, not French, by way of another language",
        ),
    ],
)
def test_runner_up_is_told_by_its_difference(second, words):
    """Two hypotheses, how much likelier the first is, and in what they differ."""
    told = explained(chains=(CHAINS[0], second))
    assert told.margin == 2.0
    assert told.runner_up == words


def test_plain_original_has_little_to_explain():
    """No reasons are invented where there are none."""
    told = audit("The council met on Monday. It will meet again in May.").explanation
    assert told.supporting == ()
    assert told.round_trips == ()
