"""The road a text took."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.inference.chains import rank_chains
from provenance.inference.combine import Probabilities
from provenance.model import Source

SHARES = st.floats(0.01, 0.99)


def probabilities(translated: float, machine: float, spun: float, republished: float) -> Probabilities:
    """Give probabilities of a text from French or English."""
    return Probabilities(
        translated=translated,
        machine_translated=translated * machine,
        spun=spun,
        republished=republished,
        roads={"fr": translated, "en": 1 - translated},
    )


def steps(translated: float, machine: float, spun: float, republished: float, sources=()):
    """Give the steps of the likeliest chain."""
    found = probabilities(translated, machine, spun, republished)
    return [(step.step, step.language, step.to, step.by, step.agent) for step in rank_chains(found, sources)[0].steps]


AFP = Source(name="AFP", kind="agency", language="fr", role="original", probability=0.9)
SITE = Source(name="Valley Courier", kind="site", language="en", role="republisher", probability=0.9)


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ((0.05, 0.5, 0.02, 0.1), [("written", "en", None, "human", None)]),
        ((0.95, 0.9, 0.02, 0.1), [("written", "fr", None, "human", None), ("translated", "fr", "en", "machine", None)]),
        ((0.95, 0.1, 0.02, 0.1), [("written", "fr", None, "human", None), ("translated", "fr", "en", "human", None)]),
        ((0.05, 0.5, 0.95, 0.1), [("written", "en", None, "human", None), ("spun", "en", None, "machine", None)]),
        (
            (0.95, 0.9, 0.95, 0.9, (AFP, SITE)),
            [
                ("written", "fr", None, "human", "AFP"),
                ("translated", "fr", "en", "machine", None),
                ("spun", "en", None, "machine", None),
                ("republished", "en", None, None, "Valley Courier"),
            ],
        ),
    ],
)
def test_likeliest_chain(arguments, expected):
    """The claims decide the steps, the sources name the agents."""
    assert steps(*arguments) == expected


@given(SHARES, SHARES, SHARES, SHARES)
def test_chains_are_ranked_and_share_one_probability(translated, machine, spun, republished):
    """Probabilities fall, and together they are at most 1."""
    found = probabilities(translated, machine, spun, republished)
    chains = rank_chains(found, ())
    values = [chain.probability for chain in chains]
    assert values == sorted(values, reverse=True)
    assert sum(values) <= 1.001
    assert all(chain.steps[0].step == "written" for chain in chains)


def test_road_of_two_hops_has_two_translations():
    """A text that came by way of another language was translated twice; who did the first is not told."""
    found = Probabilities(translated=0.9, machine_translated=0.85, spun=0.02, republished=0.1, roads={"es>pt": 0.7, "pt": 0.2, "en": 0.1})
    steps = [(step.step, step.language, step.to, step.by) for step in rank_chains(found, ())[0].steps]
    assert steps == [("written", "es", None, "human"), ("translated", "es", "pt", None), ("translated", "pt", "en", "machine")]
