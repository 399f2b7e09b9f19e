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
