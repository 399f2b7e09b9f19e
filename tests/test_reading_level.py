"""Reading levels from the command line: limits, the ratchet, advice, calibration, a second opinion."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import projects
from projects import CONFIG, Project

HARD = (
    "The comprehensive characterisation of heterogeneous pharmacological interactions, which "
    "necessitates longitudinal observation of considerable populations, notwithstanding methodological "
    "limitations, substantially complicates every straightforward interpretation of the evidence. "
)
EASY = "The boat is red. It has a sail. You can row it too. "


@pytest.fixture
def project(tmp_path: Path) -> Project:
    project = projects.new(tmp_path, translated=False)
    project.write("pipeline.toml", CONFIG.replace('["en", "fr"]', '["en"]'))
    return project


def version(project: Project, *options: str) -> dict[str, Any]:
    """Give what the report says of the hard article."""
    shown = project.run("--format", "json", "check", *options).stdout
    found = json.loads(shown)["versions"]
    return next(one for one in found if one["article"] == "hard")


def test_hard_text_is_held_with_its_worst_sentences(project: Project) -> None:
    """The report says what to rewrite, and how easy the text would be without it."""
    project.write("content/hard.md", "# Hard\n\n" + EASY * 5 + HARD * 20)
    found = version(project)
    assert not found["verdict"]["passes"]
    assert "reads at grade" in found["verdict"]["reasons"][0]
    advice = found["readability"]["advice"]
    assert advice["sentences"][0]["line"] == 3
    assert advice["without_worst"] < found["readability"]["grade"]
    assert "the sentences to rewrite first" in project.run("check").stdout


def test_front_matter_sets_a_limit(project: Project) -> None:
    """Stated in the article, where its readers are known."""
    body = "# Hard\n\n" + HARD * 12
    project.write("content/hard.md", f"---\ngrade: 40\n---\n\n{body}")
    reasons = version(project)["verdict"]["reasons"]
    assert not any("at grade" in reason for reason in reasons)
    project.write("content/hard.md", f"---\ngrade: nine\n---\n\n{body}")
    assert '"grade" must be a grade such as 9' in project.run("check").stderr


def test_ratchet_remembers_what_was_published(project: Project) -> None:
    """The easiest grade is kept beside the catalogs, and holds the next version."""
    ratchet = "\n[thresholds]\nmisspellings = false\nlevel = false\nratchet = 1.0\ngrade = "
    config = CONFIG.replace('["en", "fr"]', '["en"]')
    project.write("content/hard.md", "# Hard\n\n" + (EASY * 10 + HARD) * 12)
    project.write("pipeline.toml", f"{config}{ratchet}30\n")
    assert project.run("publish").exit_code == 0
    kept = json.loads(project.read("locale/grades.json"))["hard"]["en"]
    project.write("pipeline.toml", f"{config}{ratchet}2\n")
    assert project.run("publish").exit_code == 0
    project.write("content/hard.md", "# Hard\n\n" + (EASY * 3 + HARD) * 12)
    assert project.run("publish").exit_code == 1
    assert json.loads(project.read("locale/grades.json"))["hard"]["en"] == kept


def test_broken_record_of_grades(project: Project) -> None:
    """It is named, and nothing is published over it."""
    config = CONFIG.replace('["en", "fr"]', '["en"]')
    project.write("pipeline.toml", f"{config}\n[thresholds]\nratchet = 1\n")
    project.write("locale/grades.json", "{")
    result = project.run("publish")
    assert result.exit_code == 2
    assert "locale/grades.json: is no record of grades" in result.stderr
    assert project.read("locale/grades.json") == "{"


def test_second_opinion_is_asked_for(project: Project) -> None:
    """Textstat's metrics stand beside ours, and nobody waits for them otherwise."""
    project.write("content/hard.md", "# Hard\n\n" + EASY * 40)
    assert version(project)["readability"]["second_opinion"] == []
    names = [
        one["name"] for one in version(project, "--second-opinion")["readability"]["second_opinion"]
    ]
    assert "textstat Gunning Fog" in names


def test_calibrate_says_when_there_is_too_little(tmp_path: Path) -> None:
    """One article is no scale."""
    result = projects.new(tmp_path).run("calibrate")
    assert result.exit_code == 0
    assert "nothing can be fitted" in result.stdout
    assert "[scale" not in result.stdout


def test_own_scale(project: Project) -> None:
    """The constants of the settings are the ones used."""
    project.write("content/hard.md", "# Hard\n\n" + EASY * 40)
    before = version(project)["readability"]["grade"]
    config = CONFIG.replace('["en", "fr"]', '["en"]')
    project.write("pipeline.toml", f"{config}\n[scale.en]\nslope = 0.991\nintercept = 3.749\n")
    assert version(project)["readability"]["grade"] == pytest.approx(before + 3, abs=0.11)
