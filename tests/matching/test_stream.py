"""Streams: the same matches, bounded memory."""

from __future__ import annotations

import pytest

from provenance.errors import ConfigurationError
from provenance.matching import Matcher, matcher
from tests.matching.helpers import FERRY, GARDEN, MARKET, texts


def test_stream_finds_what_a_list_holds(monkeypatch):
    """A stream cut into blocks gives the matches of the whole list."""
    prepared = texts(FERRY, GARDEN, MARKET, FERRY, GARDEN)
    expected = {(match.first, match.second) for match in Matcher().find_matches(prepared)}
    monkeypatch.setattr(matcher, "BLOCK", 2)
    assert {(match.first, match.second) for match in Matcher().stream(iter(prepared))} == expected == {(0, 3), (1, 4)}


def test_stream_forgets(monkeypatch):
    """Texts before the last `keep` are not compared any more, and numbering goes on."""
    monkeypatch.setattr(matcher, "BLOCK", 1)
    prepared = texts(FERRY, GARDEN, MARKET, FERRY, MARKET)
    assert [(match.first, match.second) for match in Matcher().stream(prepared, keep=2)] == [(2, 4)]


def test_stream_starts_its_lexicon_afresh(monkeypatch):
    """A lexicon grown too large is replaced without losing matches."""
    monkeypatch.setattr(matcher, "BLOCK", 1)
    monkeypatch.setattr(matcher, "LEXICON_LIMIT", 1)
    assert [(match.first, match.second) for match in Matcher().stream(texts(FERRY, GARDEN, FERRY))] == [(0, 2)]


def test_stream_is_lazy():
    """Nothing is read before the first match is asked for."""

    def unreadable():
        pytest.fail("read too early")
        yield

    Matcher().stream(unreadable())


def test_stream_that_keeps_nothing_is_refused():
    """A window of no texts is an error of configuration."""
    with pytest.raises(ConfigurationError, match="keep"):
        Matcher().stream([], keep=0)
