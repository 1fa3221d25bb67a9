"""`provenance despin`, as a stranger types it."""

import json
import subprocess
import sys

from tests.spinning.texts import PLAIN, SPUN


def run(*arguments, stdin=""):
    """Run the command in a process of its own."""
    command = [sys.executable, "-m", "provenance.cli", "despin", *map(str, arguments)]
    result = subprocess.run(command, input=stdin.encode(), capture_output=True, check=False)
    assert b"Traceback" not in result.stderr, result.stderr.decode()
    return result.returncode, result.stdout.decode(), result.stderr.decode()


def test_text_shows_what_was_put_back(tmp_path):
    """The default gives the text and a line for every word put back."""
    path = tmp_path / "copy.txt"
    path.write_text(SPUN, encoding="utf-8")
    code, out, err = run(path)
    assert (code, err) == (0, "")
    assert "breast cancer ward" in out
    assert "bosom cancer → breast cancer" in out


def test_json_of_several(tmp_path):
    """Several documents give a list; spans quote the text as read."""
    path = tmp_path / "copy.txt"
    path.write_text(SPUN, encoding="utf-8")
    code, out, _ = run(path, "-", "--format", "json", stdin=PLAIN)
    first, second = json.loads(out)
    assert code == 0
    assert first["spun"]
    assert all(SPUN[each["start"] : each["end"]] == each["quote"] for each in first["restorations"])
    assert (second["spun"], second["text"]) == (False, PLAIN)


def test_unreadable_and_empty_input(tmp_path):
    """What cannot be read is complained of in one sentence; the rest is still done, and the exit code is 2."""
    path = tmp_path / "empty.txt"
    path.write_text(" ", encoding="utf-8")
    code, out, err = run(tmp_path / "missing.txt", path, "-", stdin="Anger once morest\x1b[31m the mayor grew.")
    assert code == 2
    assert err.count("provenance: ") == 2
    assert "Anger against" in out
    assert "\x1b" not in out
