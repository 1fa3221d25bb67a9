"""The matcher against annotated texts, where these are at hand."""

from __future__ import annotations

import json
from itertools import combinations
from pathlib import Path

from provenance.matching import find_passages
from provenance.model import Document
from provenance.text import prepare

LEAST_FOUND = 0.9  # of the pairs of annotated spans
MOST_PASSAGES = 80  # among the five texts; four in five of them were judged to tell the same
LEAST_RIGHT = 0.9  # of the relations


def rows(path: Path) -> list[dict]:
    """Read JSON Lines."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def overlaps(member, start: int, end: int) -> bool:
    """Tell whether a member shares text with a span."""
    return min(member.end, end) > max(member.start, start)


def holds(passage, document: str, start: int, end: int) -> bool:
    """Tell whether a passage has a member there."""
    return any(member.document == document and overlaps(member, start, end) for member in passage.members)


def test_seed_passages_are_found(shared: Path):
    """Statements that several of the seed texts make are found between each two of them."""
    texts = [prepare(Document(id=path.name[:3], text=path.read_text(encoding="utf-8"))) for path in sorted((shared / "seeds").glob("*.txt"))]
    passages = find_passages(texts)
    pairs = [(a, b) for a, b in combinations(rows(shared / "gold/seed_passages.jsonl"), 2) if a["group"] == b["group"] and a["seed"] != b["seed"]]
    found = [any(all(holds(passage, each["seed"], each["start"], each["end"]) for each in pair) for passage in passages) for pair in pairs]
    assert sum(found) >= LEAST_FOUND * len(pairs)
    assert len(passages) <= MOST_PASSAGES


def test_stories_have_their_relations(shared: Path):
    """Passages of the annotated stories are found, and their relations named."""
    folder = shared / "gold/stories"
    right = related = total = 0
    for story in ("s3", "s4", "s6"):
        documents = [row for row in rows(folder / "docs.jsonl") if row["story"] == story]
        passages = find_passages([prepare(Document(id=row["id"], text=row["text"])) for row in documents])
        for row in rows(folder / "passage_pairs.jsonl"):
            if row["story"] == story and row["relation"] != "cross_language":
                both = [
                    passage
                    for passage in passages
                    if holds(passage, row["doc_a"], row["a_start"], row["a_end"]) and holds(passage, row["doc_b"], row["b_start"], row["b_end"])
                ]
                total += 1
                related += bool(both)
                right += any(passage.relation == row["relation"] for passage in both)
    assert related >= LEAST_FOUND * total
    assert right >= LEAST_RIGHT * related
