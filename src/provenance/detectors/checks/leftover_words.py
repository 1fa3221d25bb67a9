"""Words an engine did not know and passed through: lower-case, in no English vocabulary, and built like words of one other language.

Rule-based and small engines leave what is not in their dictionary. No single word is believed: at least four different ones must be built like words
of the same language, by the frequencies of their letter trigrams (Cavnar and Trenkle 1994; the profiles are langdetect's).
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files

from provenance.catalogue import Catalogue, Rule
from provenance.catalogue.lexicon import load_lexicon
from provenance.detectors.glosses import is_glossed
from provenance.detectors.hits import Hit
from provenance.text import Text

LANGUAGES = "es pt fr it ro ca de nl sv da no fi pl cs sk hr hu tr id".split()
OTHERS = ("en", "lt", "lv", "et", "sq", "vi")  # so that a word of a language nobody asks for is not taken for one of these
LEAST = 4  # different words
ENOUGH = 7  # words from which on the weight is full
SHARE = 0.6  # of the words that must fit the language
FITTING = 1.5  # nats by which a word may fit another language better and still be counted
CAP = 4.0  # nats that one word may say against a language
SPOKEN = 0.3  # weaker weights are left out
ENGLISH = 0.05  # probability of being English from which on a word is left alone
WEIGHT = 3.2  # natural log of the likelihood ratio; expert prior
CONSIDERED = 200  # unknown words of a text; a text with more is not English
_TEMPER = 0.5  # trigrams of a word are far from independent: their evidence is taken at half
_UNSEEN = math.log(2e-6)
_SHORTEST, _LONGEST = 5, 30  # letters; taking a word apart costs the square of its length
_JOINING = frozenset("-'’./@_#:")
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
    best = max(sorted(languages), key=lambda code: languages[code])
    for at in places:
        fits = foreign.get(text.tokens.norms[at])
        if fits is not None and fits[best] > -FITTING:
            yield Hit(rule, text.tokens.starts[at], text.tokens.ends[at], languages=languages)


def score(word: str) -> dict[str, float]:
    """Give the log-likelihood of a word's letter trigrams in each language, less that of the best.

    >>> found = score("extragerea")
    >>> max(found, key=found.get)
    'ro'
    """
    padded = f" {word} "
    trigrams = [padded[at : at + 3] for at in range(len(padded) - 2)]
    scores = {code: _TEMPER * sum(profile.get(trigram, _UNSEEN) for trigram in trigrams) for code, profile in _profiles().items()}
    top = max(scores.values())
    return {code: value - top for code, value in scores.items()}


def agree(words: Sequence[Mapping[str, float]]) -> dict[str, float]:
    """Give the languages that the words together are built like, with the weight of each; none where too few words fit the best.

    Args:
        words: The scores of each different word.

    """
    if len(words) < LEAST:
        return {}
    sums = {code: math.fsum(max(-CAP, scores[code]) for scores in words) for code in (*LANGUAGES, *OTHERS)}
    best = max(sums, key=lambda code: (sums[code], code))
    fitting = sum(scores[best] > -FITTING for scores in words)
    if best in OTHERS or fitting < LEAST or fitting < SHARE * len(words):
        return {}
    total = math.fsum(math.exp(value - sums[best]) for value in sums.values())
    weight = WEIGHT * min(1.0, fitting / ENOUGH)
    weights = {code: round(weight + value - sums[best] - math.log(total), 4) for code, value in sums.items() if code in LANGUAGES}
    if "hr" in weights:
        weights["sr"] = weights["hr"]  # the same words in Latin letters
    return {code: weight for code, weight in sorted(weights.items()) if weight >= SPOKEN}


def _share(scores: Mapping[str, float], code: str) -> float:
    """Give the probability of a language of a word, all being as likely before."""
    return math.exp(scores[code]) / math.fsum(math.exp(value) for value in scores.values())


def _unknown(text: Text) -> Iterator[int]:
    """Yield the tokens that are lower-case words in Latin letters and not English."""
    from provenance.spinning.counts import load_counts  # numpy, and the counts

    tokens = text.tokens
    vocabulary = load_counts().numbers
    lexicon = load_lexicon()
    for at, norm in enumerate(tokens.norms):
        if norm in vocabulary or norm in lexicon or tokens.kinds[at] != "w" or not _SHORTEST <= len(norm) <= _LONGEST or tokens.surfaces[at] != norm:
            continue
        before, behind = text.normal[tokens.starts[at] - 1 : tokens.starts[at]], text.normal[tokens.ends[at] : tokens.ends[at] + 2]
        joined = before in _JOINING or (behind[:1] in _JOINING and behind[1:].isalnum())  # part of a compound, a name or an address
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


@cache
def _profiles() -> dict[str, dict[str, float]]:
    """Load the trigram profiles, as natural logs of shares."""
    folder = files("langdetect") / "profiles"
    profiles = {}
    for code in (*LANGUAGES, *OTHERS):
        raw = json.loads((folder / code).read_text(encoding="utf-8"))
        profiles[code] = {trigram: math.log(count / raw["n_words"][2]) for trigram, count in raw["freq"].items() if len(trigram) == 3}
    return profiles
