"""Texts in two languages."""

from __future__ import annotations

import pytest

from provenance.matching import Matcher
from provenance.matching.foreign import coarsen, cut_far_eastern, english_terms, key_terms
from provenance.matching.lexicon import Lexicon
from provenance.matching.profile import are_different
from provenance.matching.reading import read_text
from provenance.model import Document, LanguageGuess
from provenance.names.skeleton import skeleton
from tests.matching.helpers import GARDEN, texts

ENGLISH = (
    "President Vladimir Putin met Angela Merkel in Moscow on 14 March. "
    "They spoke about 2,350 prisoners and a loan of 480 million euros for Ukraine. "
    "The garden festival had been opened by the mayor in the morning."
)
ABROAD = {
    "de": "Präsident Wladimir Putin traf Angela Merkel am 14. März in Moskau. Sie sprachen über 2.350 Gefangene und einen Kredit von 480 Millionen Euro für die Ukraine.",
    "ru": "Президент Владимир Путин встретился с Ангелой Меркель в Москве 14 марта. Они говорили о 2350 заключённых и о кредите в 480 миллионов евро для Украины.",
    "fr": "Le président Vladimir Poutine a rencontré Angela Merkel à Moscou le 14 mars. Ils ont parlé de 2 350 prisonniers et d’un prêt de 480 millions d’euros pour l’Ukraine.",
    "ja": "プーチン大統領は3月14日、モスクワでメルケル首相と会談した。両首脳は2350人の捕虜とウクライナ向けの4億8000万ユーロの融資について話し合った。",
}
ELSEWHERE = {
    "de": "Der Verein plant für den Herbst einen neuen Brunnen im Stadtpark. Die Kosten tragen die Mitglieder, sagte die Vorsitzende am Abend nach der Sitzung.",
    "ru": "Осенью общество хочет построить в городском парке новый фонтан. Расходы возьмут на себя члены общества, сказала вечером председательница.",
}


@pytest.mark.parametrize("language", sorted(ABROAD))
def test_a_source_abroad_is_linked(language: str):
    """A text and its source in another language share a passage of that relation, whatever the script."""
    passages = Matcher().find_passages(texts(ENGLISH, ABROAD[language]))
    assert passages
    assert {passage.relation for passage in passages} == {"cross_language"}
    for passage in passages:
        for member in passage.members:
            assert (ENGLISH, ABROAD[language])[int(member.document[1:])][member.start : member.end] == member.quote
    assert "garden festival" not in " ".join(member.quote for passage in passages for member in passage.members)


@pytest.mark.parametrize("language", sorted(ELSEWHERE))
def test_unrelated_texts_abroad_are_not_linked(language: str):
    """Texts in two languages that name nothing in common share nothing."""
    assert Matcher().find_passages(texts(ENGLISH, GARDEN, ELSEWHERE[language])) == ()


def test_a_quotation_in_the_language_of_the_other_text_is_no_translation():
    """A foreign text that carries a passage in English shares it as it is."""
    sentence = "The ferry Astrid sank off Kalmoy on Tuesday night with 48 sheep and three crewmen on board."
    relations = {passage.relation for passage in Matcher().find_passages(texts(f"{GARDEN} {sentence}", f"{ELSEWHERE['ru'] * 3} {sentence}"))}
    assert relations == {"verbatim"}


@pytest.mark.parametrize(
    ("word", "term"), [("Москве", "~mskv"), ("Moskau", "~mskv"), ("Путиным", "~ptn"), ("Федорищева", "^" + skeleton("Федорищев")), ("Haus", None)]
)
def test_names_become_those_of_english(word: str, term: str | None):
    """Declined and respelled names of the gazetteer take the term of English, others their consonants; words stay what they are."""
    assert dict(english_terms(word, [word], [0], [len(word)])).get(0) == term


def test_a_name_of_several_words_is_put_word_for_word():
    """A name with more words than in English ends in empty ones."""
    words = ["Соединённые", "Штаты"]
    assert [term for _, term in english_terms(" ".join(words), words, [0, 12], [11, 17])] == list(key_terms("l:US"))


@pytest.mark.parametrize(("written", "term"), [("5 Millionen", "#5000000"), ("3万人", "#30000"), ("12,5 млрд рублей", "#12500000000")])
def test_scales_abroad_count(written: str, term: str):
    """A number takes the scale behind it in any language."""
    end = len(written.replace("万", " ").split(" ", maxsplit=1)[0])
    assert dict(english_terms(written, [written[:end]], [0], [end])) == {0: term}


def test_names_of_two_scripts_sound_alike():
    """The consonants that English leaves of a name meet those of other scripts."""
    for english, other in (("trmp", "トランプ"), ("slnsk", "Зеленский")):
        assert coarsen(english) == skeleton(other)


def test_far_eastern_texts_are_cut_into_sentences():
    """A text without spaces has sentences and pieces that lie within it, in order."""
    [text] = texts(ABROAD["ja"])
    tokens, sentences = cut_far_eastern(text)
    assert len(sentences) == 2
    assert [text.normal[start:end] for start, end in zip(tokens.starts, tokens.ends, strict=True)] == tokens.surfaces
    assert tokens.starts == sorted(tokens.starts)
    assert "モスクワ" in tokens.surfaces


def test_a_text_of_unknown_language_is_taken_for_english():
    """Two texts are in different languages only where both languages are sure."""
    sure, unsure = LanguageGuess(code="ru", confidence=0.95), LanguageGuess(code="und", confidence=0.0)
    assert are_different(sure, LanguageGuess(code="en", confidence=0.99))
    assert not are_different(sure, unsure)


def test_known_names_keep_their_weight_abroad():
    """A name that English has weighs more in a foreign text than a word that no table knows."""
    lexicon = Lexicon()
    read = read_text(texts(f"{ABROAD['ru']} Зелюки хрюкотали весь день.")[0], lexicon)
    weights = dict(zip((lexicon.names[term] for term in read.terms.tolist()), read.weights.tolist(), strict=True))
    assert weights["~mskv"] > weights["хрюкотали"]


def test_a_stream_goes_on_in_another_language():
    """The first foreign text of a stream finds its translation among the English ones before it."""
    documents = [Document(id="a", text=ENGLISH), Document(id="b", text=GARDEN), Document(id="c", text=ABROAD["ru"])]
    assert {(match.first, match.second, match.relation) for match in Matcher().stream(iter(documents))} == {(0, 2, "cross_language")}
