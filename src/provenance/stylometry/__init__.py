"""Reads the hand of a translator in the wording alone: calibrated, masked against topic, and silent on short texts."""

from provenance.stylometry.evidence import to_evidence
from provenance.stylometry.explanation import Trait
from provenance.stylometry.reading import Reading, read
from provenance.stylometry.weights import StylometryError, Weights, load_weights

__all__ = ["Reading", "StylometryError", "Trait", "Weights", "load_weights", "read", "to_evidence"]
