"""Writes docs/rules/ (a page per rule, an index per language and per family) and docs/coverage.md from the catalogue.

    python docs/make_rules.py

Pages are a function of the catalogue, of docs/coverage.toml (candidates looked at) and of docs/precision.tsv (training/measure_precision.py); a test compares them.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

from provenance.catalogue import Catalogue, Rule, load_catalogue
from provenance.catalogue.description import describe_conditions, describe_weights
from provenance.catalogue.languages import language_name
from provenance.catalogue.measurement import ORIGINAL, PRESS, Measurement, Tally, count_interval, read_measurement, share_interval
from provenance.catalogue.pages import FOLDER, page_of
from provenance.catalogue.typology import mnemonic

DOCS = Path(__file__).parent
_MARKUP = re.compile(r"[\\`*_{}\[\]<>#|~&!]")
_LEADING = re.compile(r"^(\d+)([.)])|^([-+=])")
MINED_FROM = 900  # codes from here on were proposed by training/mine.py


def escape(text: str) -> str:
    r"""Make a text stand in Markdown as it is, on one line.

    >>> print(escape("a|b *c*"), escape("1. one"), escape("[x](y)"))
    a\|b \*c\* 1\. one \[x\](y)
    """
    line = " ⏎ ".join(" ".join(part.split()) for part in text.splitlines())
    escaped = _MARKUP.sub(lambda match: "\\" + match.group(), line)
    return _LEADING.sub(lambda match: f"{match[1]}\\{match[2]}" if match[1] else f"\\{match[3]}", escaped)


def block(lines: Sequence[str]) -> list[str]:
    """Give lines as a code block whose fence is longer than any in it."""
    longest = max((len(run) for line in lines for run in re.findall("`+", line)), default=0)
    fence = "`" * max(3, longest + 1)
    return [f"{fence}text", *(line.replace("\n", "⏎") for line in lines), fence]


def group_name(rule: Rule) -> str:
    """Give the name of the language an entry is filed under."""
    return language_name(rule.language) if rule.language else "Any language"


def slug(rule: Rule) -> str:
    """Give the file name of a language's index, without its ending."""
    return f"language-{rule.language or 'any'}"


def rule_page(rule: Rule, catalogue: Catalogue, measured: Measurement | None) -> str:
    """Give the page of a rule."""
    title = catalogue.tables["families"]["family"][rule.code[:3]]["title"]
    lines = [
        f"# {rule.code} {rule.name}",
        "",
        f"[{escape(group_name(rule))}]({slug(rule)}.md), [{escape(title)}](family-{rule.family}.md)",
        "",
        f"Severity {rule.severity}; MQM {rule.mqm} {escape(mnemonic(rule.mqm))}; confidence {rule.confidence:g}",
        "",
        escape(rule.message.replace("{quote}", "…").replace("{suggestion}", "…")),
        "",
        f"**Why:** {escape(rule.reason)}",
    ]
    for label, value in (("Source phrase", rule.source_phrase), ("Better", rule.suggestion), ("Former codes", ", ".join(rule.aliases))):
        lines += ["", f"**{label}:** {escape(value)}"] if value else []
    lines += ["", "## Looks for", "", *block(_looks_for(rule)), "", *_conditions(rule)]
    lines += [
        "",
        "## What it is worth",
        "",
        f"Natural logs of likelihood ratios, {rule.basis} ({escape(rule.source)}):",
        "",
        *(f"* {weight:+.2f} {escape(claim)}" for weight, claim in describe_weights(rule)),
    ]
    lines += ["", "## Measured", "", *_measured(rule, measured)]
    lines += ["", "## Found in", "", *(f"* {escape(hit.replace('[[', '⟦').replace(']]', '⟧'))}" for hit in rule.hits)]
    lines += ["", "## Not found in", "", *(f"* {escape(miss)}" for miss in rule.misses)]
    return "\n".join(lines) + "\n"


def _looks_for(rule: Rule) -> list[str]:
    found = [*rule.patterns, *(f"{form} → {meaning}" if meaning else form for form, meaning in rule.forms.items()), *rule.shapes]
    found += [rule.regex] if rule.regex else []
    found += [f"except {', '.join(sorted(rule.exceptions))}"] if rule.exceptions else []
    return [*found, f"check {rule.check}"] if rule.check else found


def _conditions(rule: Rule) -> list[str]:
    return [f"* {label}: {'; '.join(escape(value) for value in values)}" for label, values in describe_conditions(rule)]


