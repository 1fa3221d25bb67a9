"""Settings, from keyword arguments or `[tool.provenance]` in a pyproject.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal, get_args

import attrs

from provenance.errors import ConfigurationError

FailOn = Literal["never", "minor", "major", "critical", "translated", "machine-translated", "spun", "republished"]
FAIL_ON: tuple[FailOn, ...] = get_args(FailOn)


def _codes(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        value = value.split(",")
    if not isinstance(value, list | tuple) or not all(isinstance(item, str) for item in value):
        msg = f'Rule codes must be a list of strings, not {value!r}; write for instance select = ["SPN", "CAL-PT"].'
        raise ConfigurationError(msg)
    return tuple(item.strip().upper() for item in value if item.strip())


@attrs.frozen(kw_only=True)
class Config:
    """How to audit.

    Attributes:
        select: Code prefixes of the rules to apply; empty means all.
        ignore: Code prefixes of rules to leave out.
        fail_on: From which severity of a finding, or on which claim at 0.5 or more, a run counts as failed.
        max_characters: Longest text accepted, in code points. Guards a service against hostile input; time grows linearly with length.

    """

    select: tuple[str, ...] = attrs.field(default=(), converter=_codes)
    ignore: tuple[str, ...] = attrs.field(default=(), converter=_codes)
    fail_on: FailOn = "never"
    max_characters: int = 20_000_000

    def __attrs_post_init__(self) -> None:
        """Refuse impossible values."""
        if self.fail_on not in FAIL_ON:
            msg = f"fail_on cannot be {self.fail_on!r}; choose one of {', '.join(FAIL_ON)}."
            raise ConfigurationError(msg)
        if isinstance(self.max_characters, bool) or not isinstance(self.max_characters, int) or self.max_characters < 1:
            msg = f"max_characters must be a positive whole number, not {self.max_characters!r}."
            raise ConfigurationError(msg)

    @classmethod
    def from_mapping(cls, settings: Mapping[str, Any], where: str = "settings") -> Config:
        """Read settings by name; `-` and `_` are the same.

        Raises:
            ConfigurationError: a name is unknown or a value impossible.

        """
        known = {field.name for field in attrs.fields(cls)}
        given = {str(name).replace("-", "_"): value for name, value in settings.items()}
        unknown = sorted(set(given) - known)
        if unknown:
            msg = f"Unknown setting {unknown[0]!r} in {where}; there are {', '.join(sorted(known))}."
            raise ConfigurationError(msg)
        return cls(**given)

    @classmethod
    def from_pyproject(cls, path: str | Path) -> Config:
        """Read `[tool.provenance]`; an absent table means the defaults.

        Raises:
            ConfigurationError: the file cannot be read, is not TOML, or has an unknown setting.

        """
        try:
            data = tomllib.loads(Path(path).read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            msg = f"Configuration file {path} cannot be read: {error}."
            raise ConfigurationError(msg) from error
        tools = data.get("tool", {})
        settings = tools.get("provenance", {}) if isinstance(tools, dict) else None
        if not isinstance(settings, dict):
            msg = f"[tool.provenance] of {path} is not a table; write the heading and below it one setting a line."
            raise ConfigurationError(msg)
        return cls.from_mapping(settings, f"[tool.provenance] of {path}")
