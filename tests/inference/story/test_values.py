"""Numbers and dates are read in words and figures, in several languages."""

import attrs
import pytest

from provenance import Document
from provenance.inference.story.reading import Reading, read
from provenance.model import LanguageGuess
from provenance.text import prepare

CASES = [
    ("en", "eighty-two days", ["82"]),
    ("en", "two hundred and six people", ["206"]),
    ("en", "at least 1,200 people", ["at least 1200"]),
    ("en", "some 10 000 cars", ["10000"]),
    ("en", "2.5 million tonnes", ["2500000"]),
    ("en", "8.4 per cent of them", ["8.4%"]),
    ("en", "five or six boats", []),
    ("en", "the 5th boat of type F-16", []),
    ("en", "on Sunday (2) at 10:30", ["Sunday"]),
    ("en", "on December 12 and 3 May", ["12 December", "3 May"]),
    ("en", "it may march in March", ["March"]),
    ("en", "closed in Might", ["May"]),
    ("en", "in the seventh century, not in 1998", ["century 7", "1998"]),
    ("fr", "quatre-vingt-deux jours, sept bateaux", ["82", "7"]),
    ("fr", "385 milliards, le 12 décembre", ["385000000000", "12 December"]),
    ("es", "treinta y dos barcos en marzo", ["32", "March"]),
    ("de", "zwölf Boote, 2,4 Millionen Euro, am Freitag", ["12", "2400000", "Friday"]),
]


def reading(language, text) -> Reading:
    """Read a text in a language that is given."""
    return read(attrs.evolve(prepare(Document(text=text)), language=LanguageGuess(code=language, confidence=1.0)))


@pytest.mark.parametrize(("language", "text", "values"), CASES)
def test_values_are_read(language, text, values):
    """A mention gives its value in one notation."""
    assert [mention.written for sentence in reading(language, text).values for mention in sentence] == values
