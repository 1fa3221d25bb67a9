"""Checks shared by the records; each says which value it refuses."""

from __future__ import annotations

from typing import Any

import attrs


def probability(instance: Any, attribute: attrs.Attribute[float], value: float) -> None:
    """Refuse anything outside 0 … 1."""
    if not 0.0 <= value <= 1.0:
        msg = f"{attribute.name} of {type(instance).__name__} must lie between 0 and 1, not {value!r}."
        raise ValueError(msg)


def span(instance: Any, _attribute: attrs.Attribute[int], value: int) -> None:
    """Refuse an end that does not lie behind the start (use on `end`)."""
    if not 0 <= instance.start < value:
        msg = f"{type(instance).__name__} must cover text: end {value} is not behind start {instance.start}."
        raise ValueError(msg)
