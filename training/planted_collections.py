"""Makes collections of news texts into which passages of an independent translation were planted, for fit_acceptance.py.

Documents of which the corpora hold two English versions give the wires (one version) and the passages (lines and quotations of the other);
older documents on other matters, at least three years apart so that they do not tell the same news, give the hosts. Rewordings that share few words are
preferred. Documents of the Czech, German and Russian news of WMT 2021 stay out: the reuse sets were made from them.
"""

from __future__ import annotations

import pathlib
import random
import re
from collections.abc import Sequence
from itertools import accumulate

import attrs
from rapidfuzz.distance import Indel
from training.build_paraphrases import half_of, read_versions

Groups = dict[tuple[str, str], list[tuple[bool, str, str]]]

WIRE_YEARS = ("wmt2017", "wmt2019", "wmt2020", "wmt2021", "wmt2022")
MACHINE_YEARS = ("wmt2021", "wmt2022")  # machine translations of these years read like others' translations
HOST_YEARS = ("wmt2013", "wmt2014", "wmt2016", "wce-lig")
WIRES, HOSTS = 130, 250  # a collection
SHORTEST = 40  # code points of a line
TOO_ALIKE = 0.95
SHARES = {  # how many passages of a kind: at most this likeness of words, this many
    "one": ((0.45, 260), (0.6, 120), (TOO_ALIKE, 60)),
    "quote": ((0.45, 80), (TOO_ALIKE, 60)),
    "three": ((0.5, 40), (TOO_ALIKE, 40)),
    "copy": ((2.0, 40),),
    "copied quotation": ((2.0, 40),),
}
_QUOTATION = re.compile(r'[“"„]([^“”"„]{25,250})[”"]')


@attrs.frozen
class Passage:
    """A span of a wire and its other version."""

    kind: str
    wire: str
    start: int
    end: int
    other: str
    likeness: float


@attrs.frozen
class Planted:
    """A passage in a host: spans in the wire and in the host."""

    wire: str
    start: int
    end: int
    host: str
    host_start: int
    host_end: int
    kind: str
    likeness: float


@attrs.frozen
class Collection:
    """Texts by name (wires `w…`, hosts `h…`), the planted passages, and the document each wire was made from."""

    texts: dict[str, str]
    planted: list[Planted]
    origins: dict[str, str]


def plant(path: pathlib.Path, half: int, collections: int) -> list[Collection]:
    """Make collections from the documents of one half."""
    groups = {key: sorted(versions) for key, versions in sorted(read_versions(path).items())}
    generator = random.Random(1)
    wires, hosts = _wires(groups, half, generator), _hosts(groups)
    return [_collect(generator.sample(wires, min(WIRES, len(wires))), generator.sample(hosts, HOSTS), generator) for _ in range(collections)]


def _wires(groups: Groups, half: int, generator: random.Random) -> list[tuple[str, list[str], list[str]]]:
    wires = []
    for key, versions in groups.items():
        human = [text for machine, _, text in versions if not machine]
        machine = [text for is_machine, _, text in versions if is_machine]
        others = human[1:] or (machine if key[0].startswith(MACHINE_YEARS) else [])
        if key[0].startswith(WIRE_YEARS) and half_of(key) == half and human and others:
            one, other = human[0].split("\n"), generator.choice(others).split("\n")
            if len(one) == len(other) >= 3:
                wires.append(("\t".join(key), one, other))
    return wires


def _hosts(groups: Groups) -> list[list[str]]:
    human = {key: [text for machine, _, text in versions if not machine] for key, versions in groups.items() if key[0].startswith(HOST_YEARS)}
    return [texts[0].split("\n") for texts in human.values() if texts]


def _collect(wires: Sequence[tuple[str, list[str], list[str]]], hosts: Sequence[list[str]], generator: random.Random) -> Collection:
    texts = {f"w{at}": "\n".join(one) for at, (_, one, _) in enumerate(wires)}
    passages = [passage for at, (_, one, other) in enumerate(wires) for passage in _passages(f"w{at}", one, other)]
    generator.shuffle(passages)
    chosen: list[Passage] = []
    for kind, shares in SHARES.items():
        lowest = 0.0
        for highest, count in shares:
            chosen += [each for each in passages if each.kind == kind and lowest <= each.likeness < highest][:count]
            lowest = highest
    generator.shuffle(chosen)
    planted: list[Planted] = []
    for at, lines in enumerate(hosts):
        placed = sorted(((generator.randrange(len(lines) + 1), each) for each in chosen[at :: len(hosts)]), key=lambda pair: pair[0])
        texts[f"h{at}"] = _host(f"h{at}", lines, placed, planted)
    return Collection(texts, planted, {f"w{at}": key for at, (key, _, _) in enumerate(wires)})


def _passages(wire: str, one: Sequence[str], other: Sequence[str]) -> list[Passage]:
    starts = [0, *accumulate(len(line) + 1 for line in one)]
    found = []
    for at, (left, right) in enumerate(zip(one, other, strict=True)):
        if min(len(left), len(right)) < SHORTEST:
            continue
        start = starts[at]
        found.append(Passage("one", wire, start, start + len(left), right, _likeness(left, right)))
        found.append(Passage("copy", wire, start, start + len(left), left, 1.0))
        quoted, quoted_again = _QUOTATION.findall(left), _QUOTATION.findall(right)
        if len(quoted) == len(quoted_again) == 1:
            begin = start + left.index(quoted[0])
            found.append(Passage("quote", wire, begin, begin + len(quoted[0]), quoted_again[0], _likeness(quoted[0], quoted_again[0])))
            found.append(Passage("copied quotation", wire, begin, begin + len(quoted[0]), quoted[0], 1.0))
        if at + 3 <= len(one):
            longer, longer_again = "\n".join(one[at : at + 3]), "\n".join(other[at : at + 3])
            found.append(Passage("three", wire, start, start + len(longer), longer_again, _likeness(longer, longer_again)))
    return [each for each in found if each.likeness < TOO_ALIKE or each.kind.startswith("cop")]


def _likeness(one: str, other: str) -> float:
    return Indel.normalized_similarity(*(re.findall(r"\w+", text.lower()) for text in (one, other)))


def _host(name: str, lines: Sequence[str], placed: Sequence[tuple[int, Passage]], planted: list[Planted]) -> str:
    content = ""
    for at in range(len(lines) + 1):
        for place, passage in placed:
            if place == at:
                content += "A spokesman told reporters: “" if "quot" in passage.kind else ""
                body = passage.other.rstrip()
                planted.append(
                    Planted(passage.wire, passage.start, passage.end, name, len(content), len(content) + len(body), passage.kind, passage.likeness)
                )
                content += body + ("”\n" if "quot" in passage.kind else "\n")
        if at < len(lines):
            content += lines[at] + "\n"
    return content
