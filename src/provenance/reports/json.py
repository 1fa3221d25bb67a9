"""The wire contract as JSON: the same input and version give the same bytes."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

from provenance.model import Report, Story

# Lone surrogates cannot be encoded in UTF-8; the others end a line for many readers of JSON Lines, or act on a terminal.
_ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff]")


def dump_json(result: Report | Story | Sequence[Report]) -> str:
    """Give one report or story as an object, several reports as a list; indented, with a final line break."""
    plain = result.to_dict() if isinstance(result, Report | Story) else [report.to_dict() for report in result]
    return _escape(json.dumps(plain, ensure_ascii=False, indent=2)) + "\n"


def dump_json_line(result: Report | Story) -> str:
    """Give a report or story as one line."""
    return _escape(json.dumps(result.to_dict(), ensure_ascii=False, separators=(",", ":"))) + "\n"


def dump_plain(data: object) -> str:
    """Give plain JSON types indented, with a final line break."""
    return _escape(json.dumps(data, ensure_ascii=False, indent=2)) + "\n"


def _escape(text: str) -> str:
    return _ESCAPED.sub(lambda match: f"\\u{ord(match.group()):04x}", text)
