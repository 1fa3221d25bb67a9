"""Counts every rule in each class of every corpus, and shows what a rule is worth and which rules accuse English originals.

    python training/measure_catalogue.py --data ../shared/data [--select IDM-PT,CAL] [--originals] [--sample 0.1] [--show 3]
    python training/measure_catalogue.py --data ../shared/data --write 2026-11-22 [--press originals.jsonl]

Counted are documents with a hit and hits per million words, one text of each article per corpus and class; shares come with Wilson's 95 % interval. With --write
and the date of the count they go to src/provenance/catalogue/data/tables/measured.toml, where the catalogue fits its weights to them
(provenance.catalogue.fitting) and `provenance explain` shows them. The press at large is counted where --press names a file of it; else its last counts stay.
"""

from __future__ import annotations

import argparse
import datetime as dt
import itertools
import re
import sys
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))  # training/ is no installed package

from training.catalogue.corpora import read_press, read_samples
from training.catalogue.counting import Cell, Counts, count

from provenance.catalogue import Catalogue, Rule
from provenance.catalogue.loading import build_catalogue, data_files, parse_file
from provenance.catalogue.measurement import ORIGINAL, PRESS, Measurement, Tally, count_interval, read_measurement, share_interval
from provenance.detectors import Detector
from provenance.errors import CatalogueError

TARGET = Path(__file__).parents[1] / "src/provenance/catalogue/data/tables/measured.toml"
HEADER = """\
# Counts made by training/measure_catalogue.py: numbers only, no text. Keys are a corpus and a class of its texts.
# Source: the WMT shared tasks 2013, 2014, 2016, 2017 and 2019-2022 (news; wmt2022 also other domains), wce-lig (French news of WCE-LIG), ht-vs-mt (WMT 2008-2017,
# tobiasvanderwerff/HT-vs-MT), ntrex-apertium (NTREX-128 through Apertium), mlqe-pe (Romanian sentences). Licences differ; counts are facts.
# Originals outside the corpora (class press): masakhane-news (BBC 2022), ZitRos/news-articles-dataset (BBC 2004-2005), nltk_data (ABC 2006, Brown 1961), a sample of
# Reuters 2016-2017, the test pages of flairNLP/fundus (some sixty outlets, 2023-2026).
# Class: original, or how it came to English and from which language; roundtrip: it was English before.
"""


def load_leniently() -> Catalogue:
    """Load the catalogue from its sources, with the authors' weights; say which entries are damaged and go on without them."""
    parsed: dict[str, Any] = {}
    troubles: list[str] = []
    for name, entry in data_files():
        try:
            parsed[name] = parse_file(name, entry.read_bytes())
        except CatalogueError as error:
            troubles.append(str(error))
    parsed.pop("tables/measured.toml", None)
    catalogue = build_catalogue("unreleased", parsed, troubles)
    for trouble in troubles:
        print(f"left out: {trouble}")
    return catalogue


def compiles(rule: Rule, catalogue: Catalogue) -> bool:
    """Tell whether a rule's patterns can be read; say so where not."""
    try:
        Detector([rule], catalogue)
    except (CatalogueError, re.error) as error:
        print(f"left out: {rule.code}: {error}")
        return False
    return True


def table(counts: Counts, rules: list[Rule], date: str) -> dict[str, Any]:
    """Give what measured.toml holds."""
    plain = {code: _plain(cells) for code, cells in sorted(counts.hits.items())}
    dominant = {code: form for code in sorted(counts.forms) if (form := counts.dominant(code)) is not None}
    return {
        "date": date,
        "silent": sorted(rule.code for rule in rules if rule.code not in plain),
        "sizes": _plain(counts.sizes),
        "hits": plain,
        "dominant": dominant,
        "rest": {code: _plain(counts.without(code, form)) for code, form in dominant.items()},
    }


def keep_press(counted: dict[str, Any]) -> dict[str, Any]:
    """Take the counts of the press at large from the last measurement."""
    last = tomllib.loads(TARGET.read_text(encoding="utf-8"))

    def press(cells: Mapping[str, list[int]]) -> dict[str, list[int]]:
        return {key: cell for key, cell in cells.items() if key.endswith(f" {PRESS}")}

    known = {*counted["silent"], *counted["hits"]}
    hits = {code: {**counted["hits"].get(code, {}), **press(last["hits"].get(code, {}))} for code in sorted(known)}
    return {
        **counted,
        "silent": sorted(code for code, cells in hits.items() if not cells),
        "sizes": {**counted["sizes"], **press(last["sizes"])},
        "hits": {code: cells for code, cells in hits.items() if cells},
    }


