"""What other tools read of ours: the hook, the action, the template, the matcher."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from pipeline.cli import cli
from pipeline.reports import FORMATS
from projects import Project, new

ROOT = Path(__file__).parent.parent


def loaded(name: str) -> Any:
    return yaml.safe_load((ROOT / name).read_text(encoding="utf-8"))


def runs(line: str) -> None:
    """Hold that a line calls a command of ours with options that it has."""
    name, *arguments = shlex.split(line)
    assert name == "pipeline"
    told = CliRunner().invoke(cli, [*arguments, "--help"], prog_name="pipeline")
    assert (told.exit_code, "Usage: pipeline check" in told.output) == (0, True)


@pytest.mark.parametrize("hook", loaded(".pre-commit-hooks.yaml"), ids=lambda hook: str(hook["id"]))
def test_a_hook_calls_a_command(hook: dict[str, Any]) -> None:
    """For the files that it reads, one process at a time, since that has workers of its own."""
    runs(hook["entry"])
    assert (hook["language"], hook["require_serial"]) == ("python", True)
    assert {"id", "name", "description", "entry", "files"} <= hook.keys()
    assert re.search(hook["files"], "content/boats.md")
    assert re.search(hook["files"], "locale/fr/LC_MESSAGES/boats.po")
    assert not re.search(hook["files"], "locale/templates/boats.pot")


def test_the_action_checks_and_annotates() -> None:
    """It installs what stands beside it, and no input becomes a command of the shell."""
    action = loaded("action.yml")
    assert action["runs"]["using"] == "composite"
    setup, install, check = action["runs"]["steps"]
    assert setup["uses"].startswith("actions/setup-python@")
    assert "GITHUB_ACTION_PATH" in install["run"]
    assert "pipeline --format github check" in check["run"]
    assert "github" in FORMATS
    for step in (install, check):
        assert step["shell"] == "bash"
        assert "${{" not in step["run"]
    assert all(one["description"] for one in action["inputs"].values())


def test_gitlab_keeps_the_findings_of_a_job_that_fails() -> None:
    """As its report on the quality of code, under the name that the command writes."""
    job = loaded("ci/gitlab.yml")["article-pipeline"]
    report = job["artifacts"]["reports"]["codequality"]
    command = job["script"][-1]
    assert f"--output gitlab:{report}" in command
    assert "gitlab" in FORMATS
    assert job["artifacts"]["when"] == "always"
    runs(command.replace("$PIPELINE_ARGUMENTS", ""))


@pytest.fixture
def project(tmp_path: Path) -> Project:
    project = new(tmp_path, translated=False)
    project.write("content/the sea.md", "# Sea\n\nThe yeer: [here](https://boats.example) it is.\n")
    return project


@pytest.mark.parametrize("form", ["text", "concise"])
def test_the_matcher_reads_our_lines(project: Project, form: str) -> None:
    """Each finding by one pattern alone, with its file, line, column, rule and message."""
    matchers = json.loads((ROOT / ".github" / "pipeline-matcher.json").read_text(encoding="utf-8"))
    patterns = [(one["owner"], one["pattern"][0]) for one in matchers["problemMatcher"]]
    assert len({owner for owner, _ in patterns}) == len(patterns)
    output = project.run("--format", form, "check", "--locale", "en").output
    said = [line for line in output.splitlines() if line.startswith("content/")]
    for line in said:
        matched = [
            {name: match[pattern[name]] for name in ("file", "line", "column", "code", "message")}
            for _, pattern in patterns
            if (match := re.match(pattern["regexp"], line))
        ]
        assert len(matched) == 1, line
    slip = next(line for line in said if "yeer" in line)
    match = re.match(patterns[0][1]["regexp"], slip)
    assert match is not None
    assert match.groups()[:4] == ("content/the sea.md", "3", "5", "prose/spelling")
