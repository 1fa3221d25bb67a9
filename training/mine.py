"""Proposes phrases for new entries: over-represented in translations from one language, for a person to judge.

    python training/mine.py --data ../shared/data [--languages de,fr] [--top 300] --out /tmp/candidates.tsv

Writes one line per candidate and language: the score (lower confidence bound of a log ratio of rates, the smaller of that against English originals and that
against translations from other languages), both bounds, articles with it in human and machine translations, in originals and in other translations, corpora, the
phrase (`^` begins a sentence). What was accepted stands in rules/<language>/mined.toml, how many were looked at in docs/coverage.md.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))  # training/ is no installed package

from training.catalogue.corpora import read_samples
from training.catalogue.mining import Article, Phrase, cut, mine

LANGUAGES = ("cs", "de", "fi", "fr", "ja", "ro", "ru", "uk", "zh")
SPLIT = "roundtrip"  # left out: their source was a translation itself


def gather(data: Path) -> list[Article]:
    """Read the corpora into articles with their versions."""
    versions: dict[tuple[str, str, str], dict[str, list[Phrase]]] = defaultdict(dict)
    words: dict[tuple[str, str, str], int] = defaultdict(int)
    for sample in read_samples(data):
        klass, _, language = sample.group.partition("-")
        if klass != SPLIT:
            key = (language or "en", sample.corpus, sample.article)
            versions[key][klass] = cut(sample.text)
            words[key] += len(sample.text.split())
    return [
        Article(language=language, corpus=corpus, versions=found, words=words[language, corpus, article] / len(found))
        for (language, corpus, article), found in sorted(versions.items())
    ]


def main() -> None:
    """Mine and write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="folder with the corpora")
    parser.add_argument("--languages", default=",".join(LANGUAGES), help="codes, comma-separated")
    parser.add_argument("--top", type=int, default=300, help="candidates per language")
    parser.add_argument("--out", type=Path, required=True, help="file to write")
    options = parser.parse_args()
    shown: dict[str, int] = defaultdict(int)
    lines = ["language\tscore\toriginals\tothers\thuman\tmachine\tin_originals\tin_others\tcorpora\tphrase"]
    for language, candidate in mine(gather(options.data), options.languages.split(",")):
        if shown[language] < options.top:
            shown[language] += 1
            bounds = f"{candidate.score:.2f}\t{candidate.against_originals:.2f}\t{candidate.against_others:.2f}"
            counts = f"{candidate.human}\t{candidate.machine}\t{candidate.originals}\t{candidate.others}\t{candidate.corpora}"
            lines.append(f"{language}\t{bounds}\t{counts}\t{' '.join(candidate.phrase)}")
    options.out.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(dict(sorted(shown.items())))


if __name__ == "__main__":
    main()
