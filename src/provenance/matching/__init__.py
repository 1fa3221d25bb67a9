"""Shared passages across texts, from verbatim copies to independent translations of the same matter."""

from provenance.matching.match import Match
from provenance.matching.matcher import Matcher, find_passages

__all__ = ["Match", "Matcher", "find_passages"]
