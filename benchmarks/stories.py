"""How right the stories are: divergences and derivations of annotated stories, and what is said of texts whose kinship is known.

    python benchmarks/stories.py --shared ../shared

Prints for each annotated story, and for all together, the rates of the shared scorer (edges, divergences); the same with shuffled order, new
names, without time stamps and without outlets; and what is found among the five texts of one real event.
"""

from __future__ import annotations

import argparse
import collections
import importlib.util
import json
import random
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import attrs

from provenance import Auditor, Document
from provenance.inference.story import tell_story
from provenance.matching import find_passages
from provenance.model import Story, StoryDocument
from provenance.text import prepare


def tell(auditor: Auditor, documents: Iterable[Document]) -> Story:
    """Build the whole story of some documents."""
    documents = list(documents)
    texts = [prepare(document) for document in documents]
    passages = find_passages(texts)
    divergences, derivations = tell_story(texts, passages, [auditor.audit(document) for document in documents])
    return Story(
        tool=auditor.tool,
        documents=tuple(StoryDocument(id=document.id) for document in documents),
        passages=passages,
        divergences=divergences,
        derivations=derivations,
    )


def load_scorer(shared: Path) -> Any:
    """Load the shared scorer as a module."""
    spec = importlib.util.spec_from_file_location("score", shared / "tools" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def report_annotated(auditor: Auditor, shared: Path, *, verbose: bool) -> None:
    """Print the rates of the annotated stories under several conditions."""
    score, gold = load_scorer(shared), shared / "gold" / "stories"
    rows = score.rows(gold / "docs.jsonl")
    names = sorted({row["story"] for row in rows})
    conditions = {
        "as given": {},
        "without time stamps": {"published": None},
        "without outlets": {"outlet": None},
        "without either": {"published": None, "outlet": None},
    }
    for condition, changes in conditions.items():
        total: collections.Counter[Any] = collections.Counter()
        for name in names:
            documents = [
                attrs.evolve(
                    Document(id=row["id"], text=row["text"], outlet=row["outlet"], published=row["published"], title=row["title"]), **changes
                )
                for row in rows
                if row["story"] == name
            ]
            random.Random(1).shuffle(documents)
            story = tell(auditor, documents)
            counts = score.story_counts(gold, name, story.to_dict())
            total.update(counts)
            if condition == "as given":
                print_rates(name, score.story_rates(counts))
                if verbose:
                    list_story(story)
        print_rates(f"all, {condition}", score.story_rates(total))


def print_rates(name: str, rates: dict[str, Any]) -> None:
    """Print the rates that concern edges and divergences."""
    print(f"{name}: {json.dumps({key: rates[key] for key in ('edges', 'divergences')})}")


def list_story(story: Story) -> None:
    """Print divergences and derivations."""
    for divergence in story.divergences:
        a, b = divergence.a, divergence.b
        print(f"  {divergence.kind}: {a.document} '{a.quote}' ({a.value}) | {b.document} '{b.quote}' ({b.value})")
    for edge in story.derivations:
        print(f"  {edge.source} -> {edge.target} {edge.relation} {edge.probability:.2f} hidden={edge.hidden_source}: {edge.reason}")


def report_event(auditor: Auditor, shared: Path) -> None:
    """List what is found among the texts about one real event, none of which derives from another."""
    documents = [Document(id=path.name[:3], text=path.read_text(encoding="utf-8")) for path in sorted((shared / "seeds").glob("*.txt"))]
    start = time.perf_counter()
    story = tell(auditor, documents)
    print(f"five reports of one event ({time.perf_counter() - start:.2f} s with audits):")
    list_story(story)


def report_speed(shared: Path, size: int = 50) -> None:
    """Time a story of many documents: the annotated ones, again and again under new names."""
    rows = load_scorer(shared).rows(shared / "gold" / "stories" / "docs.jsonl")
    texts = [
        prepare(Document(id=f"{index}", text=rows[index % len(rows)]["text"], outlet=rows[index % len(rows)]["outlet"])) for index in range(size)
    ]
    start = time.perf_counter()
    passages = find_passages(texts)
    middle = time.perf_counter()
    tell_story(texts, passages)
    print(f"{size} documents: passages {middle - start:.2f} s, story {time.perf_counter() - middle:.2f} s")


def main() -> None:
    """Print everything."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--shared", type=Path, required=True, help="folder with gold/, seeds/ and tools/")
    parser.add_argument("--verbose", action="store_true", help="list every divergence and derivation")
    arguments = parser.parse_args()
    auditor = Auditor()
    report_annotated(auditor, arguments.shared, verbose=arguments.verbose)
    report_event(auditor, arguments.shared)
    report_speed(arguments.shared)


if __name__ == "__main__":
    main()
