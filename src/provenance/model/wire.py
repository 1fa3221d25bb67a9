"""Records to and from the JSON of the wire contract (docs/wire-contract.md), by cattrs."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, TypeVar

import cattrs
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

from provenance.errors import ReportFormatError
from provenance.model.reports import Report, Step
from provenance.model.stories import Derivation, Story

REPORT_SCHEMA = "provenance.report/1"
STORY_SCHEMA = "provenance.story/1"

_Record = TypeVar("_Record")


@cache
def _converter() -> cattrs.Converter:
    converter = cattrs.Converter(unstruct_collection_overrides={tuple: list}, detailed_validation=True)
    renamed = {"source": override(rename="from"), "target": override(rename="to")}
    converter.register_unstructure_hook(Derivation, make_dict_unstructure_fn(Derivation, converter, **renamed))  # type: ignore[arg-type]
    converter.register_structure_hook(Derivation, make_dict_structure_fn(Derivation, converter, **renamed))  # type: ignore[arg-type]
    converter.register_unstructure_hook(Step, make_dict_unstructure_fn(Step, converter, to=override(omit_if_default=True)))
    return converter


def report_to_dict(report: Report) -> dict[str, Any]:
    """Unstructure a report; see Report.to_dict."""
    return {"schema": REPORT_SCHEMA, **_converter().unstructure(report)}


def report_from_dict(data: Mapping[str, Any]) -> Report:
    """Structure a report; see Report.from_dict."""
    return _structure(data, REPORT_SCHEMA, Report)


def story_to_dict(story: Story) -> dict[str, Any]:
    """Unstructure a story; see Story.to_dict."""
    return {"schema": STORY_SCHEMA, **_converter().unstructure(story)}


def story_from_dict(data: Mapping[str, Any]) -> Story:
    """Structure a story; see Story.from_dict."""
    return _structure(data, STORY_SCHEMA, Story)


def _structure(data: Mapping[str, Any], schema: str, record: type[_Record]) -> _Record:
    found = data.get("schema") if isinstance(data, Mapping) else None
    if found != schema:
        msg = f"This is not a {schema} object (its schema is {found!r}); give what to_dict() or --format json wrote."
        raise ReportFormatError(msg)
    try:
        return _converter().structure({k: v for k, v in data.items() if k != "schema"}, record)
    except (cattrs.BaseValidationError, KeyError, TypeError, ValueError) as error:
        trouble = "; ".join(cattrs.transform_error(error)) if isinstance(error, Exception) else str(error)
        msg = f"The {schema} object does not fit the wire contract: {trouble}."
        raise ReportFormatError(msg) from error
