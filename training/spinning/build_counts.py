"""Counts words and pairs of neighbours for provenance.spinning.counts.

    python -m training.spinning.build_counts --data ../shared/data --web …/wordsegment --model …/en-us.arpa

Three sources: the news corpora (articles set aside for counting alone, see `articles`; a pair counts once per document, and what only machines
wrote counts if two systems did), the commonest words and pairs of the web as distributed with wordsegment, and the pairs of the language
model that comes with pocketsphinx. Pairs that say little beyond the frequency of their words are left out.
"""

from __future__ import annotations

import argparse
import collections
import itertools
import math
from collections.abc import Iterator
from pathlib import Path

from training.spinning.articles import HUMAN, Version, read_versions

from provenance.spinning.counts import BREAK, CLASSES, MARK, NAME, NUMBER, WORD, pack
from provenance.text import normalise, tokenise

TARGET = Path(__file__).parents[2] / "src/provenance/spinning/data/counts.z"
SUBSTITUTIONS = Path(__file__).parents[2] / "src/provenance/catalogue/data/tables/substitutions.tsv"
MOST_WORDS = 60_000
NEWS = 4.0  # what one document of news counts for, where one occurrence of a pair in ten million words of the web is 1
WEB = 1e-5
SIZE = 1e7  # words that all counts are scaled to
STEP_MAXIMUM = 1.0e6  # beyond it the stored steps end
WEIGHT = 150.0
MOST_PAIRS = 860_000
HEADER = {
    "sources": "Counts of words and of pairs of neighbours in WMT news tasks 2013-2022 (English originals and translations; research use) "
    "and the commonest pairs of the Google Web Trillion Word Corpus (Brants and Franz 2006, LDC2006T13) as distributed with "
    "wordsegment 1.3.1 (Grant Jenks, Apache-2.0; after Peter Norvig, Natural Language Corpus Data, 2009), and the pairs of the generic US English "
    "language model of pocketsphinx 5.1.1 (Alpha Cephei Inc., BSD).",
}


def read_words(text: str) -> list[str]:
    """Give the words of a text with a break before and behind; numbers are one class."""
    tokens = tokenise(normalise(text).text)
    words = [BREAK]
    for norm, kind, surface in zip(tokens.norms, tokens.kinds, tokens.surfaces, strict=True):
        words.append(BREAK if kind == "b" else NUMBER if kind == "n" else norm if kind != "w" or not surface[0].isupper() else "^" + norm)
    words.append(BREAK)
    return words


def documents(versions: list[Version]) -> Iterator[tuple[list[list[str]], list[list[str]]]]:
    """Yield, for each document, its human and its machine versions."""
    grouped: dict[str, list[Version]] = collections.defaultdict(list)
    for version in versions:
        if version.split == "count" and version.corpus not in ("ntrex-apertium", "wmt2013", "wmt2014"):
            grouped[version.document].append(version)
    for _, group in sorted(grouped.items()):
        machines = [version for version in group if version.klass not in HUMAN][:6]
        yield (
            [read_words(version.text) for version in group if version.klass in HUMAN],
            [read_words(version.text) for version in machines],
        )


