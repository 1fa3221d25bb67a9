"""Whether a hit is a passage: enough rare shared matter, and enough of the whole shared."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from rapidfuzz.distance import Indel

from provenance.matching.align import COMMON, Hit
from provenance.matching.lexicon import Lexicon
from provenance.matching.likeness import compare_numbers
from provenance.matching.profile import Profile

LEAST_SHARED = 5.0  # nats, whatever else speaks for a hit


# Sizes of the collections that the weights were learned from; beyond them, chance likenesses grow with the number of sentences.
FEWEST, MOST = 50, 12_500


@cache
def load_weights() -> tuple[tuple[str, str | None, float], ...]:
    """Read the shipped weights once per process: a description, a second one it is multiplied with, and the weight."""
    text = files("provenance.matching").joinpath("data", "acceptance.tsv").read_text(encoding="utf-8")
    rows = []
    for line in text.splitlines():
        if not line.startswith("# "):
            name, weight = line.split("\t")
            one, _, other = name.partition("*")
            rows.append((one, other or None, float(weight)))
    return tuple(rows)


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
    left = {
        term for term, weight in zip(a.term_list[hit.a_start : hit.a_end], a.weight_list[hit.a_start : hit.a_end], strict=True) if weight >= COMMON
    }
    rare = left.intersection(b.term_list[hit.b_start : hit.b_end])
    names = [lexicon.names[term] for term in rare]
    numbers = sum(name[0] == "#" and len(name) > 2 for name in names) + _near_numbers(a, b, hit, lexicon)
    proper = sum(name[0] == "~" for name in names)
    cover = math.sqrt(hit.cover_a * hit.cover_b)
    shorter, longer = sorted((hit.a_end - hit.a_start, hit.b_end - hit.b_start))
    settled = hit.shared / max(_weight(a, hit.a_start, hit.a_end), _weight(b, hit.b_start, hit.b_end), 1e-9)
    sentence_a, sentence_b = _sentence_weight(a, hit.a_start), _sentence_weight(b, hit.b_start)
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
        "kept": Indel.normalized_similarity(a.term_list[hit.a_start : hit.a_end], b.term_list[hit.b_start : hit.b_end]),
        "rarest": min(1.2, max((lexicon.weights[term] for term in rare), default=0.0) / 10),
        "related": math.log1p(related),
    }


def describe_all(a: Profile, b: Profile, hits: Sequence[Hit], lexicon: Lexicon, sentences: int) -> list[dict[str, float]]:
    """Describe the hits of two texts; what else they share speaks for each."""
    return [describe(a, b, hit, lexicon, sentences, sum(other.shared for other in hits if _apart(hit, other))) for hit in hits]


def _apart(hit: Hit, other: Hit) -> bool:
    return (other.a_end <= hit.a_start or hit.a_end <= other.a_start) and (other.b_end <= hit.b_start or hit.b_end <= other.b_start)


def score(described: dict[str, float]) -> float:
    """Give the probability that two spans carry the same matter, 0 … 1."""
    logit = -described["excess"]
    for one, other, weight in load_weights():
        logit += weight * described[one] * (described[other] if other else 1.0)
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, logit))))


def _near_numbers(a: Profile, b: Profile, hit: Hit, lexicon: Lexicon) -> float:
    """Sum the likenesses of longer numbers that are nearly the same."""
    left = {name for name in map(lexicon.names.__getitem__, a.term_list[hit.a_start : hit.a_end]) if name[0] == "#" and len(name) > 3}
    if not left:
        return 0.0
    right = {name for name in map(lexicon.names.__getitem__, b.term_list[hit.b_start : hit.b_end]) if name[0] == "#" and len(name) > 3}
    return sum(max((compare_numbers(one, other) for other in right), default=0.0) for one in sorted(left - right))


def _weight(of: Profile, start: int, end: int) -> float:
    return of.weight_sums[end] - of.weight_sums[start]


def _sentence_weight(of: Profile, word: int) -> float:
    sentence = of.sentence_list[word]
    return _weight(of, of.bound_list[sentence], of.bound_list[sentence + 1])
