"""Reads the tables that say how each press spells names of another script, and compiles them into systems.

A table (data/systems/<language>.toml) has one column per press. A rule line is `pattern spelling`; the pattern is `left>core<right`, where left and
right are sets of letters that must stand beside the core: `V` any vowel, `C` any consonant, `^` the start and `$` the end of the word. A core that
ends in `$` or begins with `^` is short for the same. The spelling `_` is nothing; `a/b` means a, sometimes b. Rules whose pattern begins with `@`
apply to the last word of a name only (surnames: feminine and nominative endings).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

import attrs

from provenance.errors import ProvenanceError

STRESS = "\u0301"
CYRILLIC = "_cyrillic"  # column of a table whose names reach the presses through their Russian form
PRESSES = tuple("en fr de es pt it ro nl sv da no fi pl cs sk hu sr tr lv lt ru".split())


class UnknownSystemError(ProvenanceError):
    """No table says how this press spells names of this language."""


@attrs.frozen
class Rule:
    """One rewriting rule: the letters it rewrites, what must stand beside them, and what is written (usual form first)."""

    core: str
    pattern: str
    outputs: tuple[str, ...]
    surname: bool


@attrs.frozen(eq=False)
class System:
    """How one press spells names of one language.

    Attributes:
        language: Of the name (ISO 639-1).
        press: Language of the press.
        rules: In order of precedence.
        source: Where the rules come from.
        options: Further conduct: `accent = "es"` writes the stress by the rules of Spanish, `join = "hyphen"` joins given names.

    """

    language: str
    press: str
    rules: tuple[Rule, ...]
    source: str
    options: Mapping[str, str]
    compiled: tuple[re.Pattern[str], re.Pattern[str]]


def languages() -> tuple[str, ...]:
    """Give the languages of names for which there are tables.

    >>> "ru" in languages() and "zh" in languages()
    True
    """
    return tuple(sorted(entry.name[:-5] for entry in _folder().iterdir() if entry.name.endswith(".toml")))


def presses(language: str) -> tuple[str, ...]:
    """Give the presses whose spelling of this language's names is known."""
    table = _table(language)
    return presses(table["via"]) if "via" in table else tuple(press for press in PRESSES if press in table["press"])


@cache
def load_system(language: str, press: str) -> System:
    """Read and compile one system (once per process).

    Raises:
        UnknownSystemError: there is no such table or column.

    """
    if language not in languages() or (press not in presses(language) and press != CYRILLIC):
        msg = f"No table says how the press in {press!r} spells names in {language!r}; see provenance.names.presses()."
        raise UnknownSystemError(msg)
    table = _table(language)
    if "via" in table and press != CYRILLIC:
        through = load_system(table["via"], press)
        return System(language, press, (), through.source, {"via": table["via"]}, through.compiled)
    column = table["press"][press]
    rules: list[Rule] = []
    own = _parse(column.get("rules", ""), table)
    inherited = column.get("like")
    common = _parse(table.get("rules", ""), table)
    held = {(rule.pattern, rule.surname) for rule in own}
    rules.extend(own)
    if inherited:
        base = load_system(language, inherited).rules
        rules.extend(rule for rule in base if (rule.pattern, rule.surname) not in held)
    else:
        rules.extend(rule for rule in common if (rule.pattern, rule.surname) not in held)
    # Longer cores first, then those with a context; the order of the file decides among equals.
    rules.sort(key=lambda rule: (not rule.surname, -len(rule.core), "(?" not in rule.pattern))
    options = {key: value for key, value in column.items() if key not in ("rules", "source", "like")}
    if inherited:
        options = dict(load_system(language, inherited).options) | options
    return System(language, press, tuple(rules), column["source"], options, (_compile(rules, surname=True), _compile(rules, surname=False)))


def _folder() -> Traversable:
    return files("provenance.names").joinpath("data", "systems")


@cache
def _table(language: str) -> dict[str, Any]:
    return tomllib.loads(_folder().joinpath(f"{language}.toml").read_text(encoding="utf-8"))


def _parse(lines: str, table: Mapping[str, Any]) -> list[Rule]:
    rules = []
    for pair in lines.replace("\n", " ; ").split(";"):
        if not pair.strip():
            continue
        pattern, output = pair.split()
        surname = pattern.startswith("@")
        left, core, right = _parts(pattern.removeprefix("@"))
        regex = _context(left, table, before=True) + re.escape(core) + _context(right, table, before=False)
        rules.append(Rule(core, regex, tuple("" if form == "_" else form for form in output.split("/")), surname))
    return rules


def _parts(pattern: str) -> tuple[str, str, str]:
    left, _, rest = pattern.rpartition(">")
    core, _, right = rest.partition("<")
    if core.startswith("^"):
        left, core = "^", core[1:]
    if core.endswith("$"):
        right, core = "$", core[:-1]
    return left, core, right


def _context(context: str, table: Mapping[str, Any], *, before: bool) -> str:
    if not context:
        return ""
    letters = context.replace("V", table["vowels"]).replace("C", table["consonants"])
    edge = letters.replace("^", "").replace("$", "")
    options = []
    if ("^" if before else "$") in context:
        options.append(r"\A" if before else r"\Z")
    if edge:
        options.append(f"(?<=[{edge}])" if before else f"(?=[{edge}])")
    return f"(?:{'|'.join(options)})"


def _compile(rules: list[Rule], *, surname: bool) -> re.Pattern[str]:
    return re.compile("|".join(f"({rule.pattern})" if surname or not rule.surname else "((?!))" for rule in rules))