def _plain(cells: Mapping[str, Cell]) -> dict[str, list[int]]:
    return {key: [cell.documents, cell.amount] for key, cell in sorted(cells.items())}


def as_toml(counted: Mapping[str, Any]) -> str:
    """Write the table as TOML, in one way only."""
    lines = [HEADER + f'date = "{counted["date"]}"', "# Rules that were counted and found nowhere.", "silent = ["]
    silent = counted["silent"]
    lines += ["  " + " ".join(f'"{code}",' for code in silent[at : at + 12]) for at in range(0, len(silent), 12)]
    lines += ["]", "", "# Documents and words.", "[sizes]", *(f'"{key}" = {value}' for key, value in counted["sizes"].items())]
    lines += ["", "# Documents with a hit, and hits, by rule.", "[hits]", *(_row(code, cells) for code, cells in counted["hits"].items())]
    lines += ["", "# The form that makes most hits of its rule, and what the rule's other forms have.", "[dominant]"]
    lines += [f"{code} = {_string(form)}" for code, form in counted["dominant"].items()]
    lines += ["", "[rest]", *(_row(code, cells) for code, cells in counted["rest"].items())]
    return "\n".join(lines) + "\n"


def _row(code: str, cells: Mapping[str, list[int]]) -> str:
    return f"{code} = {{ " + ", ".join(f'"{key}" = {value}' for key, value in cells.items()) + " }"


def _string(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def show(measured: Measurement, rules: list[Rule], counts: Counts) -> None:
    """Print every rule that was found, those commonest in originals first."""
    size = measured.sizes[ORIGINAL]
    print(f"originals: {size.documents} documents, {size.amount} words")

    def in_originals(rule: Rule) -> int:
        return measured.hits[rule.code].get(ORIGINAL, Tally()).documents

    for rule in sorted(rules, key=lambda rule: (-in_originals(rule), rule.code)):
        found = measured.hits[rule.code]
        if not found:
            continue
        print(f"{rule.code} {rule.severity} {rule.name}")
        for group, tally in sorted(found.items()):
            of = measured.sizes[group]
            low, high = share_interval(tally.documents, of.documents)
            least, most = (1e6 * bound / of.amount for bound in count_interval(tally.amount))
            share = f"{tally.documents}/{of.documents} documents ({low:.2%} to {high:.2%})"
            print(f"    {group:14} {share:40} {1e6 * tally.amount / of.amount:8.1f} per million words ({least:.1f} to {most:.1f})")
        for example in counts.examples.get(rule.code, ()):
            print(f"        {example}")


def main() -> None:
    """Measure, print and write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="folder with the corpora")
    parser.add_argument("--select", default="", help="code prefixes, comma-separated")
    parser.add_argument("--originals", action="store_true", help="read English originals only (fast)")
    parser.add_argument("--press", type=Path, metavar="FILE", help="English originals from outside the corpora, as JSON lines with id, text and src")
    parser.add_argument("--show", type=int, default=2, help="how many hits in originals to show per rule")
    parser.add_argument("--sample", type=float, default=1.0, help="share of the translated documents to read")
    parser.add_argument("--write", metavar="DATE", type=dt.date.fromisoformat, help="write the counts into the catalogue, with this date")
    options = parser.parse_args()
    if options.write and (options.select or options.originals or options.sample < 1):
        parser.error("--write needs all rules and all documents")
    catalogue = load_leniently()
    rules = [rule for rule in catalogue.select(tuple(filter(None, options.select.split(",")))) if compiles(rule, catalogue)]
    samples = read_samples(options.data, 0.0 if options.originals else options.sample)
    if options.press:
        samples = itertools.chain(samples, read_press(options.press))
    counts = count(samples, Detector(rules, catalogue), rules, options.show)
    counted = table(counts, rules, (options.write or dt.date.min).isoformat())
    if options.write and not options.press:
        counted = keep_press(counted)
    show(read_measurement(counted), rules, counts)
    if options.write:
        TARGET.write_text(as_toml(counted), encoding="utf-8")


if __name__ == "__main__":
    main()
