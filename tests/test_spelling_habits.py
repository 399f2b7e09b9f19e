"""Habitual misspellings: none is a word, each means one, and `--fix` writes it."""

from __future__ import annotations

from pathlib import Path

import pytest

import projects
from pipeline import dictionaries
from pipeline.dictionaries import Setup
from pipeline.spelling import habits


@pytest.mark.parametrize("language", sorted(habits._HABITS))
def test_lists_are_true(language: str) -> None:
    """No dictionary has what is called a misspelling, and each has what it is said to mean."""
    lexicon = dictionaries.load(language, Setup())
    assert lexicon
    for slip, meant in habits._slips(language).items():
        assert not lexicon.knows(slip), slip
        for word in meant.replace("-", " ").split():
            assert lexicon.knows(word) or lexicon.knows(word.capitalize()), word


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("They saw teh boat.", "They saw the boat."),
        ("It occured alot.", "It occurred a lot."),
        ("Seperate the rooms.", "Separate the rooms."),
        ("Wait untill tommorow.", "Wait until tomorrow."),
    ],
)
def test_fix_writes_what_is_certain(tmp_path: Path, wrong: str, right: str) -> None:
    site = projects.new(tmp_path)
    path = site.write("notes/one.md", f"{wrong}\n")
    assert site.run("check", "--fix", str(path)).exit_code == 0
    assert path.read_text(encoding="utf-8") == f"{right}\n"


def test_capital_may_be_a_names(tmp_path: Path) -> None:
    """Teh is a name in Malaysia: somebody should look."""
    site = projects.new(tmp_path)
    path = site.write("notes/one.md", "We met Mr Teh there.\n")
    site.run("check", "--fix", str(path))
    assert "Teh" in path.read_text(encoding="utf-8")
