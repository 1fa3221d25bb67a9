"""Lists the pairs of entries that count the same words twice; tests/catalogue/overlaps.tsv holds those that are known.

    python training/list_overlaps.py [--write]

The list should shrink: of a pair, one entry is to lose the wording or to go. A test fails on a pair that is not listed and on one that is listed and gone.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))  # training/ is no installed package

from training.catalogue.overlaps import find_overlaps

from provenance.catalogue import load_catalogue

LISTED = Path(__file__).parents[1] / "tests/catalogue/overlaps.tsv"
HEADER = "# Pairs of entries that report the same words, and those words; see training/list_overlaps.py. To be emptied.\n"


def main() -> None:
    """Print and write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--write", action="store_true", help="write the list that the test allows")
    options = parser.parse_args()
    found = find_overlaps(load_catalogue())
    lines = "".join(f"{one}\t{other}\t{' '.join(quote.split())}\n" for (one, other), quote in found.items())
    print(f"{lines}{len(found)} pairs")
    if options.write:
        LISTED.write_text(HEADER + lines, encoding="utf-8")


if __name__ == "__main__":
    main()
