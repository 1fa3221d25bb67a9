"""Measures the passage matcher against gold spans, and installed peers on the same texts.

    python benchmarks/matching.py --shared ../shared                     the table: this package and the peers that are installed
    python benchmarks/matching.py --shared ../shared --half 1 --dial     the half nothing was tuned on, for several strictnesses
    python benchmarks/matching.py --shared ../shared --speed 7           documents a second, the median and the best of seven runs
    python benchmarks/matching.py --growth 1000 5000 10000 50000         time per document as a collection grows (made-up texts)

Scores are PAN plagdet (Potthast et al. 2010). Each tool runs in a process of its own, so that its peak memory is known. The rules of the
data directory's README apply: what may be true reuse without a label is left out. passim is run where it is installed (from its repository, with
pyspark and Java); only its pairwise alignments are made, since clustering them fetches GraphFrames from Maven.
"""

from __future__ import annotations

import argparse
import importlib.metadata
import importlib.util
import json
import multiprocessing
import os
import platform
import random
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

from provenance.matching import Matcher
from provenance.matching.frequencies import load_frequencies
from provenance.matching.matcher import STRICTNESS
from provenance.model import Document
from provenance.text import Text, prepare

SETS = ("planted", "xplant")
SAME_ARTICLE = 60  # lines of a test set
SAMPLE = 400  # pairs without gold for pairwise tools
SHORTEST_SENTENCE = 5  # words
PERMUTATIONS = 64
STOP_WORDS = "a an and are as at be but by for from had has have he her his i in is it its not of on or she that the their they this to was we were which with you".split()
SENTENCES = 8  # of a made-up text, of 20 words each

Row = dict[str, Any]
Tool = Callable[[list[Text], list[Row], list[Row]], tuple[list[Row], int]]  # texts, documents and gold; detections and how many pairs were searched


