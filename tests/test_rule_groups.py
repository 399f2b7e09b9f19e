"""What `explain` says of a group, and of names that are none."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pipeline import check
from projects import Project


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A folder with a configuration."""
    made = Project(tmp_path)
    made.write("pipeline.toml", 'source = "en"\nlocales = ["en"]\n')
    return made


@pytest.mark.parametrize("name", ["site", "site/"])
def test_group_lists_its_rules(project: Project, name: str) -> None:
    """Each with its level and what it asks, and none of another group."""
    result = project.run("explain", name)
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert [line.split()[0] for line in lines] == [
        rule for rule in check.rules() if rule.startswith("site/")
    ]
    assert all(line.split()[1] in ("error", "warning", "note", "review") for line in lines)
    assert "No two pages of one language have the same title." in result.stdout


def test_group_as_data(project: Project) -> None:
    """A program gets a list of descriptions."""
    told = json.loads(project.run("explain", "suppression", "--format", "json").stdout)
    assert [one["rule"] for one in told] == [
        rule for rule in check.rules() if rule.startswith("suppression/")
    ]


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("proze", "prose"),
        ("prose/speling", "prose/spelling"),
        ("speling", "prose/spelling"),
        ("Page/Image_Alt", "page/image-alt"),
        ("title-same", "site/title-same"),
    ],
)
def test_nearest_name(project: Project, name: str, near: str) -> None:
    """A rule may be asked for without its group; the hint is its whole name."""
    result = project.run("explain", name)
    assert result.exit_code == 2
    assert result.stderr.strip() == f'unknown rule "{name}"; did you mean "{near}"?'


@pytest.mark.parametrize("name", ["", "/", "xyzzy", "\n" * 3])
def test_no_guess_is_better_than_an_odd_one(project: Project, name: str) -> None:
    """What is like no name gets no guess, in one line."""
    result = project.run("explain", name)
    assert result.exit_code == 2
    assert result.stderr.endswith("; `pipeline rules` lists them\n")
    assert result.stderr.count("\n") == 1
