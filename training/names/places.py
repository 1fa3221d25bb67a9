"""Reads the places: countries, exemplar cities and regions from CLDR, large cities from GeoNames; and the months."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.languages import get_official_languages

from provenance.names.fold import fold

LOCALES = "en fr de es pt it ro nl sv da nb fi pl cs sk hu sr_Latn tr lv lt ca hr sl et id vi ru uk be bg kk sr mk el zh zh_Hant ja ar fa".split()
SMALLEST_CITY = 150_000
# Scripts of the news that document keys are made for; and every script in which a person's own name may stand.
NEWS = re.compile(r"[a-z\u00c0-\u024f\u1e00-\u1eff]|[\u0370-\u04ff]|[\u0600-\u06ff]|[\u3040-\u30ff\u4e00-\u9fff]", re.IGNORECASE)
READ = re.compile(
    r"[a-z\u00c0-\u024f\u1e00-\u1eff]|[\u0370-\u058f\u0590-\u06ff]|[\u0900-\u0dff]|[\u0e00-\u0eff]|[\u1000-\u10ff]|[\u1200-\u137f\u1780-\u17ff]|[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]",
    re.IGNORECASE,
)
DEMONYMS = """US=American/Americans;RU=Russian/Russians;CN=Chinese;DE=German/Germans;FR=French/Frenchman;GB=British/Briton/Britons/Britain;UA=Ukrainian/Ukrainians;
JP=Japanese;IT=Italian/Italians;ES=Spanish/Spaniard;PL=Polish;CZ=Czech/Czechs/Czech Republic;IR=Iranian/Iranians;IL=Israeli/Israelis;SY=Syrian/Syrians;TR=Turkish;IN=Indian/Indians;
KR=South Korean/South Koreans/Korean;KP=North Korean;AU=Australian/Australians;CA=Canadian/Canadians;BR=Brazilian;MX=Mexican;AT=Austrian;CH=Swiss;NL=Dutch;BE=Belgian;SE=Swedish;
NO=Norwegian;DK=Danish;FI=Finnish;GR=Greek;HU=Hungarian;RO=Romanian;BG=Bulgarian;RS=Serbian;HR=Croatian;SK=Slovak;EG=Egyptian;SA=Saudi;IQ=Iraqi;AF=Afghan;PK=Pakistani;
VN=Vietnamese;TH=Thai;ID=Indonesian;PH=Philippine/Filipino;MY=Malaysian;BY=Belarusian/Belarusians;KZ=Kazakh;AM=Armenian;AZ=Azerbaijani;GE=Georgian;CU=Cuban;AR=Argentine;
CL=Chilean;VE=Venezuelan;CO=Colombian;ZA=South African;NG=Nigerian;ET=Ethiopian;KE=Kenyan;LY=Libyan;TN=Tunisian;DZ=Algerian;MA=Moroccan;LB=Lebanese;JO=Jordanian;YE=Yemeni;
PT=Portuguese;IE=Irish;IS=Icelandic;LT=Lithuanian;LV=Latvian;EE=Estonian;SI=Slovenian;CY=Cypriot;AL=Albanian;NZ=New Zealander;HK=Hong Kong;TW=Taiwanese"""
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


def each_locale() -> Iterator[tuple[str, Locale]]:
    """Yield the locales that Babel has, by code."""
    for code in LOCALES:
        try:
            yield code, Locale.parse(code)
        except UnknownLocaleError:
            continue


def territories(subdivisions: Path) -> Iterator[tuple[str, str, dict[str, list[str]], str]]:
    """Yield (key, English name, names by language, country) of countries, then exemplar cities, then regions."""
    locales = dict(each_locale())
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


def cities(geonames: Path) -> Iterator[tuple[str, str, dict[str, list[str]], str]]:
    """Yield (key, name, other names, country unknown) of large cities, the largest first."""
    held = json.loads(geonames.read_text(encoding="utf-8")).values()
    for city in sorted(held, key=lambda city: (-city["population"], city["geonameid"])):
        if city["population"] < SMALLEST_CITY:
            return
        names = [name for name in city["alternatenames"] if NEWS.search(name) and not re.search(r"['ʿʾ=\d]", name) and len(name) > 1]
        latin = [name for name in names if re.fullmatch(r"[A-Z\u00c0-\u024f][\w .-]{3,}", name)]
        other = [name for name in names if not re.search(r"[A-Za-z]", name)]
        yield f"l:{fold(city['name'])}", city["name"], {"other": [*latin, *other]}, "?"


def months() -> dict[str, int]:
    """Give the number of each month by its folded name, in all alphabetic languages."""
    found: dict[str, int] = {}
    for code, locale in each_locale():
        if code.split("_")[0] in ("zh", "ja", "ar", "fa"):
            continue
        for width in ("wide", "abbreviated"):
            for context in ("format", "stand-alone"):
                for month, name in locale.months[context][width].items():
                    plain = fold(name).rstrip(".")
                    if len(plain) >= 3 and not plain.isdigit():
                        found.setdefault(plain, month)
    return dict(sorted(found.items()))
