"""Whether names, numbers, quotation marks, apostrophes, dashes and line breaks move the shipped reading: the same texts with each of them changed.

    python -m training.stylometry.surface --data ../shared/data

Prints how far the reading `translated` moves (mean and largest absolute change of the log-likelihood ratio) and how many readings change sides, on one in so many
units. Readings near the bound are left out: they could not move. It asks whether these carry a decision, not whether it is right, so the model may have seen the
texts. About one minute.
"""

from __future__ import annotations

import argparse
import re
import zlib
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from training.stylometry.corpora import Unit, read_units
from training.stylometry.design import English

from provenance.model import Document
from provenance.stylometry import read
from provenance.text import prepare

FREE = 4.5  # readings beyond it stand at the bound of 5
ONE_IN = {"orig": 2, "ht": 12, "mt": 24}
_NAMES = ("Morgan", "Ivanova", "Lagos", "Pereira", "Seoul", "Hartwell")
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{2,}\b")
_DAYS_AND_TITLES = frozenset(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November December Mrs Prof Sir "
    "Lady Lord".split()
)


def rename(text: str) -> str:
    """Put another name for every capitalised word within a sentence, the same for the same.

    >>> rename("They met Anna in Berlin.") != "They met Anna in Berlin."
    True
    """
    return _NAME.sub(lambda found: found[0] if found[0] in _DAYS_AND_TITLES else _NAMES[zlib.crc32(found[0].encode()) % len(_NAMES)], text)


def renumber(text: str) -> str:
    """Put another digit for every digit but the first two of a number.

    >>> renumber("12,450 in 1997")
    '12,783 in 1920'
    """
    return re.sub(r"(?<=\d\d)\d|(?<=\d[,.])\d|(?<=\d[,.]\d)\d", lambda found: str((int(found[0]) + 3) % 10), text)


CHANGES: dict[str, Callable[[str], str]] = {
    "other names": rename,
    "other numbers": renumber,
    "curly quotation marks made straight": lambda text: text.translate(str.maketrans("“”„«»", '"' * 5)),
    "no quotation marks": lambda text: text.translate(str.maketrans("", "", '“”„«»"')),
    "straight apostrophes made curly": lambda text: text.replace("'", "’"),
    "dashes made hyphens between spaces": lambda text: re.sub(r"\s*[\u2012-\u2015]\s*|\s+-{1,2}\s+", " - ", text),
    "dashes made commas": lambda text: re.sub(r"\s*[\u2012-\u2015]\s*|\s+-{1,2}\s+", ", ", text),
    "line breaks made spaces": lambda text: re.sub(r"\s*\n\s*", " ", text),
    "a line break after every sentence": lambda text: re.sub(r"(?<=[a-z][.!?]) (?=[A-Z])", "\n", text),
}


def main() -> None:
    """Print one row for every change."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    chosen = [unit for unit in read_units(parser.parse_args().data) if _is_chosen(unit)]
    everything = _read([unit.text for unit in chosen])
    free = np.flatnonzero(np.abs(everything) < FREE)
    texts, before = [chosen[index].text for index in free], everything[free]
    print(f"{len(chosen):,} units, {len(texts):,} of them within the bound; mean absolute reading {np.abs(before).mean():.2f}")
    for name, change in CHANGES.items():
        after = _read([change(text) for text in texts])
        moved = np.abs(after - before)
        print(f"| {name} | {moved.mean():.3f} | {moved.max():.2f} | {((after > 0) != (before > 0)).mean():.3f} |", flush=True)


def _is_chosen(unit: Unit) -> bool:
    return unit.klass in ONE_IN and unit.domain.startswith("news") and zlib.crc32(unit.text.encode()) % ONE_IN[unit.klass] == 0


def _read(texts: Sequence[str]) -> np.ndarray:
    return np.array([read(prepare(Document(text=text), English()), traits=0).translated for text in texts])


if __name__ == "__main__":
    main()
