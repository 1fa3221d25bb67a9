"""Records refuse nonsense and survive the wire."""

import json

import pytest

from provenance import Document, Report, Story, compare
from provenance.errors import ConfigurationError, ReportFormatError
from provenance.model import Derivation, Divergence, DivergenceSide, Evidence, Finding, Member, Verdict
from provenance.model.findings import Category

SPUN = Category(mqm="MQMC_101000", name="mistranslation")


def finding(**changes) -> Finding:
    """Give a finding with some values changed."""
    values = {
        "rule": "SPN001",
        "name": "x",
        "start": 3,
        "end": 5,
        "quote": "ab",
        "claims": ("spun",),
        "category": SPUN,
        "severity": "major",
        "confidence": 0.9,
        "message": "m",
    }
    return Finding(**(values | changes))


@pytest.mark.parametrize("changes", [{"end": 3}, {"start": -1}, {"confidence": 1.1}, {"severity": "fatal"}])
def test_finding_refuses_nonsense(changes):
    """Empty spans, impossible probabilities and unknown severities are errors."""
    with pytest.raises(ValueError, match=r"span|cover|between|severity"):
        finding(**changes)


def test_verdict_refuses_impossible_probability():
    """A probability above 1 names its field."""
    with pytest.raises(ValueError, match="translated of Verdict"):
        Verdict(translated=1.2, machine_translated=0, spun=0, republished=0, source_language=())


def test_document_text_must_be_text():
    """Bytes are refused with the way out."""
    with pytest.raises(ConfigurationError, match="decode bytes"):
        Document(text=b"bytes")


def test_report_survives_the_wire(auditor, fixtures):
    """to_dict and from_dict are inverse, through JSON too."""
    for path in sorted(fixtures.rglob("*.txt")):
        report = auditor.audit(Document(id=path.name, text=path.read_text(encoding="utf-8")))
        plain = report.to_dict()
        assert Report.from_dict(json.loads(json.dumps(plain))) == report
        assert Report.from_dict(plain).to_dict() == plain


def test_report_has_the_keys_of_the_contract(auditor):
    """The keys of the wire contract are there, in its order."""
    plain = auditor.audit("The riots once morest the regime in place went on, said Mr. Poutine on Sunday (2).").to_dict()
    assert list(plain) == ["schema", "tool", "document", "verdict", "sources", "chains", "quality", "findings", "evidence", "explanation"]
    assert list(plain["verdict"]) == ["translated", "machine_translated", "spun", "republished", "source_language", "abstained"]
    assert plain["schema"] == "provenance.report/1"
    assert set(plain["findings"][0]) >= {
        "rule",
        "name",
        "start",
        "end",
        "quote",
        "prefix",
        "suffix",
        "claims",
        "category",
        "severity",
        "confidence",
        "languages",
        "source_phrase",
        "suggestion",
        "message",
    }
    assert set(plain["quality"]["mqm"]) == {"score", "penalty_per_1000_words", "by_category", "variant"}
    assert set(plain["evidence"][0]) >= {"claim", "weights", "reason", "findings"}


def test_story_survives_the_wire():
    """Stories round-trip, and derivations carry `from` and `to`."""
    same = "“The reservoir above Kelmscott will be empty by the ninth of August,” the engineer Odile Brandt said."
    found = compare([Document(id="a", text=same), Document(id="b", text=same)])
    side = DivergenceSide(document="a", start=0, end=2, quote="17", value="17")
    story = Story(
        tool=found.tool,
        documents=found.documents,
        passages=found.passages,
        divergences=(Divergence(kind="number", passage="p1", a=side, b=side),),
        derivations=(Derivation(source="a", target="b", relation="republished", probability=0.8),),
    )
    plain = story.to_dict()
    assert plain["derivations"][0]["from"] == "a"
    assert plain["derivations"][0]["to"] == "b"
    assert Story.from_dict(json.loads(json.dumps(plain))) == story


@pytest.mark.parametrize(
    ("damage", "words"),
    [
        ({"schema": "other/9"}, "not a provenance.report/1"),
        ({"verdict": {"translated": "much"}}, "does not fit"),
        ({"findings": [{"rule": "X"}]}, "does not fit"),
    ],
)
def test_damaged_report_is_refused(auditor, damage, words):
    """A report that does not fit the contract is one clear error."""
    plain = auditor.audit("A text of some words.").to_dict() | damage
    with pytest.raises(ReportFormatError, match=words):
        Report.from_dict(plain)


def test_records_are_frozen():
    """Nobody changes a record afterwards."""
    member = Member(document="a", start=0, end=1, quote="x")
    with pytest.raises(AttributeError):
        member.start = 4
    assert Evidence(claim="spun", weights={"spun": 1.0}, reason="r").kind == "finding"
