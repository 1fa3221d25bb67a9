"""Words an engine did not know and passed through: lower-case, in no English vocabulary, and built like words of one other language.

Rule-based and small engines leave what is not in their dictionary. No single word is believed: at least three different ones must be built like words
of the same language, by how their letters follow each other (Dunning, Statistical identification of language, 1994).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence

from provenance.catalogue import Catalogue, Rule
from provenance.catalogue.letters import LANGUAGES, OTHERS, load_letters
from provenance.catalogue.lexicon import load_lexicon, load_words
from provenance.detectors.glosses import is_glossed
from provenance.detectors.hits import Hit
from provenance.text import Text

LEAST = 3  # different words
ENOUGH = 5  # words from which on the weight is full
SHARE = 0.5  # of the words that must fit the language
FITTING = 1.5  # nats by which a word may fit another language better and still be counted
FIRST = 0.6  # share of the first language's words among those left over after two hops
SPOKEN = 0.3  # weaker weights are left out
ENGLISH = 0.05  # probability of being English from which on a word is left alone
WEIGHT = 2.2  # natural log of the likelihood ratio that one word has with the others; expert prior
CONSIDERED = 200  # unknown words of a text; a text with more is not English
_TEMPER = 0.6  # lists of words are not text: what they say is taken at six tenths
_NOISE = math.exp(-4.0)  # no word says more than 4 nats against a language
_SHORTEST, _LONGEST = 4, 30  # letters; taking a word apart costs the square of its length
_JOINING = frozenset("-'’./@_#:*")
_SUFFIXES = (
    "s es ed d ing er ers or ors ly ness less ment ments al able est ism ist ists ity ish ize ise ized ised izing ising ization isation".split()
)
_PREFIXES = "un re non anti over under out pre co semi multi inter super micro mini post sub dis mis".split()


def leftover_words(rule: Rule, text: Text, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield the words, each with the weight of the language that most of them are built like.

    Words in quotation marks, explained words, parts of hyphenated words and whatever can be taken apart into English words are left alone.
    """
    del catalogue
    places = [at for at in _unknown(text) if not is_glossed(text.tokens.starts[at], text.tokens.ends[at], text)]
    words = sorted({text.tokens.norms[at] for at in places})
    if not LEAST <= len(words) <= CONSIDERED:
        return
    foreign = {word: scores for word in words if _share(scores := score(word), "en") < ENGLISH}
    languages = agree(list(foreign.values()))
    if not languages:
        return
    believed = {max(sorted(languages), key=lambda code: languages[code])}
    gains = mix(list(foreign.values()))
    road = max(sorted(gains), key=lambda pair: gains[pair])
    if gains[road] > 0:
        believed.update(road.split(">"))
    for at in places:
        fits = foreign.get(text.tokens.norms[at])
        if fits is not None and any(fits[code] > -FITTING for code in believed):
            yield Hit(rule, text.tokens.starts[at], text.tokens.ends[at], languages=languages)


def score(word: str) -> dict[str, float]:
    """Give the log-likelihood of a word in each language, less that of the best, tempered.

    >>> found = score("înfrumusețare")
    >>> max(found, key=found.get)
    'ro'
    """
    scores = {code: _TEMPER * value for code, value in load_letters().weigh(word).items()}
    top = max(scores.values())
    return {code: value - top for code, value in scores.items()}


def agree(words: Sequence[Mapping[str, float]]) -> dict[str, float]:
    """Give the languages that the words together are built like, with the weight of each; none where too few words fit the best.

    Args:
        words: The scores of each different word.

    """
    if len(words) < LEAST:
        return {}
    sums = _sum_singles(words)
    best = max(sums, key=lambda code: (sums[code], code))
    fitting = sum(scores[best] > -FITTING for scores in words)
    if best in OTHERS or fitting < LEAST or fitting < SHARE * len(words):
        return {}
    total = _log_sum(sums.values())
    weight = WEIGHT * min(1.0, len(words) / ENOUGH)
    weights = {code: round(weight + value - total, 4) for code, value in sums.items() if code in LANGUAGES}
    if "hr" in weights:
        weights["sr"] = weights["hr"]  # the same words in Latin letters
    return {code: weight for code, weight in sorted(weights.items()) if weight >= SPOKEN}


def compare(words: Sequence[Mapping[str, float]]) -> dict[str, float]:
    """Give by how many nats each language explains the words worse than the best one does.

    Args:
        words: The scores of each different word.

    """
    sums = _sum_singles(words)
    top = max(sums.values(), default=0.0)
    return {code: top - sums[code] for code in LANGUAGES}


def mix(words: Sequence[Mapping[str, float]]) -> dict[str, float]:
    """Give by how much each pair of languages `first>last` explains the words better than the best single language does, in nats.

    What came by way of a second language carries words that neither engine knew: some were never translated out of the first language, the others not out of
    the last.

    Args:
        words: The scores of each different word.

    """
    if not words:
        return {}
    top = max(_sum_singles(words).values())
    rest = 1.0 - FIRST
    powers = [{code: math.exp(scores[code]) for code in LANGUAGES} for scores in words]
    return {
        f"{first}>{last}": math.fsum(math.log(FIRST * power[first] + rest * power[last] + _NOISE) for power in powers) - top
        for first in LANGUAGES
        for last in LANGUAGES
        if first != last
    }


def _sum_singles(words: Sequence[Mapping[str, float]]) -> dict[str, float]:
    return {code: math.fsum(math.log(math.exp(scores[code]) + _NOISE) for scores in words) for code in (*LANGUAGES, *OTHERS)}


def _log_sum(values: Iterable[float]) -> float:
    held = list(values)
    top = max(held)
    return top + math.log(math.fsum(math.exp(value - top) for value in held))


def _share(scores: Mapping[str, float], code: str) -> float:
    """Give the probability of a language of a word, all being as likely before."""
    return math.exp(scores[code]) / math.fsum(math.exp(value) for value in scores.values())


def _unknown(text: Text) -> Iterator[int]:
    """Yield the tokens that are lower-case words in Latin letters and not English."""
    from provenance.spinning.counts import load_counts  # numpy, and the counts

    tokens = text.tokens
    vocabulary = load_counts().numbers
    lexicon, words = load_lexicon(), load_words()
    for at, norm in enumerate(tokens.norms):
        if (
            norm in vocabulary
            or norm in lexicon
            or norm in words
            or tokens.kinds[at] != "w"
            or not _SHORTEST <= len(norm) <= _LONGEST
            or tokens.surfaces[at] != norm
        ):
            continue
        before, behind = text.normal[tokens.starts[at] - 1 : tokens.starts[at]], text.normal[tokens.ends[at] : tokens.ends[at] + 2]
        # Part of a compound, a name or an address; or set in italics, which is to mention it.
        joined = before in _JOINING or (behind[:1] in _JOINING and behind[1:].isalnum())
        if not joined and not _is_composed(norm, vocabulary) and not text.is_quoted(tokens.starts[at], tokens.ends[at]):
            yield at


def _is_composed(word: str, vocabulary: Mapping[str, int]) -> bool:
    """Tell whether an English word with an ending or a beginning, or two, make the word."""
    for suffix in _SUFFIXES:
        stem = word.removesuffix(suffix)
        if stem != word and (stem in vocabulary or f"{stem}e" in vocabulary or f"{stem[:-1]}y" in vocabulary):
            return True
    if any(word.startswith(prefix) and word.removeprefix(prefix) in vocabulary for prefix in _PREFIXES):
        return True
    return any(word[:at] in vocabulary and word[at:] in vocabulary for at in range(3, len(word) - 3))