def _measured(rule: Rule, measured: Measurement | None) -> list[str]:
    if measured is None or rule.code not in measured.hits:
        return ["Not yet."]
    counts = measured.hits[rule.code]
    if not counts:
        size = measured.sizes[ORIGINAL]
        high = share_interval(0, size.documents)[1]
        return [f"Found in no document of the corpora ({measured.date}); 0 of {size.documents} English originals: at most {high:.2%}."]
    lines = [
        f"Counted on {measured.date}, with 95 % intervals.",
        "",
        "| texts | documents with a hit | share | hits per million words |",
        "|---|---|---|---|",
    ]
    for group in sorted({ORIGINAL, *counts}, key=lambda group: (group != ORIGINAL, group)):
        found, size = counts.get(group, Tally()), measured.sizes[group]
        low, high = share_interval(found.documents, size.documents)
        least, most = (1e6 * bound / size.amount for bound in count_interval(found.amount))
        by, _, language = group.partition("-")
        name = f"{by}, {language_name(language)}" if language else "English originals of other outlets" if group == PRESS else "English originals"
        rate = f"{1e6 * found.amount / size.amount:.1f} ({least:.1f} to {most:.1f})"
        lines.append(f"| {escape(name)} | {found.documents} of {size.documents} | {low:.2%} to {high:.2%} | {rate} |")
    if rule.code in measured.dominant:
        lines += ["", f"Most of these are the one form ‘{escape(measured.dominant[rule.code])}’, which was left out when the weights were fitted."]
    return lines


def index_page(title: str, sections: Mapping[str, Sequence[Rule]]) -> str:
    """Give an index with a section per family or language."""
    lines = [f"# {escape(title)}"]
    for heading in sorted(sections):
        lines += ["", f"## {escape(heading)}", ""]
        lines += [f"* [{rule.code}]({rule.code}.md) {rule.name}: {escape(_short(rule))}" for rule in sections[heading]]
    return "\n".join(lines) + "\n"


def _short(rule: Rule) -> str:
    if rule.source_phrase and rule.suggestion:
        return f"{rule.source_phrase} → {rule.suggestion}"
    return rule.suggestion or rule.message.replace("{quote}", "…").replace("{suggestion}", "…")


def coverage_page(catalogue: Catalogue, mined: Mapping[str, int], precision: Mapping[tuple[str, str], tuple[int, int]]) -> str:
    """Give the tables of languages, families, entries and measured precision."""
    families = catalogue.tables["families"]["family"]
    entries: Counter[tuple[str, str]] = Counter((rule.language or "any", rule.code[:3]) for rule in catalogue.rules)
    languages = sorted({language for language, _ in entries}, key=lambda code: (code == "any", language_name(code)))
    prefixes = [prefix for prefix in families if any(entries[language, prefix] for language in languages)]
    forms = sum(len(rule.forms) for rule in catalogue.rules)
    lines = [
        "# Coverage",
        "",
        "Written by `python docs/make_rules.py`.",
        "",
        f"{len(catalogue.rules):,} entries with {forms:,} listed forms beside their patterns; {len(catalogue.outlets):,} agencies and outlets.",
        "",
        "## Entries",
        "",
        f"| language | all | {' | '.join(prefixes)} |",
        f"|---|---|{'---|' * len(prefixes)}",
    ]
    for language in languages:
        cells = [str(entries[language, prefix] or "") for prefix in prefixes]
        name = "any" if language == "any" else language_name(language)
        lines.append(
            f"| [{escape(name)}](rules/language-{language}.md) | {sum(entries[language, prefix] for prefix in prefixes)} | {' | '.join(cells)} |"
        )
    lines += ["", *(f"* {prefix}: [{escape(families[prefix]['title'])}](rules/family-{families[prefix]['name']}.md)" for prefix in prefixes)]
    lines += ["", "## Measured precision", "", *_precision(families, entries, precision)]
    lines += ["", "## Mined entries", "", *_mined(catalogue, mined)]
    return "\n".join(lines) + "\n"


