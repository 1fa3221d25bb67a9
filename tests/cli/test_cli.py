"""The command, as a stranger types it."""

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from provenance import __version__

ORIGINAL = "The council met on Tuesday evening and agreed, after two hours of argument, to mend the roof before the rain came back."
TRANSLATED = "The riots of Sunday (2) against the regime in place went on. President Poutine said so, Noursoultan Nazarbaïev agreed."


def run(*arguments, stdin=b"", cwd=None):
    """Run the command in a process of its own."""
    command = [sys.executable, "-m", "provenance.cli", *map(str, arguments)]
    result = subprocess.run(command, input=stdin, capture_output=True, check=False, cwd=cwd)
    assert b"Traceback" not in result.stderr, result.stderr.decode()
    return result.returncode, result.stdout.decode(), result.stderr.decode()


@pytest.fixture
def wire(tmp_path):
    """Give a folder with one original and one translated text."""
    (tmp_path / "original.txt").write_text(ORIGINAL, encoding="utf-8")
    (tmp_path / "translated.txt").write_text(TRANSLATED, encoding="utf-8")
    return tmp_path


def test_text_report(wire):
    """The default is text for people, exit code 0."""
    code, out, err = run("audit", wire / "translated.txt")
    assert code == 0
    assert "⟦Sunday (2)⟧" in out
    assert "written in" in out
    assert not err


def test_json_is_an_object_or_a_list(wire):
    """One document gives an object, several a list, JSON Lines one line each."""
    _, out, _ = run("audit", wire / "translated.txt", "--format", "json")
    assert json.loads(out)["document"]["id"].endswith("translated.txt")
    _, out, _ = run("audit", wire / "translated.txt", wire / "original.txt", "-f", "json")
    assert len(json.loads(out)) == 2
    _, out, _ = run("audit", wire / "translated.txt", wire / "original.txt", "-f", "jsonl")
    assert [json.loads(line)["schema"] for line in out.splitlines()] == ["provenance.report/1"] * 2


@pytest.mark.parametrize(
    ("fail_on", "name", "code"),
    [
        ("never", "translated.txt", 0),
        ("minor", "translated.txt", 1),
        ("translated", "translated.txt", 1),
        ("minor", "original.txt", 0),
        ("translated", "original.txt", 0),
        ("spun", "translated.txt", 0),
    ],
)
def test_fail_on(wire, fail_on, name, code):
    """The exit code says whether something was found at the level asked for."""
    assert run("audit", wire / name, "--fail-on", fail_on)[0] == code


def test_select_and_ignore(wire):
    """Rules are chosen by the beginning of their codes."""
    _, out, _ = run("audit", wire / "translated.txt", "-f", "json", "--select", "DAT")
    assert {finding["rule"][:3] for finding in json.loads(out)["findings"]} == {"DAT"}
    _, out, _ = run("audit", wire / "translated.txt", "-f", "json", "--ignore", "DAT")
    assert "DAT" not in {finding["rule"][:3] for finding in json.loads(out)["findings"]}


def test_standard_input(wire):
    """A pipe is read when no file is named, under the name given for it."""
    code, out, _ = run("audit", "-", "--format", "json", "--stdin-filename", "desk/7.txt", stdin=TRANSLATED.encode())
    assert (code, json.loads(out)["document"]["id"]) == (0, "desk/7.txt")
    code, out, _ = run("audit", "--format", "jsonl", stdin=b'{"id": "a", "text": "One text."}\n{"id": "b", "text": "Two texts."}\n')
    assert [json.loads(line)["document"]["id"] for line in out.splitlines()] == ["a", "b"]


def test_bad_inputs_do_not_lose_the_good_one(wire):
    """Missing, empty, binary, undecodable and malformed input: a sentence each, exit code 2, and the good text is audited."""
    (wire / "empty.txt").write_bytes(b"")
    (wire / "binary.txt").write_bytes(bytes(range(256)) * 4)
    (wire / "undecodable.txt").write_bytes(b"\xff\xfe\x00")
    (wire / "records.jsonl").write_text('{"id": "ok", "text": "Fine."}\n{oops\n', encoding="utf-8")
    names = ["missing.txt", "empty.txt", "binary.txt", "undecodable.txt", "records.jsonl", "original.txt"]
    code, out, err = run("audit", *(wire / name for name in names), "--format", "jsonl")
    assert code == 2
    assert [json.loads(line)["document"]["id"].rsplit("/")[-1] for line in out.splitlines()] == ["ok", "original.txt"]
    lines = err.splitlines()
    assert len(lines) == 5
    assert all(line.startswith("provenance: ") for line in lines)
    assert "records.jsonl, line 2" in lines[4]


