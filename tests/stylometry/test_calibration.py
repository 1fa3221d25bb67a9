"""Calibration: monotone, bounded, flatter on shorter texts."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.stylometry.calibration import calibrate, calibrate_sources, spread
from provenance.stylometry.weights import load_weights

RAW = st.floats(-30, 30)
WORDS = st.integers(1, 5000)
READINGS = ("translated", "machine", "round_trip", "statistical")


@pytest.mark.parametrize("reading", READINGS)
@settings(deadline=None)
@given(low=RAW, high=RAW, words=WORDS)
def test_more_score_never_means_less_evidence(reading, low, high, words):
    """The ratio rises with the score and stays within the bound."""
    parameters = load_weights().meta["calibration"][reading]
    low, high = sorted((low, high))
    assert -parameters["bound"] <= calibrate(low, words, parameters) <= calibrate(high, words, parameters) <= parameters["bound"]


def test_shorter_texts_spread_more():
    """The measured spread falls with the length."""
    parameters = load_weights().meta["calibration"]["translated"]
    assert spread(60, parameters) > spread(200, parameters) > spread(800, parameters)


@settings(deadline=None)
@given(st.lists(RAW, min_size=2, max_size=12), WORDS)
def test_source_ratios_never_all_point_up(raw, words):
    """Against the average of all, some language is always at or below it."""
    ratios = calibrate_sources({str(index): value for index, value in enumerate(raw)}, words, load_weights().meta["calibration"]["source"])
    assert min(ratios.values()) <= 1e-9


@settings(deadline=None)
@given(st.lists(RAW, min_size=2, max_size=12), WORDS)
def test_no_language_is_ruled_out(raw, words):
    """However far the scores lie apart, no ratio falls below the share of texts in which they say nothing."""
    parameters = {"slope": 1.0, "slope_by_length": 0.0, "slope_by_lead": 0.1, "offsets": {}, "lapse": 0.2}
    ratios = calibrate_sources({str(index): value for index, value in enumerate(raw)}, words, parameters)
    assert min(ratios.values()) >= math.log(0.2) - 1e-9
    assert math.fsum(math.exp(ratio) for ratio in ratios.values()) == pytest.approx(len(raw))
