"""What the shipped gazetteer holds."""

import zlib
from importlib.resources import files

import pytest

from provenance.names.fold import fold
from provenance.names.gazetteer import foreign_beginnings, foreign_spelling, load_gazetteer


def test_size():
    """The files hold what docs/names.md says, in less than 6 MB."""
    gazetteer = load_gazetteer()
    kinds = [key[0] for key in set(gazetteer.forms.values())]
    assert kinds.count("l") >= 3000
    assert kinds.count("o") >= 250
    assert sum(sum(gazetteer.people_of(country).values()) for country in gazetteer.people) >= 2500
    assert len(gazetteer.people) >= 120
    assert all(len(country) == 2 and country.isupper() for country in gazetteer.people)
    assert sum(map(len, foreign_beginnings().values())) >= 25_000
    data = files("provenance.names").joinpath("data")
    assert sum(len(entry.read_bytes()) for entry in data.iterdir() if entry.is_file()) < 6_000_000


@pytest.mark.parametrize("name", ["gazetteer.z", "foreign_spellings.z"])
def test_header(name):
    """Each file names its sources and licences in its first line."""
    header = zlib.decompress(files("provenance.names").joinpath("data", name).read_bytes()).decode().split("\n", 1)[0]
    assert all(word in header for word in ("MIT", "Unicode", "CC BY 4.0"))


@pytest.mark.parametrize(
    "forms",
    [
        ("putin", "poutine", "путин", "プーチン", "普京"),
        ("zelensky", "selenskyj", "зеленський", "ゼレンスキー"),
        ("germany", "deutschland", "allemagne", "германия", "ドイツ", "德国", "nemecko"),
        ("moscow", "moskau", "moskva", "москва", "莫斯科"),
        ("NATO", "OTAN", "北约"),
    ],
)
def test_one_identity(forms):
    """All spellings of one name lead to one identity."""
    gazetteer = load_gazetteer()
    found = {gazetteer.identity(form if form.isupper() and form.isascii() else fold(form)) for form in forms}
    assert len(found) == 1
    assert None not in found


def test_records_parse():
    """Every foreign spelling has an English form, an original and at least one press with a share of one or a half."""
    for first, form in ((first, form) for first, forms in foreign_beginnings().items() for form in forms):
        record = foreign_spelling(form)
        assert form.startswith(first)
        assert record is not None
        assert record.english
        assert record.original
        assert set(record.systems.values()) <= {0.5, 1.0}
        assert record.systems


@pytest.mark.parametrize("country", ["RU", "CN", "SY", "GE", "RS", "IL", "BR", "NG", "TH", "FJ"])
def test_people_are_of_countries(country):
    """A country's people are known by identities that the forms hold."""
    people = load_gazetteer().people_of(country)
    held = set(load_gazetteer().forms.values())
    assert len(people) >= 4
    assert sum(key in held for key in people) >= 0.95 * len(people)


@pytest.mark.parametrize(
    ("native", "english"),
    [
        ("محمد بن سلمان", "mohammed bin salman"),
        ("مصطفى مدبولي", "madbouly"),
        ("حسن روحانی", "rouhani"),
        ("בנימין נתניהו", "netanyahu"),
        ("კალაძე", "kaladze"),
        ("Սարգսյան", "sargsyan"),
        ("최선희", "choe son hui"),
        ("Ана Брнабић", "brnabic"),
        ("ထင်ကျော်", "htin kyaw"),
        ("蔡英文", "tsai ing-wen"),
    ],
)
def test_native_scripts(native, english):
    """A name in its own script leads to the identity that its English form has."""
    gazetteer = load_gazetteer()
    assert gazetteer.identity(fold(native)) == gazetteer.identity(english) is not None
