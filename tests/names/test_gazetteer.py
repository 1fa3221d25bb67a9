"""What the shipped gazetteer holds."""

import zlib
from importlib.resources import files

import pytest

from provenance.names.fold import fold
from provenance.names.gazetteer import foreign_beginnings, foreign_spelling, load_foreign_spellings, load_gazetteer


def test_size():
    """The files hold what docs/names.md says, in less than 6 MB."""
    forms = load_gazetteer().forms
    kinds = [key[0] for key in set(forms.values())]
    assert kinds.count("p") >= 1000
    assert kinds.count("l") >= 3000
    assert kinds.count("o") >= 100
    assert len(load_foreign_spellings()) >= 10_000
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
    for form in load_foreign_spellings():
        record = foreign_spelling(form)
        assert record is not None
        assert record.english
        assert record.original
        assert set(record.systems.values()) <= {0.5, 1.0}
        assert record.systems
    assert sum(map(len, foreign_beginnings().values())) == len(load_foreign_spellings())
