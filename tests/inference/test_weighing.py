"""Findings become evidence: grouped, saturated, capped."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.inference.settings import Settings
from provenance.inference.weighing import _Places, weigh
from provenance.model import Category, Finding
from tests.rules import make_rule

SETTINGS = Settings(
    translated=0.1,
    machine_translated=0.5,
    spun=0.02,
    republished=0.15,
    two_hops=0.05,
    spun_again=2.0,
    languages={"fr": 0.5, "de": 0.4, "und": 0.1},
    again=0.5,
    beside=0.7,
    cap=9.0,
    spill=0.35,
    local_cap=3.0,
    style_news=2.2,
    style_other=1.1,
    reporting=4.0,
    local_families=frozenset({"acronyms"}),
    local_rules=frozenset({"RES-FR009"}),
)
RULES = {
    "NAM-FR001": make_rule(code="NAM-FR001", weights={"translated": {"fr": 4.0}}),
    "NAM-FR002": make_rule(code="NAM-FR002", weights={"translated": {"fr": 3.0, "de": 1.0}}),
    "IDM-FR001": make_rule(code="IDM-FR001", weights={"translated": {"fr": 4.0}, "machine_translated": 2.0}),
    "RES-FR009": make_rule(code="RES-FR009", weights={"translated": {"fr": 4.0}, "machine_translated": 2.0}),
    "ACR-FR001": make_rule(code="ACR-FR001", weights={"translated": {"fr": 4.0}}),
    "ACR-FR002": make_rule(code="ACR-FR002", weights={"translated": {"fr": 4.0}}),
    "ENG001": make_rule(code="ENG001", weights={"original": 3.0}),
}
SPANS = st.lists(st.tuples(st.integers(0, 40), st.integers(1, 6)), max_size=12)


def hits(*places: tuple[str, int, str]) -> list[Finding]:
    """Give findings of rules at places with quotes."""
    return [
        Finding(
            rule=rule,
            name="x",
            start=at,
            end=at + len(quote),
            quote=quote,
            claims=("translated",),
            languages=dict(RULES[rule].weights.translated),
            category=Category(mqm="MQMC_101000", name="mistranslation"),
            severity="minor",
            confidence=1.0,
            message=rule,
        )
        for rule, at, quote in places
    ]


def weight(findings: list[Finding], hypothesis: str = "fr", claim: str = "translated") -> float:
    """Sum up what findings say for a hypothesis, priors left out."""
    return sum(item.weights.get(hypothesis, 0.0) for item in weigh(findings, RULES, SETTINGS) if item.claim == claim and item.kind != "prior")


def test_one_hit_weighs_what_its_rule_says():
    """The first hit counts in full, and a share of it for a language not told."""
    assert weight(hits(("NAM-FR001", 0, "Poutine"))) == 4.0
    assert weight(hits(("NAM-FR001", 0, "Poutine")), "und") == pytest.approx(1.4)


def test_same_quote_again_says_nothing_new():
    """Six times Poutine is one witness."""
    assert weight(hits(*(("NAM-FR001", at * 10, "Poutine") for at in range(6)))) == 4.0


def test_further_quotes_of_one_rule_count_less_and_less():
    """One, a half, a quarter and so on."""
    assert weight(hits(("NAM-FR001", 0, "Poutine"), ("NAM-FR001", 10, "Eltsine"), ("NAM-FR001", 20, "Bichkek"))) == pytest.approx(4.0 * 1.75)


def test_rules_of_one_family_are_correlated():
    """A second rule of the family counts 0.7; of another family in full."""
    assert weight(hits(("NAM-FR001", 0, "Poutine"), ("NAM-FR002", 10, "Tchita"))) == pytest.approx(4.0 + 3.0 * 0.7)
    assert weight(hits(("NAM-FR001", 0, "Poutine"), ("IDM-FR001", 10, "on the spot"))) == pytest.approx(8.0)


def test_one_place_speaks_once_per_family():
    """Two rules of a family at one place do not double the evidence, but each may speak for its own language."""
    findings = hits(("NAM-FR001", 0, "Bichkek"), ("NAM-FR002", 0, "Bichkek"))
    assert weight(findings) == 4.0
    assert weight(findings, "de") == 1.0


def test_family_is_capped():
    """No family outweighs its cap."""
    assert weight(
        hits(*(("NAM-FR001", at * 10, f"Name{at}") for at in range(20)), *(("NAM-FR002", at * 10 + 500, f"Word{at}") for at in range(20)))
    ) == pytest.approx(9.0, abs=1e-3)


def test_claims_are_scored_apart():
    """Machine evidence is its own, and a trace of an original is a weight for English."""
    findings = hits(("IDM-FR001", 0, "on the spot"), ("ENG001", 20, "our reporter"))
    assert weight(findings, "machine_translated", "machine_translated") == 2.0
    assert weight(findings, "en") == 3.0


def test_every_item_names_its_findings():
    """The indexes lead from the evidence back to the findings."""
    findings = hits(("IDM-FR001", 0, "on the spot"), ("NAM-FR001", 20, "Poutine"), ("NAM-FR001", 40, "Eltsine"))
    named = {item.reason: item.findings for item in weigh(findings, RULES, SETTINGS) if item.kind != "prior" and item.claim == "translated"}
    assert named == {"IDM-FR001": (0,), "NAM-FR001 (2 times)": (1, 2)}


@given(st.lists(SPANS, max_size=4), SPANS)
def test_places_hold_what_overlaps_them(groups, asked):
    """Whatever was added, in whatever order, a finding is held where it overlaps any of it."""
    places, added = _Places(), []
    for group in groups:
        added.extend(group)
        places.add(hits(*(("ENG001", start, "x" * length) for start, length in group)))
    for start, length in asked:
        expected = any(start < first + long and first < start + length for first, long in added)
        assert places.hold(*hits(("ENG001", start, "x" * length))) == expected


def against_original(findings: list[Finding], quoted=()) -> float:
    """Sum up what findings say for French against an original."""
    items = [item for item in weigh(findings, RULES, SETTINGS, quoted) if item.claim == "translated" and item.kind != "prior"]
    return sum(item.weights.get("fr", 0.0) - item.weights.get("en", 0.0) for item in items)


def test_local_colour_is_capped_against_an_original_but_tells_the_language():
    """Tags and acronyms of a country together say little against an original, and all they have between languages."""
    both = hits(("ACR-FR001", 0, "LR"), ("ACR-FR002", 20, "RN"))
    assert against_original(both) == pytest.approx(SETTINGS.local_cap)
    assert weight(both) == pytest.approx(4.0 + 4.0 * SETTINGS.beside)


def test_a_rule_may_be_local_colour_by_name():
    """Though it speaks for a machine."""
    assert against_original(hits(("ACR-FR001", 0, "LR"), ("RES-FR009", 20, "mairie"))) == pytest.approx(SETTINGS.local_cap)


@pytest.mark.parametrize(("quoted", "extra"), [((), 4.0), ((1,), 0.0)])
def test_idiom_is_local_colour_inside_quotation_marks_only(quoted, extra):
    """A correspondent gives a local idiom as heard; in the text's own words it is a trace of its own."""
    found = hits(("ACR-FR001", 0, "LR"), ("IDM-FR001", 20, "pulled the rug"))
    assert against_original(found, quoted) == pytest.approx(SETTINGS.local_cap + extra)
