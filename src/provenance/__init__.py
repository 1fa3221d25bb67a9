"""Audits English news text: was it translated, by a machine, from which language, whose text was it, and who else carries it."""

from provenance.audit import Auditor, audit, compare
from provenance.config import Config
from provenance.errors import ProvenanceError
from provenance.inference.abroad import Original, OriginalIndex, find_original
from provenance.model import (
    Chain,
    Derivation,
    Divergence,
    Document,
    Evidence,
    Finding,
    Passage,
    Report,
    Source,
    Step,
    Story,
    Verdict,
)
from provenance.spinning import Despun, Restoration, despin
from provenance.version import __version__

__all__ = [
    "Auditor",
    "Chain",
    "Config",
    "Derivation",
    "Despun",
    "Divergence",
    "Document",
    "Evidence",
    "Finding",
    "Original",
    "OriginalIndex",
    "Passage",
    "ProvenanceError",
    "Report",
    "Restoration",
    "Source",
    "Step",
    "Story",
    "Verdict",
    "__version__",
    "audit",
    "compare",
    "despin",
    "find_original",
]
