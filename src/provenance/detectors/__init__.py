"""Looks for artefacts: each detector takes a Text and yields hits, which become findings."""

from provenance.detectors.detect import Detector

__all__ = ["Detector"]
