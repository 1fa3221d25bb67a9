"""Reports and stories as text for people and JSON for programs."""

from provenance.reports.json import dump_json, dump_json_line
from provenance.reports.story import render_story
from provenance.reports.text import render_report

__all__ = ["dump_json", "dump_json_line", "render_report", "render_story"]