def rows(path: Path) -> list[Row]:
    """Read JSON Lines."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def detection(one: str, a: tuple[int, int], other: str, b: tuple[int, int]) -> Row:
    """Give a detection as the scorer reads it."""
    return {"doc_a": one, "a_start": a[0], "a_end": a[1], "doc_b": other, "b_start": b[0], "b_end": b[1]}


def ours(strictness: float, workers: int) -> Tool:
    """Search all pairs with this package."""

    def run(_texts: list[Text], documents: list[Row], _gold: list[Row]) -> tuple[list[Row], int]:
        names = [row["id"] for row in documents]
        matches = Matcher(strictness=strictness, workers=workers).find_matches([Document(id=row["id"], text=row["text"]) for row in documents])
        found = [detection(names[m.first], (m.a_start, m.a_end), names[m.second], (m.b_start, m.b_end)) for m in matches]
        return found, len(names) * (len(names) - 1) // 2

    return run


def sentences(texts: list[Text]) -> Iterator[tuple[str, int, int, list[str]]]:
    """Give document, span and words of each sentence."""
    for text in texts:
        tokens = text.tokens
        for start, end in text.sentences:
            words = [tokens.norms[at] for at in range(start, end) if tokens.kinds[at] in "wn"]
            if len(words) >= SHORTEST_SENTENCE:
                yield text.document.id, *text.span(tokens.starts[start], tokens.ends[end - 1]), words


def datasketch_lsh(texts: list[Text], documents: list[Row], _gold: list[Row]) -> tuple[list[Row], int]:
    """Hash the words of sentences (MinHash LSH, Jaccard 0.5)."""
    from datasketch import MinHash, MinHashLSH  # noqa: PLC0415

    index = MinHashLSH(threshold=0.5, num_perm=PERMUTATIONS)
    sketches = []
    units = list(sentences(texts))
    for at, (_, _, _, words) in enumerate(units):
        sketch = MinHash(num_perm=PERMUTATIONS)
        sketch.update_batch([word.encode() for word in set(words)])
        index.insert(at, sketch)
        sketches.append(sketch)
    return _collect(units, (index.query(sketch) for sketch in sketches), documents)


def rensa_lsh(texts: list[Text], documents: list[Row], _gold: list[Row]) -> tuple[list[Row], int]:
    """Hash the words of sentences (R-MinHash LSH, Jaccard 0.5)."""
    from rensa import RMinHash, RMinHashLSH  # noqa: PLC0415

    index = RMinHashLSH(threshold=0.5, num_perm=PERMUTATIONS, num_bands=16)
    sketches = []
    units = list(sentences(texts))
    for at, (_, _, _, words) in enumerate(units):
        sketch = RMinHash(num_perm=PERMUTATIONS, seed=1)
        sketch.update(sorted(set(words)))
        index.insert(at, sketch)
        sketches.append(sketch)
    return _collect(units, (index.query(sketch) for sketch in sketches), documents)


def _collect(units: list[tuple[str, int, int, list[str]]], found: Iterator[list[int]], documents: list[Row]) -> tuple[list[Row], int]:
    series = {row["id"]: row["series"] for row in documents}
    detections = []
    for at, others in enumerate(found):
        one, start, end, words = units[at]
        for other_at in others:
            other, other_start, other_end, other_words = units[other_at]
            if other_at > at and series[one] != series[other]:
                union = len(set(words) | set(other_words))
                if len(set(words) & set(other_words)) >= union / 2:
                    detections.append(detection(one, (start, end), other, (other_start, other_end)))
    return detections, sum(row["series"] == "wire" for row in documents) * sum(row["series"] != "wire" for row in documents)


def selected(documents: list[Row], gold: list[Row]) -> list[tuple[str, str]]:
    """Give the gold pairs and a sample of others, for tools that compare two texts at a time."""
    pairs = {(row["doc_a"], row["doc_b"]) for row in gold}
    generator = random.Random(0)
    wires = [row["id"] for row in documents if row["series"] == "wire"]
    hosts = [row["id"] for row in documents if row["series"] != "wire"]
    return sorted(pairs | {(generator.choice(wires), generator.choice(hosts)) for _ in range(SAMPLE)})


def difflib_blocks(texts: list[Text], documents: list[Row], gold: list[Row]) -> tuple[list[Row], int]:
    """Compare the words of two texts (difflib), keeping equal blocks of eight words and more."""
    from difflib import SequenceMatcher  # noqa: PLC0415

    of = {text.document.id: text for text in texts}
    pairs = selected(documents, gold)
    detections = []
    for one, other in pairs:
        a, b = of[one].tokens, of[other].tokens
        for block in SequenceMatcher(None, a.norms, b.norms, autojunk=False).get_matching_blocks():
            if block.size >= 8:
                spans = [(tokens.starts[at], tokens.ends[at + block.size - 1]) for tokens, at in ((a, block.a), (b, block.b))]
                detections.append(detection(one, of[one].span(*spans[0]), other, of[other].span(*spans[1])))
    return detections, len(pairs)


def text_matcher_pairs(_texts: list[Text], documents: list[Row], gold: list[Row]) -> tuple[list[Row], int]:
    """Compare two texts with text-matcher; a short list stands in for the stop words that NLTK downloads."""
    import contextlib  # noqa: PLC0415
    import io  # noqa: PLC0415
    from types import SimpleNamespace  # noqa: PLC0415

    import nltk.corpus  # noqa: PLC0415

    nltk.corpus.stopwords = SimpleNamespace(words=lambda *_: STOP_WORDS)
    from text_matcher.matcher import Matcher as Peer  # noqa: PLC0415
    from text_matcher.matcher import Text as PeerText  # noqa: PLC0415

    of = {row["id"]: row["text"] for row in documents}
    pairs = selected(documents, gold)
    detections = []
    for one, other in pairs:
        with contextlib.redirect_stdout(io.StringIO()):
            peer = Peer(PeerText(of[one], one), PeerText(of[other], other))
            _, left, right = peer.match()
        detections += [detection(one, tuple(a), other, tuple(b)) for a, b in zip(left, right, strict=True)]
    return detections, len(pairs)


def passim_pairs(_texts: list[Text], documents: list[Row], _gold: list[Row]) -> tuple[list[Row], int]:
    """Run passim with its own settings on all pairs of wires and others."""
    script = Path(importlib.util.find_spec("passim").submodule_search_locations[0]) / "seriatim.py"  # type: ignore[union-attr, index]
    submit = shutil.which("spark-submit", path=f"{Path(sys.executable).parent}:{os.environ.get('PATH', '')}")
    if submit is None or shutil.which("java") is None:
        msg = "passim needs spark-submit and java"
        raise LookupError(msg)
    with tempfile.TemporaryDirectory() as folder:
        given, made = Path(folder) / "in.json", Path(folder) / "out"
        given.write_text("".join(json.dumps({key: row[key] for key in ("id", "series", "text")}) + "\n" for row in documents), encoding="utf-8")
        options = ["--all-pairs", "--pairwise", "--fields", "xxhash64(series) as gid", "--filterpairs", "gid < gid2"]
        spark = ["--master", "local[2]", "--conf", "spark.ui.enabled=false"]
        ended = subprocess.run(
            [submit, *spark, str(script), *options, str(given), str(made)],
            env={**os.environ, "PYSPARK_PYTHON": sys.executable, "PYSPARK_DRIVER_PYTHON": sys.executable, "SPARK_LOCAL_IP": "127.0.0.1"},
            capture_output=True,
            text=True,
            check=False,
        )
        # It ends with an error where clustering finds no GraphFrames; the alignments are complete by then.
        if not (made / "align.json/_SUCCESS").exists():
            raise LookupError(f"passim: {ended.stderr[-300:]}")
        found = [row for part in sorted((made / "align.json").glob("part-*")) for row in rows(part)]
    detections = [detection(row["id"], (row["begin"], row["end"]), row["id2"], (row["begin2"], row["end2"])) for row in found]
    return detections, sum(row["series"] == "wire" for row in documents) * sum(row["series"] != "wire" for row in documents)


PEERS: dict[str, tuple[str, Tool]] = {
    "passim": ("passim.seriatim", passim_pairs),
    "datasketch": ("datasketch", datasketch_lsh),
    "rensa": ("rensa", rensa_lsh),
    "text-matcher": ("text_matcher", text_matcher_pairs),
    "difflib": ("difflib", difflib_blocks),
}


def scored(name: str, documents: list[Row], gold: list[Row], detections: list[Row]) -> list[Row]:
    """Drop detections between texts of one series, and what may be true reuse without a label."""
    series = {row["id"]: row["series"] for row in documents}
    paired = {frozenset((row["doc_a"], row["doc_b"])) for row in gold}
    planted = defaultdict(list)
    for row in gold:
        planted[row["doc_b"]].append((row["b_start"], row["b_end"]))
    kept = []
    for row in detections:
        one, other = row["doc_a"], row["doc_b"]
        if series[one] == series[other]:
            continue
        if frozenset((one, other)) not in paired:
            host, start, end = (other, row["b_start"], row["b_end"]) if series[one] == "wire" else (one, row["a_start"], row["a_end"])
            if name == "xplant" and any(2 * (min(end, y) - max(start, x)) >= end - start for x, y in planted[host]):
                continue
            if name == "planted" and _same_article(one, other):
                continue
        kept.append(row)
    return kept


def _same_article(one: str, other: str) -> bool:
    (_, first, line), (_, second, other_line) = one.split("-"), other.split("-")
    return first == second and abs(int(line) - int(other_line)) < SAME_ARTICLE


def of_half(documents: list[Row], found: list[Row], half: int | None) -> list[Row]:
    """Keep what belongs to wire documents of one half (the split of training/fit_acceptance.py)."""
    if half is None:
        return found
    series = {row["id"]: row["series"] for row in documents}
    return [row for row in found if zlib.crc32((row["doc_a"] if series[row["doc_a"]] == "wire" else row["doc_b"]).encode()) % 2 == half]


def in_a_process(work: Callable[[], Any]) -> tuple[Any, float]:
    """Run something in a child; give its result and the peak memory in MB of the child or, if larger, of one of its own."""
    context = multiprocessing.get_context("fork")
    receiver, sender = context.Pipe(duplex=False)

    def child() -> None:
        try:
            result = work()
        except (ImportError, LookupError) as error:  # a peer without its own needs: NLTK and its stop words for text-matcher
            print(f"not run: {error}".splitlines()[0])
            return
        sender.send((result, max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) / 1024))

    process = context.Process(target=child)
    process.start()
    sender.close()
    try:
        return receiver.recv()
    except EOFError:
        return None, 0.0
    finally:
        process.join()


def measure(shared: Path, name: str, label: str, tool: Tool, plagdet: ModuleType, half: int | None) -> None:
    """Run one tool on one set and print its row."""
    documents, gold = rows(shared / f"data/reuse/{name}_docs.jsonl"), rows(shared / f"data/reuse/{name}_gold.jsonl")

    def work() -> tuple[list[Row], int, float, float]:
        start = time.perf_counter()
        # This package prepares documents itself, passim reads them as they are.
        ready = label.startswith(("provenance", "passim"))
        texts = [] if ready else [prepare(Document(id=row["id"], text=row["text"])) for row in documents]
        prepared = time.perf_counter()
        detections, pairs = tool(texts, documents, gold)
        return detections, pairs, prepared - start, time.perf_counter() - prepared

    result, memory = in_a_process(work)
    if result is None:
        print(f"| {label} | {name} | failed |", flush=True)
        return
    detections, pairs, preparing, matching = result
    truth = of_half(documents, gold, half)
    score = plagdet.score(truth, scored(name, documents, gold, of_half(documents, detections, half)))
    hard = " ".join(f"{kind} {score['by'][kind][0]:.2f}" for kind in ("xt1_hard", "xquote_hard", "sub40", "shortquote") if kind in score["by"])
    print(
        f"| {label} | {name} | {score['plagdet']:.3f} | {score['P']:.3f} | {score['R']:.3f} | {score['gran']:.2f} | {score['pairP']:.3f} / {score['pairR']:.3f} "
        f"| {hard} | {pairs:,} | {preparing:.2f} + {matching:.2f} | {len(documents) / (preparing + matching):,.0f} | {memory:.0f} |",
        flush=True,
    )


def grow(sizes: list[int]) -> None:
    """Print the time per document for growing collections of made-up texts, a quarter of which carries a passage of another."""
    table = load_frequencies()
    words = sorted(word for word in table.counts if word.isalpha())
    weights = [table.counts[word] for word in words]
    for size in sizes:
        generator = random.Random(size)
        contents: list[str] = []
        for at in range(size):
            parts = [" ".join(generator.choices(words, weights, k=20)).capitalize() + "." for _ in range(SENTENCES)]
            if at % 4 == 3:
                parts[generator.randrange(SENTENCES)] = generator.choice(contents[at - 3].split(". ")).rstrip(".") + "."
            contents.append(" ".join(parts))

        def work(contents: list[str] = contents) -> tuple[float, float, int]:
            texts = [prepare(Document(id=str(at), text=content)) for at, content in enumerate(contents)]
            start, busy = time.perf_counter(), time.process_time()
            found = len(Matcher().find_matches(texts))
            return time.perf_counter() - start, time.process_time() - busy, found

        (spent, busy, found), memory = in_a_process(work)
        print(
            f"| {size:,} documents | {1000 * busy / size:.2f} ms of processor time each, {1000 * spent / size:.2f} ms on the clock "
            f"| {found:,} matches of {size // 4:,} planted | {memory:.0f} MB |",
            flush=True,
        )


def _is_installed(module: str) -> bool:
    """Tell whether a module is there; the index has a package called passim that is something else."""
    try:
        return importlib.util.find_spec(module) is not None
    except ModuleNotFoundError:
        return False


def time_runs(shared: Path, runs: int) -> None:
    """Print documents a second on `planted`, from documents and from prepared texts, in one process and in two."""
    documents = [Document(id=row["id"], text=row["text"]) for row in rows(shared / "data/reuse/planted_docs.jsonl")]
    texts = [prepare(document) for document in documents]
    print("| from | processes | documents a second, median and best of runs | seconds |")
    print("|---|---|---|---|")
    for name, given in (("documents", documents), ("prepared texts", texts)):
        for workers in (1, 2):
            spent = []
            for _ in range(runs):
                start = time.perf_counter()
                Matcher(workers=workers).find_matches(given)
                spent.append(time.perf_counter() - start)
            middle, best = statistics.median(spent), min(spent)
            print(f"| {name} | {workers} | {len(given) / middle:,.0f}, {len(given) / best:,.0f} | {middle:.2f}, {best:.2f} |", flush=True)


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path)
    parser.add_argument("--half", type=int, choices=(0, 1), help="only wire documents of this half; 0 was tuned on")
    parser.add_argument("--dial", action="store_true", help="several strictnesses, no peers")
    parser.add_argument("--only", nargs="+", metavar="NAME", help="only these: provenance, " + ", ".join(PEERS))
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--speed", type=int, default=0, metavar="RUNS", help="only time this package on `planted`, this many runs")
    parser.add_argument("--growth", type=int, nargs="+", default=[])
    arguments = parser.parse_args()
    print(f"Python {platform.python_version()}, {platform.machine()}, {multiprocessing.cpu_count()} cores")
    grow(arguments.growth)
    if arguments.shared is None:
        return
    if arguments.speed:
        time_runs(arguments.shared, arguments.speed)
        return
    specification = importlib.util.spec_from_file_location("plagdet", arguments.shared / "tools/plagdet.py")
    if specification is None or specification.loader is None:
        sys.exit(f"No scorer at {arguments.shared / 'tools/plagdet.py'}.")
    plagdet = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(plagdet)
    tools: dict[str, Tool] = {
        f"provenance, strictness {strictness}": ours(strictness, arguments.workers)
        for strictness in ((0.1, 0.2, 0.35, 0.5, 0.7, 0.9) if arguments.dial else (STRICTNESS,))
        if arguments.only is None or "provenance" in arguments.only
    }
    if not arguments.dial:
        for name, (module, tool) in PEERS.items():
            if arguments.only is not None and name not in arguments.only:
                continue
            if not _is_installed(module):
                print(f"{name}: not installed")
                continue
            version = "of Python" if name == "difflib" else importlib.metadata.version(name)
            tools[f"{name} {version}"] = tool
    print("| tool | set | plagdet | P | R | gran | pair P / R | hard kinds (char recall) | pairs searched | s (preparing + matching) | docs/s | MB |")
    print("|---|---|---|---|---|---|---|---|---|---|---|---|")
    for name in SETS:
        for label, tool in tools.items():
            measure(arguments.shared, name, label, tool, plagdet, arguments.half)


if __name__ == "__main__":
    main()
