"""Imports point down."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_layers_point_down():
    """import-linter keeps the layers, and every module has its place in them."""
    script = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    result = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False, cwd=ROOT)
    assert result.returncode == 0, result.stdout + result.stderr


def test_import_stays_light():
    """Importing the package loads none of what only some commands need."""
    heavy = ["numpy", "rich", "click", "langdetect", "cattrs", "charset_normalizer"]
    script = f"import sys, provenance; print([name for name in {heavy} if name in sys.modules])"
    out = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
    assert out.strip() == "[]"
