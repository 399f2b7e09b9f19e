"""The user's own functions: found by name, or told in one line why not."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline import callables
from pipeline.errors import ConfigError


def test_function_in_the_project(tmp_path: Path) -> None:
    """A module beside the project's settings is found, and the import path is left as it was."""
    (tmp_path / "house_words.py").write_text("def shout(text):\n    return text.upper()\n")
    assert callables.load("house_words:shout", tmp_path)("sea") == "SEA"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("house_words", "names no function"),
        ("a.b:c; import os", "names no function"),
        ("no_such_module_here:f", 'there is no module "no_such_module_here"; install it'),
        ("string:no_such_function", "cannot be loaded"),
        ("string:digits", "is no function"),
    ],
)
def test_bad_names(tmp_path: Path, name: str, said: str) -> None:
    """Each way to be wrong has its line."""
    with pytest.raises(ConfigError, match=said):
        callables.load(name, tmp_path)


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("def run(:\n", r"house_syntax\d*\.py:1: "),
        ("import os\n1 / 0\n", r"house_syntax\d*\.py:2: ZeroDivisionError"),
        ("import sys\nsys.exit(0)\n", r"house_syntax\d*\.py:2: SystemExit"),
    ],
)
def test_a_broken_module_is_its_authors(tmp_path: Path, code: str, said: str) -> None:
    """The line in the module is named."""
    name = f"house_syntax{abs(hash(code))}"
    (tmp_path / f"{name}.py").write_text(code)
    with pytest.raises(ConfigError, match=said):
        callables.load(f"{name}:run", tmp_path)
