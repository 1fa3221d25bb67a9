"""The parts of the training that decide what the shipped numbers mean."""

import numpy as np
import pytest

pytest.importorskip("sklearn")
pytest.importorskip("scipy")

from benchmarks.quality import compare
from training.stylometry import calibrate as cal
from training.stylometry.corpora import read_units
from training.stylometry.measure import area
from training.stylometry.picture import draw


def test_area_counts_ties_half():
    """The area is the chance that a positive stands above a negative."""
    assert area(np.array([0.0, 1.0]), np.array([1.0, 2.0])) == 0.875
    assert area(np.array([]), np.array([1.0])) is None


def test_calibration_finds_the_ratio_that_made_the_scores():
    """For two unit normals two apart the log-likelihood ratio is 2x - 2."""
    random = np.random.default_rng(7)
    raw = np.concatenate([random.normal(0, 1, 4000), random.normal(2, 1, 4000)])
    truth = np.repeat([0, 1], 4000)
    found = cal.fit_binary(raw, np.full(8000, 200), truth, np.ones(8000))
    assert found["slope"] == pytest.approx(2.0, abs=0.25)
    assert found["offset"] == pytest.approx(-2.0, abs=0.25)


def test_calibration_error_is_zero_for_the_truth():
    """Probabilities that come true have no error; certain and wrong ones have all of it."""
    chance = np.array([0.25] * 4 + [0.75] * 4)
    truth = np.array([1, 0, 0, 0, 1, 1, 1, 0])
    assert cal.calibration_error(chance, truth, np.ones(8)) == pytest.approx(0.0)
    assert cal.calibration_error(np.ones(4), np.zeros(4), np.ones(4)) == pytest.approx(1.0)


@pytest.mark.parametrize(
    ("figures", "broken", "kept"),
    [
        ({"a": 0.9, "ECE b": 0.03}, 0, {"a": 0.8, "ECE b": 0.04}),
        ({"a": 0.7, "ECE b": 0.03}, 1, {"a": 0.8, "ECE b": 0.04}),
        ({"a": 0.9, "ECE b": 0.09}, 1, {"a": 0.8, "ECE b": 0.04}),
    ],
)
def test_floors_hold_unless_told_otherwise(figures, broken, kept):
    """A figure under its floor, or an error over its ceiling, is named; nothing is lowered without the flag."""
    floors = {"a": 0.8, "ECE b": 0.04}
    assert compare(figures, floors, record=False, lower=False)[0] == kept
    assert len(compare(figures, floors, record=False, lower=False)[1]) == broken
    assert compare(figures, floors, record=False, lower=True) == (figures, [])
    raised = compare(figures, floors, record=True, lower=False)[0]
    assert raised["a"] >= 0.8
    assert raised["ECE b"] <= 0.04


def test_the_picture_is_drawn_from_the_report():
    """One dot per bin."""
    entry = {"curve": [[0.1, 0.2], [0.9, 0.8]], "ece": {"0+": 0.02}}
    names = ("translated", "machine", "round_trip", "statistical")
    assert draw({"readings": dict.fromkeys(names, entry)}).count("<circle") == 2 * len(names)


def test_no_article_stands_in_two_groups(shared):
    """Splits by group are splits by article, and post-edited text is never taken for an original."""
    units = read_units(shared / "data")
    groups = {}
    for unit in units:
        assert groups.setdefault(unit.article, unit.group) == unit.group
    texts = {unit.text: unit.group for unit in units if unit.klass == "orig"}
    assert all(texts.get(unit.text, unit.group) == unit.group for unit in units)
    assert {unit.klass for unit in units} == {"orig", "mt", "ht", "pe"}
