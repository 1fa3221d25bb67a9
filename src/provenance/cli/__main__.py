"""Runs the command as `python -m provenance.cli`."""

from provenance.cli.main import main

main()
