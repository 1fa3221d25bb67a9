"""The report for programs."""

import json
import os
import subprocess
import sys

import pytest

from provenance import Document, Report
from provenance.reports import dump_json, dump_json_line

SCRIPT = """
import sys
from provenance import Auditor, Document
from provenance.reports import dump_json
sys.stdout.buffer.write(dump_json(Auditor().audit(Document(id="x", text=sys.stdin.buffer.read().decode()))).encode())
"""


def test_one_report_is_an_object_and_several_a_list(auditor):
    """As the wire contract says."""
    report = auditor.audit("The council met on Tuesday.")
    assert json.loads(dump_json(report))["schema"] == "provenance.report/1"
    assert [item["schema"] for item in json.loads(dump_json([report, report]))] == ["provenance.report/1"] * 2
    assert dump_json_line(report).count("\n") == 1


@pytest.mark.parametrize("seed", ["0", "1", "4242"])
def test_bytes_do_not_depend_on_the_hash_seed(fixtures, auditor, seed):
    """The same input gives the same bytes in any process."""
    path = fixtures / "story" / "c-french-agency-spun.txt"
    environment = os.environ | {"PYTHONHASHSEED": seed}
    out = subprocess.run([sys.executable, "-c", SCRIPT], input=path.read_bytes(), capture_output=True, check=True, env=environment).stdout
    assert out == dump_json(auditor.audit(Document(id="x", text=path.read_text(encoding="utf-8")))).encode()


def test_lone_surrogates_are_escaped(auditor):
    """Text that cannot be encoded is written as an escape and read back the same."""
    report = auditor.audit(Document(id="x", text="Mr. \ud800Poutine\udfff said no on Sunday (2)."))
    dumped = dump_json(report)
    dumped.encode("utf-8")
    assert Report.from_dict(json.loads(dumped)) == report


def test_a_line_is_a_line_for_every_reader(auditor):
    """Separators of lines that JSON allows in a string are escaped too, and read back the same."""
    report = auditor.audit(Document(id="x\u2028y\x85z\x9b", text="Mr Poutine said no on\u2028Sunday (2)."))
    dumped = dump_json_line(report)
    assert len(dumped.splitlines()) == 1
    assert Report.from_dict(json.loads(dumped)) == report
