"""Measure the name knowledge: `python training/names/measure_names.py SHARED`; the figures of docs/names.md. Nothing is fitted here.

Prints (1) how many known and held-out spellings come out exactly, with and without the table of exceptions; (2) in neutral sentences, how often the
press of a foreign spelling is named, and how often an English spelling is reported; (3) our own good English sentences and English originals with a
finding; (4) time of loading and of the check; (5) keys shared by sources and their machine translations (one per document) and by random pairs.
"""

from __future__ import annotations

import gzip
import itertools
import json
import random
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any
from unittest import mock

from foreign import GIVENS

from provenance.catalogue import load_catalogue
from provenance.detectors.checks.romanisation import romanisation
from provenance.detectors.hits import Hit
from provenance.model import Document, LanguageGuess
from provenance.names import UnknownSystemError, document_keys, romanise, spellings
from provenance.names.fold import fold
from provenance.names.gazetteer import foreign_beginnings, load_gazetteer
from provenance.text import prepare
from provenance.text.tokens import Tokens

HERE = Path(__file__).parents[2]
SENTENCE = "Reporters asked {} about the budget on Tuesday, and the answer was short."
CATALOGUE = load_catalogue()


class English:
    """Takes every text for English."""

    def identify(self, text: str, tokens: Tokens) -> LanguageGuess:  # noqa: ARG002
        """Give English."""
        return LanguageGuess(code="en", confidence=1.0)


def find(text: str) -> list[Hit]:
    """Give the hits of the check."""
    return list(romanisation(CATALOGUE.rules[0], prepare(Document(id="x", text=text), English()), CATALOGUE))


