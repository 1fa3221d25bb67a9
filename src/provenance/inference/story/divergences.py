"""Where two versions of one passage contradict each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from provenance.inference.story.alignment import Pair, pair_sentences
from provenance.inference.story.deeds import compare_deeds
from provenance.inference.story.figures import compare_dates, compare_numbers
from provenance.inference.story.harm import compare_harm
from provenance.inference.story.names import compare_names
from provenance.inference.story.reading import Reading
from provenance.inference.story.sides import Conflict
from provenance.inference.story.stance import compare_modality, compare_negation
from provenance.inference.story.vouchers import compare_vouchers
from provenance.model import Divergence, Passage

COMPARISONS = (compare_numbers, compare_dates, compare_harm, compare_deeds, compare_names, compare_negation, compare_modality, compare_vouchers)
# Between texts that share little, only what stands in much the same sentence is compared in all respects: two reports count many things.
APART = (compare_harm, compare_deeds, compare_names)
SURE = 0.5  # likeness of such a sentence
NEAR = 0.25  # share of the sentences of the shorter text that are paired, from which two texts tell the same
_KINDS = ("number", "date", "role", "name", "negation", "modality", "attribution")

Spans = tuple[str, tuple[int, int], tuple[int, int]]


def share_spans(readings: Sequence[Reading], passages: Sequence[Passage]) -> dict[tuple[int, int], list[Spans]]:
    """Give what each two texts share: passage ids with the span in either, by the indexes of the texts."""
    number = {reading.id: index for index, reading in enumerate(readings)}
    shared: dict[tuple[int, int], list[Spans]] = defaultdict(list)
    for passage in passages:
        members = sorted((number[member.document], member.start, member.end) for member in passage.members)
        for at, (first, start, end) in enumerate(members):
            for second, other_start, other_end in members[at + 1 :]:
                if first != second:
                    shared[first, second].append((passage.id, (start, end), (other_start, other_end)))
    return dict(sorted(shared.items()))


def pair_all(readings: Sequence[Reading], passages: Sequence[Passage]) -> dict[tuple[int, int], list[Pair]]:
    """Pair the sentences of every two texts that share a passage."""
    return {
        (first, second): pair_sentences(readings[first], readings[second], spans)
        for (first, second), spans in share_spans(readings, passages).items()
        if len(readings[first].places) and len(readings[second].places)
    }


def find_divergences(pairs: dict[tuple[int, int], list[Pair]]) -> tuple[Divergence, ...]:
    """Give the divergences, by pair of texts, in the order of the first text."""
    return tuple(divergence for aligned in pairs.values() for divergence in _between(aligned))


def _between(aligned: Sequence[Pair]) -> Iterator[Divergence]:
    near = _near(aligned)
    seen: set[tuple[str, int, int]] = set()
    found: list[tuple[int, Divergence]] = []
    for pair in sorted(aligned, key=lambda each: -each.likeness):
        for compare in COMPARISONS if near or pair.likeness >= SURE else APART:
            for conflict in compare(pair):
                divergence = _divergence(pair, conflict)
                keys = {(conflict.kind, 0, divergence.a.start), (conflict.kind, 1, divergence.b.start)}
                if not keys & seen:
                    seen |= keys
                    found.append((divergence.a.start, divergence))
    yield from (divergence for _, divergence in sorted(found, key=lambda item: (item[0], _KINDS.index(item[1].kind), item[1].b.start)))


def _near(aligned: Sequence[Pair]) -> bool:
    if not aligned:
        return False
    paired = len({pair.one for pair in aligned}), len({pair.other for pair in aligned})
    return min(paired) >= NEAR * min(len(aligned[0].a.bounds), len(aligned[0].b.bounds))


def _divergence(pair: Pair, conflict: Conflict) -> Divergence:
    return Divergence(kind=conflict.kind, passage=pair.passage, a=conflict.a.on(pair.a), b=conflict.b.on(pair.b))
