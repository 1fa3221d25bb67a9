"""The spellings that the press of each language uses."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.names import UnknownSystemError, languages, presses, romanise, spellings
from provenance.names.systems import PRESSES


def read(name):
    """Give the rows of a table beside this file: language, original, then press=spelling."""
    lines = (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


KNOWN, HELD_OUT, SECOND = (read(f"{name}.tsv") for name in ("known_spellings", "held_out_spellings", "held_out_second"))


def test_known_people_are_spelt_exactly():
    """At least 95 % of the spellings of 44 well-known people come out exactly as the press writes them."""
    cells = [(language, name, *cell.split("=")) for language, name, *row in KNOWN for cell in row]
    wrong = [(press, want) for language, name, press, want in cells if romanise(name, language, press) != want]
    assert len(KNOWN) >= 40
    assert all(len(row) >= 10 for row in KNOWN)
    assert len(wrong) <= 0.05 * len(cells), wrong


def test_held_out_names():
    """The rules alone spell at least 95 % of names on which they were not built."""
    cells = [(language, name, *cell.split("=")) for language, name, *row in HELD_OUT for cell in row]
    wrong = [(press, want) for language, name, press, want in cells if romanise(name, language, press) != want]
    assert len(wrong) <= 0.05 * len(cells), wrong


def test_held_out_names_of_more_languages():
    """The rules spell at least 92 % of a second set, with Georgian, Armenian, Serbian and Hebrew names (a first run gave 93.5 %)."""
    cells = [(language, name, *cell.split("=")) for language, name, *row in SECOND for cell in row]
    wrong = [(press, want) for language, name, press, want in cells if romanise(name, language, press) != want]
    assert len(SECOND) >= 15
    assert len(wrong) <= 0.08 * len(cells), wrong


@pytest.mark.parametrize("language", ["ru", "uk", "be", "bg", "sr", "kk", "ar", "fa", "el", "he", "ka", "hy", "zh", "ja"])
def test_every_press_has_a_column(language):
    """Names of each language can be spelt for every press; only Korean, where people choose their own spelling, lacks some."""
    assert set(presses(language)) == set(PRESSES)


@pytest.mark.parametrize(
    ("name", "language", "press", "want"),
    [
        # Names that no exception covers: rules only.
        ("Овчинников", "ru", "fr", "Ovtchinnikov"),
        ("Щербаков", "ru", "de", "Schtscherbakow"),
        ("Журавлёв", "ru", "pl", "Żurawlow"),
        ("Хабаров", "ru", "es", "Jabarov"),
        ("Шереметьев", "ru", "nl", "Sjeremetjev"),
        ("Гончаренко", "uk", "fr", "Hontcharenko"),
        ("Зінченко", "uk", "de", "Sintschenko"),
        ("Li Peng", "zh", "cs", "Li Pcheng"),
        ("Zhu De", "zh", "hu", "Csu Tö"),
        ("Kenji Mizoguchi", "ja", "cs", "Kendži Mizoguči"),
        ("Румен Радев", "bg", "de", "Rumen Radew"),
        ("ნინო ბურჯანაძე", "ka", "de", "Nino Burdschanadse"),
        ("Қасым Аманжолов", "kk", "fr", "Kassym Amanjolov"),
        ("Зоран Ђинђић", "sr", "ru", "Zoran Dzhindzhich"),
        ("Зоран Ђинђић", "sr", "lv", "Zorans Džindžičs"),
        ("ხვიჩა კვარაცხელია", "ka", "pl", "Chwicza Kwaracchelia"),
        ("Հենրիխ Մխիթարյան", "hy", "de", "Henrich Mchitarjan"),
        ("Yiṣḥaq Šamir", "he", "cs", "Jicchak Šamir"),
        ("Ḥasan Naṣrallāh", "ar", "hu", "Haszan Naszralla"),
        ("Xi Jinping", "zh", "sr", "Si Đinping"),
    ],
)
def test_rules_alone(name, language, press, want):
    """The rules spell names that no table lists."""
    assert romanise(name, language, press) == want


def test_unknown_system():
    """A pair without a table is an error that names it."""
    with pytest.raises(UnknownSystemError, match="'xx'"):
        romanise("Путин", "ru", "xx")


@given(st.text(alphabet="абвгдеёжзийклмнопрстуфхцчшщъыьэюя", min_size=1, max_size=14), st.sampled_from(presses("ru")))
def test_any_cyrillic_word_becomes_latin(word, press):
    """Whatever Russian letters come, Latin ones go out, the same each time."""
    spelt = spellings(word.capitalize(), "ru", press)
    assert spelt == spellings(word.capitalize(), "ru", press)
    assert not any("Ѐ" <= char <= "ӿ" for form in spelt for char in form)


def test_every_system_names_its_source():
    """Every column of every table says where its rules come from."""
    from provenance.names.systems import load_system

    for language in languages():
        for press in presses(language):
            assert load_system(language, press).source
