"""The annotated stories stay above what was promised (skipped where they are absent)."""

import collections
import importlib.util

import pytest

from provenance import Document
from provenance.inference.story import tell_story
from provenance.matching import find_passages
from provenance.model import Story, Tool
from provenance.text import prepare


@pytest.fixture(scope="module")
def scorer(shared):
    """Give the shared scorer."""
    spec = importlib.util.spec_from_file_location("score", shared / "tools" / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_annotated_stories(shared, scorer):
    """Edges, relations and divergences reach the rates that were promised, and agreements are left alone."""
    gold = shared / "gold" / "stories"
    rows = scorer.rows(gold / "docs.jsonl")
    total = collections.Counter()
    for name in sorted({row["story"] for row in rows}):
        texts = [
            prepare(Document(id=row["id"], text=row["text"], outlet=row["outlet"], published=row["published"]))
            for row in rows
            if row["story"] == name
        ]
        passages = find_passages(texts)
        divergences, derivations = tell_story(texts, passages)
        told = Story(tool=Tool(version="0", catalogue="0"), documents=(), passages=passages, divergences=divergences, derivations=derivations)
        total.update(scorer.story_counts(gold, name, told.to_dict()))
    rates = scorer.story_rates(total)
    assert min(rates["edges"]["recall"], rates["edges"]["precision"]) >= 0.8
    assert rates["edges"]["relation_right"] >= 0.85
    assert rates["edges"]["independent_linked"] == 0
    assert rates["divergences"]["recall_on_edges"] >= 0.75
    assert rates["divergences"]["precision"] >= 0.8
    assert rates["divergences"]["agreements_reported"] <= 0.05


def test_five_reports_of_one_event(shared):
    """Eighteen injured against eighteen killed is reported; no report derives from another."""
    texts = [prepare(Document(id=path.name[:3], text=path.read_text(encoding="utf-8"))) for path in sorted((shared / "seeds").glob("*.txt"))]
    divergences, derivations = tell_story(texts, find_passages(texts))
    assert derivations == ()
    assert ("18 injured", "18 killed") in {(divergence.a.value, divergence.b.value) for divergence in divergences}
