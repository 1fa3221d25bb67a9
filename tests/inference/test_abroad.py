"""The article, in another language, that a text was translated from."""

import pytest

from provenance import Document, OriginalIndex, find_original
from provenance.errors import DuplicateDocumentError

TEXT = (
    "Putin received 1,250 veterans in Moscow on 3 March, the Interfax agency reported. The British Queen Elizabeth sent 47 medals by way of Ankara."
)
ABROAD = [
    Document(
        id="fr", language="fr", text="Le 3 mars, Poutine a reçu 1 250 vétérans à Moscou. La reine Élisabeth a envoyé 47 médailles depuis Ankara."
    ),
    Document(id="ru", language="ru", text="3 марта Путин принял в Москве 1250 ветеранов. Елизавета прислала 47 медалей из Анкары."),
    Document(id="de", language="de", text="Merkel sprach am 3. März in Berlin über die Rente. In Moskau schneite es."),
    Document(id="zh", language="zh", text="默克尔于5月9日在柏林会见记者。"),
    Document(id="empty", language="ja", text="…"),
]


@pytest.mark.parametrize("without", ["fr", "ru"])
def test_original_is_found_whatever_its_script(without):
    """Names, numbers and days lead to it."""
    found = find_original(TEXT, [document for document in ABROAD if document.id != without])
    assert found[0].document in {"fr", "ru"} - {without}
    assert found[0].probability > 0.5
    assert {"n:1250", "l:ankara"} <= set(found[0].shared)


def test_two_originals_share_the_doubt():
    """Where two articles fit alike, neither is certain."""
    first, second, *_ = find_original(TEXT, ABROAD)
    assert {first.document, second.document} == {"fr", "ru"}
    alone = find_original(TEXT, [document for document in ABROAD if document.id != second.document])[0]
    assert first.probability < alone.probability


def test_search_can_be_limited_to_languages():
    """A guess of the source language narrows the search."""
    index = OriginalIndex(ABROAD)
    assert [found.document for found in index.search(TEXT, languages=["ru"])] == ["ru"]
    assert index.search(TEXT, languages=["tr"]) == ()


def test_nothing_shared_is_nothing_found():
    """No candidate is invented."""
    assert find_original("It rained.", ABROAD) == ()
    assert find_original(TEXT, []) == ()
    assert find_original("", ABROAD) == ()


def test_wrong_candidates_are_not_believed():
    """An article that merely shares a day and a city gets little."""
    assert find_original(TEXT, ABROAD[2:])[0].probability < 0.2


def test_index_grows_and_refuses_a_name_twice():
    """Candidates can be added; ids are theirs alone."""
    index = OriginalIndex(ABROAD[:1])
    index.add(ABROAD[1])
    assert len(index) == 2
    with pytest.raises(DuplicateDocumentError, match="'ru'"):
        index.add(ABROAD[1])


def test_order_of_candidates_does_not_matter():
    """The same candidates, the same answer."""
    assert find_original(TEXT, ABROAD) == find_original(TEXT, ABROAD[::-1])
