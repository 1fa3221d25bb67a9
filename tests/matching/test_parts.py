"""The parts the matcher is made of."""

from __future__ import annotations

import numpy as np
import pytest

from provenance.matching import candidates
from provenance.matching.accept import describe
from provenance.matching.align import Hit
from provenance.matching.boilerplate import mark_boilerplate
from provenance.matching.borders import settle
from provenance.matching.candidates import find_candidates
from provenance.matching.clusters import build_passages
from provenance.matching.keys import meet, postings_limit
from provenance.matching.lexicon import Lexicon
from provenance.matching.likeness import compare_spelling, compare_terms
from provenance.matching.logistic import load_logistic
from provenance.matching.match import Match
from provenance.matching.pairs import find_hits
from provenance.matching.prospects import NAMES, judge
from provenance.matching.reading import read_text
from provenance.matching.relation import Wording, pool
from provenance.matching.terms import fold, number, skeleton, stem
from tests.matching.helpers import FERRY, GARDEN, texts


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Tokayev", "Tokaïev"),
        ("Nazarbayev", "Nazarbaiev"),
        ("Qasym", "Kassim"),
        ("Zhomart", "Jomart"),
        ("Mukhtar", "Muchtar"),
        ("Almaty", "Almati"),
        ("Putin", "Poutine"),
    ],
)
def test_romanisations_fold_together(one: str, other: str):
    """A name is one term however it was brought into Latin letters."""
    assert fold(one, "w", ()) == fold(other, "w", ())


@pytest.mark.parametrize(
    ("word", "same"),
    [("negotiations", "negotiation"), ("stories", "story"), ("stopped", "stop"), ("colour", "color"), ("killing", "kills"), ("watches", "watch")],
)
def test_endings_are_cut(word: str, same: str):
    """Inflections of a word are one term."""
    assert stem(word) == stem(same)


def test_short_skeletons_are_refused():
    """Too few consonants tell no name from another."""
    assert skeleton("mao") is None


@pytest.mark.parametrize(("surface", "term"), [("1,000", "#1000"), ("1.000", "#1000"), ("3.5", "#3.5"), ("3,5", "#3.5"), ("00", "#0")])
def test_numbers_have_one_notation(surface: str, term: str):
    """Thousands and decimals are read in either notation."""
    assert number(surface) == term


def test_learned_likeness_is_symmetric():
    """A paraphrase works both ways and is never as good as the word itself."""
    assert 0 < compare_terms("arrest", "detain") == compare_terms("detain", "arrest") < 1
    assert compare_spelling("ship", "shop") == 0


def test_keys_meet_across_documents_only():
    """Sentences of one document do not meet, crowded keys introduce nobody, doubtful keys must meet twice."""
    document = np.array([0, 0, 1, 2, 2])
    keys = np.array([7, 7, 7, 8, 8, 9, 9, 9, 9, 9], np.uint64)
    sentences = np.array([0, 1, 2, 0, 3, 0, 1, 2, 3, 4])
    firm = np.array([True, True, True, False, False, True, True, True, True, True])
    assert meet(keys, sentences, firm, document, 3).tolist() == [0 * 5 + 2, 1 * 5 + 2]
    assert meet(keys, sentences, np.ones(10, bool), document, 3).tolist() == [0 * 5 + 2, 0 * 5 + 3, 1 * 5 + 2]


def test_small_collections_may_share_more():
    """A report that all outlets of a story carry is no boilerplate."""
    assert postings_limit(100) > postings_limit(10_000)


def test_topics_weigh_less_than_single_mentions():
    """A name that every sentence has weighs less than one that is mentioned once."""
    [text] = texts("Astrid sailed. Astrid sank. Astrid was raised. Nobody mourned Astrid. A diver, Jorunn, found the bell. " + "Astrid again. " * 20)
    lexicon = Lexicon()
    read = read_text(text, lexicon)
    weights = dict(zip((lexicon.names[term] for term in read.terms.tolist()), read.weights.tolist(), strict=True))
    assert weights[fold("Astrid", "w", ())] < weights[fold("Jorunn", "w", ())]


def test_number_words_are_joined():
    """Sixty-two is one number."""
    [text] = texts("They counted sixty-two wrecks.")
    lexicon = Lexicon()
    assert "#62" in {lexicon.names[term] for term in read_text(text, lexicon).terms.tolist()}


def test_boilerplate_is_marked_by_the_sentence():
    """A stock phrase marks its sentence, and no other."""
    [text] = texts("The ferry sank. Sign up for our newsletter today. Divers went down.")
    starts = np.array(text.tokens.starts)
    bounds = np.array([0, 4, 11, 15])
    marked = mark_boilerplate(text, starts, bounds)
    assert marked is not None
    assert marked.nonzero()[0].tolist() == list(range(4, 11))
    [plain] = texts(GARDEN)
    assert mark_boilerplate(plain, starts, bounds) is None


def test_hits_lie_within_the_texts():
    """Borders never leave the text, wherever the hit lies."""
    lexicon = Lexicon()
    a, b = (read_text(text, lexicon) for text in texts(FERRY, FERRY[40:]))
    hits = find_hits(a, b, [(0, 0), (1, 1), (2, 2)], lexicon)
    assert hits
    for hit in hits:
        again = settle(a, b, hit)
        assert 0 <= again.a_start < again.a_end <= len(a)
        assert 0 <= again.b_start < again.b_end <= len(b)


