"""The facade: from texts and their passages to divergences and derivations."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import attrs

from provenance.inference.story.derivations import find_derivations
from provenance.inference.story.divergences import find_divergences, pair_all
from provenance.inference.story.reading import read
from provenance.inference.story.traits import find_traits
from provenance.model import Derivation, Divergence, Passage, Report
from provenance.text import Text

LIKELY = 0.5  # probability from which an edge decides which version is nearer the source


def tell_story(
    texts: Sequence[Text], passages: Sequence[Passage], reports: Iterable[Report] = ()
) -> tuple[tuple[Divergence, ...], tuple[Derivation, ...]]:
    """Say where several texts of one story contradict each other, and who derives from whom.

    Of two contradicting versions, side `a` is the one nearer the source where one text derives from the other.

    Args:
        texts: The texts, each with an id of its own.
        passages: What they share (`provenance.matching.find_passages`).
        reports: Their audits, where there are any: traces of translation and spinning help to tell the direction.

    """
    readings = [read(text) for text in texts]
    pairs = pair_all(readings, passages)
    traits = find_traits(readings, {report.document.id: report for report in reports})
    derivations = find_derivations(readings, traits, pairs)
    return _source_first(find_divergences(pairs), derivations), derivations


def _source_first(divergences: Iterable[Divergence], derivations: Iterable[Derivation]) -> tuple[Divergence, ...]:
    parents = {edge.target: edge.source for edge in derivations if edge.relation != "common_source" and edge.probability >= LIKELY}

    def derives(document: str, source: str) -> bool:
        while document in parents:
            document = parents[document]
            if document == source:
                return True
        return False

    return tuple(attrs.evolve(each, a=each.b, b=each.a) if derives(each.a.document, each.b.document) else each for each in divergences)
