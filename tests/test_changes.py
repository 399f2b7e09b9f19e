"""What git says has changed: files, lines, and one clear line where git cannot say."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import changes, git
from pipeline.errors import PipelineError
from pipeline.findings import Finding
from pipeline.model import Place
from pipeline.results import Result
from projects import Project, new

BAD = "---\ntitle: {}\n---\n\nThis boatt is red.\n\nIt is blue.\n"


def run(folder: Path, *arguments: str) -> None:
    identity = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A repository whose branch `work` has left `main`."""
    project = new(tmp_path / "a project ✓", translated=False)
    project.write("pipeline.toml", 'source = "en"\nlocales = ["en"]\n')
    project.write("content/boats.md", BAD.format("Boats"))
    project.write("content/oars.md", BAD.format("Oars"))
    project.write(".gitignore", "build\npublic\n.pipeline\n")
    run(project.root, "init", "--initial-branch=main")
    run(project.root, "add", ".")
    run(project.root, "commit", "-m", "one")
    run(project.root, "checkout", "-b", "work")
    return project


def names(project: Project, *arguments: str) -> set[str]:
    """Give the articles that findings were told of."""
    lines = project.run("--color", "never", "check", *arguments).output.splitlines()
    return {line.partition(":")[0] for line in lines if line.startswith("content/")}


def test_only_changed_articles_are_checked(project: Project) -> None:
    """Committed on the branch, or not committed yet."""
    project.write("content/oars.md", BAD.format("Oars") + "\nIt is long.\n")
    assert names(project, "--changed") == {"content/oars.md"}
    run(project.root, "commit", "-am", "two")
    assert names(project, "--changed=main") == {"content/oars.md"}


def test_what_others_did_on_the_base_is_not_ours(project: Project) -> None:
    """The merge base is compared, not the tip of the base."""
    run(project.root, "checkout", "main")
    project.write("content/boats.md", BAD.format("Boats and more"))
    run(project.root, "commit", "-am", "theirs")
    run(project.root, "checkout", "work")
    assert names(project, "--changed=main") == set()


def test_new_files_are_changed_files(project: Project) -> None:
    """Git does not know them yet; odd names are names."""
    project.write("content/new-ø.md", BAD.format("New"))
    assert names(project, "--changed") == {"content/new-ø.md"}


def test_old_findings_on_other_lines_are_not_told(project: Project) -> None:
    """Rules read the whole article; what is told stands on lines that were written."""
    project.write("content/oars.md", BAD.format("Oars") + "\nThe the oarr is long.\n")
    output = project.run("check", "--changed-lines").output
    assert "oarr" in output
    assert "boatt" not in output


def test_clean_change_passes(project: Project) -> None:
    """Old debt does not hold who has not touched it."""
    project.write("content/oars.md", BAD.format("Oars") + "\nIt is long.\n")
    assert project.run("check", "--changed-lines").exit_code == 0
    assert project.run("check", "--changed").exit_code == 1


def test_changed_catalog_is_a_changed_version(project: Project) -> None:
    """A translator's change is checked in that language alone."""
    project.write("pipeline.toml", 'source = "en"\nlocales = ["en", "fr", "de"]\n')
    project.write("content/boats.md", "---\ntitle: Boats\n---\n\nA boat.\n")
    project.write("content/oars.md", "---\ntitle: Oars\n---\n\nAn oar.\n")
    project.run("update")
    run(project.root, "add", ".")
    run(project.root, "commit", "-m", "two")
    project.translate("boats", {"A boat.": "Un bateauu."})
    output = project.run("check", "--changed=HEAD").output
    assert "bateauu" in output
    assert "1 version:" in output


def test_no_repository_is_one_line(tmp_path: Path) -> None:
    """Exit code 2, and what to do."""
    checked = new(tmp_path, translated=False).run("check", "--changed")
    assert checked.exit_code == 2
    assert "not a git repository" in checked.stderr


def test_unknown_base_is_one_line(project: Project) -> None:
    """A branch that is not here; what looks like an option is none."""
    checked = project.run("check", "--changed=nowhere")
    assert checked.exit_code == 2
    assert 'no commit is called "nowhere"' in checked.stderr
    with pytest.raises(PipelineError, match="no commit is called"):
        git.changed(project.root, "--upload-pack=x")


def test_branches_without_a_common_commit(project: Project) -> None:
    """A history of its own, as in a shallow clone."""
    run(project.root, "checkout", "--orphan", "other")
    run(project.root, "commit", "-m", "other")
    checked = project.run("check", "--changed=main")
    assert checked.exit_code == 2
    assert "have no commit in common here" in checked.stderr


def test_no_git_is_one_line(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The rest of the pipeline does without it."""
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(PipelineError, match="git is not here"):
        git.changed(tmp_path)


def test_finding_of_several_lines_touches_any_of_them() -> None:
    """A sentence that begins above the changed line ends on it."""
    place = Place("a.md", 3, 5)
    finding = Finding(place, "note", "prose/long-sentence", "?", "a", "en", end=Place("a.md", 5, 2))
    for line, expected in ((2, 0), (3, 1), (4, 1), (5, 1), (6, 0)):
        diff = changes.Changes({"a.md": (range(line, line + 1),)})
        kept = changes.only(Result("a", "en", findings=(finding,)), diff)
        assert len(kept.findings) == expected


@given(st.binary(max_size=200))
def test_no_diff_is_refused(data: bytes) -> None:
    """Whatever an article holds that looks like a diff."""
    changes.read(b"--- a/x\n+++ b/x\n@@ -1 +1 @@\n+" + data)


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (("--changed", "--fix"), "--fix and --diff mend all or what is named, not what changed"),
        (("--changed-lines", "--diff"), "--fix and --diff mend all or what is named"),
        (("--changed=main", "content/boats.md"), "--changed takes no files"),
        (("--browser", "--fix"), "--browser only looks at pages, it mends nothing"),
    ],
)
def test_wishes_that_do_not_go_together_are_refused(
    project: Project, arguments: tuple[str, ...], line: str
) -> None:
    """One of the two would be passed over, and files be written that nobody meant."""
    before = project.read("content/boats.md")
    result = project.run("check", *arguments)
    assert result.exit_code == 2
    assert line in result.stderr
    assert project.read("content/boats.md") == before
