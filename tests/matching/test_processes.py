"""Work shared out to processes."""

from __future__ import annotations

import multiprocessing
import pickle

import pytest

from provenance.matching import Matcher, matcher, processes, verify
from provenance.matching.lexicon import Lexicon
from provenance.matching.processes import share_out
from provenance.matching.reading import Reader
from tests.matching.helpers import FERRY, FERRY_AGAIN, GARDEN, MARKET, texts


@pytest.mark.parametrize("method", multiprocessing.get_all_start_methods())
def test_workers_give_the_same_matches(monkeypatch, method: str):
    """Several processes find what one finds, in the same order, however they are started."""
    monkeypatch.setattr(verify, "WORTH_SHARING", 1)
    monkeypatch.setattr(matcher, "WORTH_SHARING", 1)
    context = multiprocessing.get_context(method)
    monkeypatch.setattr(processes.multiprocessing, "get_context", lambda: context)
    prepared = texts(FERRY, FERRY_AGAIN, MARKET, FERRY + " " + GARDEN, GARDEN, MARKET)
    alone = Matcher().find_matches(prepared)
    assert alone
    assert Matcher(workers=2).find_matches(prepared) == alone
    assert Matcher(workers=2).find_matches([text.document for text in prepared]) == alone


def test_terms_are_numbered_alike_whoever_reads():
    """Texts read in one go or one by one, by one reader or several, get the same numbers."""
    prepared = texts(FERRY, MARKET, FERRY_AGAIN, GARDEN)
    whole, parts = Lexicon(), Lexicon()
    once = list(Reader(prepared)((0, 4)).profiles(whole))
    again = [profile for at in range(4) for profile in Reader(prepared)((at, at + 1)).profiles(parts)]
    assert whole.names == parts.names
    assert [each.terms.tolist() for each in once] == [each.terms.tolist() for each in again]
    assert [each.weights.tolist() for each in once] == [each.weights.tolist() for each in again]


def test_a_process_without_children_works_alone(monkeypatch):
    """A daemonic process, which may not start others, does everything itself."""
    monkeypatch.setattr(processes.multiprocessing, "current_process", lambda: type("Process", (), {"daemon": True}))
    monkeypatch.setattr(processes.multiprocessing, "get_context", lambda: pytest.fail("started a process"))
    assert share_out(str, [1, 2, 3], workers=2) == ["1", "2", "3"]


def test_profiles_travel_without_what_they_remember():
    """What a profile remembers for reading one by one stays at home."""
    [read] = Reader(texts(FERRY))((0, 1)).profiles(Lexicon())
    before = len(pickle.dumps(read))
    assert read.term_list
    assert len(pickle.dumps(read)) == before
    assert pickle.loads(pickle.dumps(read)).term_list == read.term_list
