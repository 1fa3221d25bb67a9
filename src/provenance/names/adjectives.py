"""Adjectives and inhabitants of countries in lower case, by stem, in the languages that do not capitalise them."""

from __future__ import annotations

_STEMS = {
    "US": "américain americk amerikan американ", "RU": "russ rusk russk росси российск русск", "CN": "chinois čínsk chinesisch cinsk китай", "DE": "allemand nemeck deutsch немецк герман",
    "FR": "français francais francouzsk franzosisch француз", "GB": "britanni britsk britisch британ anglais", "UA": "ukrain украин", "JP": "japonais japonsk japanisch японск",
    "IT": "italien italsk italienisch итальян", "ES": "espagnol spanelsk spanisch испанск", "PL": "polonais polsk polnisch польск", "CZ": "tcheque cesk tschechisch чешск",
    "IR": "iranien iransk iranisch иранск", "IL": "israelien izraelsk israelisch израильск", "SY": "syrien syrsk syrisch сирийск", "TR": "turc tureck turkisch турецк",
    "IN": "indien indick indisch индийск", "AU": "australien australsk australisch австралийск", "CA": "canadien kanadsk kanadisch канадск", "AT": "autrichien rakousk osterreichisch австрийск",
    "CH": "suisse svycarsk schweizer швейцарск", "HU": "hongrois madarsk ungarisch венгерск", "SK": "slovaque slovensk slowakisch словацк", "BY": "bielorusse belorusk belarussisch белорус белорусск",
    "SE": "suedois svedsk schwedisch шведск", "GR": "grec reck griechisch греческ", "BE": "belge belgick belgisch бельгийск", "NL": "neerlandais nizozemsk niederlandisch нидерландск голландск",
    "KZ": "kazakh kazassk kasachisch казахстанск казахск", "AM": "armenien armensk armenisch армянск", "AZ": "azerbaidjanais azerbajdzansk aserbaidschanisch азербайджанск",
}  # fmt: skip
_LONGEST_ENDING = 5
_BY_STEM = {stem: code for code, stems in _STEMS.items() for stem in stems.split()}
_SHORTEST, _LONGEST = min(map(len, _BY_STEM)), max(map(len, _BY_STEM))


def country_of(word: str) -> str | None:
    """Give the ISO 3166 code of the country behind a folded adjective, or None.

    >>> country_of("российскими"), country_of("allemande"), country_of("table")
    ('RU', 'DE', None)
    """
    for size in range(min(len(word), _LONGEST), max(_SHORTEST, len(word) - _LONGEST_ENDING) - 1, -1):
        code = _BY_STEM.get(word[:size])
        if code:
            return code
    return None