def test_wordings_are_pooled_by_length():
    """Long passages say more about how a text was made than short ones."""
    pooled = pool([Wording(1.0, 0.0, 0.0, 30), Wording(0.5, 0.5, 0.0, 10)])
    assert (pooled.kept, pooled.words) == (0.875, 40)
    assert not pool([]).in_place


def test_no_closure_over_pairs_that_were_not_verified():
    """Two texts that each match a third, but not one another, do not share a passage."""
    prepared = [text.document for text in texts(FERRY, FERRY, FERRY)]
    chain = [Match(0, 1, 0, 50, 0, 50, "verbatim", 0.9), Match(1, 2, 0, 50, 0, 50, "verbatim", 0.8)]
    assert [len(passage.members) for passage in build_passages(prepared, chain)] == [2, 2]
    closed = [*chain, Match(0, 2, 0, 50, 0, 50, "verbatim", 0.7)]
    [passage] = build_passages(prepared, closed)
    assert (len(passage.members), passage.similarity) == (3, 0.7)


def test_relations_are_kept_apart():
    """A passage has one relation; pairs of another are passages of their own."""
    prepared = [text.document for text in texts(FERRY, FERRY, FERRY)]
    mixed = [Match(0, 1, 0, 50, 0, 50, "verbatim", 0.9), Match(1, 2, 0, 50, 0, 50, "spun", 0.8), Match(0, 2, 0, 50, 0, 50, "spun", 0.7)]
    assert sorted(passage.relation for passage in build_passages(prepared, mixed)) == ["spun", "spun", "verbatim"]


@pytest.mark.parametrize(
    ("written", "value"),
    [("4 thousand", "#4000"), ("2.5 million", "#2500000"), ("20 billion", "#20000000000"), ("two hundred", "#200"), ("sixty-two", "#62")],
)
def test_numbers_take_their_scale(written: str, value: str):
    """A number and the scale behind it are one number."""
    lexicon = Lexicon()
    [text] = texts(f"They counted {written} sheep.")
    assert value in {lexicon.names[term] for term in read_text(text, lexicon).terms.tolist()}


def test_a_scale_needs_a_number():
    """A scale after a word, a time or a line break stays what it is."""
    lexicon = Lexicon()
    [text] = texts("Several million came at 10:30. In 2019\nMillion-dollar sheep sank.")
    names = [lexicon.names[term] for term in read_text(text, lexicon).terms.tolist()]
    assert "#2019" in names
    assert names.count("mill") == 2


def test_quotations_are_sentences_of_their_own():
    """What is quoted is told from what stands around it, whatever the marks."""
    for opening, closing in ("“”", '""', "«»"):
        [text] = texts(f"The mate said: {opening}We heard a bang below the car deck{closing} and went to bed.")
        read = read_text(text, Lexicon())
        assert len(read.quoted) == len(read.bounds) - 1
        assert int(read.quoted.sum()) == 1


def test_quotations_on_both_sides_need_less():
    """Two quotations are worth a look where two sentences that share as little are not."""
    row = dict.fromkeys(NAMES, 0.0) | {
        "bias": 1.0, "shared": 9.0, "log_shared": np.log(9.0), "of_less": 0.3, "of_more": 0.3, "of_both": 0.3, "log_less": np.log(30.0), "log_more": np.log(30.0),
        "units": 2.0, "heavy": 1.0, "rarest": 6.0, "log_terms_less": np.log(7.0), "log_terms_more": np.log(7.0),
    }  # fmt: skip
    described = np.array([[each[name] for name in NAMES] for each in (row | {"quoted": 1.0}, row)])
    first, second = load_logistic("prospects").logit(described)
    assert first > second
    assert judge(described, 10_000).tolist() in ([True, False], [True, True], [False, False])


def test_numbers_that_differ_are_counted():
    """Numbers and names that only one side has are told from those that are nearly the same."""
    lexicon = Lexicon()

    def odd(other: str) -> float:
        a, b = (read_text(text, lexicon) for text in texts("The ferry sank with 322 sheep off Kalmoy.", other))
        hit = Hit(0, len(a), 0, len(b), 20.0, 0.8, 0.8)
        return describe(a, b, hit, lexicon, 100, 0.0)["odd_numbers"]

    assert odd("The ferry sank with 591 sheep off Kalmoy.") == 1.0
    assert odd("The ferry sank with 322 sheep off Kalmoy.") == 0.0
    assert odd("The ferry sank with 320 sheep off Kalmoy.") < 1.0


def test_every_form_of_a_text_is_looked_up(monkeypatch):
    """Texts that meet in a further form only are candidates."""
    lexicon = Lexicon()
    one, other = (read_text(text, lexicon) for text in texts(FERRY, GARDEN))
    assert not len(find_candidates([one, other], lexicon, 5.0).one)
    monkeypatch.setattr(candidates, "indexed_forms", lambda of: [(one.terms, one.weights, np.minimum(one.sentences, len(of.bounds) - 2))])
    assert len(find_candidates([one, other], lexicon, 5.0).one)


def test_a_hit_that_promises_nothing_is_not_followed():
    """The neighbourhood of a lonely pair of sentences is looked at only where the pair itself promises something."""
    lexicon = Lexicon()
    a, b = (read_text(text, lexicon) for text in texts(FERRY, FERRY))
    assert find_hits(a, b, [(0, 0)], lexicon, lambda *_: True)
    assert find_hits(a, b, [(0, 0)], lexicon, lambda *_: False) == []
