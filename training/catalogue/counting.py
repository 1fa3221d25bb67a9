"""Counts the hits of every rule in every class of every corpus."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

import attrs
from training.catalogue.corpora import Sample
from training.catalogue.english import English

from provenance.catalogue import Rule
from provenance.detectors import Detector
from provenance.detectors.hits import Hit
from provenance.model import Document
from provenance.text import Text, prepare

DOMINATES = 0.5  # share of the documents with a hit, beyond which one form speaks for its whole rule
FEW = 4  # documents with a hit: below that no form is said to dominate


@attrs.define
class Cell:
    """Documents with a hit and hits (for a class: documents and words)."""

    documents: int = 0
    amount: int = 0

    def add(self, amount: int) -> None:
        """Count one document."""
        self.documents += 1
        self.amount += amount


@attrs.define
class Counts:
    """What was counted; every table is keyed by corpus and class (`wmt2019 human-de`).

    Attributes:
        sizes: Documents and words.
        hits: By rule.
        forms: By rule with several forms and by quote, lower-case.
        examples: Some hits in originals by rule, with what stands around them.

    """

    sizes: dict[str, Cell] = attrs.field(factory=lambda: defaultdict(Cell))
    hits: dict[str, dict[str, Cell]] = attrs.field(factory=lambda: defaultdict(lambda: defaultdict(Cell)))
    forms: dict[str, list[tuple[str, Counter[str]]]] = attrs.field(factory=lambda: defaultdict(list))
    examples: dict[str, list[str]] = attrs.field(factory=lambda: defaultdict(list))

    def dominant(self, code: str) -> str | None:
        """Give the form that is in more than half of the documents with a hit of its rule, if there is one beside others."""
        found = self.forms.get(code, ())
        held = Counter(form for _, forms in found for form in forms)
        if len(found) < FEW or not held:
            return None
        form, documents = min(held.items(), key=lambda entry: (-entry[1], entry[0]))
        return form if documents > DOMINATES * len(found) else None

    def without(self, code: str, form: str) -> dict[str, Cell]:
        """Count a rule's hits again without one of its forms."""
        cells: dict[str, Cell] = defaultdict(Cell)
        for key, forms in self.forms[code]:
            amount = sum(count for other, count in forms.items() if other != form)
            if amount:
                cells[key].add(amount)
        return dict(cells)


def count(samples: Iterable[Sample], detector: Detector, rules: Iterable[Rule], show: int = 2) -> Counts:
    """Count in all samples.

    Args:
        samples: Texts of the corpora.
        detector: Of the rules.
        rules: Those it was made of.
        show: Examples to keep per rule.

    """
    counts = Counts()
    with_forms = {rule.code for rule in rules if len(rule.forms) + len(rule.patterns) > 1 and rule.forms}
    for sample in samples:
        text = prepare(Document(text=sample.text), English())
        key = f"{sample.corpus} {sample.group}"
        counts.sizes[key].add(text.tokens.words)
        by_rule: dict[str, list[Hit]] = defaultdict(list)
        for hit in detector.find(text):
            by_rule[hit.rule.code].append(hit)
        for code, hits in by_rule.items():
            counts.hits[code][key].add(len({(hit.start, hit.end) for hit in hits}))
            if code in with_forms:
                counts.forms[code].append((key, Counter(text.normal[hit.start : hit.end].lower() for hit in hits)))
            if sample.group == "original":
                counts.examples[code] += [_around(hit, text) for hit in hits[: show - len(counts.examples[code])]]
    return counts


def _around(hit: Hit, text: Text) -> str:
    normal = text.normal
    return f"{normal[max(0, hit.start - 30) : hit.start]}⟦{normal[hit.start : hit.end]}⟧{normal[hit.end : hit.end + 30]}".replace("\n", "⏎")
