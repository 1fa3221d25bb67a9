"""Mining proposes what one language's translations have and nobody else has, and no topics."""

from training.catalogue.mining import Article, bound, cut, mine


def article(language, number, text, corpus="a"):
    """Give an article with one version."""
    klass = "original" if language == "en" else "machine"
    return Article(language=language, corpus=corpus, versions={klass: cut(text)}, words=len(text.split()))


FILLER = "the council met and talked about roads and schools for a long time without any end"
ARTICLES = [
    *(article("de", number, f"It was onto the table again and {FILLER}. Zebras, zebras, zebras and zebras." if number < 6 else f"It was onto the table again and {FILLER}") for number in range(20)),
    *(article("fr", number, f"He left and {FILLER}") for number in range(20)),
    *(article("en", number, f"She came and {FILLER}") for number in range(20)),
]  # fmt: skip


def test_phrase_of_one_language_is_found():
    """What only translations from German have comes first, longest first."""
    found = [candidate for language, candidate in mine(ARTICLES, ["de", "fr"]) if language == "de"]
    assert "onto" in " ".join(found[0].phrase)
    assert found[0].machine == 20
    assert found[0].originals == 0


def test_common_phrases_and_topics_are_not_proposed():
    """What everybody has, and what crowds in few articles, is set aside."""
    proposed = {token for _, candidate in mine(ARTICLES, ["de", "fr"]) for token in candidate.phrase}
    assert not proposed & {"council", "zebras"}


def test_names_and_numbers_end_a_phrase():
    """Capitals and digits are topic."""
    assert cut("He met Anna in 2020 again.") == [("^", "he", "met"), ("in",), ("again",)]


def test_bound_grows_with_evidence():
    """Ten times the counts at the same ratio give a higher lower bound; no difference gives none."""
    assert bound(200, 10_000, 20, 10_000) > bound(20, 1000, 2, 1000) > 0
    assert bound(10, 1000, 10, 1000) < 0
