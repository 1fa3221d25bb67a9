"""Reads the catalogue from its data files, once per process."""

from __future__ import annotations

import hashlib
import json
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, cached_property
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

import attrs

from provenance.catalogue.fitting import fit_rule
from provenance.catalogue.measurement import read_measurement
from provenance.catalogue.patterns import Classes
from provenance.catalogue.rule import Rule, build_rule
from provenance.errors import CatalogueError, UnknownRuleError
from provenance.text.normalise import normalise
from provenance.text.tokens import tokenise

COMPILED = "compiled.json"  # made when the package is built (hatch_build.py); absent in a checkout


@attrs.frozen(kw_only=True)
class Outlet:
    """An agency or outlet, and how texts name it."""

    name: str
    kind: str
    language: str
    languages: tuple[str, ...] = ()
    variety: str | None = None
    country: str | None = None
    aliases: tuple[str, ...] = ()
    translated: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    english_service: bool = False


@attrs.frozen(slots=False, eq=False)
class Catalogue:
    """All rules and tables.

    Attributes:
        digest: First 16 hexadecimal digits of the SHA-256 of the data files; names the catalogue in reports.
        rules: In the order of their codes.
        classes: Members of each word class as tuples of lower-case tokens.
        outlets: Agencies and outlets by name.
        commonness: Occurrences per million words of the commonest English words.
        tables: The other tables, as parsed.
        triggers: Words by which each pattern is searched, where the catalogue was compiled; patterns are then parsed when first needed.

    """

    digest: str
    rules: tuple[Rule, ...]
    classes: Classes
    outlets: Mapping[str, Outlet]
    commonness: Mapping[str, float]
    tables: Mapping[str, Any]
    triggers: Mapping[str, Sequence[str]] = attrs.field(factory=dict)

    @cached_property
    def by_code(self) -> dict[str, Rule]:
        """Rules by code and by former code."""
        return {**{alias: rule for rule in self.rules for alias in rule.aliases}, **{rule.code: rule for rule in self.rules}}

    def find(self, wanted: str) -> Rule:
        """Give the rule with this code or name.

        Raises:
            UnknownRuleError: there is none, or there are several of this name.

        """
        rule = self.by_code.get(wanted.upper())
        if rule is not None:
            return rule
        found = [rule for rule in self.rules if rule.name == wanted.lower() or wanted in rule.aliases]
        if len(found) == 1:
            return found[0]
        if found:
            msg = f"{len(found)} rules are called {wanted!r}; give the code of one: {', '.join(rule.code for rule in found)}."
        else:
            msg = f"No rule is called {wanted!r}; `provenance rules` lists them all."
        raise UnknownRuleError(msg)

    def select(self, select: tuple[str, ...] = (), ignore: tuple[str, ...] = ()) -> tuple[Rule, ...]:
        """Give the rules whose code starts with one of `select` (all, if empty) and with none of `ignore`.

        Raises:
            UnknownRuleError: a prefix fits no rule.

        """
        for prefix in (*select, *ignore):
            if not any(rule.code.startswith(prefix) for rule in self.rules):
                msg = f"No rule code starts with {prefix!r}; `provenance rules` lists them all."
                raise UnknownRuleError(msg)
        return tuple(rule for rule in self.rules if (not select or rule.code.startswith(select)) and not rule.code.startswith(ignore or ("\0",)))


def data_files(root: Traversable | None = None, prefix: str = "") -> Iterator[tuple[str, Traversable]]:
    """Yield the catalogue's data files, sorted by path."""
    root = root or files("provenance.catalogue") / "data"
    for entry in sorted(root.iterdir(), key=lambda item: item.name):
        if entry.is_dir():
            yield from data_files(entry, f"{prefix}{entry.name}/")
        elif entry.name.endswith((".toml", ".tsv")):
            yield f"{prefix}{entry.name}", entry


@cache
def load_catalogue() -> Catalogue:
    """Load the shipped catalogue (cached: the same object every time).

    Raises:
        CatalogueError: a data file is damaged.

    """
    digest, contents = _read_files()
    compiled = files("provenance.catalogue") / "data" / COMPILED
    if compiled.is_file():
        parsed = json.loads(compiled.read_text(encoding="utf-8"))
        if parsed["digest"] == digest:
            return attrs.evolve(build_catalogue(digest, parsed["files"]), triggers=parsed["triggers"])
    return build_catalogue(digest, {name: parse_file(name, data) for name, data in contents.items()})


