"""Settings, and what is refused."""

import pytest

from provenance import Config
from provenance.errors import ConfigurationError


def test_codes_may_be_a_string_or_a_list():
    """A comma-separated string and a list are the same."""
    assert Config(select="spn, CAL-PT").select == Config(select=["SPN", "cal-pt"]).select == ("SPN", "CAL-PT")


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({"selct": ["SPN"]}, "Unknown setting 'selct'"),
        ({"fail-on": "sometimes"}, "fail_on cannot be"),
        ({"select": 5}, "must be a list"),
        ({"max-characters": 0}, "positive whole number"),
        ({"max-characters": True}, "positive whole number"),
    ],
)
def test_nonsense_is_refused(settings, words):
    """Unknown names and impossible values are errors that name them."""
    with pytest.raises(ConfigurationError, match=words):
        Config.from_mapping(settings)


def test_pyproject_table_is_read(tmp_path):
    """[tool.provenance] sets what it names; an absent table means the defaults."""
    path = tmp_path / "pyproject.toml"
    path.write_text('[tool.provenance]\nignore = ["PUN"]\nfail-on = "major"\n', encoding="utf-8")
    assert Config.from_pyproject(path) == Config(ignore=("PUN",), fail_on="major")
    path.write_text("[project]\n", encoding="utf-8")
    assert Config.from_pyproject(path) == Config()


@pytest.mark.parametrize(
    "content", [b"[tool.provenance\n", b"\xff\xfe\x00", b"[tool.provenance]\nunknown = 1\n", b"tool = 5\n", b"[tool]\nprovenance = 5\n"]
)
def test_damaged_file_is_one_error(tmp_path, content):
    """A file that is not TOML, not text, or has unknown settings is a configuration error."""
    path = tmp_path / "pyproject.toml"
    path.write_bytes(content)
    with pytest.raises(ConfigurationError, match=r"pyproject\.toml"):
        Config.from_pyproject(path)


def test_missing_file_is_one_error(tmp_path):
    """So is a missing one."""
    with pytest.raises(ConfigurationError, match="cannot be read"):
        Config.from_pyproject(tmp_path / "none.toml")
