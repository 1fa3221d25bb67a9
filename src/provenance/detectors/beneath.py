"""What lies beneath the spinner: findings in the text with its likely original words put back, at their places in the text as read."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from provenance.detectors.detect import Detector
from provenance.model import Finding
from provenance.spinning import Despun, restore_text
from provenance.text import Text


def find_beneath(text: Text, despun: Despun, found: Sequence[Finding], detector: Detector) -> tuple[Finding, ...]:
    """Give the findings that undoing a spinner brings to light, in the order of their spans.

    Args:
        text: The text as read.
        despun: The same with the likely original words put back.
        found: Findings in the text as read; what they have is not given again.
        detector: Finds.

    """
    if not despun.restorations:
        return ()
    known: dict[str, list[tuple[int, int]]] = {}
    for finding in found:
        known.setdefault(finding.rule, []).append((finding.start, finding.end))
    fresh = []
    for finding in detector.detect(restore_text(text, despun)):
        if "spun" in finding.claims or not despun.touches(finding.start, finding.end):
            continue
        start, end = despun.original(finding.start, finding.end)
        if any(start < other_end and other_start < end for other_start, other_end in known.get(finding.rule, ())):
            continue
        prefix, quote, suffix = text.quote(start, end)
        message = f"{finding.message} (The text has '{quote}'; this shows once the synonym program is undone.)"
        fresh.append(attrs.evolve(finding, start=start, end=end, quote=quote, prefix=prefix, suffix=suffix, message=message))
    return tuple(fresh)
