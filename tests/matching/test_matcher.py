"""What the matcher finds, and what it leaves alone."""

from __future__ import annotations

import pickle
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.errors import ConfigurationError
from provenance.matching import Matcher, find_passages
from provenance.model import Document
from tests.matching.helpers import FERRY, FERRY_AGAIN, GARDEN, MARKET, passages, texts

WORDS = "harbour ferry mate divers wreck beans marigold brewery dividend spring Kalmoy Oberried 48 1,200 sank the of a with “ ” . , ! \n é 🐑 n\u0303 zero\u200bwidth".split(
    " "
)


def found(*contents: str, strictness: float = 0.5) -> set[tuple[str, ...]]:
    """Give the quotes of each passage, in no order of documents."""
    return {tuple(sorted(member.quote for member in passage.members)) for passage in passages(*contents, strictness=strictness)}


def test_identical_texts_match_whole():
    """Of two equal texts everything is shared, verbatim, as one passage."""
    [passage] = passages(FERRY, FERRY)
    assert passage.relation == "verbatim"
    assert [member.quote for member in passage.members] == [FERRY.rstrip("."), FERRY.rstrip(".")]


def test_one_short_sentence_matches_itself():
    """A text of one sentence is enough."""
    sentence = "The ferry Astrid sank off Kalmoy with 48 sheep on board."
    assert [passage.relation for passage in passages(sentence, sentence)] == ["verbatim"]


def test_unrelated_texts_share_nothing():
    """Texts on different matters have no passage."""
    assert passages(FERRY, GARDEN, MARKET) == ()


def test_retranslation_is_found():
    """Two tellings of the same matter in other words and another order are found, quotation included."""
    result = passages(FERRY + "\n" + GARDEN, MARKET + "\n" + FERRY_AGAIN)
    assert {passage.relation for passage in result} == {"retranslated"}
    covered = " ".join(member.quote for passage in result for member in passage.members if member.document == "t1")
    assert "48 sheep" in covered
    assert "a bang underneath the car deck" in covered
    assert "visited by divers" in covered


def test_borders_are_exact_for_a_copy():
    """A copied sentence is cut out to the word on both sides."""
    sentence = "Divers will go down to the wreck as soon as the wind drops below twelve metres per second"
    assert found(f"{GARDEN} {sentence}. {MARKET}", f"Nobody expected it.\n{sentence}.\nThe mayor was silent.") == {(sentence, sentence)}


def test_crossing_passages_are_both_found():
    """Passages that change places are found in either order."""
    one, other = (
        "The board wants to pay a dividend of 40 cents and to build a bottling hall at Oberried",
        "Three crewmen drowned when the ferry Astrid sank off Kalmoy",
    )
    filler = "Nobody at the town hall would say a word about it that evening, and the shops had long been shut."
    result = found(f"{one}. {filler} {GARDEN} {other}.", f"{other}. {MARKET[:60]}. {one}.")
    assert (one, one) in result
    assert (other, other) in result


def test_crossing_retranslations_are_both_found():
    """Reworded passages that change places are found in either order too."""
    sentences, again = FERRY.split(". "), FERRY_AGAIN.split(". ")
    turned = ". ".join([again[-1].rstrip("."), GARDEN.rstrip("."), *again[:-1]]) + "."
    result = passages(". ".join(sentences), turned)
    covered = " ".join(member.quote for passage in result for member in passage.members if member.document == "t1")
    assert "visited by divers" in covered
    assert "48 sheep" in covered


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028"], ids=["LF", "CRLF", "CR", "line separator"])
def test_copies_run_over_line_ends(end: str):
    """A copy of several sentences is one passage with exact borders, however the lines of one text end."""
    lines = FERRY.split(". ")
    [passage] = passages(f"{GARDEN}{end}" + f".{end}".join(lines), f"{MARKET} {FERRY}")
    assert passage.relation == "verbatim"
    assert [member.quote.replace(f".{end}", ". ") for member in passage.members] == [FERRY.rstrip(".")] * 2


@pytest.mark.parametrize("sign", ["🐑", "👩‍👩‍👧", "e\u0301", "\u200b"], ids=["emoji", "joined emoji", "combining mark", "zero width"])
def test_borders_count_code_points_behind_signs(sign: str):
    """Signs of several code points before, within and behind a passage move no border."""
    sentence = f"Divers will go down to the {sign} wreck as soon as the wind drops below twelve metres per second"
    one, other = f"{sign * 5} {GARDEN} {sentence}. {sign}", f"{sign}{sign} {sentence}. {MARKET}"
    assert found(one, other) == {(sentence, sentence)}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The president of the council, Berit Aune, spoke for an hour.", "Nobody had asked the president of the council, Berit Aune, to resign."),
        ("“It is too late,” the minister said on Tuesday.", "“We are ready for the winter,” the minister said on Tuesday."),
        ("In a televised address, the king thanked the nurses.", "The film was panned in a televised address."),
        ("Sign in to read more.", "Sign in to read more."),
        ("Kalmoy Shipping Gazette Online.", "Kalmoy Shipping Gazette Online."),
    ],
    ids=["name", "reporting clause", "phrase", "boilerplate", "masthead"],
)
def test_names_and_stock_phrases_are_no_passages(left: str, right: str):
    """A shared name, a reporting clause or a set phrase is not matter."""
    assert passages(f"{left} {GARDEN}", f"{right} {MARKET}") == ()