def main() -> None:
    """Write the counts."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="folder with the corpora")
    parser.add_argument("--web", type=Path, required=True, help="folder with wordsegment's unigrams.txt and bigrams.txt")
    parser.add_argument("--model", type=Path, required=True, help="pocketsphinx's en-us.lm.bin, converted by pocketsphinx_lm_convert")
    parser.add_argument("--output", type=Path, default=TARGET)
    parser.add_argument("--most", type=int, default=MOST_PAIRS, help="pairs kept")
    options = parser.parse_args()
    words: collections.Counter[str] = collections.Counter()
    pairs: collections.Counter[tuple[str, str]] = collections.Counter()
    names: collections.Counter[str] = collections.Counter()
    for human, machine in documents(read_versions(options.data)):
        held: collections.Counter[tuple[str, str]] = collections.Counter()
        for version in human:
            counted = collections.Counter(itertools.pairwise(version))
            for pair, count in counted.items():
                held[pair] = max(held[pair], count)
        systems: collections.Counter[tuple[str, str]] = collections.Counter()
        for version in machine:
            systems.update(set(itertools.pairwise(version)))
        for pair, count in systems.items():
            if count >= 2 and pair not in held:
                held[pair] = 1
        for (left, right), count in held.items():
            # A capital is kept until here only to tell names from words.
            plain = left.removeprefix("^"), right.removeprefix("^")
            pairs[plain] += count
            words[plain[1]] += count
            if right.startswith("^") and not left.startswith(("<", ".", '"')):
                names[plain[1]] += count
    vocabulary, frequencies, named = _choose(words, names, _read(options.web / "unigrams.txt"))
    numbers = {word: at for at, word in enumerate(vocabulary)}

    def number(word: str) -> int:
        known = numbers.get(word)
        if known is not None:
            return known
        return numbers[MARK] if not word[:1].isalpha() and word[:1] != "'" else numbers[NAME] if word in named else numbers[WORD]

    blended: dict[tuple[int, int], float] = collections.defaultdict(float)
    for (left, right), count in pairs.items():
        blended[number(left), number(right)] += NEWS * count
    for line in (options.web / "bigrams.txt").read_text(encoding="utf-8").splitlines():
        pair, count = line.split("\t")
        left, right = pair.lower().split()
        if left in numbers and right in numbers:
            blended[numbers[left], numbers[right]] += WEB * int(count)
    for left, right, count in _read_model(options.model):
        if left in numbers and right in numbers:
            blended[numbers[left], numbers[right]] += count
    kept = _prune(blended, frequencies, options.most)
    packed = pack(vocabulary, frequencies, kept, WEIGHT, HEADER)
    options.output.write_bytes(packed)
    print(f"{len(vocabulary)} words, {len(kept)} pairs, {len(packed)} bytes; {sum(words.values())} words of news")


def _read_model(path: Path) -> Iterator[tuple[str, str, float]]:
    """Yield the pairs of an n-gram model in ARPA form with their counts in SIZE words."""
    shares: dict[str, float] = {}
    order = 0
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            fields = line.split()
            if line.endswith("-grams:\n"):
                order = int(line[1])
            elif order == 1 and len(fields) == 3:
                shares[fields[1]] = 10 ** float(fields[0])
            elif order == 2 and len(fields) == 4:
                left, right = (BREAK if word in ("<s>", "</s>") else word.lower() for word in fields[1:3])
                yield left, right, SIZE * 10 ** float(fields[0]) * shares["</s>" if fields[1] == "<s>" else fields[1]]


def _prune(pairs: dict[tuple[int, int], float], frequencies: list[float], most: int) -> dict[tuple[int, int], float]:
    """Keep the pairs that add most to what the frequency of the right word says alone."""
    total = sum(frequencies)

    def worth(pair: tuple[int, int]) -> float:
        count = pairs[pair]
        return count * math.log1p(count / (WEIGHT * frequencies[pair[1]] / total))

    ranked = sorted(pairs, key=lambda pair: (-worth(pair), pair))[:most]
    return {pair: min(pairs[pair], STEP_MAXIMUM) for pair in ranked}


def _choose(words: collections.Counter[str], names: collections.Counter[str], web: dict[str, int]) -> tuple[list[str], list[float], set[str]]:
    """Choose the words: those of the substitution table, and the commonest of both sources that are not names alone."""
    needed = set(CLASSES)
    for line in SUBSTITUTIONS.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            needed.update(word for part in line.split("\t")[:2] for word in read_words(part.lower())[1:-1])
    scores = {word: NEWS * count for word, count in words.items()}
    for word, count in web.items():
        if word.isalpha():
            scores[word] = scores.get(word, 0.0) + WEB * count
    rare = {word for word, count in words.items() if count < 2 and web.get(word, 0) * WEB < 20} - needed
    named = {word for word in rare if names[word] * 2 >= words[word]}
    common = sorted((word for word in scores if word not in needed and word not in rare), key=lambda word: (-scores[word], word))
    vocabulary = sorted(needed | set(common[: MOST_WORDS - len(needed)]))
    total_rare = NEWS * sum(words[word] for word in rare)
    frequencies = [max(scores.get(word, 1.0), 0.5) if word not in CLASSES else max(scores.get(word, 0.0), total_rare / 3) for word in vocabulary]
    return vocabulary, frequencies, named


def _read(path: Path) -> dict[str, int]:
    return {word.lower(): int(count) for word, count in (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())}


if __name__ == "__main__":
    main()
