"""Packs a large list of English word forms for provenance.catalogue.lexicon.

    apt-get install wamerican-huge wbritish-huge
    python training/build_words.py /usr/share/dict/american-english-huge /usr/share/dict/british-english-huge

The lists are SCOWL's (size 80; Kevin Atkinson; free to use with its notice, which the packed file carries in its first line).
"""

from __future__ import annotations

import argparse
import zlib
from pathlib import Path

TARGET = Path(__file__).parents[1] / "src/provenance/catalogue/data/words.z"
NOTICE = "# Spell Checker Oriented Word Lists (SCOWL), copyright 2000-2018 Kevin Atkinson; permission to use, copy, modify, distribute and sell is granted with this notice."
SHORTEST = 4  # letters


def main() -> None:
    """Write the list."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("lists", type=Path, nargs="+", help="one word a line, UTF-8")
    lists = parser.parse_args().lists
    lines = {line.strip() for path in lists for line in path.read_text(encoding="utf-8").splitlines()}
    words = sorted(word for word in lines if word.islower() and word.isalpha() and len(word) >= SHORTEST)
    TARGET.write_bytes(zlib.compress("\n".join([NOTICE, *words]).encode(), 9))
    print(f"{len(words)} forms, {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main()
