"""How well synonym spinning is seen and undone, on articles that nothing was counted, tuned or fitted on.

    python benchmarks/spinner.py --data ../shared/data

English originals of 150 words or more are spun with half B of the substitution lexicon (weights and thresholds were fitted on half A and on other
articles, training/spinning/articles.py) at 5, 10 and 20 % of their words; translations are left alone. The second table withholds half B from
the detector too: a spinner none of whose pairs it knows.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1]))

from training.spinner import Spun, rows_of, spin
from training.spinning.articles import Version, read_versions
from training.spinning.fit import choose, evidence, sample

from provenance import Auditor
from provenance.spinning import Despun, despin
from provenance.spinning.counts import load_counts
from provenance.spinning.fitted import load_fitted
from provenance.spinning.substitutions import file_substitutions

SHARES = (0.05, 0.1, 0.2)
MOST = 500
MACHINES = 700
GROUPS = {"originals": (("orig",), MOST), "human translations": (("ht", "pe"), MOST), "machine translations": (("mt",), MACHINES)}


def interval(found: int, total: int) -> str:
    """Give a share with its 95 % interval (Wilson 1927)."""
    if not total:
        return "none"
    share, z = found / total, 1.96
    centre = (share + z * z / (2 * total)) / (1 + z * z / total)
    half = z * np.sqrt(share * (1 - share) / total + z * z / (4 * total * total)) / (1 + z * z / total)
    return f"{share:7.2%}  ({found} of {total}; 95 % {max(centre - half, 0.0):.1%} to {min(centre + half, 1.0):.1%})"


def compare_restored(copies: Sequence[Spun], undone: Sequence[Despun]) -> tuple[float, float, float]:
    """Give the shares of replaced words restored, of replaced words changed into something else, and of other words damaged."""
    replaced = others = restored = wrong = damaged = 0
    for copy, despun in zip(copies, undone, strict=True):
        changes = {(change.start, change.end): change for change in copy.changes}
        touched = sum(change.words for change in copy.changes)
        replaced += touched
        others += copy.words - touched
        for each in despun.restorations:
            change = changes.get((each.start, each.end))
            if change is not None:
                right = change.original.lower() == each.replacement.lower()
                restored += change.words * right
                wrong += change.words * (not right)
            elif any(start < each.end and each.start < end for start, end in changes):
                wrong += 1
            else:
                damaged += len(each.quote.split())
    return restored / max(replaced, 1), wrong / max(replaced, 1), damaged / max(others, 1)


def report_known(auditor: Auditor, groups: dict[str, list[Version]]) -> None:
    """Print what the audit and the undoing make of the texts."""
    print("unspun texts called spun at 0.5")
    for name, versions in groups.items():
        verdicts = [auditor.audit(version.text).verdict.spun for version in versions]
        print(f"  {name:22} {interval(sum(spun >= 0.5 for spun in verdicts), len(verdicts))}; {len({each.article for each in versions})} articles")
    originals = groups["originals"]
    plain = [Spun(text=version.text, changes=(), words=len(version.text.split())) for version in originals]
    print(f"  words of originals changed by despin: {compare_restored(plain, [despin(each.text) for each in plain])[2]:.3%}")
    print("originals spun with half B")
    for share in SHARES:
        copies = [spin(version.text, share=share, half="B") for version in originals]
        reached = sum(change.words for copy in copies for change in copy.changes) / sum(copy.words for copy in copies)
        verdicts = [auditor.audit(copy.text).verdict.spun for copy in copies]
        undone = [despin(copy.text) for copy in copies]
        restored, wrong, damaged = compare_restored(copies, undone)
        print(f"  {share:.0%} of words (reached {reached:.1%}): detected {interval(sum(spun >= 0.5 for spun in verdicts), len(verdicts))}")
        print(f"      by the counts alone {interval(sum(each.spun for each in undone), len(undone))}")
        print(f"      restored {restored:.1%} of replaced words, another word for {wrong:.1%}, damaged {damaged:.2%} of the others")


def report_foreign(groups: dict[str, list[Version]]) -> None:
    """Print what is left when the detector does not know the spinner's pairs."""
    fitted = load_fitted()
    known = file_substitutions(rows_of("A"), load_counts())
    plain = np.array([evidence(sample(version.text, (), known), fitted) for version in groups["originals"]])
    print(f"with half A alone known to the detector: originals called spun {interval(int((plain >= fitted.threshold).sum()), len(plain))}")
    for share in SHARES:
        copies = [spin(version.text, share=share, half="B") for version in groups["originals"]]
        found = np.array([evidence(sample(copy.text, (), known), fitted) for copy in copies])
        print(f"  {share:.0%} of words, half B: detected {interval(int((found >= fitted.threshold).sum()), len(found))}")


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="folder with the corpora")
    parser.add_argument("--split", choices=["tune", "measure"], default="measure", help="which articles; tune is for development")
    options = parser.parse_args()
    versions = read_versions(options.data)
    groups = {name: choose(versions, options.split, klasses, most) for name, (klasses, most) in GROUPS.items()}
    report_known(Auditor(), groups)
    report_foreign(groups)


if __name__ == "__main__":
    main()
