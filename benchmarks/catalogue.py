"""What a catalogue of ten times the entries costs: the time to search the same texts, as a ratio within one run; fails where it is more than twice.

    python benchmarks/catalogue.py [--times 10]

The further entries are copies: in each, every content word of the patterns stands for another of about the same frequency, function words and the shape of the
pattern stay, so that a copy is tried as often as a new entry of its kind would be. What cannot be had ten times is not copied: checks (functions), expressions
behind a mark or a function word, patterns without a content word. Loading and compiling are not counted: they happen once.
"""

from __future__ import annotations

import argparse
import itertools
import re
import sys
import time
import zlib
from collections.abc import Iterator
from pathlib import Path

import attrs

from provenance.catalogue import Catalogue, Rule, load_catalogue
from provenance.catalogue.lexicon import load_lexicon
from provenance.catalogue.pattern_parser import parse
from provenance.detectors import Detector
from provenance.errors import CatalogueError
from provenance.model import Document
from provenance.text import Text, prepare

FIXTURES = Path(__file__).parents[1] / "fixtures"
ALLOWED = 2.0
SHORTEST = 5  # letters of a rare stand-in: triggers are found inside words, too
CLOSED = frozenset(
    "a about above after again against all along also although am an and any are as at be because been before being below between both but by can could did do does "
    "doing down during each either else ever every few for from further had has have having he her here hers him his how i if in into is it its just may me might more "
    "most must my near neither no nor not now of off on once one only or other our out over own per same shall she should since so some such than that the their them "
    "then there these they this those though through to too toward towards two under until up upon us very was we were what when where whether which while who whom whose "
    "why will with within without would yet you your".split()
)
NEIGHBOURS = 400  # how far in rank a common word's stand-ins are
RUNS = 7
_WORD = re.compile(r"<[a-z-]+>|\\.|[^\W\d_]{2,}")
_LITERAL = re.compile(r"\\.|\(\?[^)]*[>:)=!]|\[[^\]]*\]|\{[^}]*\}|[^\W\d_]{3,}")
_FIELDS = ("patterns", "near", "unless", "requires_in_text", "unless_in_text")


class Substitution:
    """Puts another word for each content word, the same one everywhere in a copy."""

    def __init__(self, catalogue: Catalogue, number: int) -> None:
        """Prepare copy `number`."""
        self._ranked = [word for word in sorted(catalogue.commonness, key=lambda word: (-catalogue.commonness[word], word)) if word not in CLOSED]
        self._rank = {word: rank for rank, word in enumerate(self._ranked)}
        self._rare = sorted(
            word for word in load_lexicon() if word not in self._rank and word not in CLOSED and word.isascii() and len(word) >= SHORTEST
        )
        self._number = number

    def word(self, word: str) -> str:
        """Give the stand-in of a word, with its capital."""
        lower = word.lower()
        if lower in CLOSED:
            return word
        rank = self._rank.get(lower)
        draw = zlib.crc32(f"{lower} {self._number}".encode())
        if rank is None:
            found = self._rare[draw % len(self._rare)]
        else:
            near = self._ranked[max(0, rank - NEIGHBOURS // 2) : rank + NEIGHBOURS // 2]
            near = [other for other in near if len(other) >= min(len(word), SHORTEST)]
            found = near[draw % len(near)]
        return found.capitalize() if word[0].isupper() else found

    def pattern(self, source: str) -> str:
        """Put other words into a token pattern."""
        return _WORD.sub(lambda match: match.group() if match.group()[0] in "<\\" else self.word(match.group()), source)

    def expression(self, source: str) -> str:
        """Put other words into a regular expression or shape, classes and group names apart."""
        return _LITERAL.sub(lambda match: match.group() if match.group()[0] in "\\([{" else self.word(match.group()), source)

    def trigger(self, source: str) -> str:
        """Put other words into a trigger, as into its expression."""
        return self.expression(source).lower()


def copies(catalogue: Catalogue, times: int) -> Iterator[Rule]:
    """Yield the rules and their copies."""
    yield from catalogue.rules
    for number in range(1, times):
        other = Substitution(catalogue, number)
        for rule in catalogue.rules:
            if rule.check or any(other.trigger(trigger) == trigger.lower() for trigger in rule.triggers):
                continue
            changes: dict[str, object] = {field: tuple(map(other.pattern, getattr(rule, field))) for field in _FIELDS}
            changes["patterns"] = tuple(new for old in rule.patterns if (new := other.pattern(old)) != old)
            changes["forms"] = {new: meaning for old, meaning in rule.forms.items() if (new := other.pattern(old)) != old}
            changes["regex"] = other.expression(rule.regex) if rule.regex else None
            changes["triggers"] = tuple(map(other.trigger, rule.triggers))
            changes["shapes"] = tuple(map(other.expression, rule.shapes))
            changes["code"] = f"{rule.group}{number:02d}{rule.code[-3:]}"
            copy = attrs.evolve(rule, **changes)  # type: ignore[arg-type]
            if _is_sound(copy, catalogue):
                yield copy


def _is_sound(rule: Rule, catalogue: Catalogue) -> bool:
    """Tell whether a copy can be read: a word put into an expression may have broken it."""
    try:
        for source in (*rule.forms, *(source for field in _FIELDS for source in getattr(rule, field))):
            parse(source, catalogue.classes, catalogue.commonness)
        for expression in (rule.regex or "", *rule.shapes):
            re.compile(expression)
    except (CatalogueError, re.error):
        return False
    return True


def seconds(detectors: dict[str, Detector], texts: list[Text]) -> dict[str, float]:
    """Give the shortest of several turns of each detector over the texts; they take turns, so that what else the machine does hits both."""
    best = dict.fromkeys(detectors, float("inf"))
    for _, (name, detector) in itertools.product(range(RUNS), detectors.items()):
        started = time.perf_counter()
        for text in texts:
            detector.find(text)
        best[name] = min(best[name], time.perf_counter() - started)
    return best


def main() -> int:
    """Print both times and their ratio."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--times", type=int, default=10)
    times = parser.parse_args().times
    catalogue = attrs.evolve(load_catalogue(), triggers={})
    rules = list(copies(catalogue, times))
    texts = [prepare(Document(text=path.read_text(encoding="utf-8"))) for path in sorted(FIXTURES.rglob("*.txt"))]
    for text in texts:
        text.sentences, text.quotations, text.lines  # noqa: B018 computed when first asked for
    detectors = {"the catalogue": Detector(catalogue.rules, catalogue), f"{times} times": Detector(rules, catalogue)}
    found = seconds(detectors, texts)
    words = sum(text.tokens.words for text in texts)
    for (name, taken), size in zip(found.items(), (len(catalogue.rules), len(rules)), strict=True):
        print(f"{name:14} {size:>7,} entries {taken * 1000:>8.1f} ms for {words:,} words in {len(texts)} texts")
    one, many = found.values()
    print(f"ratio of entries {len(rules) / len(catalogue.rules):.1f}, of times {many / one:.2f} (at most {ALLOWED:g})")
    return 0 if many / one <= ALLOWED else 1


if __name__ == "__main__":
    sys.exit(main())
