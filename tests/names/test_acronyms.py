"""Acronyms of organisations in other languages."""

import pytest

from provenance.names import foreign_acronym
from provenance.names.acronyms import load_foreign_acronyms


@pytest.mark.parametrize(
    ("form", "english", "language"),
    [
        ("OTAN", "NATO", "fr"),
        ("ONU", "UN", "es"),
        ("OSZE", "OSCE", "de"),
        ("OBSE", "OSCE", "ru"),
        ("IWF", "IMF", "de"),
        ("FMI", "IMF", "it"),
        ("MFW", "IMF", "pl"),
        ("OMS", "WHO", "pt"),
        ("VOZ", "WHO", "ru"),
        ("MAGATE", "IAEA", "ru"),
        ("ODKB", "CSTO", "ru"),
        ("OVKS", "CSTO", "de"),
        ("EGMR", "ECHR", "de"),
        ("ONZ", "UN", "pl"),
        ("ENSZ", "UN", "hu"),
    ],
)
def test_foreign_acronym(form, english, language):
    """The acronym leads to the English one and to the languages that use it."""
    found = foreign_acronym(form)
    assert found is not None
    assert found.english == english
    assert language in found.languages


@pytest.mark.parametrize("form", "NATO UN UNICEF CPI AMA BCE EEZ YES MOM PLO IRA GDP TASS EU USA FBI SBU IDF AfD PKK FIFA ECB UEFA otan".split())
def test_english_uses(form):
    """What English uses itself, for this or anything else, is not in the table."""
    assert foreign_acronym(form) is None


def test_table():
    """Every row is an acronym of at least three letters that stands for one organisation, with the languages that use it."""
    table = load_foreign_acronyms()
    assert len(table) >= 200
    for form, found in table.items():
        assert found.form == form
        assert len(form) >= 3
        assert sum(map(str.isupper, form)) >= 2
        assert found.english != form
        assert found.languages == tuple(sorted(set(found.languages)))
