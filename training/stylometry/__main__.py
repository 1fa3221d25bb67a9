"""One command from the corpora to the weights and a report.

    python -m training.stylometry --data ../shared/data [--out FILE] [--report FILE] [--picture FILE]

Needs scikit-learn. About ten minutes on two shared cores. The same data give the same bytes.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from training.stylometry.picture import draw
from training.stylometry.train import train

ROOT = Path(__file__).parents[2]


def main() -> None:
    """Read the arguments and train."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=ROOT / "src/provenance/stylometry/data/weights.bin")
    parser.add_argument("--report", type=Path, default=ROOT / "training/stylometry/report.json")
    parser.add_argument("--picture", type=Path, default=ROOT / "docs/model-card-calibration.svg")
    arguments = parser.parse_args()
    data, report = train(arguments.data)
    arguments.out.write_bytes(data)
    arguments.report.write_text(json.dumps(report, indent=1, sort_keys=True, ensure_ascii=False) + "\n", encoding="utf-8")
    arguments.picture.write_text(draw(report), encoding="utf-8")
    print(f"{arguments.out.name}: {len(data):,} bytes")


if __name__ == "__main__":
    main()
