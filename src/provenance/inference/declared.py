"""What the carrier declares about a document: evidence, never fact; where it contradicts the text, that is said.

A feed's language tag, an outlet's name and an address are often true, sometimes left over from the original of a translation, and sometimes forged.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from functools import lru_cache
from urllib.parse import parse_qs, urlsplit

from provenance.catalogue import Catalogue, Outlet
from provenance.inference.settings import Settings
from provenance.model import Claim, Document, Evidence
from provenance.text import Text

KIND = "metadata"
_CODE = re.compile(r"[a-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*$", re.IGNORECASE)
_MONTHS = "January February March April May June July August September October November December".split()
_DAY_FIRST = re.compile(rf"(?<![\d.])(\d{{1,2}})(?:st|nd|rd|th)? ({'|'.join(_MONTHS)}),? (\d{{4}})(?!\d)")
_MONTH_FIRST = re.compile(rf"\b({'|'.join(_MONTHS)}) (\d{{1,2}})(?:st|nd|rd|th)?, (\d{{4}})(?!\d)")
# Words that turn a later date into an announcement.
_AHEAD = re.compile(r"\b(?:will|would|until|by|from|next|scheduled|planned|due|expected|expires?|shall|deadline|before|to be)\b", re.IGNORECASE)
_SENTENCE_SO_FAR = 160  # characters before a date in which such a word is looked for


def weigh_declared(text: Text, catalogue: Catalogue, settings: Settings) -> tuple[Evidence, ...]:
    """Give what the declared language, outlet, address and date say; contradictions come as reasons too, with or without a weight.

    Args:
        text: The text with its document.
        catalogue: Outlets, translation services and the weights of the table `declared`.
        settings: For the share of a language not told.

    """
    document = text.document
    weights: Mapping[str, float] = catalogue.tables["declared"]["weights"]
    found: list[Evidence] = []
    service = _translation_service(document.url, catalogue)
    if service is not None:
        host, language = service
        found += _by_service(host, language, weights, settings)
    outlet = find_outlet(document, catalogue)
    if outlet is not None:
        found += _of_outlet(outlet, weights, settings)
    found += _of_language(text, weights, settings)
    found += _of_date(text, weights)
    return tuple(found)


def find_outlet(document: Document, catalogue: Catalogue) -> Outlet | None:
    """Give the outlet that the declared name or the address belongs to, or None where neither is known."""
    names, domains = _known(catalogue)
    if document.outlet is not None and document.outlet.strip().casefold() in names:
        return names[document.outlet.strip().casefold()]
    labels = _host(document.url).split(".")
    return next((domains[domain] for at in range(len(labels) - 1) if (domain := ".".join(labels[at:])) in domains), None)


@lru_cache(maxsize=4)
def _known(catalogue: Catalogue) -> tuple[dict[str, Outlet], dict[str, Outlet]]:
    names: dict[str, Outlet] = {}
    domains: dict[str, Outlet] = {}
    for outlet in catalogue.outlets.values():
        for name in (outlet.name, *outlet.aliases):
            names.setdefault(name.casefold(), outlet)
        for domain in outlet.domains:
            domains.setdefault(domain, outlet)
    return names, domains


def _host(url: str | None) -> str:
    try:
        return (urlsplit(url or "").hostname or "").removeprefix("www.")
    except ValueError:  # an address that is none, such as one with half a bracket
        return ""


def _translation_service(url: str | None, catalogue: Catalogue) -> tuple[str, str | None] | None:
    """Give the host of a translation service, and the source language its address names, if the address is one."""
    host = _host(url)
    for service in catalogue.tables["declared"]["service"]:
        if host == service["host"] or host.endswith("." + service["host"]):
            query = parse_qs(urlsplit(url or "").query)
            code = next((value for name in service["source"] for value in query.get(name, ())), "").lower().split("-")[0]
            return service["host"], code if _CODE.match(code) and code != "en" else None
    return None


def _by_service(host: str, language: str | None, weights: Mapping[str, float], settings: Settings) -> list[Evidence]:
    reason = f"The address is that of a translation service ({host})."
    return [
        _translated(language, weights["service"], reason, settings),
        Evidence(claim="machine_translated", weights={"machine_translated": weights["service"]}, reason=reason, kind=KIND),
    ]


def _translated(language: str | None, weight: float, reason: str, settings: Settings) -> Evidence:
    """Give evidence for a source language; for any where none is told."""
    if language is None or language == "und":
        spread = dict.fromkeys(("und", *settings.languages), weight)
    else:
        spread = {language: weight, "und": round(settings.spill * weight, 4)}
    return Evidence(claim="translated", weights=dict(sorted(spread.items())), reason=reason, kind=KIND)


def _of_outlet(outlet: Outlet, weights: Mapping[str, float], settings: Settings) -> list[Evidence]:
    if outlet.language == "en":
        reason = f"It is declared to come from {outlet.name}, which writes in English."
        return [Evidence(claim="translated", weights={"en": weights["english_outlet"]}, reason=reason, kind=KIND)]
    if outlet.english_service or "en" in outlet.languages:
        return []
    reason = f"It is declared to come from {outlet.name}, which does not write in English."
    return [_translated(outlet.language, weights["foreign_outlet"], reason, settings)]


def _of_language(text: Text, weights: Mapping[str, float], settings: Settings) -> list[Evidence]:
    declared = (text.document.language or "").strip()
    if not declared or text.language.code == "und":
        return []
    if not _CODE.match(declared):
        return [_say("translated", f"The declared language {declared!r} is no language code.")]
    code = declared.lower().replace("_", "-").split("-")[0]
    if code == text.language.code:
        return []
    if text.language.code == "en":
        reason = f"It is declared to be in '{code}', but it is in English: translations often keep the language tag of their original."
        return [_translated(code, weights["language"], reason, settings)]
    return [_say("translated", f"It is declared to be in '{code}', but it reads as '{text.language.code}'.")]


def _of_date(text: Text, weights: Mapping[str, float]) -> list[Evidence]:
    declared = (text.document.published or "").strip()
    if not declared:
        return []
    try:
        published = datetime.fromisoformat(declared).date()
    except ValueError:
        return [_say("republished", f"The declared date {declared!r} is no date in ISO 8601 form.")]
    later = [(day, quote) for day, quote in _dates(text.normal) if (day - published).days > 1]
    if not later:
        return []
    _, quote = min(later)
    reason = (
        f"It is declared to be of {published.isoformat()}, but tells of {quote}: the time stamp is wrong, or the text is not what it is said to be."
    )
    return [Evidence(claim="republished", weights={"republished": weights["impossible_date"]}, reason=reason, kind=KIND)]


def _dates(normal: str) -> Iterator[tuple[date, str]]:
    """Yield the full dates a text tells of, announcements left out."""
    for pattern, day_at, month_at in ((_DAY_FIRST, 1, 2), (_MONTH_FIRST, 2, 1)):
        for match in pattern.finditer(normal):
            before = re.split(r"[.!?\n]", normal[max(0, match.start() - _SENTENCE_SO_FAR) : match.start()])[-1]
            if _AHEAD.search(before):
                continue
            try:
                yield date(int(match[3]), _MONTHS.index(match[month_at]) + 1, int(match[day_at])), match[0]
            except ValueError:  # 31 February
                continue


def _say(claim: Claim, reason: str) -> Evidence:
    """Give a contradiction that weighs nothing but must be said."""
    return Evidence(claim=claim, weights={}, reason=reason, kind=KIND)
