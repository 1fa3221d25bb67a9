"""The command `provenance`: thin, it parses arguments, calls the library, writes a report and sets the exit code."""

from provenance.cli.main import main

__all__ = ["main"]
