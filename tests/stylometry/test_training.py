"""The parts of the training that decide what the shipped numbers mean."""

import numpy as np
import pytest

pytest.importorskip("sklearn")
pytest.importorskip("scipy")

import scipy.sparse as sp
from benchmarks.quality import compare
from training.stylometry import baseline, fit, twins
from training.stylometry import calibrate as cal
from training.stylometry.corpora import Unit, is_doubtful, read_units
from training.stylometry.measure import area
from training.stylometry.picture import draw

from provenance.stylometry.calibration import calibrate_sources


def unit(group, source, *, klass="mt", article="a", text="", round_trip=False):
    """Make a unit."""
    return Unit(
        text=text,
        group=group,
        article=article,
        domain="news",
        klass=klass,
        source=source,
        round_trip=round_trip,
        second_hop=False,
        engine="modern" if klass == "mt" else None,
        system="s",
    )


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


def test_source_calibration_finds_how_often_the_scores_say_nothing():
    """Scores of three languages, certain and right in seven of ten texts and random in the others: the lapse takes the rest; many texts are read like one."""
    random = np.random.default_rng(7)
    truth = random.integers(0, 3, 6000)
    shown = np.where(random.random(6000) < 0.7, truth, random.integers(0, 3, 6000))
    raw = random.uniform(4.0, 40.0, (6000, 1)) * np.eye(3)[shown]
    words, classes = np.full(6000, 200), ("a", "b", "c")
    found = cal.fit_sources(raw, words, truth, np.ones(6000), classes, [0, 1, 2])
    assert found["lapse"] == pytest.approx(0.3, abs=0.05)
    ratios = cal.apply_sources(raw[:5], words[:5], classes, found)
    for row, scores in zip(ratios, raw[:5], strict=True):
        assert dict(zip(classes, row, strict=True)) == pytest.approx(
            calibrate_sources(dict(zip(classes, map(float, scores), strict=True)), 200, found)
        )


def test_corpora_count_the_same_within_a_class():
    """A language with ten texts of one corpus and two of another weighs both the same, and as much as any other language."""
    units = [unit("2019", "de")] * 10 + [unit("2021", "de")] * 2 + [unit("2021", "ja")] * 3
    weights = fit.balance_corpora(units, np.array([unit.source for unit in units]))
    assert weights[:10].sum() == pytest.approx(weights[10:12].sum())
    assert weights[:12].sum() == pytest.approx(weights[12:].sum())


def test_cells_are_thinned_to_the_same_units_every_time():
    """At most so many units of a cell keep their label, whatever their order."""
    units = [unit("2019", "de", text=str(number)) for number in range(9)] + [unit("2021", "de", text="x")]
    labels = np.array(["de"] * 10)
    kept = fit.thin(units, labels, 4)
    assert (kept != "").sum() == 5
    assert np.array_equal(fit.thin(units[::-1], labels, 4)[::-1], kept)


def test_the_source_head_learns_from_no_original_and_no_round_trip():
    """Originals and neural round trips have no label; everything else has."""
    shown = [unit("2021", "de"), unit("2021", None, klass="orig"), unit("2014", "de", round_trip=True), unit("wce", "romance")]
    assert fit.source_labels(shown).tolist() == ["de", "", "", "romance"]


def test_round_trips_are_told_by_what_differs_from_their_originals():
    """What changes within articles decides, however much else the articles differ in; two classes, opposite coefficients."""
    random = np.random.default_rng(7)
    articles = np.repeat(np.arange(40), 2)
    values = random.normal(0, 1, (40, 5))[articles] + random.normal(0, 0.1, (80, 5))
    labels = np.array(["orig", "rt"] * 40)
    values[labels == "rt", 0] += 1.0
    units = [unit("2014", "de", article=f"2014|{article}") for article in articles]
    head = twins.fit_twins(sp.csr_matrix(values), units, labels, np.ones(80, dtype=bool))
    assert head.classes == ("orig", "rt")
    assert np.array_equal(head.coefficients[0], -head.coefficients[1])
    assert np.abs(head.coefficients[1]).argmax() == 0


def test_the_baseline_gives_every_unit_a_score_by_a_head_that_did_not_see_its_corpus():
    """Scores stand for all corpora that are left out in turn; a class that only one corpus has cannot be found there."""
    units = [unit(group, source, text=f"{group}{source}{number}") for group in ("2019", "2021") for source in ("de", "ja") for number in range(3)]
    units += [unit("2021", "zh")]
    labels = np.array([unit.source for unit in units])
    rows = sp.csr_matrix(np.array([[label == "de", label == "ja", label == "zh"] for label in labels], dtype=float))
    classes, scores = baseline.score_plain(rows, units, labels)
    assert classes == ("de", "ja", "zh")
    assert (scores[:12].argmax(axis=1) == [classes.index(label) for label in labels[:12]]).all()
    assert scores[12, 2] < scores[12, :2].min()


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


def test_outlets_that_edit_translations_are_doubtful_originals():
    """By the outlet in the name of the article, and for originals alone."""
    assert is_doubtful(unit("2021", None, klass="orig", article="2021|rt.com.123"))
    assert not is_doubtful(unit("2021", None, klass="orig", article="2021|bbc.123"))
