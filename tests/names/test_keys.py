"""Keys of a document that no language changes."""

import gzip
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.names import document_keys, shared_keys
from provenance.names.skeleton import skeleton

ENGLISH = "On 24 February, Zelensky and Scholz met in Kyiv. Ukraine asked Germany for 1,250 vehicles, and NATO for help."


@pytest.mark.parametrize(
    "text",
    [
        "Am 24. Februar trafen sich Selenskyj und Scholz in Kiew. Die Ukraine bat Deutschland um 1.250 Fahrzeuge und die Nato um Hilfe.",
        "Le 24 février, Zelensky et Scholz se sont vus à Kiev. L'Ukraine demande à l'Allemagne 1 250 véhicules, et l'aide de l'OTAN.",
        "24 февраля Зеленский и Шольц встретились в Киеве. Украина просит у Германии 1250 машин, а у НАТО помощи.",
        "24. února se Zelenskyj a Scholz sešli v Kyjevě. Ukrajina žádá Německo o 1 250 vozidel a NATO o pomoc.",
        "2月24日，泽连斯基与朔尔茨在基辅会面。乌克兰请求德国提供1250辆车，并请求北约援助。",
        "2月24日、ゼレンスキー氏とショルツ氏がキーウで会談した。ウクライナはドイツに1250台の車両を、NATOに支援を求めた。",
    ],
)
def test_translations_share_keys(text):
    """A sentence and its translation share most of their names, numbers and dates, in any script."""
    shared = shared_keys(ENGLISH, text)
    assert {"d:02-24", "n:1250", "l:DE", "l:UA"} <= shared
    assert len(shared) >= 5


def test_unlisted_names_share_a_skeleton():
    """A name that no list holds is the same in Latin, Cyrillic and katakana, as far as consonants go."""
    assert skeleton("Fedorishchev") == skeleton("Федорищев")
    assert skeleton("Kristersson") == skeleton("クリステルソン")


def test_chinese_names_meet_pinyin():
    """An unlisted Chinese name meets its pinyin."""
    assert "z:wangxiaoming" in shared_keys("Wang Xiaoming spoke first.", "王晓明首先发言，随后代表们进行了讨论。")


@pytest.mark.parametrize("text", ["", "the quick brown fox", "On Monday the President met the Minister. First, the Government said so."])
def test_nothing_to_name(text):
    """A text without names, numbers and dates has no keys."""
    assert document_keys(text) == frozenset()


@given(st.text(max_size=300))
def test_any_text(text):
    """Any text has keys of the documented kinds, the same each time."""
    keys = document_keys(text)
    assert keys == document_keys(text)
    assert all(key[:2] in ("p:", "l:", "o:", "n:", "d:", "s:", "z:") for key in keys)


def test_sources_and_translations(shared):
    """At least three keys are shared by 90 % of news sources and their translations (de, fr, ru, cs) and by 75 % (ja, zh)."""
    with gzip.open(shared / "data" / "foreign_sources.jsonl.gz", "rt", encoding="utf-8") as lines:
        sources = {(row["corpus"], row["doc"], row["source_lang"]): row["text"] for row in map(json.loads, lines)}
    found: dict[str, dict[tuple[str, ...], bool]] = {}
    with gzip.open(shared / "data" / "english_news.jsonl.gz", "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            key = (row["corpus"], row["doc"], row["source_lang"])
            if row["klass"] == "mt" and row["n_words"] >= 150 and key in sources and key not in found.setdefault(key[2], {}):
                found[key[2]][key] = len(shared_keys(sources[key], row["text"])) >= 3
    for language, least in {"de": 0.9, "fr": 0.9, "ru": 0.9, "cs": 0.9, "ja": 0.75, "zh": 0.75}.items():
        assert sum(found[language].values()) >= least * len(found[language]), language
