"""Counts, the intervals of their rates, and the file that holds them."""

import tomllib

from hypothesis import given
from hypothesis import strategies as st
from training.catalogue.corpora import Sample
from training.catalogue.counting import count
from training.measure_catalogue import as_toml, table

from provenance.catalogue import load_catalogue
from provenance.catalogue.measurement import ORIGINAL, Tally, count_interval, read_measurement, share_interval
from provenance.cli.rules import explain_rule
from provenance.detectors import Detector
from tests.rules import CATALOGUE, make_rule


@given(st.integers(0, 500), st.integers(1, 500))
def test_intervals_hold_the_rate(found, more):
    """The observed share and count lie inside their intervals, and shares between nought and one."""
    low, high = share_interval(found, found + more)
    assert 0 <= low <= found / (found + more) <= high <= 1
    least, most = count_interval(found)
    assert least <= found <= most


def test_more_text_says_more():
    """With ten times the documents the interval is narrower."""
    assert share_interval(10, 1000)[1] < share_interval(1, 100)[1]


def sample(text, group, article="1"):
    """Give a text of a corpus."""
    return Sample(text=text, group=group, corpus="wmt2019", article=article)


def counted():
    """Count two rules in four texts."""
    rules = [make_rule(forms={"OTAN": "NATO", "ONU": "UN"}, patterns=None), make_rule(code="CAL002", patterns=["never here"])]
    samples = [
        *(sample("Diplomats of the OTAN came. The OTAN met.", "human-fr", str(number)) for number in range(5)),
        sample("The ONU met on Monday.", "machine-fr"),
        sample("Nothing of the kind.", "original"),
    ]
    return table(count(samples, Detector(rules, CATALOGUE), rules), rules, "2026-11-22")


def test_documents_and_hits_are_counted_by_corpus_and_class():
    """A document counts once however many hits it has; a rule without hits is named as silent."""
    found = counted()
    assert found["hits"]["CAL001"] == {"wmt2019 human-fr": [5, 10], "wmt2019 machine-fr": [1, 1]}
    assert found["sizes"]["wmt2019 original"] == [1, 4]
    assert found["silent"] == ["CAL002"]


def test_dominant_form_is_counted_apart():
    """The form in more than half of the documents is named, and the others are counted without it."""
    found = counted()
    assert found["dominant"] == {"CAL001": "otan"}
    assert found["rest"]["CAL001"] == {"wmt2019 machine-fr": [1, 1]}


def test_counts_survive_their_file():
    """What is written is what is read, and sums over corpora are by class."""
    found = counted()
    assert tomllib.loads(as_toml(found)) == found
    measured = read_measurement(found)
    assert measured.hits["CAL001"]["human-fr"] == Tally(5, 10)
    assert measured.hits["CAL002"] == {}
    assert measured.size("fr").documents == 6


def test_shipped_counts_fit_the_catalogue():
    """Every class with hits has a size, and no rule has more documents with a hit than there are."""
    measured = read_measurement(load_catalogue().tables["measured"])
    assert measured.sizes[ORIGINAL].documents > 1000
    for code, counts in measured.hits.items():
        for group, tally in counts.items():
            assert 0 < tally.documents <= measured.sizes[group].documents, code
            assert tally.documents <= tally.amount, code


def test_explanation_shows_rates_with_intervals():
    """`provenance explain` gives documents, shares and rates of a rule that was counted."""
    measured = read_measurement(load_catalogue().tables["measured"])
    code = max((code for code in measured.hits if code in load_catalogue().by_code), key=lambda code: (len(measured.hits[code]), code))
    shown = explain_rule(code)
    assert f"Measured on {measured.date}" in shown
    assert " English originals: " in shown
