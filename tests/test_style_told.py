"""What of a style package is not read is told, once, with its line and the reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from projects import Project

HEAD = "message: Avoid it.\n"
GOOD = f"extends: existence\n{HEAD}tokens: [boat]\n"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project with a style, which its `.vale.ini` names once more."""
    made = Project(tmp_path)
    made.write(
        "pipeline.toml",
        'source = "en"\nlocales = ["en"]\n[style]\nvale = ["styles/House", ".vale.ini"]\n',
    )
    made.write(".vale.ini", "StylesPath = styles\n[*.md]\nBasedOnStyles = House\n")
    made.write("content/a.md", "---\ntitle: Oars\n---\n\nA boat.\n")
    made.write("styles/House/Good.yml", GOOD)
    return made


@pytest.mark.parametrize(
    ("check", "told"),
    [
        (f"extends: sequence\n{HEAD}", ':1: "sequence" is not read: it needs parts of speech'),
        (f"extends: script\n{HEAD}", ':1: "script" is not read: it is a program'),
        (f"extends: House.Good\n{HEAD}", ":1: is not read: it extends another check"),
        (f"{GOOD}vocabu: true\n", ':4: the field "vocabu" is not read'),
        (f"{GOOD}scope: raw\n", ':4: the scope "raw" cannot be told here, so the check does not run'),
        (f"extends: existence\n{HEAD}tokens: []\n", ":3: looks for nothing, so the check does not run"),
        (
            f"{GOOD}action:\n  name: suggest\n  params: [spellings]\n",
            ':4: the action "suggest" proposes nothing here',
        ),
        (
            f"{GOOD}action:\n  name: edit\n  params: [regex, a, b]\n",
            ':4: the action "edit regex" proposes nothing here',
        ),
    ],
)  # fmt: skip
def test_what_is_not_read_is_told_once(project: Project, check: str, told: str) -> None:
    """One line on stderr, and the run goes on."""
    project.write("styles/House/Other.yml", check)
    result = project.run("check")
    assert result.exit_code == 0
    lines = [line for line in result.stderr.splitlines() if "styles/" in line]
    assert lines == [f"styles/House/Other.yml{told}"]
    assert "House.Good" in result.stdout


@pytest.mark.parametrize(
    ("check", "told"),
    [
        (f"extends: existence\n{HEAD}tokens:\n  - 'a(b'\n", ":4: the pattern `a(b` does not compile"),
        (f"extends: existance\n{HEAD}", ':1: unknown kind of check "existance"'),
        (f"{GOOD}level: fatal\n", ':4: "level" must be error, warning or suggestion'),
        (
            f"extends: existence\n{HEAD}tokens:\n  - boat\n  - {{a: b}}\n",
            ':3: "tokens" must be a list of texts',
        ),
    ],
)  # fmt: skip
def test_what_is_broken_is_an_error(project: Project, check: str, told: str) -> None:
    """It is told once, too, and the command ends with 2; the other checks run."""
    project.write("styles/House/Other.yml", check)
    result = project.run("check")
    assert result.exit_code == 2
    lines = [line for line in result.stderr.splitlines() if "styles/" in line]
    assert len(lines) == 1
    assert lines[0].startswith(f"styles/House/Other.yml{told}")
    assert "House.Good" in result.stdout


def test_folder_below_a_style_is_told(project: Project) -> None:
    """Its checks are no part of the style."""
    project.write("styles/House/more/Deep.yml", GOOD)
    told = "styles/House/more/: is not read: checks stand in the folder of their style"
    assert project.run("check").stderr.splitlines().count(told) == 1
