"""A rule: what to look for, what it is evidence of, and the cases that prove it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Literal

import attrs

from provenance.catalogue.typology import MNEMONICS
from provenance.errors import CatalogueError
from provenance.model import Claim, Severity, SourceTrace

KINDS = ("phrase", "regex", "shape", "check")
QUOTE_POLICIES = ("flag", "skip", "only")
GLOSS_POLICIES = ("flag", "skip")
PLACES = ("any", "head", "tail", "line", "opening")
CLAIMS: tuple[Claim, ...] = ("translated", "machine_translated", "spun", "republished", "original")
# Natural logs of likelihood ratios: believed or counted, one rule is worth at most 90 to 1, so that it never accuses alone; what a text says of itself may be.
CAPS = {"expert": 4.5, "declared": 8.0, "measured": 4.5}
_CODE = re.compile(r"[A-Z]{3}(-[A-Z]{2})?\d{3}")
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")

Place = Literal["any", "head", "tail", "line", "opening"]
QuotePolicy = Literal["flag", "skip", "only"]
GlossPolicy = Literal["flag", "skip"]


@attrs.frozen(kw_only=True)
class Weights:
    """Natural logs of likelihood ratios, one per claim: against English originals; `machine_translated` against human translation."""

    translated: Mapping[str, float] = attrs.field(factory=dict)
    machine_translated: float = 0.0
    spun: float = 0.0
    republished: float = 0.0
    original: float = 0.0

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claims with a weight other than zero."""
        return tuple(claim for claim in CLAIMS if getattr(self, claim))


@attrs.frozen(kw_only=True)
class Rule:
    """One entry of the catalogue; docs/catalogue.md explains every field."""

    code: str
    name: str
    family: str
    kind: Literal["phrase", "regex", "shape", "check"]
    severity: Severity
    confidence: float
    mqm: str
    weights: Weights
    message: str
    reason: str
    basis: Literal["expert", "declared", "measured"]
    source: str
    quotes: QuotePolicy
    hits: tuple[str, ...]
    misses: tuple[str, ...]
    patterns: tuple[str, ...] = ()
    forms: Mapping[str, str] = attrs.field(factory=dict)
    regex: str | None = None
    triggers: tuple[str, ...] = ()
    shapes: tuple[str, ...] = ()
    exceptions: frozenset[str] = frozenset()
    check: str | None = None
    params: Mapping[str, Any] = attrs.field(factory=dict)
    place: Place = "any"
    gloss: GlossPolicy = "flag"
    near: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    requires_in_text: tuple[str, ...] = ()
    unless_in_text: tuple[str, ...] = ()
    min_count: int = 1
    company: int = 0
    sources: tuple[SourceTrace, ...] = ()
    variety: str | None = None
    source_phrase: str | None = None
    suggestion: str | None = None
    aliases: tuple[str, ...] = ()

    @property
    def language(self) -> str | None:
        """The language its file belongs to, lower-case, or None."""
        return self.code[4:6].lower() if self.code[3] == "-" else None

    @property
    def group(self) -> str:
        """Prefix of the code: family, and language where it has one."""
        return self.code[:-3]


_REQUIRED = ("code", "name", "kind", "severity", "confidence", "mqm", "weights", "message", "reason", "basis", "source", "quotes", "hits", "misses")
_RENAMED = {"except": "exceptions"}
_TUPLES = ("hits", "misses", "patterns", "triggers", "shapes", "near", "unless", "requires_in_text", "unless_in_text", "aliases")


def build_rule(entry: Mapping[str, Any], families: Mapping[str, Mapping[str, Any]], where: str) -> Rule:
    """Turn a TOML table into a Rule.

    Args:
        entry: The table.
        families: The table of families by code prefix; a family's `unless` is added to the rule's, its `gloss` holds where the rule has none.
        where: File name for error messages.

    Raises:
        CatalogueError: a field is missing, unknown or has an impossible value.

    """
    code = str(entry.get("code", "without code"))

    def fail(trouble: str) -> CatalogueError:
        return CatalogueError(f"Rule {code} in {where}: {trouble}; see docs/catalogue.md.")

    fields = {_RENAMED.get(key, key): value for key, value in entry.items()}
    missing = [key for key in _REQUIRED if key not in entry]
    unknown = sorted(set(fields) - {field.name for field in attrs.fields(Rule)} | ({"family"} & set(fields)))
    if missing or unknown:
        trouble = f"missing {', '.join(missing)}" if missing else f"unknown {', '.join(unknown)}"
        raise fail(trouble)
    if not _CODE.fullmatch(code) or code[:3] not in families:
        msg = "the code must be a family prefix, a language and three digits (IDM-PT001)"
        raise fail(msg)
    family = families[code[:3]]
    for key in _TUPLES:
        if key in fields:
            if not isinstance(fields[key], list):
                raise fail(f"{key} must be a list")
            fields[key] = tuple(fields[key])
    try:
        fields["weights"] = Weights(**fields["weights"])
        fields["sources"] = tuple(SourceTrace(**trace) for trace in fields.get("sources", ()))
        fields["exceptions"] = frozenset(fields.get("exceptions", ()))
        fields["unless"] = (*fields.get("unless", ()), *family.get("unless", ()))
        fields.setdefault("gloss", family.get("gloss", "flag"))
        rule = Rule(family=family["name"], **fields)
    except (TypeError, ValueError) as error:
        raise fail(str(error)) from error
    trouble = _trouble(rule)
    if trouble:
        raise fail(trouble)
    return rule


def _trouble(rule: Rule) -> str:
    """Say what is wrong with a rule's values; empty where nothing is."""
    what = {
        "phrase": bool(rule.patterns or rule.forms),
        "regex": bool(rule.regex and rule.triggers),
        "shape": bool(rule.shapes),
        "check": bool(rule.check),
    }
    weights = (*rule.weights.translated.values(), rule.weights.machine_translated, rule.weights.spun, rule.weights.republished, rule.weights.original)
    checks = (
        (_NAME.fullmatch(rule.name) is not None, f"name {rule.name!r} is not kebab-case"),
        (rule.kind in KINDS, f"unknown kind {rule.kind!r}"),
        (what.get(rule.kind, False), f"nothing to look for (kind {rule.kind})"),
        (rule.severity in ("minor", "major", "critical"), f"unknown severity {rule.severity!r}"),
        (0 < rule.confidence <= 1, f"confidence {rule.confidence} is not in (0, 1]"),
        (rule.mqm in MNEMONICS, f"mqm {rule.mqm!r} is not an identifier of the MQM core typology"),
        (rule.basis in CAPS, f"unknown basis {rule.basis!r}"),
        (rule.quotes in QUOTE_POLICIES, f"unknown quote policy {rule.quotes!r}"),
        (rule.gloss in GLOSS_POLICIES, f"unknown gloss policy {rule.gloss!r}"),
        (rule.place in PLACES, f"unknown place {rule.place!r}"),
        (any(weights), "no weight for any claim"),
        (all(abs(weight) <= CAPS.get(rule.basis, 0.0) for weight in weights), f"a weight beyond the cap of its basis ({CAPS})"),
        (all(re.fullmatch(r"[a-z]{2,3}", code) for code in rule.weights.translated), "weights.translated must be keyed by language codes"),
        (
            all(isinstance(text, str) and text.strip() for text in (rule.message, rule.reason, rule.source)),
            "message, reason and source must not be empty",
        ),
        (rule.min_count >= 1, "min_count must be at least 1"),
        (rule.company >= 0, "company must not be negative"),
    )
    return "; ".join(trouble for passed, trouble in checks if not passed)
