"""The language of token patterns."""

import pytest

from provenance.catalogue import Catalogue
from provenance.catalogue.inflection import inflect
from provenance.catalogue.pattern_parser import parse, parse_surrounding
from provenance.detectors.phrases import PhraseIndex
from provenance.errors import CatalogueError
from provenance.text import normalise, tokenise

CLASSES = {"weekday": frozenset({("sunday",), ("monday",)}), "city": frozenset({("rome",), ("new", "york"), ("new", "york", "city")})}


def found(pattern: str, text: str) -> list[str]:
    """Give what a pattern finds."""
    normal = normalise(text).text
    tokens = tokenise(normal)
    compiled = parse(pattern, CLASSES, {})
    hits = {compiled.match(tokens, at) for at, norm in enumerate(tokens.norms) if norm in compiled.triggers}
    return [normal[tokens.starts[first] : tokens.ends[last - 1]] for first, last in sorted(hit for hit in hits if hit)]


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        ("the broth", "The Broth was hot", ["The Broth"]),
        ("told the Post", "He told the post office, then told the Post", ["told the Post"]),
        ("shoot~ sharply", "They shot sharply and shoot sharply", ["shot sharply", "shoot sharply"]),
        ("(shoot|fire)~ sharply", "Fired sharply", ["Fired sharply"]),
        ("a [very] good year", "a good year, a very good year", ["a good year", "a very good year"]),
        ("from *2 to", "from here to there, from a b to c, from a b c to d", ["from here to", "from a b to"]),
        ("say * word", "say one word", ["say one word"]),
        (r"<weekday> \( <day> \)", "Sunday (2), Monday (45), Sunday (7)", ["Sunday (2)", "Sunday (7)"]),
        ("in <city> today", "in New York City today and in Rome today", ["in New York City today", "in Rome today"]),
        ("^ More : ", "More: this\nno More: that", ["More:"]),
        ("the end $", "the end of it\nthe end", ["the end"]),
        ("was {released} from", "was released from jail", ["released"]),
        ("<quote> absurd <quote>", "called it “absurd” and 'absurd'", ["“absurd”".replace("“", '"').replace("”", '"'), "'absurd'"]),
        ("sixty-year-old", "a sixty‑year‑old man", ["sixty-year-old"]),
        ("Tokayev 's aide", "Tokayev’s aide", ["Tokayev's aide"]),
        ("head line", "head\n\nLine", []),
        ("<number> thousand", "3 thousand and twenty thousand", ["3 thousand", "twenty thousand"]),
    ],
)
def test_pattern_finds(pattern, text, expected):
    """Each construct of the language means what the documentation says."""
    assert found(pattern, text) == expected


@pytest.mark.parametrize("pattern", ["(a|b", "a)", "<nosuch> word", "~", "a*9 b", "[only] [optional]", "<number>", "a > b", ""])
def test_malformed_pattern_is_refused(pattern):
    """Whatever is not in the language is an error that quotes the pattern."""
    with pytest.raises(CatalogueError, match="Pattern"):
        parse(pattern, CLASSES, {})


def test_surrounding_needs_its_place():
    """A frame without <outlet> is an error."""
    with pytest.raises(CatalogueError, match="lacks <outlet>"):
        parse_surrounding("told the paper", CLASSES)


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("shoot", {"shot", "shoots", "shooting"}),
        ("carry", {"carried", "carries"}),
        ("stop", {"stopped", "stopping"}),
        ("man", {"men"}),
        ("push", {"pushes", "pushed"}),
    ],
)
def test_inflection(word, forms):
    """Regular and irregular forms are known."""
    assert forms | {word} <= inflect(word)


def test_search_cost_is_independent_of_gaps():
    """A text made of nothing but beginnings of a pattern is read without blowing up, and only its end matches."""
    catalogue = Catalogue("test", (), {}, {}, {}, {})
    index = PhraseIndex([("a *6 (a|b) *6 (a|b) *6 zebra", None)], catalogue)
    tokens = tokenise("a b " * 3000 + "zebra")
    assert all(last == len(tokens) for _, last, _ in index.find(tokens))
