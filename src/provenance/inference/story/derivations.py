"""Who derives from whom: the likeliest forest over the texts of a story, and siblings whose common source is not among them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import attrs

from provenance.inference.story.alignment import Pair
from provenance.inference.story.judgement import Bond, judge_pair
from provenance.inference.story.kinship import Kinship, measure
from provenance.inference.story.reading import Reading
from provenance.inference.story.traits import Traits
from provenance.model import Derivation

CREDITED = 0.25  # how much closer a credited text or an agency counts among several possible parents
NEARER = 10.0  # weight of what third texts say about which of two copies is nearer the source
REPORTED = 0.3


@attrs.frozen
class _Edge:
    source: int
    target: int
    bond: Bond
    probability: float
    closeness: float


def find_derivations(
    readings: Sequence[Reading], traits: Sequence[Traits], pairs: Mapping[tuple[int, int], Sequence[Pair]]
) -> tuple[Derivation, ...]:
    """Give the derivations: each text from one other at most, and common sources of those that derive from none. The graph has no cycle.

    Args:
        readings: The texts.
        traits: What is known about each beside its wording.
        pairs: The paired sentences of each two texts, by their indexes.

    """
    kinships = {key: measure(readings[key[0]], readings[key[1]], aligned) for key, aligned in pairs.items() if aligned}
    bonds = {}
    for (one, other), kinship in kinships.items():
        bond = judge_pair(kinship, traits[one], traits[other], languages=(readings[one].language, readings[other].language))
        if bond is not None:
            bonds[one, other] = _weigh_third_texts(bond, one, other, kinships)
    edges = [_direct(key, bond, traits) for key, bond in bonds.items() if bond.relation != "common_source"]
    parents = _grow(edges)
    derivations = [_derivation(edge, readings, None) for edge in parents.values()]
    for (one, other), bond in bonds.items():
        if bond.relation == "common_source" and one not in parents and other not in parents:
            edge = _Edge(one, other, bond, bond.kin, bond.closeness)
            derivations.append(_derivation(edge, readings, _hidden(one, other, parents, traits)))
    number = {reading.id: index for index, reading in enumerate(readings)}
    return tuple(sorted(derivations, key=lambda each: (number[each.source], number[each.target])))


def _weigh_third_texts(bond: Bond, one: int, other: int, kinships: Mapping[tuple[int, int], Kinship]) -> Bond:
    """Correct the direction of a copy by what each of the two shares with texts that are copies of neither: an error made in copying is not shared."""
    if bond.relation not in {"republished", "excerpted"}:
        return bond
    import math

    lead = 0.0
    indexes = {index for key in kinships for index in key} - {one, other}
    for third in sorted(indexes):
        first, second = kinships.get((min(one, third), max(one, third))), kinships.get((min(other, third), max(other, third)))
        if first is None or second is None or max(first.kept, second.kept) > 0.7:
            continue
        shares = (first.a_share if one > third else first.b_share), (second.a_share if other > third else second.b_share)
        if max(shares) > 0.15:
            lead += shares[0] - shares[1]
    logit = math.log(max(bond.forward, 1e-6) / max(1 - bond.forward, 1e-6)) + NEARER * max(-0.15, min(0.15, lead))
    return attrs.evolve(bond, forward=1 / (1 + math.exp(-logit)))


def _direct(key: tuple[int, int], bond: Bond, traits: Sequence[Traits]) -> _Edge:
    source, target = key if bond.forward >= 0.5 else key[::-1]
    credited = traits[target].names_other(traits[source]) or (traits[source].agency and bond.relation != "translated")
    sure = max(bond.forward, 1 - bond.forward)
    return _Edge(source, target, bond, bond.kin * sure, bond.closeness + CREDITED * credited)


def _grow(edges: Sequence[_Edge]) -> dict[int, _Edge]:
    """Give each text its closest possible parent, the surest first, leaving out what would close a cycle."""
    parents: dict[int, _Edge] = {}
    for edge in sorted(edges, key=lambda each: (-each.closeness, -each.probability, each.source, each.target)):
        if edge.target in parents or edge.probability < REPORTED:
            continue
        ancestor: int | None = edge.source
        while ancestor is not None and ancestor != edge.target:
            ancestor = parents[ancestor].source if ancestor in parents else None
        if ancestor is None:
            parents[edge.target] = edge
    return parents


def _hidden(one: int, other: int, parents: Mapping[int, _Edge], traits: Sequence[Traits]) -> str | None:
    """Name the source that is not among the texts, where the two, or texts made from them, credit it."""

    def credited(root: int) -> set[str]:
        return set(traits[root].credits).union(*(traits[edge.target].credits for edge in parents.values() if edge.source == root))

    first, second = credited(one), credited(other)
    both = sorted(first & second) or sorted(first | second)
    return both[0] if len(both) == 1 or first & second else None


def _derivation(edge: _Edge, readings: Sequence[Reading], hidden: str | None) -> Derivation:
    source, target = readings[edge.source].id, readings[edge.target].id
    reason = edge.bond.reason.format(source=source, target=target)
    return Derivation(
        source=source,
        target=target,
        relation=edge.bond.relation,
        probability=round(min(0.99, edge.probability), 4),
        hidden_source=hidden,
        reason=reason[0].upper() + reason[1:] + "." if not reason.startswith((source, target)) else reason + ".",
    )
