"""Finds phrases that translations from one language have more often than English originals and translations from other languages.

Counts are of articles, not of occurrences; a ratio of rates is taken at its lower bound (normal approximation of a log ratio of two counts), so that a few
chance hits rank low. Topic is set aside: capitalised words and numbers end a phrase, and so do words that crowd in few articles (after K. Church, Empirical
estimates of adaptation, COLING 2000: what comes again as soon as it has come once is what the article is about).
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import attrs

from provenance.text import normalise, tokenise

LONGEST = 5  # tokens
FEWEST = 6  # articles of a language with the phrase
CROWDED = 1.6  # occurrences per article that has the word
COMMON = 400  # articles: words in more of them are no topic however often they come
CONFIDENCE = 1.645  # standard errors: one-sided 95 %
START = "^"  # stands before the first word of a sentence

Phrase = tuple[str, ...]


@attrs.frozen(kw_only=True)
class Article:
    """All versions of an article in one language pair, as segments of tokens.

    Attributes:
        language: Source language; `en` for originals.
        corpus: For the spread over corpora.
        versions: Segments by class (`human`, `machine`, `edited`, `original`).
        words: Of one version, on average.

    """

    language: str
    corpus: str
    versions: Mapping[str, Sequence[Phrase]]
    words: float


@attrs.frozen(kw_only=True)
class Candidate:
    """A phrase proposed for a language.

    Attributes:
        phrase: Its tokens.
        score: The smaller of the two lower bounds.
        against_originals: Lower bound of the log ratio of rates against English originals.
        against_others: … against translations from other languages.
        human: Articles with it in a human translation.
        machine: … in a machine translation.
        originals: English originals with it.
        others: Translated articles of other languages with it.
        corpora: How many corpora it comes from.

    """

    phrase: Phrase
    score: float
    against_originals: float
    against_others: float
    human: int
    machine: int
    originals: int
    others: int
    corpora: int


def cut(text: str) -> list[Phrase]:
    """Cut a text into runs of lower-case words without names, numbers and strong punctuation.

    >>> cut("So far, the minister said Monday. It rains in Rome (again).")
    [('^', 'so', 'far', ',', 'the', 'minister', 'said'), ('^', 'it', 'rains', 'in'), ('again',)]
    """
    tokens = tokenise(normalise(text).text)
    runs: list[Phrase] = []
    run: list[str] = []
    starts = True
    for surface, norm, kind in zip(tokens.surfaces, tokens.norms, tokens.kinds, strict=True):
        if kind in "ws" and (starts or not surface[0].isupper() or surface == "I"):
            run += [START, norm] if starts else [norm]
            starts = False
        elif surface in (",", "-", "–"):
            run.append(surface)
        else:
            _keep(run, runs)
            run = []
            starts = kind == "b" or surface in ".!?" or (starts and kind == "p")
    _keep(run, runs)
    return runs


def _keep(run: list[str], runs: list[Phrase]) -> None:
    if any(token.isalpha() for token in run):
        runs.append(tuple(run))


def mine(articles: Sequence[Article], languages: Iterable[str]) -> Iterator[tuple[str, Candidate]]:
    """Yield the candidates of each language, best first.

    Args:
        articles: Of all languages, and originals.
        languages: Those to propose for.

    """
    wanted = set(languages)
    topical = _find_topical(articles)
    words: Counter[str] = Counter()
    for article in articles:
        words[article.language] += round(article.words)
    previous: set[Phrase] = set()
    found: dict[str, list[Candidate]] = defaultdict(list)
    for size in range(1, LONGEST + 1):
        counts = _count(articles, size, previous, topical)
        previous = set()
        for phrase, tally in counts.items():
            if max((count for language, count in tally.articles.items() if language in wanted), default=0) < FEWEST:
                continue
            previous.add(phrase)
            for language in wanted & tally.articles.keys():
                candidate = _judge(phrase, language, tally, words)
                if candidate is not None:
                    found[language].append(candidate)
    for language in sorted(found):
        for candidate in _drop_parts(found[language]):
            yield language, candidate


@attrs.define
class _Tally:
    articles: Counter[str] = attrs.field(factory=Counter)
    classes: Counter[tuple[str, str]] = attrs.field(factory=Counter)
    corpora: set[tuple[str, str]] = attrs.field(factory=set)


def _find_topical(articles: Sequence[Article]) -> set[str]:
    """Give the words that crowd in few articles."""
    held: Counter[str] = Counter()
    times: Counter[str] = Counter()
    for article in articles:
        for runs in article.versions.values():
            counted = Counter(token for run in runs for token in run)
            held.update(counted.keys())
            times.update(counted)
    return {word for word, total in times.items() if word.isalpha() and held[word] < COMMON and total / held[word] > CROWDED}


def _count(articles: Sequence[Article], size: int, previous: set[Phrase], topical: set[str]) -> dict[Phrase, _Tally]:
    """Count the phrases of a size whose parts are frequent enough."""
    tallies: dict[Phrase, _Tally] = defaultdict(_Tally)
    rough: Counter[Phrase] = Counter()
    sets: list[dict[str, set[Phrase]]] = []
    for article in articles:
        by_class = {}
        for klass, runs in article.versions.items():
            phrases = {
                run[at : at + size]
                for run in runs
                for at in range(len(run) - size + 1)
                if (size == 1 and run[at] not in topical) or (run[at : at + size - 1] in previous and run[at + 1 : at + size] in previous)
            }
            by_class[klass] = phrases
        sets.append(by_class)
        rough.update(set().union(*by_class.values()))
    for article, by_class in zip(articles, sets, strict=True):
        for phrase in set().union(*by_class.values()):
            if rough[phrase] >= FEWEST:
                tally = tallies[phrase]
                tally.articles[article.language] += 1
                tally.corpora.add((article.language, article.corpus))
        for klass, phrases in by_class.items():
            for phrase in phrases:
                if rough[phrase] >= FEWEST:
                    tallies[phrase].classes[article.language, klass] += 1
    return tallies


def _judge(phrase: Phrase, language: str, tally: _Tally, words: Mapping[str, int]) -> Candidate | None:
    here = tally.articles[language]
    if here < FEWEST or not any(token.isalpha() for token in phrase) or phrase[-1] in (",", "-", "–") or phrase[0] in (",", "-", "–"):
        return None
    originals = tally.articles.get("en", 0)
    others = sum(count for code, count in tally.articles.items() if code not in (language, "en"))
    elsewhere = sum(count for code, count in words.items() if code not in (language, "en"))
    against_originals = bound(here, words[language], originals, words["en"])
    against_others = bound(here, words[language], others, elsewhere)
    if min(against_originals, against_others) <= 0:
        return None
    return Candidate(
        phrase=phrase,
        score=min(against_originals, against_others),
        against_originals=against_originals,
        against_others=against_others,
        human=tally.classes[language, "human"],
        machine=tally.classes[language, "machine"],
        originals=originals,
        others=others,
        corpora=sum(code == language for code, _ in tally.corpora),
    )


def bound(count: int, size: float, other_count: int, other_size: float) -> float:
    """Give the lower confidence bound of the log ratio of two rates, with half an article added to each count.

    >>> bound(20, 1000, 2, 1000) > bound(2, 1000, 0, 1000)
    True
    """
    ratio = math.log((count + 0.5) / size) - math.log((other_count + 0.5) / other_size)
    return ratio - CONFIDENCE * math.sqrt(1 / (count + 0.5) + 1 / (other_count + 0.5))


def _drop_parts(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Keep of a phrase and its parts the best; give them best first."""
    kept: list[Candidate] = []
    chosen: set[Phrase] = set()
    covered: set[Phrase] = set()
    for candidate in sorted(candidates, key=lambda item: (-item.score, -len(item.phrase), item.phrase)):
        parts = {candidate.phrase[at : at + size] for size in range(1, len(candidate.phrase) + 1) for at in range(len(candidate.phrase) - size + 1)}
        if candidate.phrase in covered or parts & chosen:
            continue
        covered |= parts
        chosen.add(candidate.phrase)
        kept.append(candidate)
    return kept