def _precision(
    families: Mapping[str, Mapping[str, str]], entries: Mapping[tuple[str, str], int], precision: Mapping[tuple[str, str], tuple[int, int]]
) -> list[str]:
    right, total = (sum(found[at] for found in precision.values()) for at in (0, 1))
    low, high = share_interval(right, total)
    lines = [
        "Findings in annotated single texts (`python training/measure_precision.py --shared ../shared`): right is a finding that touches an annotated artefact.",
        "The texts are invented and were looked at while entries were written; cells that are not listed had no finding.",
        f"Together {right} of {total} right: {low:.0%} to {high:.0%} (Wilson, 95 %).",
        "",
        "| language | family | entries | findings | right | precision, 95 % interval |",
        "|---|---|---|---|---|---|",
    ]
    for (language, prefix), (good, n) in sorted(precision.items()):
        low, high = share_interval(good, n)
        name = "any" if language == "any" else language_name(language)
        title = families[prefix]["title"]
        lines.append(f"| {escape(name)} | {escape(title)} | {entries.get((language, prefix), 0)} | {n} | {good} | {low:.0%} to {high:.0%} |")
    return lines


def _mined(catalogue: Catalogue, looked: Mapping[str, int]) -> list[str]:
    accepted = Counter(rule.language for rule in catalogue.rules if rule.language and int(rule.code[-3:]) >= MINED_FROM)
    lines = [
        "`python training/mine.py --data ../shared/data` proposes phrases that translations from one language have more often than English originals",
        "and than translations from other languages. A person read the best of them and kept what an editor would change and what no rule had;",
        "topics and plain English went.",
        "",
        "| language | candidates looked at | accepted |",
        "|---|---|---|",
    ]
    lines += [
        f"| {escape(language_name(code))} | {count} | {accepted[code]} |"
        for code, count in sorted(looked.items(), key=lambda item: language_name(item[0]))
    ]
    return [*lines, f"| all | {sum(looked.values())} | {sum(accepted[code] for code in looked)} |"]


def make_pages(catalogue: Catalogue, mined: Mapping[str, int], precision: Mapping[tuple[str, str], tuple[int, int]]) -> dict[str, str]:
    """Give every page by its path below docs/."""
    measured = read_measurement(catalogue.tables["measured"]) if "measured" in catalogue.tables else None
    families = catalogue.tables["families"]["family"]
    pages = {page_of(rule.code).removeprefix("docs/"): rule_page(rule, catalogue, measured) for rule in catalogue.rules}
    by_language: dict[str, dict[str, list[Rule]]] = defaultdict(lambda: defaultdict(list))
    by_family: dict[str, dict[str, list[Rule]]] = defaultdict(lambda: defaultdict(list))
    for rule in catalogue.rules:
        by_language[slug(rule)][families[rule.code[:3]]["title"]].append(rule)
        by_family[rule.code[:3]][group_name(rule)].append(rule)
    folder = FOLDER.removeprefix("docs/")
    names = {slug(rule): group_name(rule) for rule in catalogue.rules}
    for name, sections in by_language.items():
        pages[f"{folder}/{name}.md"] = index_page(names[name], sections)
    for prefix, sections in by_family.items():
        pages[f"{folder}/family-{families[prefix]['name']}.md"] = index_page(families[prefix]["title"], sections)
    lines = [
        "# Rules",
        "",
        "A page per rule, named by its code; `provenance explain CODE` says the same. Written by `python docs/make_rules.py`.",
        "",
    ]
    lines += ["## By language", "", *(f"* [{escape(names[name])}]({name}.md)" for name in sorted(names, key=lambda name: names[name]))]
    lines += [
        "",
        "## By family",
        "",
        *(f"* [{escape(families[prefix]['title'])}](family-{families[prefix]['name']}.md)" for prefix in sorted(by_family)),
    ]
    pages[f"{folder}/README.md"] = "\n".join(lines) + "\n"
    pages["coverage.md"] = coverage_page(catalogue, mined, precision)
    return pages


def read_mined() -> dict[str, int]:
    """Give how many candidates were looked at, by language."""
    return dict(tomllib.loads((DOCS / "coverage.toml").read_text(encoding="utf-8"))["looked_at"])


def read_precision() -> dict[tuple[str, str], tuple[int, int]]:
    """Give right findings and all, by language and family."""
    rows = [line.split("\t") for line in (DOCS / "precision.tsv").read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return {(language, prefix): (int(right), int(total)) for language, prefix, right, total in rows}


def main() -> None:
    """Write what has changed and remove pages of rules that are gone."""
    pages = make_pages(load_catalogue(), read_mined(), read_precision())
    folder = DOCS / "rules"
    folder.mkdir(exist_ok=True)
    for path in sorted(folder.glob("*.md")):
        if f"rules/{path.name}" not in pages:
            path.unlink()
    for name, content in pages.items():
        path = DOCS / name
        if not path.exists() or path.read_text(encoding="utf-8") != content:
            path.write_text(content, encoding="utf-8")


if __name__ == "__main__":
    main()