def test_other_language_is_said(wire):
    """A text that is not English gets a report that says so."""
    (wire / "fr.txt").write_text(
        "Le président a déclaré que les troupes resteraient dans la capitale jusqu'à la fin de la semaine prochaine.", encoding="utf-8"
    )
    code, out, _ = run("audit", wire / "fr.txt", "-f", "json")
    report = json.loads(out)
    assert code == 0
    assert report["document"]["language"]["code"] == "fr"
    assert "not in English" in report["verdict"]["abstained"]


@pytest.mark.parametrize(
    "arguments",
    [
        ("audit", "x.txt", "--select", "NOSUCH"),
        ("explain", "NOSUCH1"),
        ("rules", "--select", "NOSUCH"),
        ("audit", "x.txt", "--config", "missing.toml"),
        ("audit", "x.txt", "--format", "yaml"),
        ("nonsense",),
    ],
)
def test_usage_errors(wire, arguments):
    """Unknown rules, settings and options are usage errors: exit code 2 and a sentence."""
    code, out, err = run(*arguments, cwd=wire)
    assert code == 2
    assert err.strip()
    assert not out


def test_output_file(wire):
    """--output writes the file and nothing to standard output; a path that cannot be written is an error."""
    code, out, _ = run("audit", wire / "original.txt", "-f", "json", "-o", wire / "report.json")
    assert (code, out) == (0, "")
    assert json.loads((wire / "report.json").read_text(encoding="utf-8"))["schema"] == "provenance.report/1"
    code, _, err = run("audit", wire / "original.txt", "-o", wire / "no" / "such" / "folder.json")
    assert code == 2
    assert "cannot be written" in err


@pytest.mark.parametrize("command", ["audit", "compare"])
def test_output_never_overwrites_an_input(wire, command):
    """An output that is one of the inputs, under whatever name, is refused before anything is lost."""
    (wire / "link.txt").symlink_to(wire / "translated.txt")
    code, _, err = run(command, wire / "original.txt", wire / "translated.txt", "-o", wire / "link.txt")
    assert code == 2
    assert "would be overwritten" in err
    assert (wire / "translated.txt").read_text(encoding="utf-8") == TRANSLATED


@pytest.mark.parametrize(
    ("redirection", "words"),
    [("<&-", "<stdin> is closed"), ("0>copy.txt", "<stdin> cannot be read"), ("<translated.txt >&-", "output is closed")],
)
def test_closed_streams_are_one_sentence(wire, redirection, words):
    """Standard streams that are closed or of the wrong kind are said, without a traceback."""
    script = f"{sys.executable} -m provenance.cli audit - {redirection}"
    result = subprocess.run(["bash", "-c", script], capture_output=True, check=False, cwd=wire, text=True)
    assert result.returncode == 2
    assert words in result.stderr
    assert result.stderr.count("\n") == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_full_device_is_one_sentence(wire):
    """Standard output that takes no more is said, without a traceback."""
    script = f"{sys.executable} -m provenance.cli audit translated.txt > /dev/full"
    result = subprocess.run(["bash", "-c", script], capture_output=True, check=False, cwd=wire, text=True)
    assert (result.returncode, result.stderr.count("\n")) == (2, 1)
    assert "cannot be written" in result.stderr


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
@pytest.mark.parametrize("arguments", [("rules", "--format", "json"), ("explain", "SPN001"), ("audit", "--help")])
def test_locale_does_not_matter(encoding, arguments):
    """Everything is written in UTF-8 whatever the locale can express."""
    command = [sys.executable, "-m", "provenance.cli", *arguments]
    result = subprocess.run(command, capture_output=True, check=False, env=os.environ | {"PYTHONIOENCODING": encoding})
    assert (result.returncode, result.stderr) == (0, b"")
    assert result.stdout.decode("utf-8")


def test_one_sentence_is_one_line(wire):
    """A line break in a file's name breaks neither the message nor the report's heading."""
    (wire / "two\nlines.txt").write_text(ORIGINAL, encoding="utf-8")
    assert run("audit", wire / "no\nsuch.txt")[2].count("\n") == 1
    assert "two lines.txt" in run("audit", wire / "two\nlines.txt")[1].splitlines()[0]


