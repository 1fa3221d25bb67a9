"""A small synonym spinner: makes spun copies of texts, for tuning and measuring.

    python -m training.spinner --share 0.1 --half B < article.txt

It replaces words and set phrases by what the substitution lexicon has for them, whatever the context, as article spinners do, and now and then
does so inside a longer word. The lexicon is split in two by original (all forms of a word on one side), so that what was tuned on half A
can be measured on half B. Deterministic: the same text, share, half and name give the same copy.
"""

from __future__ import annotations

import argparse
import random
import sys
import zlib
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Literal

import attrs

from provenance.catalogue import load_catalogue
from provenance.text import normalise, tokenise

Half = Literal["A", "B", "both"]
STEM = 5  # letters by which the forms of a word are kept together
INSIDE = 0.02  # of the replacements are made inside a longer word, where one can be

Lexicon = dict[tuple[str, ...], list[str]]


@attrs.frozen(kw_only=True)
class Change:
    """One replacement: its span in the spun text, what stood there, and how many words that was."""

    start: int
    end: int
    original: str
    words: int


@attrs.frozen(kw_only=True)
class Spun:
    """A spun copy."""

    text: str
    changes: tuple[Change, ...]
    words: int


def half_of(original: str) -> Half:
    """Tell in which half of the lexicon the replacements of an original are."""
    return "A" if zlib.crc32(original.lower()[:STEM].encode()) % 2 else "B"


def rows_of(half: Half) -> list[Sequence[str]]:
    """Give the rows of the substitution lexicon in one half."""
    rows = load_catalogue().tables["substitutions"]
    return [row for row in rows if half in ("both", half_of(row[0]))]


@cache
def lexicon_of(half: Half) -> Lexicon:
    """Give the replacements of each original, by its words."""
    lexicon: Lexicon = {}
    for row in rows_of(half):
        original = tuple(tokenise(row[0].lower()).norms)
        if original:
            lexicon.setdefault(original, []).append(row[1])
    return lexicon


@cache
def _fragments(half: Half) -> tuple[tuple[str, str], ...]:
    return tuple((row[0].lower(), row[1]) for row in rows_of(half) if row[4] == "1" and " " not in row[0])


def spin(text: str, *, share: float, half: Half = "both", name: str = "") -> Spun:
    """Give a spun copy of a text.

    Args:
        text: The original.
        share: Of its words that are replaced, 0 … 1; less where the lexicon has too few replacements.
        half: Half of the lexicon to use.
        name: Makes other copies of the same text.

    """
    draw = random.Random(zlib.crc32(f"{name}|{half}|{share}|{text}".encode()))
    normal = normalise(text).text
    if len(normal) != len(text):
        text = normal
    tokens = tokenise(normal)
    lexicon = lexicon_of(half)
    total = tokens.kinds.count("w")
    places = _places(tokens.norms, tokens.kinds, lexicon)
    draw.shuffle(places)
    taken: set[int] = set()
    chosen: list[tuple[int, int, str]] = []
    replaced = 0
    for first, last in places:
        if replaced >= share * total:
            break
        if taken.isdisjoint(range(first, last)):
            taken.update(range(first, last))
            replaced += last - first
            chosen.append((tokens.starts[first], tokens.ends[last - 1], draw.choice(lexicon[tuple(tokens.norms[first:last])])))
    for at, norm in enumerate(tokens.norms):
        if tokens.kinds[at] == "w" and at not in taken and len(norm) > 6 and norm.islower() and draw.random() < INSIDE * share * 5:
            for original, replacement in _fragments(half):
                if original in norm and original != norm and len(original) > 2:
                    found = norm.index(original)
                    start = tokens.starts[at]
                    chosen.append(
                        (
                            start,
                            tokens.ends[at],
                            normal[start : start + found] + replacement + normal[start + found + len(original) : tokens.ends[at]],
                        )
                    )
                    break
    return _rebuild(text, sorted(chosen), total)


def _places(norms: Sequence[str], kinds: str, lexicon: Lexicon) -> list[tuple[int, int]]:
    longest = max(map(len, lexicon), default=0)
    return [
        (at, at + length)
        for at in range(len(norms))
        if kinds[at] == "w"
        for length in range(longest, 0, -1)
        if at + length <= len(norms) and tuple(norms[at : at + length]) in lexicon
    ]


def _rebuild(text: str, chosen: Iterable[tuple[int, int, str]], words: int) -> Spun:
    pieces: list[str] = []
    changes: list[Change] = []
    position = length = 0
    for start, end, replacement in chosen:
        original = text[start:end]
        written = replacement[0].upper() + replacement[1:] if original[0].isupper() else replacement
        pieces += [text[position:start], written]
        length += start - position
        changes.append(Change(start=length, end=length + len(written), original=original, words=len(original.split())))
        length += len(written)
        position = end
    pieces.append(text[position:])
    return Spun(text="".join(pieces), changes=tuple(changes), words=words)


def main() -> None:
    """Spin standard input."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--share", type=float, default=0.1, help="of the words that are replaced")
    parser.add_argument("--half", choices=["A", "B", "both"], default="both", help="half of the lexicon to use")
    options = parser.parse_args()
    sys.stdout.write(spin(sys.stdin.read(), share=options.share, half=options.half).text)


if __name__ == "__main__":
    main()
