"""What the commands do: read, audit, write, and count what failed."""

from __future__ import annotations

import io
import os
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Any, TextIO

import attrs
import click

from provenance.audit import Auditor
from provenance.config import Config
from provenance.errors import ConfigurationError, InputError, MissingInputError
from provenance.model import Document, Report
from provenance.model.findings import SEVERITIES
from provenance.readers import read, read_stream
from provenance.reports import dump_json, dump_json_line, render_report, render_story

EXIT_OK, EXIT_FOUND, EXIT_ERROR = 0, 1, 2
MANY = 5  # files from which on a progress bar is shown
FAILING = 0.5  # probability of a claim from which on --fail-on CLAIM fails
MOST_COLUMNS = 140


def speak_utf8() -> None:
    """Write UTF-8 to standard output whatever the locale says: reports and rules have letters of many alphabets."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="replace", newline="\n")


def show(text: str) -> None:
    """Write text to standard output."""
    with open_output(None) as out:
        out.write(text)


def complain(message: str) -> None:
    """Write one sentence to standard error."""
    from provenance.reports.display import make_safe

    click.echo(f"provenance: {make_safe(message)}", err=True)


def audit(
    files: Sequence[str],
    format_: str,
    *,
    output: str | None,
    stdin_filename: str | None,
    select: str | None,
    ignore: str | None,
    config_file: str | None,
    colour: str,
    fail_on: str | None,
) -> int:
    """Audit files and write the reports; give the exit code."""
    config = _configure(config_file, select=select, ignore=ignore, fail_on=fail_on)
    auditor = Auditor(config)
    reports: list[Report] = []
    failed = broken = False
    with ExitStack() as stack:
        out = stack.enter_context(open_output(output, files))
        style = _style(out, colour)
        first = True
        for document in read_documents(files, stdin_filename):
            if isinstance(document, InputError):
                complain(str(document))
                broken = True
                continue
            try:
                report = auditor.audit(document)
            except InputError as error:
                complain(str(error))
                broken = True
                continue
            failed = failed or _fails(report, config.fail_on)
            if format_ == "json":
                reports.append(report)
            elif format_ == "jsonl":
                out.write(dump_json_line(report))
            else:
                out.write(("" if first else "\n" + "─" * style["width"] + "\n\n") + render_report(report, document, **style))
            first = False
        if format_ == "json" and (reports or not broken):
            out.write(dump_json(reports[0] if len(reports) == 1 else reports))
    return EXIT_ERROR if broken else EXIT_FOUND if failed else EXIT_OK


def compare(
    files: Sequence[str],
    format_: str,
    *,
    output: str | None,
    stdin_filename: str | None,
    select: str | None,
    ignore: str | None,
    config_file: str | None,
    colour: str,
) -> int:
    """Compare the documents of files and write the story; give the exit code."""
    auditor = Auditor(_configure(config_file, select=select, ignore=ignore, fail_on=None))
    documents: list[Document] = []
    broken = False
    for document in read_documents(files, stdin_filename):
        if isinstance(document, InputError):
            complain(str(document))
            broken = True
        else:
            documents.append(document)
    if not documents:
        return EXIT_ERROR
    story = auditor.compare(documents)
    with open_output(output, files) as out:
        out.write(dump_json(story) if format_ == "json" else render_story(story, **_style(out, colour)))
    return EXIT_ERROR if broken else EXIT_OK


def _configure(config_file: str | None, *, select: str | None, ignore: str | None, fail_on: str | None) -> Config:
    if config_file is not None:
        config = Config.from_pyproject(config_file)
    else:
        config = Config.from_pyproject("pyproject.toml") if Path("pyproject.toml").is_file() else Config()
    given = {name: value for name, value in (("select", select), ("ignore", ignore), ("fail_on", fail_on)) if value is not None}
    return attrs.evolve(config, **given)  # type: ignore[arg-type]


def read_documents(files: Sequence[str], stdin_filename: str | None) -> Iterator[Document | InputError]:
    """Yield the documents of files, or of standard input where there are none, and an error for each that could not be read."""
    names = list(files) or ["-"]
    if not files and sys.stdin is not None and sys.stdin.isatty():
        msg = "No files were given; name some, or pipe a text in and write -."
        raise click.UsageError(msg)
    with _progress(len(names)) as advance:
        for name in names:
            if name == "-" and sys.stdin is None:
                yield MissingInputError("<stdin> is closed; name some files instead.")
            elif name == "-":
                yield from read_stream(sys.stdin.buffer, filename=stdin_filename)
            else:
                yield from read(name)
            advance()


@contextmanager
def _progress(total: int) -> Iterator[Callable[[], object]]:
    """Show a bar on standard error while many files are read, if somebody is looking."""
    if total < MANY or not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("auditing", total=total)
        yield lambda: progress.advance(task)


@contextmanager
def open_output(output: str | None, files: Sequence[str] = ()) -> Iterator[TextIO]:
    """Open what is written to; `files` are read at the same time and must not be overwritten."""
    if output is None or output == "-":
        if sys.stdout is None:
            msg = "Standard output is closed; name a file by --output."
            raise ConfigurationError(msg)
        try:
            yield sys.stdout
            sys.stdout.flush()
        except BrokenPipeError:  # the reader has had enough; click ends quietly
            raise
        except OSError as error:
            with suppress(OSError):
                sys.stdout.close()  # or Python tries once more when it ends
            msg = f"Standard output cannot be written: {(error.strerror or str(error)).lower()}; write to a file by --output."
            raise ConfigurationError(msg) from error
        return
    if any(_is_same(name, output) for name in files):
        msg = f"{output} is also an input and would be overwritten; choose another --output."
        raise ConfigurationError(msg)
    try:
        with Path(output).open("w", encoding="utf-8", errors="replace", newline="\n") as stream:
            yield stream
    except OSError as error:
        msg = f"{output} cannot be written: {(error.strerror or str(error)).lower()}; choose another --output."
        raise ConfigurationError(msg) from error


def _is_same(one: str, other: str) -> bool:
    with suppress(OSError):  # one of them does not exist
        return Path(one).is_file() and Path(one).samefile(other)
    return False


def _style(out: TextIO, colour: str) -> dict[str, Any]:
    terminal = out.isatty()
    coloured = colour == "always" or (colour == "auto" and terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb")
    width = min(shutil.get_terminal_size((110, 24)).columns, MOST_COLUMNS) if terminal else 110
    return {"colour": coloured, "width": max(width, 40)}


def _fails(report: Report, fail_on: str) -> bool:
    if fail_on == "never":
        return False
    if fail_on in SEVERITIES:
        worst = SEVERITIES.index(fail_on)
        return any(SEVERITIES.index(finding.severity) >= worst for finding in report.findings)
    return bool(getattr(report.verdict, fail_on.replace("-", "_")) >= FAILING)
