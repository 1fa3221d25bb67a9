"""The catalogue for people: one rule explained, all rules listed."""

from __future__ import annotations

import json

from provenance.catalogue import Catalogue, Rule, load_catalogue
from provenance.catalogue.description import describe_conditions, describe_weights
from provenance.catalogue.languages import language_name
from provenance.catalogue.measurement import ORIGINAL, PRESS, Tally, count_interval, read_measurement, share_interval
from provenance.catalogue.typology import mnemonic


def explain_rule(wanted: str) -> str:
    """Say everything about a rule.

    Raises:
        UnknownRuleError: there is no such rule.

    """
    catalogue = load_catalogue()
    rule = catalogue.find(wanted)
    title = catalogue.tables["families"]["family"][rule.code[:3]]["title"]
    lines = [
        f"{rule.code} {rule.name}",
        f"{title}; severity {rule.severity}; MQM {rule.mqm} {mnemonic(rule.mqm)}",
        "",
        rule.message.replace("{quote}", "…").replace("{suggestion}", "…"),
        "",
        f"Why: {rule.reason}",
    ]
    lines += [f"Source phrase: {rule.source_phrase}"] if rule.source_phrase else []
    lines += [f"Better: {rule.suggestion}"] if rule.suggestion else []
    lines += ["", "Looks for:", *(f"  {item}" for item in _looks_for(rule))]
    lines += _conditions(rule)
    lines += [
        "",
        f"Evidence ({rule.basis}; {rule.source}):",
        *(f"  {weight:+.1f} {claim}" for weight, claim in describe_weights(rule)),
    ]
    lines += _measured(rule, catalogue)
    lines += [
        "",
        "Found in:",
        *(f"  {hit.replace('[[', '⟦').replace(']]', '⟧')}" for hit in rule.hits),
        "Not in:",
        *(f"  {miss}" for miss in rule.misses),
    ]
    return "\n".join(lines) + "\n"


def _looks_for(rule: Rule) -> list[str]:
    found = [*rule.patterns, *(f"{form} → {meaning}" if meaning else form for form, meaning in rule.forms.items()), *rule.shapes]
    found += [rule.regex] if rule.regex else []
    found += [f"check {rule.check}"] if rule.check else []
    return found


def _conditions(rule: Rule) -> list[str]:
    return [f"{label.capitalize()}: {', '.join(values)}" for label, values in describe_conditions(rule)]


def _measured(rule: Rule, catalogue: Catalogue) -> list[str]:
    """Say how often the rule was counted in each class of the corpora: documents with their interval, and hits per million words with theirs."""
    if "measured" not in catalogue.tables:
        return []
    measured = read_measurement(catalogue.tables["measured"])
    counts = measured.hits.get(rule.code)
    if counts is None:
        return ["", f"Not measured: the entry is newer than the count of {measured.date}."]
    groups = sorted({ORIGINAL, *counts}, key=lambda group: (group != ORIGINAL, group))
    lines = [f"  {_rate(_group(group), counts.get(group, Tally()), measured.sizes[group])}" for group in groups]
    if rule.code in measured.dominant:
        lines.append(f"  Most of these are the one form '{measured.dominant[rule.code]}', which was left out when the weights were fitted.")
    return ["", f"Measured on {measured.date}, documents with a hit (and hits per million words), 95 % intervals:", *lines]


def _rate(group: str, found: Tally, size: Tally) -> str:
    low, high = share_interval(found.documents, size.documents)
    least, most = (1e6 * bound / size.amount for bound in count_interval(found.amount))
    rate = 1e6 * found.amount / size.amount
    return f"{found.documents} of {size.documents} {group}: {low:.1%} to {high:.1%} ({rate:.1f}: {least:.1f} to {most:.1f})"


def _group(group: str) -> str:
    by, _, language = group.partition("-")
    if not language:
        return "English originals of other outlets" if group == PRESS else "English originals"
    name = language_name(language)
    return f"texts turned from English into {name} and back" if by == "roundtrip" else f"{by} translations from {name}"


def list_rules(select: str, format_: str) -> str:
    """List rules as a table or as JSON.

    Raises:
        UnknownRuleError: a prefix fits no rule.

    """
    rules = load_catalogue().select(tuple(code.strip().upper() for code in select.split(",") if code.strip()))
    if format_ == "json":
        entries = [
            {
                "rule": rule.code,
                "name": rule.name,
                "family": rule.family,
                "severity": rule.severity,
                "claims": list(rule.weights.claims),
                "languages": dict(rule.weights.translated),
                "mqm": rule.mqm,
                "message": rule.message,
            }
            for rule in rules
        ]
        return json.dumps(entries, ensure_ascii=False, indent=2) + "\n"
    wide = max(len(rule.name) for rule in rules)
    return "".join(f"{rule.code:<10} {rule.severity:<8} {rule.name:<{wide}}  {','.join(rule.weights.claims)}\n" for rule in rules)
