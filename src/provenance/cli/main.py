"""Commands and options."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

from provenance.cli import run
from provenance.config import FAIL_ON
from provenance.errors import ProvenanceError
from provenance.version import __version__

_Command = TypeVar("_Command", bound=Callable[..., Any])


class _Group(click.Group):
    """Speaks UTF-8 whatever the locale, and turns the package's errors into one sentence and exit code 2."""

    def main(self, *args: Any, **options: Any) -> Any:
        run.speak_utf8()
        return super().main(*args, **options)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except ProvenanceError as error:
            run.complain(str(error))
            ctx.exit(run.EXIT_ERROR)


def _input_options(command: _Command) -> _Command:
    options = (
        click.argument("files", nargs=-1, metavar="FILE…", type=click.Path(path_type=str, allow_dash=True)),
        click.option("--output", "-o", type=click.Path(path_type=str, dir_okay=False), help="Write the report here instead of to standard output."),
        click.option("--stdin-filename", metavar="NAME", help="Call standard input by this name; .jsonl makes it JSON Lines."),
        click.option("--select", metavar="CODES", help="Apply only rules whose codes start with these (comma-separated: SPN,CAL-PT)."),
        click.option("--ignore", metavar="CODES", help="Leave out rules whose codes start with these."),
        click.option(
            "--config",
            "config_file",
            type=click.Path(path_type=str, dir_okay=False),
            help="Read [tool.provenance] from this file instead of ./pyproject.toml.",
        ),
        click.option(
            "--colour",
            "--color",
            type=click.Choice(["auto", "always", "never"]),
            default="auto",
            show_default=True,
            help="When to colour text output.",
        ),
    )
    for option in reversed(options):
        command = option(command)
    return command


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "--version", "-V", prog_name="provenance")
def main() -> None:
    """Audit English news text: translated, by a machine, from which language, spun, republished, and whose text it was.

    Exit codes: 0 nothing at or above --fail-on; 1 something was; 2 usage, configuration or unreadable input (the other files are still processed).
    """


@main.command()
@_input_options
@click.option(
    "--format", "-f", "format_", type=click.Choice(["text", "json", "jsonl"]), default="text", show_default=True, help="How to write the report."
)
@click.option(
    "--fail-on",
    type=click.Choice(FAIL_ON),
    help="Exit with 1 on a finding of this severity or above, or on this claim at 0.5 or above.  [default: never]",
)
def audit(files: tuple[str, ...], format_: str, **options: Any) -> None:
    """Audit each FILE (plain text, or .jsonl with one document a line; - is standard input)."""
    raise SystemExit(run.audit(files, format_, **options))


@main.command()
@_input_options
@click.option("--format", "-f", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True, help="How to write the story.")
def compare(files: tuple[str, ...], format_: str, **options: Any) -> None:
    """Find the passages that the documents of the FILEs share."""
    raise SystemExit(run.compare(files, format_, **options))


@main.command()
@click.argument("files", nargs=-1, metavar="FILE…", type=click.Path(path_type=str, allow_dash=True))
@click.option("--format", "-f", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True, help="How to write the result.")
@click.option("--output", "-o", type=click.Path(path_type=str, dir_okay=False), help="Write the result here instead of to standard output.")
@click.option("--stdin-filename", metavar="NAME", help="Call standard input by this name; .jsonl makes it JSON Lines.")
def despin(files: tuple[str, ...], format_: str, **options: Any) -> None:
    """Put back the words that a synonym spinner replaced in each FILE, and say which."""
    from provenance.cli.despin import despin_files

    raise SystemExit(despin_files(files, format_, **options))


@main.command()
@click.argument("rule")
def explain(rule: str) -> None:
    """Say what RULE (a code or a name) looks for, why it is evidence, and show its cases."""
    from provenance.cli.rules import explain_rule

    run.show(explain_rule(rule))


@main.command()
@click.option("--format", "-f", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True, help="How to write the list.")
@click.option("--select", metavar="CODES", default="", help="List only rules whose codes start with these.")
def rules(format_: str, select: str) -> None:
    """List the rules."""
    from provenance.cli.rules import list_rules

    run.show(list_rules(select, format_))
