"""How fast the audit is: per article, with length, and on importing the package.

    python benchmarks/speed.py

Every figure is the best of several runs on one core; ratios between rows of one run carry over to other machines, milliseconds do not.
"""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

from provenance import Auditor, Document
from provenance.text import prepare

FIXTURES = Path(__file__).parents[1] / "fixtures"
LENGTHS = (5_000, 50_000, 500_000, 5_000_000)


def best(action: object, runs: int) -> float:
    """Give the shortest of several runs in seconds."""
    times = []
    for _ in range(runs):
        started = time.perf_counter()
        action()  # type: ignore[operator]
        times.append(time.perf_counter() - started)
    return min(times)


def main() -> None:
    """Print the table."""
    started = time.perf_counter()
    auditor = Auditor()
    print(f"loading the catalogue and compiling {len(auditor.rules)} rules: {(time.perf_counter() - started) * 1000:.0f} ms")
    script = "import time; t = time.perf_counter(); import provenance; print(time.perf_counter() - t)"
    imports = [float(subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout) for _ in range(5)]
    print(f"import provenance: {min(imports) * 1000:.0f} ms")
    articles = "\n\n".join(path.read_text(encoding="utf-8") for path in sorted(FIXTURES.rglob("*.txt")))
    print(f"{'characters':>12} {'audit ms':>10} {'µs per 1,000 characters':>25} {'reading alone ms':>18}")
    for length in LENGTHS:
        text = (articles * (length // len(articles) + 1))[:length]
        document = Document(text=text)
        runs = 30 if length <= 5_000 else 5 if length <= 50_000 else 1
        auditor.audit(document)
        seconds = best(lambda document=document: auditor.audit(document), runs)
        reading = best(lambda document=document: prepare(document).sentences, runs)
        print(f"{length:>12,} {seconds * 1000:>10.1f} {seconds * 1e9 / length:>25.0f} {reading * 1000:>18.1f}")
    line = Document(text=articles.replace("\n", " ") * (LENGTHS[-1] // len(articles)))
    print(f"one line of {len(line.text):,} characters: {best(lambda: auditor.audit(line), 1) * 1000:.0f} ms")


if __name__ == "__main__":
    main()