def compile_catalogue() -> dict[str, Any]:
    """Give what COMPILED holds: the parsed files, and the triggers of every pattern. Used when the package is built.

    Raises:
        CatalogueError: an entry or a pattern is damaged.

    """
    from provenance.catalogue.pattern_parser import parse

    digest, contents = _read_files()
    parsed = {name: parse_file(name, data) for name, data in contents.items()}
    catalogue = build_catalogue(digest, parsed)
    fields = ("patterns", "forms", "near", "unless", "requires_in_text", "unless_in_text")
    sources = sorted({pattern for rule in catalogue.rules for field in fields for pattern in getattr(rule, field)})
    triggers = {source: parse(source, catalogue.classes, catalogue.commonness).triggers for source in sources}
    return {"digest": digest, "files": parsed, "triggers": triggers}


def _read_files() -> tuple[str, dict[str, bytes]]:
    """Give the digest of the data files, and their contents by path."""
    contents = {name: entry.read_bytes() for name, entry in data_files()}
    digest = hashlib.sha256()
    for name, data in sorted(contents.items()):
        digest.update(name.encode() + b"\0" + data + b"\0")
    return digest.hexdigest()[:16], contents


def parse_file(name: str, data: bytes) -> Any:
    """Parse one data file: TOML into a table, TSV into rows.

    Raises:
        CatalogueError: it is not valid TOML.

    """
    text = data.decode("utf-8")
    if name.endswith(".tsv"):
        return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        msg = f"Catalogue file {name} is not valid TOML: {error}; repair it there."
        raise CatalogueError(msg) from error


def build_catalogue(digest: str, parsed: Mapping[str, Any], troubles: list[str] | None = None) -> Catalogue:
    """Assemble a catalogue from parsed data files, keyed by their path below `data/`.

    Args:
        digest: Names the catalogue in reports.
        parsed: The files' contents.
        troubles: Where given, damaged rules are left out and their troubles added to the list (for work on the catalogue).

    Raises:
        CatalogueError: an entry breaks the schema or a code stands twice.

    """
    families = parsed["tables/families.toml"]["family"]
    rules: dict[str, Rule] = {}
    classes: dict[str, set[tuple[str, ...]]] = {}
    outlets: dict[str, Outlet] = {}
    tables: dict[str, Any] = {}
    for name, content in sorted(parsed.items()):
        if name.startswith("rules/"):
            for entry in content.get("rule", ()):
                try:
                    _add(rules, build_rule(entry, families, name), name)
                except CatalogueError as error:
                    if troubles is None:
                        raise
                    troubles.append(str(error))
        elif name.startswith("tables/classes/"):
            for class_name, members in content.get("class", {}).items():
                classes.setdefault(class_name, set()).update(_member(member) for member in members)
        elif name.startswith("tables/sources/"):
            for entry in content.get("source", ()):
                outlet = _outlet(entry, name)
                outlets[outlet.name] = _join(outlets[outlet.name], outlet) if outlet.name in outlets else outlet
        else:
            tables[name.removeprefix("tables/").rsplit(".", 1)[0]] = content
    commonness = {word: float(rate) for word, rate in tables.pop("common_words", ())}
    frozen = {name: frozenset(members) for name, members in classes.items()}
    if "measured" in tables:
        measured = read_measurement(tables["measured"])
        rules = {code: fit_rule(rule, measured) for code, rule in rules.items()}
    return Catalogue(digest, tuple(rules[code] for code in sorted(rules)), frozen, outlets, commonness, tables)


def _add(rules: dict[str, Rule], rule: Rule, where: str) -> None:
    if rule.code in rules:
        msg = f"Rule {rule.code} stands twice, the second time in {where}; a code is for ever and for one rule."
        raise CatalogueError(msg)
    rules[rule.code] = rule


def _member(member: str) -> tuple[str, ...]:
    return tuple(tokenise(normalise(member).text).norms)


def _join(one: Outlet, other: Outlet) -> Outlet:
    """Make one of two entries for an outlet (its country's file and that of the international agencies); the first decides, lists are united."""

    def united(field: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys((*getattr(one, field), *getattr(other, field))))

    return attrs.evolve(
        one,
        languages=tuple(dict.fromkeys((*one.languages, other.language, *other.languages))),
        aliases=united("aliases"),
        translated=united("translated"),
        domains=united("domains"),
        variety=one.variety or other.variety,
        country=one.country or other.country,
        english_service=one.english_service or other.english_service,
    )


def _outlet(entry: Mapping[str, Any], where: str) -> Outlet:
    try:
        fields: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in entry.items()}
        return Outlet(**fields)
    except TypeError as error:
        msg = f"Source {entry.get('name', 'without name')!r} in {where} does not fit the schema: {error}; see docs/catalogue.md."
        raise CatalogueError(msg) from error
