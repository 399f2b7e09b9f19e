"""A project of health content makes a changed dose an error, in its pipeline.toml."""

from __future__ import annotations

from pathlib import Path

import pytest

from projects import CONFIG, Project

DOSE = ("Take 5 mg at night.", "Prenez 50 mg le soir.")
DATE = ("We open on March 5, 2026 at noon.", "Nous ouvrons le 6 mars 2026 à midi.")
OPTION = '\n[rules."translation/{}-changed"]\nlevel = "{}"\n'


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """An article with a dose and a date, both of which its translation changes."""
    made = Project(tmp_path)
    made.write("pipeline.toml", CONFIG)
    made.write("content/pills.md", f"---\ntitle: Pills\n---\n\n{DOSE[0]}\n\n{DATE[0]}\n")
    assert made.run("update").exit_code == 0
    made.translate("pills", {"Pills": "Comprimés", **dict([DOSE, DATE])})
    return made


def levels(project: Project, *arguments: str) -> dict[str, str]:
    """Give the level of each changed dose and date."""
    lines = [line.split() for line in project.run("check", *arguments).output.splitlines()]
    return {
        line[2].strip(":"): line[1] for line in lines if len(line) > 2 and "-changed" in line[2]
    }


def test_it_is_a_warning_at_first(project: Project) -> None:
    """Which holds nothing."""
    found = {"translation/dose-changed": "warning", "translation/date-changed": "warning"}
    assert levels(project) == found
    assert project.run("check").exit_code == 0


@pytest.mark.parametrize("what", ["dose", "date"])
def test_option_makes_it_an_error(project: Project, what: str) -> None:
    """It holds the translation, and only that: the page of the source goes out."""
    project.write("pipeline.toml", CONFIG + OPTION.format(what, "error"))
    assert levels(project)[f"translation/{what}-changed"] == "error"
    result = project.run("check")
    assert result.exit_code == 1
    assert "held  pills [fr]: 1 error: " in result.output
    assert project.run("publish").exit_code == 1
    assert (project.root / "public/en/pills/index.html").is_file()
    assert not (project.root / "public/fr/pills/index.html").exists()


def test_option_is_for_a_catalog_by_itself(project: Project) -> None:
    """A translator who checks one file is told the same."""
    project.write("pipeline.toml", CONFIG + OPTION.format("dose", "error"))
    path = str(project.root / "locale/fr/LC_MESSAGES/pills.po")
    assert levels(project, path)["translation/dose-changed"] == "error"


def test_it_can_be_switched_off(project: Project) -> None:
    """The other one is still told."""
    project.write("pipeline.toml", CONFIG + OPTION.format("dose", "off"))
    assert list(levels(project)) == ["translation/date-changed"]
