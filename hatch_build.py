"""Parses the catalogue's TOML when the package is built, so that installed copies load it as JSON (about 20 times faster)."""

import hashlib
import json
import tomllib
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CatalogueHook(BuildHookInterface):
    """Writes catalogue/data/compiled.json; the loader checks its digest and falls back to the TOML where it differs."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        """Compile before the files are collected."""
        data = Path(self.root) / "src/provenance/catalogue/data"
        digest = hashlib.sha256()
        parsed: dict[str, Any] = {}
        paths = {path.relative_to(data).as_posix(): path for path in data.rglob("*") if path.suffix in (".toml", ".tsv")}
        for name, path in sorted(paths.items()):
            content = path.read_bytes()
            digest.update(name.encode() + b"\0" + content + b"\0")
            text = content.decode("utf-8")
            if path.suffix == ".tsv":
                parsed[name] = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
            else:
                parsed[name] = tomllib.loads(text)
        compiled = {"digest": digest.hexdigest()[:16], "files": parsed}
        (data / "compiled.json").write_text(json.dumps(compiled, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
