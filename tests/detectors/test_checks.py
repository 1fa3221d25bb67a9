"""The named checks, beyond the cases of their rules."""

import pytest

from provenance import Document
from provenance.detectors import Detector
from provenance.detectors.checks.name_variants import _sound
from provenance.text import prepare
from tests.rules import CATALOGUE, make_rule


def found(check: str, text: str) -> list[str]:
    """Give what a check reports."""
    rule = make_rule(code="CON001", kind="check", patterns=None, check=check)
    return [finding.quote for finding in Detector([rule], CATALOGUE).detect(prepare(Document(text=text)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("President Askar Tulebayev spoke. Tulebayev left. Tulebaïev returned.", ["Tulebaïev"]),
        ("Yuri Shevchenko won. Later Chevtchenko said that Shevchenko was tired.", ["Chevtchenko"]),
        ("Zelenskiy came. Zelensky went. Zelensky came back.", ["Zelenskiy"]),
        ("Anna Petrova and Ivan Petrov came. Petrov left.", []),
        ("Ivan Petrov met Boris Petroff. Petrov and Petroff did not get on.", []),
        ("Stephen King met Steven Spielberg. Stephen and Steven talked.", []),
        ("Pete Townshend played. Townsend smiled.", []),
        ("Governor Anton Belyaev spoke on Friday. On Friday Belyayev left.", ["Belyayev"]),
        ("Bogotá is cold. Bogota is high.", []),
        ("The Ivanovs came. Ivanov left. The Ivanovs' car broke down.", []),
        ("Brian and Bryan are twins. Brian is older than Bryan.", []),
    ],
)
def test_name_variants(text, expected):
    """One person in two romanisations is found; families, namesakes, given names and accents are not."""
    assert found("name_variants", text) == expected


@pytest.mark.parametrize(
    "spellings",
    [
        ("Tokayev", "Tokaïev", "Tokajew", "Tokaev", "Tokaiev"),
        ("Nazarbayev", "Nazarbaïev", "Nazarbaiev"),
        ("Shevchenko", "Chevtchenko", "Schewtschenko", "Ševčenko"),
        ("Zhukov", "Joukov", "Jukov"),
    ],
)
def test_spellings_of_one_name_sound_alike(spellings):
    """The sound key is the same for the press spellings of several languages."""
    assert len({_sound(spelling) for spelling in spellings}) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the CSO (Collective Security Treaty Organization) met", ["CSO (Collective Security Treaty Organization)"]),
        ("the Central Board of Indirect Taxes and Customs (CBIC) said", []),
        ("the CSTO (Collective Security Treaty Organization) met", []),
        ("the National Security Committee (KNB) said", []),
        ("the Democratic Choice of Kazakhstan (DVK) movement", []),
        ("the Centers for Disease Control and Prevention (CDC) said", []),
        ("liquefied petroleum gas (LPG) and (WHO)", []),
        ("the North Atlantic Treaty Organization (NATO)", []),
    ],
)
def test_acronym_mismatch(text, expected):
    """A dropped inner letter is found; right, foreign and shortened acronyms are left."""
    assert found("acronym_mismatch", text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The riots once morest the government spread.", ["once morest"]),
        ("Protests once morest prices, he said once more, against them.", ["once morest"]),
        ("He tried once more and more, step by step, against the odds.", []),
        ("The moreish cake and the mores of the time.", []),
    ],
)
def test_inside_word(text, expected):
    """A replacement inside a word is found where undoing it gives an English word."""
    assert found("inside_word", text) == expected