def test_number_words_and_romanisations_meet():
    """A number in words and a name spelled by the rules of another language are the same."""
    result = passages(
        f"Eighteen policemen were killed in Zharkent, Nurlan Abliazov told reporters. {GARDEN}",
        f"{MARKET} 18 police officers died in Jarkent, said Nurlan Ablyazov.",
    )
    assert len(result) == 1


def test_a_cluster_needs_every_pair():
    """Three copies are one passage with a member from each document, in the order given."""
    sentence = "The ferry Astrid sank off Kalmoy on Tuesday night with 48 sheep and three crewmen on board."
    [passage] = passages(f"{GARDEN} {sentence}", f"{sentence} {MARKET}", f"Read this first.\n{sentence}")
    assert [member.document for member in passage.members] == ["t0", "t1", "t2"]


def test_ids_follow_appearance():
    """Passages are numbered from p1 in order of first appearance."""
    result = passages(FERRY + "\n" + MARKET, MARKET + "\n" + GARDEN, GARDEN + "\n" + FERRY)
    assert [passage.id for passage in result] == [f"p{at}" for at in range(1, len(result) + 1)]
    firsts = [(passage.members[0].document, passage.members[0].start) for passage in result]
    assert firsts == sorted(firsts)


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("“", '"').replace("”", '"'),
        lambda text: text.replace(". ", ".\r\n"),
        lambda text: text.replace("Kalmoy", "Ka\u0301lmoy").replace("sheep", "sheep 🐑"),
        lambda text: "\ufeff" + text.replace("wreck", "wre\u00adck"),
    ],
    ids=["straight quotes", "CRLF", "combining mark and emoji", "invisible characters"],
)
def test_offsets_survive_typography(change):
    """Spans count code points of the text as read, whatever its typography."""
    contents = [FERRY, change(FERRY)]
    result = passages(*contents)
    assert result
    for passage in result:
        for member in passage.members:
            assert contents[int(member.document[1:])][member.start : member.end] == member.quote


def test_strictness_is_monotone():
    """A stricter matcher never claims more pairs of texts."""
    pairs = [
        {(match.first, match.second) for match in Matcher(strictness=strictness).find_matches(texts(FERRY, FERRY_AGAIN, MARKET, GARDEN))}
        for strictness in (0.1, 0.5, 0.9, 1.0)
    ]
    assert all(looser >= stricter for looser, stricter in pairwise(pairs))


@pytest.mark.parametrize("strictness", [-0.1, 1.1])
def test_impossible_strictness_is_refused(strictness: float):
    """A strictness outside 0 … 1 is an error of configuration."""
    with pytest.raises(ConfigurationError, match="strictness"):
        Matcher(strictness=strictness)


def test_no_worker_is_refused():
    """There must be somebody to do the work."""
    with pytest.raises(ConfigurationError, match="workers"):
        Matcher(workers=0)


def test_matcher_is_reusable_and_picklable():
    """A matcher gives the same answer again, and after pickling."""
    matcher = pickle.loads(pickle.dumps(Matcher(strictness=0.4)))
    assert matcher == Matcher(strictness=0.4)
    prepared = texts(FERRY, FERRY_AGAIN)
    assert matcher.find_passages(prepared) == matcher.find_passages(prepared) == find_passages(prepared, strictness=0.4)


def test_compare_prepares_documents():
    """Documents can be given as they are."""
    documents = [Document(id="a", text=FERRY), Document(id="b", text=FERRY)]
    assert [member.document for member in Matcher().compare(iter(documents))[0].members] == ["a", "b"]


@given(st.lists(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join), max_size=4))
@settings(max_examples=60, deadline=None)
def test_spans_quote_the_text(contents: list[str]):
    """Whatever is compared, each member quotes its text and each passage has two documents or more."""
    for passage in passages(*contents, strictness=0.0):
        assert len({member.document for member in passage.members}) == len(passage.members) >= 2
        for member in passage.members:
            assert contents[int(member.document[1:])][member.start : member.end] == member.quote


@given(st.permutations([FERRY, FERRY_AGAIN, MARKET + " " + FERRY, GARDEN]))
@settings(max_examples=24, deadline=None)
def test_order_of_documents_does_not_matter(contents: list[str]):
    """The same spans match in whatever order the documents come."""

    def spans(order: list[str]) -> set[frozenset[tuple[str, int, int]]]:
        return {
            frozenset({(order[match.first], match.a_start, match.a_end), (order[match.second], match.b_start, match.b_end)})
            for match in Matcher().find_matches(texts(*order))
        }

    assert spans(contents) == spans([FERRY, FERRY_AGAIN, MARKET + " " + FERRY, GARDEN])
