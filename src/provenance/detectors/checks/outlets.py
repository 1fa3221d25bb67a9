"""An outlet that names itself, translated: `told the Post` for the Correio Braziliense."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import attrs

from provenance.catalogue import Catalogue, Outlet, Rule
from provenance.catalogue.pattern_parser import parse_surrounding
from provenance.catalogue.patterns import Surrounding
from provenance.detectors.hits import Hit
from provenance.model import SourceTrace
from provenance.text import Text, normalise, tokenise

_FRAMES = (
    "(tell~|inform~) <outlet>",
    "(told|said|says|explained|declared|confirmed|assured|commented|revealed) to <outlet>",
    "(interview~|contacted|consulted|heard|sought|obtained|seen) by <outlet>",
    "in [an] (interview|statement~) (with|to|for) <outlet>",
    "<outlet> (heard|interviewed|contacted|sought|learned|learnt|found out)",
)
_SHARED = 6  # candidates named at most


@attrs.frozen
class _Translated:
    """A literal English name, with the outlets it can stand for and the English outlets that are called so."""

    name: str
    surfaces: tuple[str, ...]
    outlets: tuple[Outlet, ...]
    english: tuple[str, ...]


def translated_outlet(rule: Rule, text: Text, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield self-references by a literally translated outlet name, unless the text names an English outlet that is called so.

    The sources table says which outlets such a name can stand for; all of them are handed on as traces.
    """
    names, frames = _compiled(catalogue)
    tokens = text.tokens
    named: dict[str, bool] = {}
    for at, surface in enumerate(tokens.surfaces):
        for translated in names.get(surface, ()):
            last = at + len(translated.surfaces)
            if tuple(tokens.surfaces[at:last]) != translated.surfaces:
                continue
            if translated.name not in named:
                named[translated.name] = any(name in text.normal for name in translated.english)
            if named[translated.name]:
                continue
            first = at - 1 if at and tokens.norms[at - 1] == "the" else at
            if any(frame.match(tokens, first, last) for frame in frames):
                yield _hit(rule, translated, tokens.starts[first], tokens.ends[last - 1])
                break


def _hit(rule: Rule, translated: _Translated, start: int, end: int) -> Hit:
    outlets = translated.outlets
    best = outlets[:_SHARED]
    candidates = ", ".join(f"{outlet.name} ({outlet.language})" for outlet in best)
    traces = tuple(SourceTrace(name=outlet.name, role="original", weight=round(2.0 / len(outlets) + 0.5, 4)) for outlet in best)
    message = f"'{translated.name}' may be an outlet's own name translated: {candidates}."
    return Hit(rule, start, end, source_phrase=outlets[0].name if len(outlets) == 1 else None, message=message, sources=traces)


@lru_cache(maxsize=2)
def _compiled(catalogue: Catalogue) -> tuple[dict[str, tuple[_Translated, ...]], tuple[Surrounding, ...]]:
    by_name: dict[str, list[Outlet]] = {}
    english: dict[str, list[str]] = {}
    for outlet in catalogue.outlets.values():
        for name in outlet.translated:
            by_name.setdefault(name.removeprefix("the "), []).append(outlet)
        if outlet.language == "en":
            called = outlet.name.removeprefix("The ")
            english.setdefault(called.split()[-1], []).append(called)
    names: dict[str, list[_Translated]] = {}
    for name, outlets in sorted(by_name.items()):
        rivals = english.get(name.split()[-1], [])
        if name.islower() or name in rivals:
            continue  # a common word, or an English outlet's own name (the Observer)
        surfaces = tuple(tokenise(normalise(name).text).surfaces)
        names.setdefault(surfaces[0], []).append(_Translated(f"the {name}", surfaces, tuple(outlets), tuple(rivals)))
    frames = tuple(parse_surrounding(frame, catalogue.classes) for frame in _FRAMES)
    return {first: tuple(sorted(found, key=lambda item: (-len(item.surfaces), item.name))) for first, found in names.items()}, frames
