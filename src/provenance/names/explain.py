"""Says which press can have written a spelling, and from which original."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

import attrs

from provenance.names.gazetteer import foreign_spelling
from provenance.names.romanise import spellings
from provenance.names.systems import PRESSES, load_system, presses

_INVERTIBLE = ("ru", "uk")  # scripts that write every sound
# Endings of Slavic, Georgian and Armenian surnames: what has none of them is not taken for an unseen name.
_SURNAME = re.compile(r"(?:[оеё]в|[оеё]ва|ин|ина|ын|ына|ский|ская|цкий|ський|цький|енко|чук|щук|ович|евич|ич|дзе|швили|швілі|янян?|[ья]ян|баев|аев)$")
# Letters that no Slavic name has side by side: an inverse rule that gives them has cut the spelling in the wrong place.
_IMPLAUSIBLE = re.compile(
    r"[тсзкцдшчг]х|тч|тш|тс[хч]|сж|зж|зш|цс|цз|шч|(?<=.)э|ґ|ы[иы]|[тцчшщс]г|[бвгдзклмнпрстфхцчшщ]й|й[аеиоуыэюяйєії]|ьь|(?<![ауоеєиія])ї|^[ыьй]"
)
_MOST = 400  # originals tried for one spelling and press
_SHORTEST = 5  # letters


@attrs.frozen
class Explanation:
    """One way in which a spelling can have come about.

    Attributes:
        press: Language of the press that writes so.
        language: Of the original; "place" for exonyms.
        original: The name in its own script (places: the English name).
        english: What English writes.
        share: 1.0 for the usual spelling of this press, 0.5 for another one.
        known: Whether the gazetteer has the name; otherwise it was found by the rules run backwards.

    """

    press: str
    language: str
    original: str
    english: str
    share: float
    known: bool


def explain_spelling(spelling: str) -> tuple[Explanation, ...]:
    """Give the ways in which a spelling can have come about, the surest first; none for spellings that English uses itself.

    Known names are looked up; for others the rules for Russian and Ukrainian surnames are run backwards, and what they give is spelt again to see
    that it comes out the same.

    >>> [(found.press, found.original) for found in explain_spelling("Selenskyj")]
    [('de', 'Володимир Зеленський')]
    >>> sorted({found.press for found in explain_spelling("Ovtchinnikov")}), explain_spelling("Smithson")
    (['fr', 'pt'], ())
    """
    known = foreign_spelling(spelling)
    if known is not None:
        found = [Explanation(press, known.language, known.original, known.english, share, True) for press, share in known.systems.items()]
        return tuple(sorted(found, key=lambda item: (-item.share, item.press)))
    if not spelling.isalpha() or len(spelling) < _SHORTEST:
        return ()
    return _explain_unseen(spelling)


def _explain_unseen(spelling: str) -> tuple[Explanation, ...]:
    found = []
    for language in _INVERTIBLE:
        if any(_is_surname(original, "en") for original in _originals(spelling, language, "en")):
            return ()
        for press in presses(language):
            if press in ("en", "ru"):
                continue
            for original in _originals(spelling, language, press):
                if _is_surname(original, press):
                    share = 1.0 if spellings(original.capitalize(), language, press)[0] == spelling else 0.5
                    found.append(
                        Explanation(press, language, original.capitalize(), spellings(original.capitalize(), language, "en")[0], share, False)
                    )
                    break
    order = {press: at for at, press in enumerate(PRESSES)}
    return tuple(sorted(found, key=lambda item: (-item.share, order[item.press], item.language)))


def _is_surname(original: str, press: str) -> bool:
    """Tell whether letters can be a Slavic surname; those in -ин, which English names resemble (Baldwin), only where French marks it with -ine."""
    found = _SURNAME.search(original)
    return found is not None and not _IMPLAUSIBLE.search(original) and (found.group() not in ("ин", "ина", "ын", "ына") or press in ("en", "fr"))


def _originals(spelling: str, language: str, press: str) -> Iterator[str]:
    """Yield originals that the system spells so, shortest derivations first."""
    outputs = _outputs(language, press)
    lower = spelling.lower()
    paths: list[tuple[int, str]] = [(0, "")]
    tried = 0
    while paths and tried < _MOST:
        at, original = paths.pop()
        if at == len(lower):
            tried += 1
            if spelling in spellings(original.capitalize(), language, press):
                yield original
            continue
        for size in range(1, min(5, len(lower) - at) + 1):  # the longest are tried first: they lie on top
            paths.extend((at + size, original + core) for core in outputs.get(lower[at : at + size], ()))


@cache
def _outputs(language: str, press: str) -> dict[str, tuple[str, ...]]:
    """Give the letters behind each spelling of letters."""
    cores: dict[str, list[str]] = defaultdict(list)
    for rule in load_system(language, press).rules:
        for output in rule.outputs:
            if output and rule.core not in cores[output]:
                cores[output].append(rule.core)
    # Single letters last in the list lie on top of the stack and are tried first.
    return {output: tuple(sorted(letters, key=lambda core: (-len(core), core))) for output, letters in cores.items()}
