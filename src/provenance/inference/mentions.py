"""Finds the agencies and outlets a text names, and the part the wording around each name gives it."""

from __future__ import annotations

from functools import lru_cache

import attrs

from provenance.catalogue import Catalogue, Outlet
from provenance.catalogue.pattern_parser import parse_surrounding
from provenance.catalogue.patterns import Surrounding
from provenance.text import Text, normalise, tokenise

_OVERRIDING = ("photo", "quoted")  # a picture credit or a citation explains the words away, whatever else fits them


@attrs.frozen
class Mention:
    """An outlet named in one of the frames of `data/tables/source_frames.toml`; the span is in characters of the normal form."""

    outlet: Outlet
    role: str
    weight: float
    reason: str
    start: int
    end: int


@attrs.frozen
class _Frame:
    around: Surrounding
    role: str
    weight: float
    kinds: frozenset[str]
    reason: str


@attrs.frozen
class _Name:
    surfaces: tuple[str, ...]
    outlet: Outlet


def find_mentions(text: Text, catalogue: Catalogue) -> tuple[Mention, ...]:
    """Give the mentions in the order of the text, with the strongest frame of each."""
    names, frames = _compiled(catalogue)
    tokens = text.tokens
    found: list[Mention] = []
    reach = 0
    for at, surface in enumerate(tokens.surfaces):
        if at < reach or surface not in names:
            continue
        for name in names[surface]:  # longest first
            last = at + len(name.surfaces)
            if tuple(tokens.surfaces[at:last]) == name.surfaces:
                mention = _strongest(name.outlet, frames, text, at, last)
                if mention is not None:
                    found.append(mention)
                reach = last
                break
    return tuple(found)


def _strongest(outlet: Outlet, frames: tuple[_Frame, ...], text: Text, first: int, last: int) -> Mention | None:
    best: Mention | None = None
    for frame in frames:
        if outlet.kind not in frame.kinds:
            continue
        span = frame.around.match(text.tokens, first, last)
        if span is None:
            continue
        if best is None or (frame.role in _OVERRIDING, frame.weight) > (best.role in _OVERRIDING, best.weight):
            best = Mention(outlet, frame.role, frame.weight, frame.reason, text.tokens.starts[span[0]], text.tokens.ends[span[1] - 1])
    return best


@lru_cache(maxsize=4)
def _compiled(catalogue: Catalogue) -> tuple[dict[str, tuple[_Name, ...]], tuple[_Frame, ...]]:
    names: dict[str, list[_Name]] = {}
    for outlet in catalogue.outlets.values():
        for name in dict.fromkeys((outlet.name, *outlet.aliases)):
            surfaces = tuple(tokenise(normalise(name).text).surfaces)
            if surfaces:
                names.setdefault(surfaces[0], []).append(_Name(surfaces, outlet))
    frames = tuple(
        _Frame(parse_surrounding(pattern, catalogue.classes), entry["role"], entry["weight"], frozenset(entry["kinds"]), entry["reason"])
        for entry in catalogue.tables["source_frames"]["frame"]
        for pattern in entry["patterns"]
    )
    return {first: tuple(sorted(group, key=lambda name: (-len(name.surfaces), name.outlet.name))) for first, group in names.items()}, frames
