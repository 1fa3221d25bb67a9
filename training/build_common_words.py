"""Counts the commonest English words in the corpora; the catalogue anchors its patterns at the rarer ones.

    python training/build_common_words.py --data ../shared/data

Counts are facts about the corpora, not their text. One document is counted once however many systems translated it.
"""

from __future__ import annotations

import argparse
import collections
import gzip
import json
from pathlib import Path

from provenance.text import normalise, tokenise

TARGET = Path(__file__).parents[1] / "src/provenance/catalogue/data/tables/common_words.tsv"
SIZE = 3000


def main() -> None:
    """Write the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="folder with english_news.jsonl.gz")
    path = parser.parse_args().data / "english_news.jsonl.gz"
    counts: collections.Counter[str] = collections.Counter()
    seen = set()
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            key = (record["corpus"], record["doc"])
            if key in seen:
                continue
            seen.add(key)
            counts.update(tokenise(normalise(record["text"]).text).norms)
    total = sum(counts.values())
    header = "# Occurrences per million tokens in English news of the WMT shared tasks 2013-2022 and WCE-LIG, one version of each document; counts only, no text.\n"
    rows = [
        f"{word}\t{count * 1e6 / total:.0f}\n"
        for word, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[: SIZE + 40]
        if word.strip()
    ]
    TARGET.write_text(header + "".join(rows[:SIZE]), encoding="utf-8")


if __name__ == "__main__":
    main()
