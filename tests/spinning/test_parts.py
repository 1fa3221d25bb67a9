"""The parts of undoing: counts, articles, damaged words, the spinner that makes the test material."""

import numpy as np
import pytest
from training.spinner import half_of, lexicon_of, spin

from provenance import Document
from provenance.catalogue import load_catalogue
from provenance.spinning.articles import find_misfits
from provenance.spinning.channel import discount
from provenance.spinning.counts import CLASSES, load_counts, pack, unpack
from provenance.spinning.damage import find_damage
from provenance.text import prepare, tokenise
from tests.spinning.texts import PLAIN


def test_counts_survive_packing():
    """Words, counts and pairs come back, to the precision of the stored steps."""
    words = [*CLASSES, "a", "b", "c"]
    pairs = {(5, 6): 10.0, (5, 7): 0.5, (7, 5): 3.0, (0, 5): 1.0}
    counts = unpack(pack(words, [5.0] * 5 + [100.0, 20.0, 1.0], pairs, 10.0, {}))
    assert counts.numbers == {word: at for at, word in enumerate(words)}
    assert {divmod(key, len(words)): value for key, value in zip(counts.keys.tolist(), counts.values.tolist(), strict=True)} == pytest.approx(
        pairs, rel=0.05
    )


def test_probabilities_sum_to_one_at_most():
    """Behind any word, all words together have no more than the whole probability."""
    counts = load_counts()
    everything = np.arange(len(counts.frequencies))
    for word in ("prime", "the", "hospital"):
        assert np.exp(counts.log(np.full_like(everything, counts.number(word)), everything)).sum() <= 1.0001


@pytest.mark.parametrize(
    ("left", "likely", "unlikely"), [("prime", "minister", "clergyman"), ("united", "nations", "countries"), ("breast", "cancer", "tumour")]
)
def test_collocations_are_known(left, likely, unlikely):
    """A fixed expression is far likelier than one with a word replaced."""
    counts = load_counts()
    one, other = (counts.chain([counts.number(left), counts.number(right)]) for right in (likely, unlikely))
    assert one > other + 3


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was a upheaval and an colossal mistake.", ["a upheaval", "an colossal"]),
        ("a university, an hour, a one-off, an heir, a European, an historic day, a user, an MBA, a UN aid", []),
        ("Vitamin A improves it; a unanimous vote, an unanswered call, a ubiquitous eulogy", []),
        ("Most strep A infections are mild, and orexin-A affects rats. A injury ended it.", ["A injury"]),
    ],
)
def test_articles_that_do_not_fit(text, expected):
    """Articles are judged by the sound of a word, not by its letter; names and capitals are left."""
    tokens = tokenise(text)
    assert [f"{tokens.surfaces[at]} {tokens.surfaces[at + 1]}" for at in find_misfits(tokens)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The rally once morest the tax grew.", ["against"]),
        ("It was materialsly false.", ["materially"]),
        ("Once more, the strollers walked endlessly.", []),
    ],
)
def test_damaged_words(text, expected):
    """Letters replaced inside a word are put back; rare words are left."""
    assert [word for _, _, word in find_damage(prepare(Document(text=text)), load_catalogue())] == expected


def test_repetition_says_less():
    """The same replacement again says half as much; what speaks against counts in full."""
    assert discount(np.array([2.0, 4.0, -1.0, -1.0, 3.0]), np.array([7, 7, 8, 8, 9])).tolist() == [1.0, 4.0, -1.0, -1.0, 3.0]


@pytest.mark.parametrize("share", [0.05, 0.1, 0.2])
def test_spinner_replaces_the_share_asked_for(share):
    """The test spinner is deterministic, says what it changed and where, and keeps to its half of the lexicon."""
    copy = spin(PLAIN, share=share, half="B")
    assert copy == spin(PLAIN, share=share, half="B")
    assert sum(change.words for change in copy.changes) >= share * copy.words
    assert copy.text != spin(PLAIN, share=share, half="A").text
    text, moved = PLAIN, 0
    for change in copy.changes:
        length = change.end - change.start
        assert text[change.start - moved :].startswith(change.original)
        moved += length - len(change.original)


def test_halves_share_no_original():
    """No word has replacements in both halves of the lexicon."""
    assert not lexicon_of("A").keys() & lexicon_of("B").keys()
    assert half_of("kill") == half_of("Kill")
