"""Decides about candidate pairs of texts, in one process or several."""

from __future__ import annotations

import math
import multiprocessing
from collections.abc import Sequence

import attrs

from provenance.matching.accept import describe, describe_all, score
from provenance.matching.align import Hit
from provenance.matching.candidates import PairOfTexts
from provenance.matching.lexicon import Lexicon
from provenance.matching.match import Match
from provenance.matching.pairs import LEAST_SHARED, find_hits
from provenance.matching.profile import Profile
from provenance.matching.relation import compare_wording, name_relation, pool

FEW = 300  # sentences that can be compared without more than LEAST_SHARED
GROWTH = 0.3  # nats more for each factor of e
PROMISING = 0.002  # probability of what a pair of sentences alone shares, from which their neighbourhood is looked at
CHUNKS = 8  # per process
WORTH_FORKING = 400  # pairs of texts


@attrs.frozen(eq=False)
class Work:
    """What deciding about a pair of texts needs to know."""

    profiles: Sequence[Profile]
    lexicon: Lexicon
    sentences: int
    strictness: float


def least_shared(sentences: int) -> float:
    """Give what two sentences must share to be looked at, in nats: the more could meet by chance, the more.

    >>> least_shared(100), round(least_shared(12_000), 1)
    (5.0, 6.1)
    """
    return LEAST_SHARED + GROWTH * max(0.0, math.log(max(sentences, 1) / FEW))


def verify(work: Work, pairs: Sequence[PairOfTexts], workers: int) -> list[Match]:
    """Give the matches in pairs of texts, in their order whatever the number of processes."""
    if workers == 1 or len(pairs) < WORTH_FORKING or "fork" not in multiprocessing.get_all_start_methods():
        return [match for pair in pairs for match in _verify_pair(work, pair)]
    size = max(1, len(pairs) // (workers * CHUNKS))
    chunks = [pairs[at : at + size] for at in range(0, len(pairs), size)]
    # Forked children inherit the texts; only the pairs and the matches travel.
    context = multiprocessing.get_context("fork")
    with context.Pool(workers, _remember, (work,)) as processes:
        return [match for found in processes.map(_verify_chunk, chunks, chunksize=1) for match in found]


_remembered: list[Work] = []


def _remember(work: Work) -> None:
    _remembered[:] = [work]


def _verify_chunk(chunk: Sequence[PairOfTexts]) -> list[Match]:
    return [match for pair in chunk for match in _verify_pair(_remembered[0], pair)]


def _verify_pair(work: Work, pair: PairOfTexts) -> list[Match]:
    first, second, seeds = pair
    a, b = work.profiles[first], work.profiles[second]
    hits = find_hits_of(work, a, b, seeds)
    scored = [(score(each), hit) for each, hit in zip(describe_all(a, b, hits, work.lexicon, work.sentences), hits, strict=True)]
    accepted = _choose(scored, max(work.strictness, 1e-6))
    wordings = [compare_wording(a, b, hit) for _, hit in accepted]
    pooled = pool(wordings)
    return [
        Match(first, second, *a.span(hit.a_start, hit.a_end), *b.span(hit.b_start, hit.b_end), name_relation(a, b, wording, pooled), similarity)
        for (similarity, hit), wording in zip(accepted, wordings, strict=True)
    ]


def find_hits_of(work: Work, a: Profile, b: Profile, seeds: Sequence[tuple[int, int]]) -> list[Hit]:
    """Give the hits of two texts; among many sentences only those whose own words promise something."""
    if work.sentences <= FEW:
        return find_hits(a, b, seeds, work.lexicon)
    return find_hits(a, b, seeds, work.lexicon, lambda hit: score(describe(a, b, hit, work.lexicon, work.sentences, 0.0)) >= PROMISING)


def _choose(scored: Sequence[tuple[float, Hit]], least: float) -> list[tuple[float, Hit]]:
    """Give the hits that are probable enough, in the order of the text, without those that a better one covers."""
    accepted: list[tuple[float, Hit]] = []
    for similarity, hit in sorted(scored, key=lambda each: (-each[0], -each[1].shared, each[1].a_start, each[1].b_start)):
        if similarity < least:
            break
        if not any(_covered(hit, other) for _, other in accepted):
            accepted.append((similarity, hit))
    accepted.sort(key=lambda each: (each[1].a_start, each[1].b_start, each[1].a_end, each[1].b_end))
    return accepted


def _covered(hit: Hit, other: Hit) -> bool:
    """Tell whether at least half of a hit lies within another on both sides."""
    a_shared = min(hit.a_end, other.a_end) - max(hit.a_start, other.a_start)
    b_shared = min(hit.b_end, other.b_end) - max(hit.b_start, other.b_start)
    return a_shared * 2 >= hit.a_end - hit.a_start and b_shared * 2 >= hit.b_end - hit.b_start
