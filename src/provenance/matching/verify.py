"""Decides about candidate pairs of texts, in one process or several."""

from __future__ import annotations

import math
from collections.abc import Sequence

import attrs

from provenance.matching.accept import describe, describe_all, score
from provenance.matching.across import find_across
from provenance.matching.align import Hit
from provenance.matching.candidates import PairOfTexts
from provenance.matching.lexicon import Lexicon
from provenance.matching.match import Match
from provenance.matching.pairs import LEAST_SHARED, find_hits
from provenance.matching.processes import share_out
from provenance.matching.profile import Profile, are_different
from provenance.matching.relation import compare_wording, name_relation, pool

FEW = 300  # sentences that can be compared without more than LEAST_SHARED
GROWTH = 0.3  # nats more for each factor of e
PROMISING = 0.01  # probability of what a pair of sentences alone shares, from which their neighbourhood is looked at
SAME_LANGUAGE = 0.4  # share of words kept, below which a passage of texts in two languages is none in one
GRAMMAR = 3  # different common words
CHUNKS = 8  # per process
WORTH_SHARING = 400  # pairs of texts


@attrs.frozen(eq=False)
class Work:
    """What deciding about a pair of texts needs to know."""

    profiles: Sequence[Profile]
    lexicon: Lexicon
    sentences: int
    strictness: float

    def __call__(self, pairs: Sequence[PairOfTexts]) -> list[Match]:
        """Give the matches in some pairs of texts."""
        return [match for pair in pairs for match in self.decide(pair)]

    def decide(self, pair: PairOfTexts) -> list[Match]:
        """Give the matches of two texts."""
        first, second, seeds = pair
        a, b = self.profiles[first], self.profiles[second]
        least = max(self.strictness, 1e-6)
        across = are_different(a.language, b.language)
        hits = self.find_hits(a, b, seeds)
        scored = [(score(each), hit) for each, hit in zip(describe_all(a, b, hits, self.lexicon, self.sentences), hits, strict=True)]
        worded = [(similarity, hit, compare_wording(a, b, hit)) for similarity, hit in _choose(scored, least)]
        if across:
            # A text in another language may quote or carry what is in the language of the other: that shares its words.
            worded = [each for each in worded if each[2].kept >= SAME_LANGUAGE and self._has_grammar(a, b, each[1])]
        pooled = pool([wording for _, _, wording in worded])
        named = [(similarity, hit, name_relation(wording, pooled)) for similarity, hit, wording in worded]
        if across:
            for similarity, hit in find_across(a, b, seeds, self.lexicon, self.sentences, least):
                if not any(_covered(hit, other) or _covered(other, hit) for _, other, _ in worded):
                    named.append((similarity, hit, "cross_language"))
            named.sort(key=lambda each: (each[1].a_start, each[1].b_start))
        return [
            Match(first, second, *a.span(hit.a_start, hit.a_end), *b.span(hit.b_start, hit.b_end), relation, similarity)
            for similarity, hit, relation in named
        ]

    def _has_grammar(self, a: Profile, b: Profile, hit: Hit) -> bool:
        """Tell whether two spans share common words, and not only names and numbers."""
        common = set(a.term_list[hit.a_start : hit.a_end]).intersection(b.term_list[hit.b_start : hit.b_end])
        return len(common - self.lexicon.heavy) >= GRAMMAR

    def find_hits(self, a: Profile, b: Profile, seeds: Sequence[tuple[int, int]]) -> list[Hit]:
        """Give the hits of two texts; among many sentences only those whose own words promise something."""
        if self.sentences <= FEW:
            return find_hits(a, b, seeds, self.lexicon)
        return find_hits(a, b, seeds, self.lexicon, self._promises)

    def _promises(self, a: Profile, b: Profile, hit: Hit) -> bool:
        return score(describe(a, b, hit, self.lexicon, self.sentences, 0.0)) >= PROMISING


def least_shared(sentences: int) -> float:
    """Give what two sentences must share to be looked at, in nats: the more could meet by chance, the more.

    >>> least_shared(100), round(least_shared(12_000), 1)
    (5.0, 6.1)
    """
    return LEAST_SHARED + GROWTH * max(0.0, math.log(max(sentences, 1) / FEW))


def verify(work: Work, pairs: Sequence[PairOfTexts], workers: int) -> list[Match]:
    """Give the matches in pairs of texts, in their order whatever the number of processes."""
    chunks = workers * CHUNKS if len(pairs) >= WORTH_SHARING else 1
    size = max(1, -(-len(pairs) // chunks))
    return [match for found in share_out(work, [pairs[at : at + size] for at in range(0, len(pairs), size)], workers) for match in found]


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
