"""The records that flow through the house: frozen, validated, JSON in and out."""

from provenance.model.documents import Document
from provenance.model.explanations import Explanation, Reason, RoundTrip
from provenance.model.findings import Category, Claim, Evidence, Finding, Severity, SourceTrace
from provenance.model.reports import (
    Chain,
    DocumentSummary,
    LanguageGuess,
    LanguageProbability,
    MqmScore,
    Quality,
    Report,
    Source,
    Step,
    Tool,
    Verdict,
)
from provenance.model.stories import (
    Derivation,
    Divergence,
    DivergenceSide,
    Member,
    Passage,
    PassageRelation,
    Story,
    StoryDocument,
)

__all__ = [
    "Category",
    "Chain",
    "Claim",
    "Derivation",
    "Divergence",
    "DivergenceSide",
    "Document",
    "DocumentSummary",
    "Evidence",
    "Explanation",
    "Finding",
    "LanguageGuess",
    "LanguageProbability",
    "Member",
    "MqmScore",
    "Passage",
    "PassageRelation",
    "Quality",
    "Reason",
    "Report",
    "RoundTrip",
    "Severity",
    "Source",
    "SourceTrace",
    "Step",
    "Story",
    "StoryDocument",
    "Tool",
    "Verdict",
]
