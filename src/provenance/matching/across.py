"""Passages of texts in two languages: whole sentences that name the same people, places, numbers and known words.

Words that no table translates have no partner, so borders within a sentence cannot be told and an alignment of words would break off at every gap. Whole
sentences are paired instead; that their neighbours pair up too speaks for a translation.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence

import attrs
import numpy as np

from provenance.matching.accept import describe
from provenance.matching.align import Hit, link_words, measure
from provenance.matching.lexicon import Lexicon
from provenance.matching.logistic import load_logistic
from provenance.matching.profile import Profile

LONGEST_SENTENCE = 160  # words
LEAST_SHARED = 4.0  # nats
NEAR = 2  # sentences
WHOLE = (  # descriptions of `accept.describe` that make sense without borders
    "bias", "log", "cover", "least_cover", "units", "plain_units", "numbers", "proper", "short", "words", "size", "rarest", "odd_numbers", "odd_names",
)  # fmt: skip
NAMES = (*WHOLE, "near", "elsewhere")


@attrs.frozen(eq=False)
class Pair:
    """Two sentences in two languages, with what they share and what speaks for them."""

    one: int
    other: int
    hit: Hit
    described: dict[str, float]


def pair_sentences(a: Profile, b: Profile, seeds: Sequence[tuple[int, int]], lexicon: Lexicon, sentences: int) -> list[Pair]:
    """Describe candidate pairs of sentences."""
    hits: dict[tuple[int, int], Hit] = {}
    for one, other in seeds:
        ranges = (*_words(a, one), *_words(b, other))
        links = link_words(a, ranges[0], ranges[1], b, ranges[2], ranges[3], lexicon)
        shared, cover_a, cover_b = measure(links, a, b, ranges)
        if shared >= LEAST_SHARED:
            hits[one, other] = Hit(*ranges, shared, cover_a, cover_b)
    best: dict[int, float] = defaultdict(float)
    for (one, _), hit in hits.items():
        best[one] = max(best[one], hit.shared)
    everything = sum(best.values())
    pairs = []
    for (one, other), hit in hits.items():
        near = 0.0
        for step in range(-NEAR, NEAR + 1):
            # Translations keep the order of sentences, but split and join them.
            beside = [hits.get((one + step, other + step + drift)) for drift in (-1, 0, 1)] if step else []
            near += max((each.shared for each in beside if each is not None), default=0.0)
        described = describe(a, b, hit, lexicon, sentences, 0.0)
        described["near"] = math.log1p(near)
        described["elsewhere"] = math.log1p(max(0.0, everything - best[one]))
        pairs.append(Pair(one, other, hit, described))
    return pairs


def score_across(described: dict[str, float]) -> float:
    """Give the probability that two sentences in two languages carry the same matter, 0 … 1."""
    weights = load_logistic("acceptance_across")
    logit = float(weights.logit(np.array([described[name] for name in weights.names])))
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, logit))))


def find_across(a: Profile, b: Profile, seeds: Sequence[tuple[int, int]], lexicon: Lexicon, sentences: int, least: float) -> list[tuple[float, Hit]]:
    """Give the passages of two texts in two languages, each with its probability, in the order of the first text.

    Args:
        a: One text.
        b: The other.
        seeds: Candidate pairs of sentences.
        lexicon: Numbers of the terms.
        sentences: How many sentences are being compared in all.
        least: The least probability.

    """
    ranked = sorted(((score_across(pair.described), pair) for pair in pair_sentences(a, b, seeds, lexicon, sentences)), key=_rank)
    used_a: set[int] = set()
    used_b: set[int] = set()
    chosen: list[tuple[int, int, float, Hit]] = []
    for similarity, pair in ranked:
        if similarity < least:
            break
        if pair.one not in used_a and pair.other not in used_b:
            used_a.add(pair.one)
            used_b.add(pair.other)
            chosen.append((pair.one, pair.other, similarity, pair.hit))
    chosen.sort(key=lambda each: each[:2])
    joined: list[tuple[int, int, float, Hit]] = []
    for each in chosen:
        if joined and (each[0], each[1]) == (joined[-1][0] + 1, joined[-1][1] + 1):
            joined[-1] = (each[0], each[1], min(joined[-1][2], each[2]), _join(joined[-1][3], each[3]))
        else:
            joined.append(each)
    return [(similarity, hit) for _, _, similarity, hit in joined]


def _rank(scored: tuple[float, Pair]) -> tuple[float, int, int]:
    return -scored[0], scored[1].one, scored[1].other


def _words(of: Profile, sentence: int) -> tuple[int, int]:
    start = of.bound_list[sentence]
    return start, min(of.bound_list[sentence + 1], start + LONGEST_SENTENCE)


def _join(one: Hit, other: Hit) -> Hit:
    return attrs.evolve(one, a_end=other.a_end, b_end=other.b_end, shared=one.shared + other.shared)
