r"""Counts how letters follow each other in the words of languages, for provenance.catalogue.letters.

    apt-get install hunspell-tools hunspell-{cs,et,eu,gl,hr,hu,id,is,lt,lv,ro,sk,sl,sw,tr} myspell-et w{spanish,portuguese,brazilian,french,italian} \\
        w{catalan,ngerman,dutch,swedish,danish,norwegian,polish} w{american,british}-huge
    python training/build_letters.py --data ../shared/data

The sources are Debian's word lists and spelling dictionaries, the latter with their inflections written out, and for Finnish, which has neither, the words of the
corpora's articles. Only counts are kept: of every run of up to four letters, how likely its last letter is after the others in each language (Witten and Bell, The
zero-frequency problem, 1991), over word forms, each once.
"""

from __future__ import annotations

import argparse
import gzip
import json
import math
import re
import subprocess
import tempfile
import zlib
from collections import Counter
from pathlib import Path

from provenance.catalogue.letters import BORDER, LANGUAGES, ORDER, OTHERS, STEP

TARGET = Path(__file__).parents[1] / "src/provenance/catalogue/data/letters.z"
LISTS = {
    "es": ["spanish"],
    "pt": ["portuguese", "brazilian"],
    "fr": ["french"],
    "it": ["italian"],
    "ca": ["catalan"],
    "de": ["ngerman"],
    "nl": ["dutch"],
    "sv": ["swedish"],
    "da": ["danish"],
    "no": ["bokmaal"],
    "pl": ["polish"],
    "en": ["american-english-huge", "british-english-huge"],
}
SPELLING = {
    "ro": "ro_RO",
    "cs": "cs_CZ",
    "sk": "sk_SK",
    "hr": "hr_HR",
    "hu": "hu_HU",
    "tr": "tr_TR",
    "id": "id_ID",
    "is": "is_IS",
    "gl": "gl_ES",
    "eu": "eu",
    "lt": "lt_LT",
    "lv": "lv_LV",
    "et": "et_EE",
    "sl": "sl_SI",
    "sw": "sw_TZ",
}
WRITTEN_OUT = ("tr", "eu", "sw")  # dictionaries whose entries are taken as they are: they list inflected forms, or would have too many
SHORTEST = 4  # letters
MOST = 60_000  # forms of one language
STEMS = 4_000  # of one dictionary, before inflection
SELDOM = 30  # runs that fewer forms of all languages together have are left out
UNHEARD = 1 / 200  # of a letter about which nothing is known


def read_list(path: Path) -> set[str]:
    """Read a word list, one form a line, in UTF-8 or else Latin-1."""
    raw = path.read_bytes()
    try:
        return set(raw.decode("utf-8").split("\n"))
    except UnicodeDecodeError:
        return set(raw.decode("latin-1").split("\n"))


def read_dictionary(stem: Path) -> set[str]:
    """Read a spelling dictionary and write out the inflections of evenly spread entries."""
    rules = stem.with_suffix(".aff")
    named = re.search(rb"^SET\s+(\S+)", rules.read_bytes(), re.MULTILINE)
    encoding = named.group(1).decode() if named else "latin-1"
    entries = stem.with_suffix(".dic").read_text(encoding=encoding, errors="replace").split("\n")[1:]
    plain = {entry.split("/")[0] for entry in entries}
    if stem.name.split("_")[0] in WRITTEN_OUT:
        return plain
    chosen = thin(sorted(entries), STEMS)
    with tempfile.NamedTemporaryFile("w", suffix=".dic", encoding=encoding, errors="replace") as file:
        file.write("\n".join([str(len(chosen)), *chosen]) + "\n")
        file.flush()
        written = subprocess.run(["unmunch", file.name, str(rules)], capture_output=True, check=True).stdout
    return plain | set(written.decode(encoding, errors="replace").split("\n"))


def read_articles(data: Path, language: str) -> set[str]:
    """Read the words of the corpora's articles in a language."""
    found: set[str] = set()
    with gzip.open(data / "foreign_sources.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            if record["source_lang"] == language:
                found.update(re.findall(r"[^\W\d_]+", record["text"]))
    return found


def thin(items: list[str], most: int) -> list[str]:
    """Keep evenly spread items."""
    step = max(1.0, len(items) / most)
    return [items[int(at * step)] for at in range(int(len(items) / step))]


def read_forms(language: str, data: Path) -> list[str]:
    """Give the forms of a language, all lower-case letters."""
    if language in LISTS:
        found = set[str]().union(*(read_list(Path("/usr/share/dict") / name) for name in LISTS[language]))
    elif language in SPELLING:
        found = read_dictionary(Path("/usr/share/hunspell") / SPELLING[language])
    else:
        found = read_articles(data, language)
    forms = sorted({form.strip() for form in found})
    return thin([form for form in forms if len(form) >= SHORTEST and form.isalpha() and form == form.lower()], MOST)


def count(forms: list[str]) -> list[Counter[str]]:
    """Count runs of letters by their length."""
    counts: list[Counter[str]] = [Counter() for _ in range(ORDER + 1)]
    for form in forms:
        padded = f"{BORDER}{form}{BORDER}"
        for at in range(1, len(padded)):
            for length in range(1, min(ORDER, at + 1) + 1):
                counts[length][padded[at - length + 1 : at + 1]] += 1
    return counts


def smooth(counts: list[Counter[str]], runs: list[str]) -> dict[str, float]:
    """Give the probability of the last letter of every run after the others, shorter runs first."""
    after: Counter[str] = Counter()
    kinds: Counter[str] = Counter()
    for length in range(1, ORDER + 1):
        for run, number in counts[length].items():
            after[run[:-1]] += number
            kinds[run[:-1]] += 1
    found: dict[str, float] = {}
    for run in runs:
        shorter = found.get(run[1:], UNHEARD) if len(run) > 1 else UNHEARD
        before = run[:-1]
        found[run] = (counts[len(run)][run] + kinds[before] * shorter) / (after[before] + kinds[before]) if after[before] else shorter
    return found


def main() -> None:
    """Write the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="folder with the corpora")
    data = parser.parse_args().data
    counts = {}
    for language in (*LANGUAGES, *OTHERS):
        forms = read_forms(language, data)
        counts[language] = count(forms)
        print(f"{language}: {len(forms)} forms")
    together: Counter[str] = Counter()
    for each in counts.values():
        for length in range(1, ORDER + 1):
            together.update(each[length])
    runs = sorted((run for run, number in together.items() if number >= SELDOM), key=lambda run: (len(run), run))
    rows = bytearray()
    for language in (*LANGUAGES, *OTHERS):
        found = smooth(counts[language], runs)
        rows.extend(min(255, round(-math.log(found[run]) / STEP)) for run in runs)
    TARGET.write_bytes(zlib.compress("\n".join(runs).encode() + b"\0" + bytes(rows), 9))
    print(f"{len(runs)} runs, {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main()
