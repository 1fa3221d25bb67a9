"""Fits the weights by which `provenance.matching` accepts a hit as a passage.

Hits of the matcher in collections made by planted_collections.py, in the development half of the reuse sets (documents of the wire side, split by
a checksum of their id), in the annotated stories and in the seed texts are labelled by the gold spans; a logistic regression over their descriptions
and products of descriptions is fitted by Newton's method, and its probabilities are then set right (Platt 1999) on all but the made-up collections, which hold more
passages than real ones. Prints precision and recall on the other half, and how far the
probabilities are right there. Writes weights only.

The made-up collections come from documents that the table of paraphrases given was not learned from:

    python -m training.build_paraphrases --data ../shared/data --half 1 --out half.gz
    python -m training.fit_acceptance --shared ../shared --paraphrases half.gz --out src/provenance/matching/data/acceptance.tsv
"""

from __future__ import annotations

import argparse
import json
import pathlib
import zlib
from collections import defaultdict
from collections.abc import Sequence

import attrs
import numpy as np
from training.planted_collections import Collection, plant

from provenance.matching import likeness, matcher, tables, verify
from provenance.matching.accept import describe_all
from provenance.matching.lexicon import Lexicon
from provenance.matching.pairs import find_hits as find_pair_hits
from provenance.matching.profile import is_english
from provenance.matching.reading import Reader
from provenance.matching.weights import discount_boilerplate
from provenance.model import Document

LEFT_OUT = {"related", "excess"}
SINGLE = {"bias", "evidence", "short", "odd_numbers", "odd_names", "half_quoted"}  # not multiplied with others
STORY_WEIGHT, SEED_WEIGHT = 6.0, 8.0  # few, and like what the matcher is for
RIDGE = 1.0
SAME_ARTICLE = 60  # lines of a test set; nearer chunks of it come from one article
LEAST_OVERLAP = 0.4  # of a hit with a gold passage, to be one
COLLECTIONS = 6  # made up
MADE_UP_WEIGHT, XPLANT_WEIGHT, PLANTED_WEIGHT = 0.5, 2.0, 4.0

Hit = tuple[str, int, int, str, int, int, dict[str, float]]


@attrs.define
class Examples:
    """Descriptions with their labels, weights, whether they may be fitted on, and the set they are from."""

    described: list[dict[str, float]] = attrs.field(factory=list)
    labels: list[bool] = attrs.field(factory=list)
    weights: list[float] = attrs.field(factory=list)
    fitted: list[bool] = attrs.field(factory=list)
    sets: list[str] = attrs.field(factory=list)

    def add(self, described: dict[str, float], label: bool, weight: float, fitted: bool, name: str) -> None:
        """Take in one hit."""
        self.sets.append(name)
        self.described.append(described)
        self.labels.append(label)
        self.weights.append(weight)
        self.fitted.append(fitted)


