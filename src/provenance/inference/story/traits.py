"""What a document says about where it comes from: whose it is, whom it credits, when it was published."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

import attrs

from provenance.catalogue import Catalogue, load_catalogue
from provenance.inference.mentions import find_mentions
from provenance.inference.story.reading import Reading
from provenance.model import Document, Report

# What an outlet calls its foreign edition; not part of the name by which others credit it.
_EDITION = re.compile(
    r"\s*(?:\([^)]*\)|[-–—:|,]?\s*\b(?:in english|english(?: version| edition| service)?|international(?: edition)?|world|online|blog))\s*\Z",
    re.IGNORECASE,
)
_FOREIGN_EDITION = re.compile(r"\benglish\b|\binternational\b|\btranslat|\bmachine\b", re.IGNORECASE)
_AGENCY = re.compile(
    r"\b(?:news|press) agency\b|\bwire\b|\bnews service\b|\bagenc[ey]\b|\bagencia\b|\bagence\b|\bagenzia\b|\bagentur\b|\bnewswire\b", re.IGNORECASE
)
_DATELINE = re.compile(r"\((?P<name>[A-Z][A-Za-z\-]{1,14})\)\s*(?:[.–—-]|\s)")
_DATELINE_WINDOW = 120
_CREDIT_ROLES = frozenset(("original", "relay", "quoted"))
_SMALL = frozenset("the of and de la le les du des el der die das y et und".split())


@attrs.frozen(kw_only=True)
class Traits:
    """What is known of one document beside its wording.

    Attributes:
        names: Names under which others may credit it, in lower case.
        agency: Whether it is an agency's own text.
        credits: Names of agencies that it credits and that are not itself.
        text: Its normal form, for looking up names.
        foreign_edition: Whether its outlet says that it publishes translations.
        published: When it says it was published.
        translated: Probability of a translation, from its report.
        spun: Probability of a synonym spinner, from its report.

    """

    names: tuple[str, ...]
    agency: bool
    credits: frozenset[str]
    text: str
    foreign_edition: bool
    published: datetime | None
    translated: float
    spun: float

    def names_other(self, other: Traits) -> bool:
        """Tell whether this document names the other's outlet."""
        return any(self._names(name) for name in other.names if name not in self.names)

    def same_outlet(self, other: Traits) -> bool:
        """Tell whether two documents are of one outlet, perhaps of two of its editions."""
        return bool(set(self.names) & set(other.names))

    def _names(self, name: str) -> bool:
        found = re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", self.text, re.IGNORECASE)
        return any(match.group()[0].isupper() or " " in name for match in found)


def find_traits(readings: Sequence[Reading], reports: Mapping[str, Report]) -> list[Traits]:
    """Give the traits of each document."""
    catalogue = load_catalogue()
    return [_traits(reading, reports.get(reading.id), catalogue) for reading in readings]


def _traits(of: Reading, report: Report | None, catalogue: Catalogue) -> Traits:
    document = of.text.document
    outlet = document.outlet or ""
    names = _names(outlet)
    known = catalogue.outlets.get(outlet) or next(
        (each for each in catalogue.outlets.values() if each.kind == "agency" and outlet in each.aliases), None
    )
    if known is not None:
        names = tuple(dict.fromkeys((*names, known.name.lower(), *(alias.lower() for alias in known.aliases))))
    dateline = _DATELINE.search(of.text.normal[:_DATELINE_WINDOW])
    own = dateline is not None and dateline["name"].lower() in names
    credited = {
        mention.outlet.name for mention in find_mentions(of.text, catalogue) if mention.outlet.kind == "agency" and mention.role in _CREDIT_ROLES
    }
    if dateline is not None and not own:
        credited.add(dateline["name"])
    return Traits(
        names=names,
        agency=own or (dateline is not None and not outlet) or bool(_AGENCY.search(outlet)) or (known is not None and known.kind == "agency"),
        credits=frozenset(name for name in credited if name.lower() not in names),
        text=of.text.normal,
        foreign_edition=bool(_FOREIGN_EDITION.search(outlet)),
        published=_published(document),
        translated=report.verdict.translated if report else 0.0,
        spun=report.verdict.spun if report else 0.0,
    )


def _names(outlet: str) -> tuple[str, ...]:
    """Give the outlet's name without its edition, and its initials where it is long enough to have some.

    >>> _names("La Voz de Arequipa - English version")
    ('la voz de arequipa',)
    >>> _names("Channel Press Agency")
    ('channel press agency', 'cpa')
    """
    core = outlet.strip()
    while core and (cut := _EDITION.sub("", core)) != core and cut:
        core = cut
    words = [word for word in re.findall(r"[^\W\d_]+", core) if word.lower() not in _SMALL]
    names = [core.lower()] if len(core) >= 3 else []
    if len(words) >= 3 and _AGENCY.search(core):
        names.append("".join(word[0] for word in words).lower())
    return tuple(names)


def _published(document: Document) -> datetime | None:
    try:
        when = datetime.fromisoformat(document.published or "")
    except ValueError:
        return None
    return when if when.tzinfo else when.replace(tzinfo=UTC)
