"""Which language a text is in."""

import pytest

from provenance.model import Document
from provenance.text import prepare

CASES = {
    "en": "The minister said that the bridge would have been closed by the end of the year, but nobody believed him.",
    "pt": "O ministro disse que a ponte teria sido fechada até o fim do ano, mas ninguém acreditou nele naquela noite.",
    "de": "Der Minister sagte, die Brücke werde bis zum Ende des Jahres gesperrt, aber niemand glaubte ihm an diesem Abend.",
    "ru": "Министр заявил, что мост закроют до конца года, но в тот вечер ему никто не поверил, и жители вышли на улицы.",
    "zh": "部长表示，这座桥将在年底前关闭，但当晚没有人相信他的话，市民们继续使用这座桥。",
}


@pytest.mark.parametrize("code", CASES)
def test_language_is_named(code):
    """A sentence suffices."""
    assert prepare(Document(text=CASES[code])).language.code == code


@pytest.mark.parametrize("text", ["Almaty", "Kassym-Jomart Tokayev", "12 345 678", "!!!", "fuel prices"])
def test_short_text_is_not_guessed(text):
    """Names, numbers and fragments have no language."""
    assert prepare(Document(text=text)).language.code == "und"


def test_same_answer_every_time():
    """The identifier is seeded: mixed text gives the same answer on every call."""
    mixed = Document(text="Le président a déclaré hier la guerra continua todavía mañana nel paese delle meraviglie")
    assert len({prepare(mixed).language for _ in range(10)}) == 1