def rows(path: pathlib.Path) -> list[dict[str, object]]:
    """Read JSON Lines."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def find_hits(documents: list[Document]) -> list[Hit]:
    """Give all hits that the matcher would judge, with their descriptions."""
    lexicon = Lexicon()
    read = list(Reader(documents)((0, len(documents))).profiles(lexicon))
    lexicon.foreign = not all(is_english(each.language) for each in read)
    profiles = discount_boilerplate(read, len(lexicon.names))
    sentences = sum(len(each.bounds) - 1 for each in profiles)
    least = verify.least_shared(sentences)
    found: list[Hit] = []
    for first, second, seeds in matcher.find_candidates(profiles, lexicon, least).pairs():
        a, b = profiles[first], profiles[second]
        hits = find_pair_hits(a, b, seeds, lexicon)  # none is passed over for a score that is yet to be learned
        for hit, described in zip(hits, describe_all(a, b, hits, lexicon, sentences), strict=True):
            found.append((documents[first].id, *a.span(hit.a_start, hit.a_end), documents[second].id, *b.span(hit.b_start, hit.b_end), described))
    return found


def shared(one: tuple[int, int], other: tuple[int, int]) -> int:
    """Give how many code points two spans share."""
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def add_reuse(examples: Examples, folder: pathlib.Path, name: str) -> None:
    """Label hits in a reuse set; what may be true reuse without a label is left out."""
    documents = {str(row["id"]): row for row in rows(folder / f"{name}_docs.jsonl")}
    gold = defaultdict(list)
    planted = defaultdict(list)
    for row in rows(folder / f"{name}_gold.jsonl"):
        a, b = (row["a_start"], row["a_end"]), (row["b_start"], row["b_end"])
        gold[row["doc_a"], row["doc_b"]].append((a, b))
        gold[row["doc_b"], row["doc_a"]].append((b, a))
        planted[row["doc_b"]].append(b)
    for one, start, end, other, other_start, other_end, described in find_hits(
        [Document(id=key, text=str(row["text"])) for key, row in documents.items()]
    ):
        wire, host = (one, other) if documents[one]["series"] == "wire" else (other, one)
        if documents[one]["series"] == documents[other]["series"]:
            continue
        a, b = (start, end), (other_start, other_end)
        overlaps = [
            (shared(a, x) / (end - start) + shared(b, y) / (other_end - other_start)) / 2
            for x, y in gold[one, other]
            if shared(a, x) and shared(b, y)
        ]
        if not gold[one, other] and (_same_article(one, other) if name == "planted" else _in_planted(b if host == other else a, planted[host])):
            continue
        best = max(overlaps, default=0.0)
        if best == 0.0 or best > LEAST_OVERLAP:
            examples.add(described, best > 0.0, PLANTED_WEIGHT if name == "planted" else XPLANT_WEIGHT, zlib.crc32(wire.encode()) % 2 == 0, name)


def add_made_up(examples: Examples, collection: Collection) -> None:
    """Label hits between wires and hosts of a made-up collection."""
    gold = defaultdict(list)
    for each in collection.planted:
        gold[each.wire, each.host].append(((each.start, each.end), (each.host_start, each.host_end)))
    for one, start, end, other, other_start, other_end, described in find_hits(
        [Document(id=name, text=text) for name, text in collection.texts.items()]
    ):
        if one[0] == other[0]:
            continue
        a, b = (start, end), (other_start, other_end)
        best = max(
            (
                (shared(a, x) / (end - start) + shared(b, y) / (other_end - other_start)) / 2
                for x, y in gold[one, other]
                if shared(a, x) and shared(b, y)
            ),
            default=0.0,
        )
        if best > LEAST_OVERLAP or (best == 0.0 and not gold[one, other] and not any(_in_planted(b, [y]) for y in _spans(collection, other))):
            examples.add(described, best > 0.0, MADE_UP_WEIGHT, True, "made up")


def _spans(collection: Collection, host: str) -> list[tuple[int, int]]:
    return [(each.host_start, each.host_end) for each in collection.planted if each.host == host]


def _same_article(one: str, other: str) -> bool:
    (_, first, line), (_, second, other_line) = one.split("-"), other.split("-")
    return first == second and abs(int(line) - int(other_line)) < SAME_ARTICLE


def _in_planted(span: tuple[int, int], planted: list[tuple[int, int]]) -> bool:
    return any(shared(span, each) * 2 >= span[1] - span[0] for each in planted)


def add_stories(examples: Examples, folder: pathlib.Path) -> None:
    """Label hits in the annotated stories."""
    documents, pairs = rows(folder / "docs.jsonl"), rows(folder / "passage_pairs.jsonl")
    gold = defaultdict(list)
    for row in pairs:
        a, b = (row["a_start"], row["a_end"]), (row["b_start"], row["b_end"])
        gold[row["doc_a"], row["doc_b"]].append((a, b))
        gold[row["doc_b"], row["doc_a"]].append((b, a))
    for story in sorted({str(row["story"]) for row in documents}):
        texts = [Document(id=str(row["id"]), text=str(row["text"]), language=str(row["language"])) for row in documents if row["story"] == story]
        for one, start, end, other, other_start, other_end, described in find_hits(texts):
            a, b = (start, end), (other_start, other_end)
            label = any(_half(a, x) and _half(b, y) for x, y in gold[one, other])
            examples.add(described, label, STORY_WEIGHT, True, "stories")


def _half(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return shared(one, other) * 2 > min(one[1] - one[0], other[1] - other[0])


def add_seeds(examples: Examples, folder: pathlib.Path) -> None:
    """Label hits in the seed texts by the judgements of a reader."""
    lines = (pathlib.Path(__file__).parent / "passage_judgements.tsv").read_text(encoding="utf-8").splitlines()
    judged = [line.split("\t") for line in lines if not line.startswith("# ")]
    texts = [Document(id=path.name[:3], text=path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.txt"))]
    for one, start, end, other, other_start, other_end, described in find_hits(texts):
        a, b = (start, end), (other_start, other_end)
        opinions = set()
        for left, x, x_end, right, y, y_end, judgement in judged:
            if (left, right) == (one, other):
                same_a, same_b = (int(x), int(x_end)), (int(y), int(y_end))
                if shared(a, same_a) >= 0.6 * min(end - start, same_a[1] - same_a[0]) and shared(b, same_b) >= 0.6 * min(
                    other_end - other_start, same_b[1] - same_b[0]
                ):
                    opinions.add(judgement)
        if opinions:
            examples.add(described, "same" in opinions, SEED_WEIGHT, True, "judged")


def write(path: pathlib.Path, heading: str, names: Sequence[str], weights: np.ndarray) -> None:
    """Write the weights of one regression, five digits of each, under a heading of comments."""
    with path.open("w", encoding="utf-8") as table:
        table.write(heading)
        for name, weight in zip(names, weights, strict=True):
            table.write(f"{name}\t{float(weight):.5g}\n")


def fit(matrix: np.ndarray, labels: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """Fit a logistic regression with a ridge on standardised columns; the first column is the bias."""
    mean, deviation = matrix.mean(0), matrix.std(0) + 1e-9
    mean[0], deviation[0] = 0.0, 1.0
    standard = (matrix - mean) / deviation
    found = np.zeros(matrix.shape[1])
    for _ in range(60):
        chance = 1 / (1 + np.exp(-np.clip(standard @ found, -30, 30)))
        slope = standard.T @ (weights * (chance - labels)) + RIDGE * np.concatenate([[0.0], found[1:]])
        curve = (standard * (weights * chance * (1 - chance))[:, None]).T @ standard + RIDGE * np.eye(len(found))
        found -= np.linalg.solve(curve, slope)
    result = found / deviation
    result[0] = found[0] - (found[1:] * mean[1:] / deviation[1:]).sum()
    return result


def set_right(logits: np.ndarray, sizes: np.ndarray, labels: np.ndarray) -> np.ndarray:
    """Give the offset, the slope and the slope of the size that make the probabilities right (Platt 1999)."""
    return fit(np.stack([np.ones(len(logits)), logits, sizes], 1), labels, np.ones(len(labels)))


def report(name: str, chance: np.ndarray, labels: np.ndarray) -> None:
    """Print precision and recall of the decision, and the mean probability of hits beside the share of right ones, by tenths of hits."""
    for least in (0.3, 0.5, 0.7, 0.9):
        right = labels[chance >= least]
        print(f"{name}, from {least}: precision {right.mean():.3f}, recall {right.sum() / labels.sum():.3f}")
    for low, high in ((0.0, 0.1), (0.1, 0.3), (0.3, 0.5), (0.5, 0.7), (0.7, 0.9), (0.9, 1.0)):
        inside = (chance >= low) & (chance < high)
        if inside.any():
            print(f"{name}, {inside.sum()} hits of {low} to {high}: mean probability {chance[inside].mean():.2f}, right {labels[inside].mean():.2f}")


def main() -> None:
    """Collect, fit, report and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=pathlib.Path, required=True)
    parser.add_argument("--paraphrases", type=pathlib.Path, required=True)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    arguments = parser.parse_args()
    examples = Examples()
    shipped, tables.paraphrase_file = tables.paraphrase_file, lambda: arguments.paraphrases
    for collection in plant(arguments.shared / "data/english_news.jsonl.gz", 0, COLLECTIONS):
        add_made_up(examples, collection)
    tables.paraphrase_file = shipped
    tables.load_paraphrases.cache_clear()
    likeness.load_concepts.cache_clear()
    add_reuse(examples, arguments.shared / "data/reuse", "xplant")
    add_reuse(examples, arguments.shared / "data/reuse", "planted")
    add_stories(examples, arguments.shared / "gold/stories")
    add_seeds(examples, arguments.shared / "seeds")
    names = [name for name in examples.described[0] if name not in LEFT_OUT]
    multiplied = [name for name in names if name not in SINGLE]
    products = [(one, other) for at, one in enumerate(multiplied) for other in multiplied[at:]]
    matrix = np.array([[each[name] for name in names] + [each[one] * each[other] for one, other in products] for each in examples.described])
    labels, weights, fitted = np.array(examples.labels, float), np.array(examples.weights), np.array(examples.fitted)
    sets = np.array(examples.sets)
    found = fit(matrix[fitted], labels[fitted], weights[fitted])
    tuned = fitted & (sets != "made up")
    offset, slope, size_slope = set_right(matrix[tuned] @ found, matrix[tuned, names.index("size")], labels[tuned])
    print(
        f"{fitted.sum()} hits fitted, {labels[fitted].sum():.0f} of them passages; offset {offset:.3f}, slope {slope:.3f}, of size {size_slope:.3f}"
    )
    found = found * slope
    found[names.index("bias")] += offset
    found[names.index("size")] += size_slope
    chance = 1 / (1 + np.exp(-matrix @ found))
    for name in ("xplant", "planted"):
        held_out = ~fitted & (sets == name)
        report(f"{name}, held out", chance[held_out], labels[held_out])
    with arguments.out.open("w", encoding="utf-8") as table:
        table.write(
            "# Weights of the logistic regression that accepts a hit as a passage: description (or product of two), weight (see accept.py).\n"
            "# Learned by training/fit_acceptance.py from hits in collections with planted passages (WMT 2013-2022 news test sets and WCE-LIG),\n"
            "# in the development half of the reuse sets, in annotated stories and in the seed texts (weights, no text; CC0).\n"
        )
        for name, weight in zip(names + ["*".join(pair) for pair in products], found, strict=True):
            table.write(f"{name}\t{round(float(weight), 4)}\n")


if __name__ == "__main__":
    main()
