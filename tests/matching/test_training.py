"""The parts of the training scripts that decide what is learned."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

pytest.importorskip("training.word_alignment", reason="the training scripts are not at hand")

from training.build_paraphrases import half_of
from training.planted_collections import plant
from training.word_alignment import fit


def test_word_alignment_finds_the_partner():
    """Words that always stand on both sides of a line translate each other, words that come and go do not."""
    lines = [(["chien", "noir"], ["dog", "black"]), (["chien", "grand"], ["dog", "big"]), (["chat", "noir"], ["cat", "black"])]
    chance = fit(lines, rounds=10, least_share=1e-3, least_count=1e-2)
    assert max(("dog", "black", "big"), key=lambda word: chance.get(("chien", word), 0.0)) == "dog"
    assert max(("dog", "black", "cat"), key=lambda word: chance.get(("noir", word), 0.0)) == "black"


def test_planted_passages_lie_where_they_are_said_to(tmp_path: Path):
    """Spans of made-up collections hold the passage in the wire and its other version in the host, and nothing of the other half is used."""
    rows = []
    for at in range(60):
        lines = [f"The harbour master of town number {at} counted {line + 11} wrecks in the morning mist." for line in range(6)]
        again = [f"In the morning fog {line + 11} wrecks were counted by the head of the port of town {at}." for line in range(6)]
        rows += [{"corpus": "wmt2019", "source_lang": "de", "doc": f"d{at}", "klass": "ht", "system": name, "text": "\n".join(text)} for name, text in (("A", lines), ("B", again))]  # fmt: skip
    rows += [
        {"corpus": "wmt2014", "source_lang": "fr", "doc": f"h{at}", "klass": "ht", "system": "A", "text": f"Beans grow in bed {at}.\nWater them."}
        for at in range(260)
    ]
    path = tmp_path / "news.jsonl.gz"
    with gzip.open(path, "wt", encoding="utf-8") as file:
        file.writelines(json.dumps(row) + "\n" for row in rows)
    [collection] = plant(path, 0, 1)
    assert collection.planted
    for each in collection.planted:
        assert collection.texts[each.wire][each.start : each.end].startswith("The harbour master")
        assert collection.texts[each.host][each.host_start : each.host_end].startswith(("In the morning fog", "The harbour master"))
    assert {half_of(tuple(key.split("\t"))) for key in collection.origins.values()} == {0}
