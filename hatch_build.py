"""Compiles the catalogue when the package is built, so that installed copies load it as JSON and parse patterns when first needed."""

import json
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CatalogueHook(BuildHookInterface):
    """Writes catalogue/data/compiled.json; the loader checks its digest and falls back to the TOML where it differs."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        """Compile before the files are collected."""
        source = Path(self.root) / "src/provenance"
        # The package without its __init__, which would ask for every run-time dependency.
        package = ModuleType("provenance")
        package.__path__ = [str(source)]
        sys.modules["provenance"] = package
        from provenance.catalogue.loading import compile_catalogue

        compiled = json.dumps(compile_catalogue(), ensure_ascii=False, separators=(",", ":"))
        (source / "catalogue/data/compiled.json").write_text(compiled, encoding="utf-8")
