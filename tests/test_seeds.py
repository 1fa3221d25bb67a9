"""The five real texts the project started from; skipped where they are absent."""

import json
import subprocess
import sys

import pytest

from provenance import Document
from provenance.reports import dump_json_line

EXPECTED = {
    "000": ("pt", "pt-BR", True, False, ["written", "translated"], None),
    "001": ("pt", "pt-BR", True, False, ["written", "translated"], None),
    "002": ("fr", None, True, True, ["written", "translated", "spun"], "AFP"),
    "003": ("de", None, True, False, ["written", "translated", "republished"], None),
    "004": ("en", None, False, False, ["written", "republished"], "RFE/RL"),
}


@pytest.fixture(scope="module")
def reports(auditor, shared):
    """Audit the texts, text only."""
    return {
        path.name: auditor.audit(Document(id=path.name, text=path.read_text(encoding="utf-8"))) for path in sorted((shared / "seeds").glob("*.txt"))
    }


@pytest.mark.parametrize("seed", EXPECTED)
def test_verdict(reports, seed):
    """Each text gets the verdict that is known of it."""
    language, variety, translated, spun, steps, agent = EXPECTED[seed]
    report = next(report for name, report in reports.items() if name.startswith(seed))
    verdict = report.verdict
    top = verdict.source_language[0]
    assert top.code == language
    assert variety is None or top.variety == variety
    if translated:
        assert min(verdict.translated, verdict.machine_translated) >= 0.9
        assert verdict.spun >= 0.9 if spun else verdict.spun <= 0.2
    else:
        assert max(verdict.translated, verdict.machine_translated, verdict.spun) <= 0.1
    chain = report.chains[0].steps
    assert [step.step for step in chain] == steps
    assert chain[0].language == language
    if translated:
        assert chain[1].by == "machine"
    if agent:
        assert chain[0].agent == agent


def test_sources(reports):
    """The outlets behind the texts are named."""
    sources = {name[:3]: report.sources for name, report in reports.items()}
    assert "Correio Braziliense" in [source.name for source in sources["001"][:3]]
    assert sources["002"][0].name == "AFP"
    assert "Handelsblatt" in [source.name for source in sources["003"][:3]]
    assert sources["004"][0].name == "RFE/RL"
    assert "republisher" in [source.role for source in sources["004"]]


def test_artefacts_against_the_annotation(reports, shared, tmp_path):
    """Four in five strong and half of the medium artefacts are found, and no trap is stepped on."""
    path = tmp_path / "reports.jsonl"
    path.write_text("".join(dump_json_line(report) for report in reports.values()), encoding="utf-8")
    command = [sys.executable, shared / "tools" / "score.py", "artefacts", shared / "gold" / "seed_artefacts.jsonl", path]
    scores = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    assert scores["recall"]["strong"] >= 0.8
    assert scores["recall"]["medium"] >= 0.5
    assert scores["traps_hit"].startswith("0/")


def test_shared_passages(auditor, shared):
    """Every annotated passage is found between its members."""
    documents = [Document(id=path.name[:3], text=path.read_text(encoding="utf-8")) for path in sorted((shared / "seeds").glob("*.txt"))]
    story = auditor.compare(documents)
    groups: dict[str, list[dict]] = {}
    for line in (shared / "gold" / "seed_passages.jsonl").read_text(encoding="utf-8").splitlines():
        member = json.loads(line)
        groups.setdefault(member["group"], []).append(member)
    missed = []
    for group, members in groups.items():
        if len(members) > 1 and not any(
            sum(any(m.document == g["seed"] and m.start < g["end"] and g["start"] < m.end for m in p.members) for g in members) >= 2
            for p in story.passages
        ):
            missed.append(group)
    assert not missed
