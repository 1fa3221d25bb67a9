"""From findings to an answer: evidence, verdict, sources, chains, quality."""

from provenance.inference.combine import Probabilities, combine
from provenance.inference.judge import judge

__all__ = ["Probabilities", "combine", "judge"]
