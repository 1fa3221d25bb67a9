"""What the tests share."""

import os
from pathlib import Path

import pytest

from provenance import Auditor

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def fixtures() -> Path:
    """Give the folder with our own texts."""
    return ROOT / "fixtures"


@pytest.fixture(scope="session")
def shared() -> Path:
    """Give the folder with the corpora and annotated texts, or skip the test."""
    path = Path(os.environ.get("PROVENANCE_SHARED", ROOT.parent / "shared"))
    if not path.is_dir():
        pytest.skip(f"needs the corpora and annotated texts, which are not at {path} (set PROVENANCE_SHARED)")
    return path


@pytest.fixture(scope="session")
def auditor() -> Auditor:
    """Give an auditor with the default configuration."""
    return Auditor()
