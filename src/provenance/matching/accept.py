"""Whether a hit is a passage: enough rare shared matter, and enough of the whole shared."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from rapidfuzz.distance import Indel

from provenance.matching.align import Hit
from provenance.matching.lexicon import COMMON, Lexicon
from provenance.matching.likeness import compare_numbers
from provenance.matching.logistic import load_logistic
from provenance.matching.profile import Profile

# Sizes of the collections that the weights were learned from; beyond them, chance likenesses grow with the number of sentences.
FEWEST, MOST = 50, 12_500


def describe(a: Profile, b: Profile, hit: Hit, lexicon: Lexicon, sentences: int, related: float) -> dict[str, float]:
    """Give what speaks for and against a hit.

    Args:
        a: One text.
        b: The other.
        hit: Ranges of words in them.
        lexicon: Numbers of the terms.
        sentences: How many sentences are being compared in all; chance likenesses grow with their number.
        related: What else the two texts share, in nats.

    """
    words, weights = a.term_list[hit.a_start : hit.a_end], a.weight_list[hit.a_start : hit.a_end]
    left, right = set(words), set(b.term_list[hit.b_start : hit.b_end])
    rare = {term for term, weight in zip(words, weights, strict=True) if weight >= COMMON and term in right}
    left_only, right_only = left - right, right - left
    figures, propers = lexicon.figures, lexicon.propers
    near = _near_numbers(left_only & figures, right_only & figures, lexicon)
    numbers = sum(len(lexicon.names[term]) > 2 for term in rare & figures) + near
    proper = len(rare & propers)
    cover = math.sqrt(hit.cover_a * hit.cover_b)
    shorter, longer = sorted((hit.a_end - hit.a_start, hit.b_end - hit.b_start))
    settled = hit.shared / max(_weight(a, hit.a_start, hit.a_end), _weight(b, hit.b_start, hit.b_end), 1e-9)
    sentence_a, sentence_b = _sentence_weight(a, hit.a_start), _sentence_weight(b, hit.b_start)
    quoted = int(a.quoted[a.sentence_list[(hit.a_start + hit.a_end) // 2]]) + int(b.quoted[b.sentence_list[(hit.b_start + hit.b_end) // 2]])
    return {
        "bias": 1.0,
        "evidence": hit.shared * cover / 10,
        "log": math.log(hit.shared),
        "cover": cover,
        "least_cover": min(hit.cover_a, hit.cover_b),
        "settled": settled,
        "whole": min(1.5, hit.shared / max(sentence_a, sentence_b, 1e-9)),
        "whole_shorter": min(1.5, hit.shared / max(min(sentence_a, sentence_b), 1e-9)),
        "units": float(min(len(rare), 8)),
        "plain_units": float(min(len(rare) - proper - int(numbers), 6)),
        "numbers": float(min(numbers, 3)),
        "proper": float(min(proper, 3)),
        "short": float(longer < 6),
        "words": math.log(max(shorter, 1)),
        "size": math.log(min(max(sentences, FEWEST), MOST) / 100),
        "excess": max(0.0, math.log(max(sentences, 1) / MOST)),
        "kept": Indel.normalized_similarity(words, b.term_list[hit.b_start : hit.b_end]),
        "rarest": min(1.2, max((lexicon.weights[term] for term in rare), default=0.0) / 10),
        "odd_numbers": min(3.0, max(0.0, _fewer(left_only, right_only, figures) - near)),
        "odd_names": min(3.0, _fewer(left_only, right_only, propers)),
        "quoted": float(quoted == 2),
        "half_quoted": float(quoted == 1),
        "related": math.log1p(related),
    }


def describe_all(a: Profile, b: Profile, hits: Sequence[Hit], lexicon: Lexicon, sentences: int) -> list[dict[str, float]]:
    """Describe the hits of two texts; what else they share speaks for each."""
    return [describe(a, b, hit, lexicon, sentences, sum(other.shared for other in hits if _apart(hit, other))) for hit in hits]


def _apart(hit: Hit, other: Hit) -> bool:
    return (other.a_end <= hit.a_start or hit.a_end <= other.a_start) and (other.b_end <= hit.b_start or hit.b_end <= other.b_start)


def score(described: dict[str, float]) -> float:
    """Give the probability that two spans carry the same matter, 0 … 1."""
    weights = load_logistic("acceptance")
    logit = float(weights.logit(np.array([described[name] for name in weights.names]))) - described["excess"]
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, logit))))


def _near_numbers(left: set[int], right: set[int], lexicon: Lexicon) -> float:
    """Sum the likenesses of longer numbers that are nearly the same."""
    if not left or not right:
        return 0.0
    one, other = ([name for name in (lexicon.names[term] for term in terms) if len(name) > 3] for terms in (left, right))
    return sum(max(compare_numbers(name, another) for another in other) for name in sorted(one)) if one and other else 0.0


def _fewer(left: set[int], right: set[int], kind: set[int]) -> float:
    """Count the numbers or names that only one side has, on the side with fewer: where both have some, they tell of different matter."""
    return float(min(len(left & kind), len(right & kind)))


def _weight(of: Profile, start: int, end: int) -> float:
    return of.weight_sums[end] - of.weight_sums[start]


def _sentence_weight(of: Profile, word: int) -> float:
    sentence = of.sentence_list[word]
    return _weight(of, of.bound_list[sentence], of.bound_list[sentence + 1])