def test_compare_of_nothing_says_why(wire):
    """JSON Lines without a line are an error that is said."""
    (wire / "none.jsonl").write_text("\n", encoding="utf-8")
    code, _, err = run("compare", wire / "none.jsonl")
    assert code == 2
    assert "none.jsonl is empty" in err


def test_configuration_of_the_project_is_read(wire):
    """pyproject.toml in the working folder sets the defaults; a wrong one is an error."""
    (wire / "pyproject.toml").write_text('[tool.provenance]\nfail-on = "minor"\n', encoding="utf-8")
    assert run("audit", "translated.txt", cwd=wire)[0] == 1
    (wire / "pyproject.toml").write_text('[tool.provenance]\nfail_up = "minor"\n', encoding="utf-8")
    code, _, err = run("audit", "translated.txt", cwd=wire)
    assert code == 2
    assert "fail_up" in err


def test_compare(wire):
    """Shared passages as text and as JSON."""
    quote = "“The reservoir above Kelmscott will be empty by the ninth of August,” the engineer Odile Brandt said."
    (wire / "a.txt").write_text(quote + " It was hot.", encoding="utf-8")
    (wire / "b.txt").write_text("Nobody listened. " + quote, encoding="utf-8")
    code, out, _ = run("compare", wire / "a.txt", wire / "b.txt", "--format", "json")
    story = json.loads(out)
    assert code == 0
    assert story["schema"] == "provenance.story/1"
    assert len(story["passages"]) == 1
    assert set(story) == {"schema", "tool", "documents", "passages", "divergences", "derivations"}
    assert "Kelmscott" in run("compare", wire / "a.txt", wire / "b.txt")[1]


def test_compare_refuses_one_id_twice(wire):
    """The same document twice is an error that names it."""
    code, _, err = run("compare", wire / "original.txt", wire / "original.txt")
    assert code == 2
    assert "original.txt" in err


def test_explain_and_rules():
    """Every rule is listed, and explained with its reason and cases."""
    code, out, _ = run("rules", "--format", "json")
    rules = json.loads(out)
    assert code == 0
    assert {"rule", "name", "family", "severity", "claims", "message"} <= set(rules[0])
    first = rules[0]
    for wanted in (first["rule"], first["name"], first["rule"].lower()):
        code, out, _ = run("explain", wanted)
        assert code == 0
        assert first["rule"] in out
        assert "Found in:" in out
        assert "Not in:" in out
    assert len(run("rules")[1].splitlines()) == len(rules)


def test_version():
    """--version names the release."""
    assert __version__ in run("--version")[1]


def test_terminal_gets_colour_and_a_progress_bar(wire):
    """On a terminal the text is coloured and many files show a bar on standard error; NO_COLOR is honoured."""
    for number in range(6):
        (wire / f"{number}.txt").write_text(TRANSLATED, encoding="utf-8")
    files = [str(wire / f"{number}.txt") for number in range(6)]
    assert "\x1b[" in in_terminal(["audit", files[0]])
    assert "⟦Sunday (2)⟧" in in_terminal(["audit", files[0]], NO_COLOR="1")
    assert "\x1b[" not in in_terminal(["audit", files[0]], NO_COLOR="1")
    assert "auditing" in in_terminal(["audit", *files, "-o", str(wire / "out.txt")])


def in_terminal(arguments, **environment):
    """Run the command on a pseudo-terminal and give what it shows."""
    pid, descriptor = pty.fork()
    if pid == 0:
        os.environ.update({"TERM": "xterm-256color", "COLUMNS": "120", **environment})
        os.execv(sys.executable, [sys.executable, "-m", "provenance.cli", *arguments])
    shown = b""
    while True:
        try:
            piece = os.read(descriptor, 65536)
        except OSError:
            break
        if not piece:
            break
        shown += piece
    os.close(descriptor)
    os.waitpid(pid, 0)
    return shown.decode(errors="replace")


def test_closed_pipe_is_quiet(wire):
    """`provenance audit … | head` ends without a traceback."""
    script = f"{sys.executable} -m provenance.cli rules | head -n 1"
    result = subprocess.run(["bash", "-c", script], capture_output=True, check=False, cwd=wire)
    assert b"Traceback" not in result.stderr
