"""Collects English word forms from the corpora for provenance.catalogue.lexicon.

    python training/build_lexicon.py --data ../shared/data

A form counts where at least three different documents have it in lower case, and originals or human translations have it at all, or many
documents do: machine output alone brings words left untranslated.
"""

from __future__ import annotations

import argparse
import collections
import gzip
import json
import zlib
from pathlib import Path

from provenance.text import normalise, tokenise

TARGET = Path(__file__).parents[1] / "src/provenance/catalogue/data/lexicon.z"
FILES = ("english_news.jsonl.gz", "english_mixed.jsonl.gz", "english_german_parallel.jsonl.gz")
HUMAN = ("orig", "ht", "pe", "ht_or_orig")


def main() -> None:
    """Write the lexicon."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="folder with the corpora")
    data = parser.parse_args().data
    documents: dict[str, set[int]] = collections.defaultdict(set)
    human: set[str] = set()
    numbers: dict[tuple[str, str], int] = {}
    for name in FILES:
        with gzip.open(data / name, "rt", encoding="utf-8") as lines:
            for line in lines:
                record = json.loads(line)
                key = numbers.setdefault((record["corpus"], record["doc"]), len(numbers))
                tokens = tokenise(normalise(record["text"]).text)
                forms = {form for form, kind in zip(tokens.surfaces, tokens.kinds, strict=True) if kind == "w" and form.islower() and form.isascii()}
                for form in forms:
                    if len(documents[form]) < 12:
                        documents[form].add(key)
                if record["klass"] in HUMAN:
                    human |= forms
    kept = sorted(form for form, keys in documents.items() if len(keys) >= 12 or (len(keys) >= 3 and form in human))
    TARGET.write_bytes(zlib.compress("\n".join(kept).encode(), 9))
    print(f"{len(kept)} forms, {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main()
