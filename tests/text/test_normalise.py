"""The normal form and the way back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.text import normalise

AWKWARD = st.text(alphabet=st.one_of(st.characters(), st.sampled_from("“”‘’ï\u0308\u0301\u200b\u202e\r\n\t\u00a0—-'\"🇰🇿👩🏽")), max_size=60)


@pytest.mark.parametrize(
    ("raw", "normal"),
    [
        ("“curly” ‘quotes’", "\"curly\" 'quotes'"),
        ("no\u00a0break\u202fspace", "no break space"),
        ("em — en – minus −", "em – en – minus –"),
        ("CR\rLF\r\nNEL\x85end", "CR\nLF\nNEL\nend"),
        ("Tokai\u0308ev", "Tokaïev"),
        ("zero\u200bwidth and \u202ebidi\u202c", "zerowidth and bidi"),
        ("soft\u00adhyphen", "softhyphen"),
    ],
)
def test_normal_form(raw, normal):
    """Typography, invisible characters and accents come to one form."""
    assert normalise(raw).text == normal


@pytest.mark.parametrize(
    ("raw", "wanted"),
    [
        ("a Tokai\u0308ev b", "Tokai\u0308ev"),
        ("x\r\nPoutine\r\ny", "Poutine"),
        ("👩🏽‍🚒 says “Poutine” 🇫🇷", "Poutine"),
        ("Pou\u200btine!", "Pou\u200btine"),
    ],
)
def test_span_leads_back(raw, wanted):
    """A span of the normal form maps to the code points it was read from."""
    normalised = normalise(raw)
    target = normalise(wanted).text
    start = normalised.text.index(target)
    first, last = normalised.original(start, start + len(target))
    assert raw[first:last] == wanted


@given(AWKWARD)
def test_every_span_is_inside_and_ordered(raw):
    """Whatever the text, single characters map to non-empty spans in increasing order."""
    normalised = normalise(raw)
    assert len(normalised.text) == len(normalised.typographic)
    before = 0
    for at in range(len(normalised.text)):
        start, end = normalised.original(at, at + 1)
        assert before <= start < end <= len(raw)
        before = start


def test_endless_stack_of_marks_is_left_alone():
    """A letter under two hundred thousand marks is no letter; they are neither sorted nor composed, and spans lead back."""
    stack = "a" + "\u0301\u0323" * 100_000
    normalised = normalise(stack + " b\u0323\u0302")
    assert normalised.text == stack + " \u1e05\u0302"
    assert normalised.original(0, 1) == (0, len(stack))


@given(AWKWARD)
def test_normalising_twice_changes_nothing(raw):
    """The normal form is its own normal form."""
    once = normalise(raw).text
    assert normalise(once).text == once
