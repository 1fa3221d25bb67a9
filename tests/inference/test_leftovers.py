"""Words left untranslated, as witnesses of the road."""

from provenance import Auditor, Document
from provenance.catalogue import load_catalogue
from provenance.inference.leftovers import AGAINST, weigh_leftovers
from provenance.model import Evidence

AUDITOR = Auditor()
RULES = load_catalogue().by_code
ITALIAN = "The mayor said the grattacapo will go on, the spettacoli were moved and the rivenditore has no cuscini for the presentatrice. The cantieri are late and the sottopassaggi wait until the tribunali and the insegnanti agree. "
SPANISH = "The council relanzará the plan, and cientos of vehículos were saldadas by the desbordamientos, the police said. "


def audit(text: str):
    """Audit a text made longer by plain sentences."""
    return AUDITOR.audit(Document(text=text + "The road was closed on Monday, the police said, and it will stay closed until Friday. " * 3))


def test_a_text_without_such_words_has_no_leftovers():
    """Findings of other rules are none."""
    report = audit("He put the cart ahead of the ox, the mayor said once morest the wall. ")
    assert weigh_leftovers(report.findings, RULES) is None


def test_words_speak_against_languages_they_are_not_built_like():
    """The evidence on Italian words has weights against German, limited, and none for a road."""
    report = audit(ITALIAN)
    [evidence] = [item for item in report.evidence if item.claim == "translated" and item.weights.get("it", 0) > 1]
    assert -AGAINST <= evidence.weights["de"] < 0
    assert not any(">" in road for road in evidence.weights)


def test_words_of_two_languages_make_a_road():
    """Italian words beside Spanish ones: the road from Italian by way of Spanish is considered, with Italian first."""
    report = audit(ITALIAN * 2 + SPANISH)
    [evidence] = [item for item in report.evidence if "it>es" in item.weights and item.kind == "finding"]
    assert evidence.weights["it>es"] > max(evidence.weights["it"], evidence.weights["es"])
    assert max(evidence.weights, key=evidence.weights.get) in ("it>es", "es>it")


def test_other_evidence_is_left_alone():
    """Only what rests on these words is sharpened."""
    report = audit(ITALIAN)
    leftovers = weigh_leftovers(report.findings, RULES)
    other = Evidence(claim="translated", weights={"fr": 2.0}, reason="another")
    assert leftovers is not None
    assert leftovers.sharpen(other) == other
