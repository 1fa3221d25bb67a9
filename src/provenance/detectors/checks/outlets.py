"""An outlet that names itself, translated: `told the Post` for the Correio Braziliense."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from provenance.catalogue import Catalogue, Outlet, Rule
from provenance.detectors.hits import Hit
from provenance.detectors.phrases import PhraseIndex
from provenance.model import SourceTrace
from provenance.text import Text

_FRAMES = (
    "(tell~|inform~) {OUTLET}",
    "(told|said|says|explained|declared|confirmed|assured|commented|revealed) to {OUTLET}",
    "(interview~|contacted|consulted|heard|sought|obtained|seen) by {OUTLET}",
    "in [an] (interview|statement~) (with|to|for) {OUTLET}",
    "{OUTLET} (heard|interviewed|contacted|sought|learned|learnt|found out)",
)
_SHARED = 6  # candidates named at most


def translated_outlet(rule: Rule, text: Text, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield self-references by a literally translated outlet name, unless the text names an English outlet that is called so.

    The sources table says which outlets such a name can stand for; all of them are handed on as traces.
    """
    index, english = _compiled(catalogue)
    tokens = text.tokens
    for first, last, (name, outlets) in index.find(tokens):
        start, end = tokens.starts[first], tokens.ends[last - 1]
        if any(outlet in text.normal for outlet in english.get(name.removeprefix("the ").lower(), ())):
            continue
        best = outlets[:_SHARED]
        candidates = ", ".join(f"{outlet.name} ({outlet.language})" for outlet in best)
        traces = tuple(SourceTrace(name=outlet.name, role="original", weight=round(2.0 / len(outlets) + 0.5, 4)) for outlet in best)
        message = f"'{name}' may be an outlet's own name translated: {candidates}."
        yield Hit(rule, start, end, source_phrase=outlets[0].name if len(outlets) == 1 else None, message=message, sources=traces)


@lru_cache(maxsize=2)
def _compiled(catalogue: Catalogue) -> tuple[PhraseIndex[tuple[str, tuple[Outlet, ...]]], dict[str, tuple[str, ...]]]:
    by_name: dict[str, list[Outlet]] = {}
    english: dict[str, list[str]] = {}
    for outlet in catalogue.outlets.values():
        for name in outlet.translated:
            by_name.setdefault(name, []).append(outlet)
        if outlet.language == "en":
            called = outlet.name.removeprefix("The ")
            english.setdefault(called.split()[-1].lower(), []).append(called)
    patterns = []
    for name, outlets in sorted(by_name.items()):
        called = name.removeprefix("the ")
        if called.islower() or called in english.get(called.split()[-1].lower(), ()):
            continue  # a common word, or an English outlet's own name (the Observer)
        shown = name if name.startswith("the ") else f"[the] {name}"
        patterns += [(frame.replace("OUTLET", shown), (name, tuple(outlets))) for frame in _FRAMES]
    return PhraseIndex(patterns, catalogue), {head: tuple(names) for head, names in english.items()}
