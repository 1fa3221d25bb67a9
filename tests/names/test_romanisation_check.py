"""The check that reports foreign-press spellings of known people and places."""

import gzip
import json
from pathlib import Path

import pytest

from provenance.catalogue import load_catalogue
from provenance.detectors.checks.romanisation import romanisation
from provenance.model import Document, LanguageGuess
from provenance.text import prepare

CATALOGUE = load_catalogue()


class _English:
    """Takes every text for English: sentences are too short for identification."""

    def identify(self, text, tokens):
        return LanguageGuess(code="en", confidence=1.0)


def find(text):
    """Give (quote, suggestion, languages) of the hits."""
    prepared = prepare(Document(id="x", text=text), _English())
    return [(prepared.normal[hit.start : hit.end], hit.suggestion, hit.languages) for hit in romanisation(CATALOGUE.rules[0], prepared, CATALOGUE)]


@pytest.mark.parametrize(
    ("text", "quote", "suggestion", "language"),
    [
        ("Critics say Poutine's speech was short.", "Poutine", "Putin", "fr"),
        ("A call between Selenskyj and the minister took place.", "Selenskyj", "Zelensky", "de"),
        ("In Prague, Si Ťin-pching was received at noon.", "Si Ťin-pching", "Xi Jinping", "cs"),
        ("The general, Wałerij Załużny, resigned.", "Wałerij Załużny", "Valerii Zaluzhnyi", "pl"),
        ("Ministers flew to Bangladesch last week.", "Bangladesch", "Bangladesh", "de"),
        ("A phone call with Kassym-Jomart Tokaïev followed.", "Kassym-Jomart Tokaïev", "Kassym-Jomart Tokayev", "fr"),
        ("In the Knesset, Benjamin Netanjahu spoke first.", "Benjamin Netanjahu", "Benjamin Netanyahu", "pl"),
        ("Guests included Mohammed ben Salmane.", "Mohammed ben Salmane", "Mohammed bin Salman", "fr"),
        ("The mayor, Kacha Kaladse, apologised.", "Kacha Kaladse", "Kakha Kaladze", "de"),
        ("A toast by Aleksandrs Vučičs was cut.", "Vučičs", "Vučić", "lv"),
        ("The leader, Kim Čong-un, watched the launch.", "Kim Čong-un", "Kim Jong Un", "cs"),
    ],
)
def test_foreign_spelling(text, quote, suggestion, language):
    """The spelling is found whole, with the English form and with the press that writes it so among the first."""
    ((found, meant, languages),) = find(text)
    assert (found, meant) == (quote, suggestion)
    assert languages[language] == max(languages.values())


@pytest.mark.parametrize(
    "text",
    [
        "Putin met Zelensky, Lukashenko and Tokayev in Kyiv, formerly Kiev.",
        "Sergey Lavrov, Dmitriy Medvedev and Sergei Shoigu travelled to Nur-Sultan.",
        "Wladimir Klitschko and his brother Vitali own the gym.",
        "Her lawyer, Botagoz Jardemalie, lives in Belgium.",
        "He plays for FC Bayern after three years at Sevilla and Roma.",
        "They stayed at the hotel Londres before driving home.",
        "Xi Jinping spoke with Kim Jong-un and Moon Jae-in.",
        "The Putins and the Rahmons were not invited.",
    ],
)
def test_english_usage(text):
    """Established English spellings, a person's own Latin spelling and proper names are no finding."""
    assert find(text) == []


def test_own_sentences():
    """At most 0.5 % of the catalogue's own good English sentences have a finding (they hold decoys such as the dish poutine)."""
    misses = [text for rule in CATALOGUE.rules for text in rule.misses]
    assert sum(bool(find(text)) for text in misses) <= 0.005 * len(misses)


def test_english_sentences():
    """Good English with foreign names, in the styles of several outlets: at most 0.5 % of at least 200 sentences have a finding."""
    lines = (Path(__file__).parent / "english_sentences.txt").read_text(encoding="utf-8").splitlines()
    sentences = [line for line in lines if not line.startswith("#")]
    assert len(set(sentences)) >= 200
    wrong = [line for line in sentences if find(line)]
    assert len(wrong) <= 0.005 * len(sentences), wrong


def test_weight_is_spread():
    """A spelling of many presses says less about each than one of a single press."""
    ((_, _, alone),) = find("The reporter asked Poutine about it.")
    ((_, _, shared),) = find("The reporter asked Minnihanov about it.")
    assert max(shared.values()) < max(alone.values())


def test_english_originals(shared):
    """At most 0.5 % of the English originals have a finding."""
    texts = {}
    for name in ("english_news", "english_mixed", "english_german_parallel"):
        with gzip.open(shared / "data" / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
            texts |= {(row["corpus"], row["doc"]): row["text"] for row in map(json.loads, lines) if row["klass"] == "orig"}
    assert sum(bool(find(text)) for text in texts.values()) <= 0.005 * len(texts)


@pytest.mark.parametrize("text", ["The court paid Hüseyin Karabacak, 58, in liras.", "A driver, Netanjahu Kleinmann, was hurt."])
def test_given_name_of_somebody_else_is_left_alone(text):
    """A surname's spelling before another surname is a given name."""
    assert find(text) == []
