"""From verified pairs to passages: more than two documents share one only where every two of them were found to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import attrs

from provenance.matching.match import Match
from provenance.model import Document, Member, Passage
from provenance.model.stories import PassageRelation

COPIES = frozenset({"verbatim", "edited"})  # a longer copy of two texts verifies the passage within it
SAME_SPAN = 0.7  # overlap over union, for two spans of a document to count as one


@attrs.define
class _Cluster:
    relation: PassageRelation
    similarity: float
    spans: dict[int, tuple[int, int]]


def build_passages(documents: Sequence[Document], matches: Sequence[Match]) -> tuple[Passage, ...]:
    """Join pairwise matches of one relation into passages.

    Starts from the strongest pair and takes in a document only if it has a match with each member at (nearly) the member's span; of copies, one
    that is longer will do for some of the members. A pair whose two spans a passage already holds is not reported again.

    Args:
        documents: The documents compared.
        matches: Matches between them; `first` and `second` index `documents`.

    """
    ranked = sorted(matches, key=lambda m: (-m.similarity, m.first, m.second, m.a_start, m.b_start, m.a_end, m.b_end))
    of_document: dict[int, list[Match]] = defaultdict(list)
    for match in ranked:
        of_document[match.first].append(match)
        of_document[match.second].append(match)
    used: set[int] = set()
    clusters: list[_Cluster] = []
    holding: dict[int, list[_Cluster]] = defaultdict(list)
    for seed in ranked:
        if id(seed) in used or any(_holds(cluster, seed) for cluster in holding[seed.first]):
            continue
        cluster = _Cluster(seed.relation, seed.similarity, {seed.first: (seed.a_start, seed.a_end), seed.second: (seed.b_start, seed.b_end)})
        used.add(id(seed))
        for link in of_document[seed.first]:
            newcomer = link.second if link.first == seed.first else link.first
            if newcomer not in cluster.spans:
                _admit(cluster, newcomer, of_document[newcomer], used)
        clusters.append(cluster)
        for member in cluster.spans:
            holding[member].append(cluster)
    clusters.sort(key=lambda each: sorted((at, *span) for at, span in each.spans.items()))
    return tuple(_passage(f"p{at}", each, documents) for at, each in enumerate(clusters, 1))


def _holds(cluster: _Cluster, match: Match) -> bool:
    """Tell whether a passage already has both spans of a match."""
    one, other = cluster.spans.get(match.first), cluster.spans.get(match.second)
    if one is None or other is None:
        return False
    return _overlap(one, (match.a_start, match.a_end)) >= SAME_SPAN and _overlap(other, (match.b_start, match.b_end)) >= SAME_SPAN


def _admit(cluster: _Cluster, newcomer: int, matches: Sequence[Match], used: set[int]) -> None:
    links: dict[int, Match] = {}
    wider: dict[int, Match] = {}
    for match in matches:
        member = match.second if match.first == newcomer else match.first
        if member not in cluster.spans:
            continue
        span = _span(match, member)
        if match.relation == cluster.relation and _overlap(span, cluster.spans[member]) >= SAME_SPAN:
            links.setdefault(member, match)
        elif match.relation in COPIES and cluster.relation in COPIES and _inside(cluster.spans[member], span) >= SAME_SPAN:
            wider.setdefault(member, match)
    if not links or not all(member in links or member in wider for member in cluster.spans):
        return
    chosen = _span(links[min(links)], newcomer)
    if not all(_overlap(_span(match, newcomer), chosen) >= SAME_SPAN for match in links.values()):
        return
    if not all(_inside(chosen, _span(wider[member], newcomer)) >= SAME_SPAN for member in cluster.spans if member not in links):
        return
    cluster.spans[newcomer] = chosen
    cluster.similarity = min(cluster.similarity, *(links.get(member, wider.get(member, links[min(links)])).similarity for member in cluster.spans))
    used.update(id(match) for match in links.values())


def _span(match: Match, document: int) -> tuple[int, int]:
    return (match.a_start, match.a_end) if match.first == document else (match.b_start, match.b_end)


def _inside(inner: tuple[int, int], outer: tuple[int, int]) -> float:
    """Give the share of one span that lies in another."""
    return max(0, min(inner[1], outer[1]) - max(inner[0], outer[0])) / (inner[1] - inner[0])


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> float:
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return max(0, shared) / (max(one[1], other[1]) - min(one[0], other[0]))


def _passage(name: str, cluster: _Cluster, documents: Sequence[Document]) -> Passage:
    members = []
    for at, (start, end) in sorted(cluster.spans.items()):
        document = documents[at]
        members.append(Member(document=document.id, start=start, end=end, quote=document.text[start:end]))
    return Passage(id=name, relation=cluster.relation, similarity=round(cluster.similarity, 4), members=tuple(members))
