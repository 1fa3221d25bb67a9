"""Which press can have written a spelling."""

import pytest

from provenance.names import explain_spelling, spellings


@pytest.mark.parametrize(
    ("spelling", "press", "english"),
    [
        ("Poutine", "fr", "Putin"),
        ("Selenskyj", "de", "Zelensky"),
        ("Zelenszkij", "hu", "Zelensky"),
        ("Nasarbajew", "de", "Nazarbayev"),
        ("Si Ťin-pching", "cs", "Xi Jinping"),
        ("Loekasjenko", "nl", "Lukashenko"),
        ("Łukaszenka", "pl", "Lukashenko"),
    ],
)
def test_known_names(spelling, press, english):
    """A known person's spelling leads back to the press and to the English form."""
    found = explain_spelling(spelling)
    assert press in {item.press for item in found}
    assert found[0].english == english
    assert found[0].known


@pytest.mark.parametrize(
    ("spelling", "press"),
    [("Ovtchinnikov", "fr"), ("Scharipow", "de"), ("Bogatschow", "de"), ("Czerkiesow", "pl"), ("Koezmitsj", "nl"), ("Savtsjoek", "nl")],
)
def test_unseen_names(spelling, press):
    """A Slavic surname that no list holds is explained by the rules run backwards, and spelt again the same."""
    found = explain_spelling(spelling)
    assert press in {item.press for item in found}
    for item in found:
        assert not item.known
        assert spelling in spellings(item.original, item.language, item.press)


@pytest.mark.parametrize(
    "spelling", ["Putin", "Zelensky", "Smithson", "Kuznetsov", "Baldwin", "Collins", "Müller", "London", "Kyiv", "Kiev", "Klitschko"]
)
def test_english_spellings_need_no_explanation(spelling):
    """What English writes itself points nowhere."""
    assert explain_spelling(spelling) == ()