def known(table: str = "known_spellings") -> Iterator[tuple[str, str, dict[str, str]]]:
    """Yield (language, original, spelling by press)."""
    for line in (HERE / "tests" / "names" / f"{table}.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            language, name, *cells = line.split("\t")
            yield language, name, dict(cell.split("=") for cell in cells)


def exact(table: str = "known_spellings") -> float:
    """Give the share of the spellings of a table that come out exactly."""
    right = total = 0
    for language, name, row in known(table):
        for press, want in row.items():
            total += 1
            try:
                right += romanise(name, language, press) == want
            except UnknownSystemError:
                continue
    return right / total


def sentences() -> tuple[int, int, int, int, int]:
    """Give (foreign spellings, of them named first, named in the first three, missed though no house style in English, English spellings reported)."""
    total = first = third = missed = wrong = 0
    for language, name, row in known():
        usual = {row["en"], *spellings(name, language, "en")}
        wrong += bool(find(SENTENCE.format(row["en"])))
        for press, form in row.items():
            if form in usual:
                continue
            total += 1
            hits = find(SENTENCE.format(form))[:1]
            languages = dict(hits[0].languages or {}) if hits else {}
            better = sum(weight > languages.get(press, 0.0) for weight in languages.values())
            first += press in languages and better == 0
            third += press in languages and better < 3
            missed += press not in languages and not is_house_style(form, row["en"])
    return total, first, third, missed, wrong


def is_house_style(form: str, english: str) -> bool:
    """Tell whether English papers write a form too: the surname as in English, after a given name that they spell in several ways (Dmitri, Sergey)."""
    *given, last = form.split()
    return fold(last) == fold(english.rsplit(maxsplit=1)[-1]) and bool(given) and fold(given[0]) in GIVENS


def own_sentences() -> tuple[int, int]:
    """Give (our own good English sentences with foreign names, those with a finding)."""
    lines = (HERE / "tests" / "names" / "english_sentences.txt").read_text(encoding="utf-8").splitlines()
    held = [line for line in lines if not line.startswith("#")]
    return len(held), sum(bool(find(line)) for line in held)


def speed(shared: Path) -> tuple[float, float, float]:
    """Give the milliseconds of reading the identities, of reading the foreign spellings, and of the check per 5 kB once loaded."""
    spent = []
    for load in (load_gazetteer, foreign_beginnings):
        best = 9.0
        for _ in range(5):
            load.cache_clear()
            began = time.perf_counter()
            load()
            best = min(best, time.perf_counter() - began)
        spent.append(best * 1000)
    texts = [prepare(Document(id="x", text=row["text"][:5000]), English()) for row in itertools.islice(rows(shared, "english_news"), 200)]
    for text in texts:
        list(romanisation(CATALOGUE.rules[0], text, CATALOGUE))
    began = time.process_time()
    for text in texts:
        list(romanisation(CATALOGUE.rules[0], text, CATALOGUE))
    return spent[0], spent[1], (time.process_time() - began) / sum(len(text.normal) for text in texts) * 5e6


def originals(shared: Path) -> tuple[int, int]:
    """Give (English originals, those with a finding)."""
    texts = {}
    for name in ("english_news", "english_mixed", "english_german_parallel"):
        texts |= {(row["corpus"], row["doc"]): row["text"] for row in rows(shared, name) if row["klass"] == "orig"}
    return len(texts), sum(bool(find(text)) for text in texts.values())


def rows(shared: Path, name: str) -> Iterator[dict[str, Any]]:
    """Yield the rows of a corpus."""
    with gzip.open(shared / "data" / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def keys(shared: Path) -> None:
    """Print the distribution of shared keys by source language."""
    sources = {(row["corpus"], row["doc"], row["source_lang"]): row["text"] for row in rows(shared, "foreign_sources")}
    pairs: dict[str, dict[Any, tuple[frozenset[str], frozenset[str]]]] = defaultdict(dict)
    spent = read = 0.0
    for row in rows(shared, "english_news"):
        key = (row["corpus"], row["doc"], row["source_lang"])
        if row["klass"] == "mt" and row["n_words"] >= 150 and key in sources and key not in pairs[key[2]]:
            began = time.process_time()
            found = document_keys(row["text"])
            spent, read = spent + time.process_time() - began, read + len(row["text"])
            pairs[key[2]][key] = (document_keys(sources[key]), found)
    print(f"document_keys: {spent / read * 5e6:.1f} ms per 5 kB")
    rng = random.Random(3)
    for language, held in sorted(pairs.items()):
        shares = sorted(len(one & other) for one, other in held.values())
        listed = list(held.items())
        chance = sorted(len(one & listed[at][1][1]) for key, (one, _) in listed for at in rng.sample(range(len(listed)), 10) if listed[at][0] != key)
        print(
            f"{language}: {len(shares)} documents, three shared by {sum(share >= 3 for share in shares) / len(shares):.1%}, median {shares[len(shares) // 2]};"
            f" random pairs: mean {sum(chance) / len(chance):.2f}, 90th percentile {chance[len(chance) * 9 // 10]},"
            f" three or more in {sum(share >= 3 for share in chance) / len(chance):.1%}"
        )


def main(shared: Path) -> None:
    """Print everything."""
    print(f"known spellings exact: {exact():.1%}")
    with mock.patch.object(import_module("provenance.names.romanise"), "load_exceptions", return_value={}):
        import_module("provenance.names.romanise")._by_rule.cache_clear()  # noqa: SLF001
        print(f"without the exceptions: {exact():.1%}")
    import_module("provenance.names.romanise")._by_rule.cache_clear()  # noqa: SLF001
    print(f"held-out spellings exact: first set {exact('held_out_spellings'):.1%}, second set {exact('held_out_second'):.1%}")
    total, first, third, missed, wrong = sentences()
    print(
        f"neutral sentences: {total} foreign spellings, named first {first / total:.1%}, in the first three {third / total:.1%}; missed though no house "
        f"style in English: {missed}; English spellings reported {wrong}"
    )
    number, found = own_sentences()
    print(f"own good English sentences: {found} of {number} with a finding")
    print("loading: identities {:.0f} ms, foreign spellings {:.0f} ms; the check: {:.2f} ms per 5 kB".format(*speed(shared)))
    number, found = originals(shared)
    print(f"English originals: {found} of {number} with a finding ({found / number:.2%})")
    keys(shared)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
