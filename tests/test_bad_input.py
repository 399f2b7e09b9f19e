"""Bad input: one clear line with file and line, exit code 2, nothing lost, the healthy processed."""

from __future__ import annotations

import errno
import os
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

import projects
from pipeline import locales, processes, run
from pipeline.errors import PipelineError
from projects import Project


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return projects.new(tmp_path)


def refuses(project: Project, line: str, *command: str) -> None:
    """Fail unless the command names *line* on stderr, ends with 2, and still checks the good article."""
    result = project.run(*(command or ("check",)))
    assert result.exit_code == 2, result.output
    assert sum(one.startswith(line) for one in result.stderr.splitlines()) == 1, result.stderr
    if not command:
        assert "boats" in result.stdout


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (b"one\n\xff\n", "content/bad.md:2: not UTF-8"),
        (b"", "content/bad.md: the file is empty"),
        (b"---\ntitle: a: b\n---\nText\n", "content/bad.md:2: the front matter does not parse"),
        (b"---\nslug: ../bad\n---\nText\n", 'content/bad.md:2: the slug "../bad"'),
        (b"---\nslug: a/b\n---\nText\n", 'content/bad.md:2: the slug "a/b"'),
        (b"---\nslug: site\n---\nText\n", 'content/bad.md:2: the slug "site" is reserved'),
        (b"[" * 5000, "content/bad.md:1: more than 500"),
    ],
)
def test_broken_article(project: Project, content: bytes, line: str) -> None:
    """The broken article is named, the good one checked."""
    project.write("content/bad.md", content)
    refuses(project, line)


def test_two_articles_with_one_slug(project: Project) -> None:
    """Neither is published: nobody can say whose the address is."""
    project.write("content/a.md", "---\nslug: same\n---\nText one.\n")
    project.write("content/b.md", "---\nslug: Same\n---\nText two.\n")
    refuses(project, 'content/b.md: the slug "Same" is also that of content/a.md')


def test_link_out_of_content(project: Project, tmp_path_factory: pytest.TempPathFactory) -> None:
    """An article that is a link to a file elsewhere is not read."""
    secret = tmp_path_factory.mktemp("outside") / "secret.md"
    secret.write_text("A secret.\n")
    (project.root / "content/leak.md").symlink_to(secret)
    refuses(project, "content/leak.md: a link out of the project")
    project.run("publish")
    assert not list(project.root.rglob("leak"))


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text[: text.index("Avant") + 3],
        lambda text: text.replace("charset=UTF-8", "charset=UTF-7"),
        lambda text: text + '\nmsgid "Red boats"\nmsgstr "Autre"\n',
        lambda text: re.sub(r"nplurals=\d", "nplurals=99999999", text),
        lambda text: text.replace("Language: fr", "Language: ja"),
        lambda text: "<<<<<<< HEAD\n" + text,
        lambda _text: "",
    ],
    ids=["cut", "charset", "duplicate", "plural forms", "folder", "conflict", "empty"],
)
@pytest.mark.parametrize("command", [("check",), ("update",), ("publish",), ("build",)])
def test_broken_catalog(
    project: Project, change: Callable[[str], str], command: tuple[str, ...]
) -> None:
    """A catalog that cannot be read is named with its line and stays byte for byte."""
    path = project.root / "locale/fr/LC_MESSAGES/boats.po"
    path.write_text(change(path.read_text()))
    before = path.read_bytes()
    refuses(project, "locale/fr/LC_MESSAGES/boats.po", *command)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("change", "line"),
    [
        (
            lambda text: re.sub(r"nplurals=\d", "nplurals=5", text),
            "locale/fr/LC_MESSAGES/boats.po:12: wrong Plural-Forms",
        ),
        (
            lambda text: text.replace("Language: fr", "Language: xx-nonsense"),
            'locale/fr/LC_MESSAGES/boats.po:8: "xx-nonsense" is no known locale',
        ),
        (
            lambda text: text.replace('"Avant de commencer"', r'"Avant de commencer\n"'),
            r"msgid and msgstr do not both end with \n",
        ),
    ],
    ids=["plural forms", "locale", "line feed"],
)
def test_doubtful_catalog(project: Project, change: Callable[[str], str], line: str) -> None:
    """What gettext reads is read, and what is wrong with it told with its line."""
    path = project.root / "locale/fr/LC_MESSAGES/boats.po"
    path.write_text(change(path.read_text()))
    result = project.run("update")
    assert result.exit_code == 0
    assert line in result.stderr


def test_path_cannot_drive_the_terminal(project: Project) -> None:
    """A file's name is shown with its control characters, as its text is."""
    project.write("notes/a\x1b[2J.md", "There was no lasting relie.\n")
    result = project.run("--color", "never", "check", str(project.root / "notes"))
    assert "notes/a\\x1b[2J.md:1:22: error prose/spelling" in result.stdout
    assert "\x1b" not in result.stdout


@pytest.mark.parametrize("jobs", [1, 2])
def test_users_error_is_a_result(jobs: int) -> None:
    """In this process and in others, an error keeps its place among the results, and its words."""
    first, second, third = run.run(locales.parse, ["pt_br", "qx", "de"], processes.team(jobs))
    assert (first, third) == ("pt-BR", "de")
    assert isinstance(second, PipelineError)
    assert str(second).startswith('unknown locale "qx"')


@pytest.mark.parametrize("jobs", [1, 2])
def test_bug_is_raised(jobs: int) -> None:
    """What is not the user's error is not taken for one."""
    with pytest.raises(ValueError, match="invalid literal"):
        list(run.run(int, ["1", "x"], processes.team(jobs)))


def test_every_broken_file_is_named_in_one_run(project: Project) -> None:
    """An editor mends all of them, not one after the other."""
    project.write("content/one.md", b"\xff")
    project.write("content/two.md", "")
    result = project.run("publish")
    assert result.exit_code == 2
    assert "content/one.md:1: not UTF-8" in result.stderr
    assert "content/two.md: the file is empty" in result.stderr


def test_error_leaves_the_published_site(project: Project) -> None:
    """A run with a broken file changes nothing that readers see."""
    assert project.run("publish").exit_code == 0
    before = {path: path.read_bytes() for path in (project.root / "public").rglob("*.html")}
    project.write("content/one.md", b"\xff")
    assert project.run("publish").exit_code == 2
    assert {path: path.read_bytes() for path in (project.root / "public").rglob("*.html")} == before


def test_unknown_locale(project: Project) -> None:
    """A locale that is not the project's is answered with the nearest that is."""
    refuses(project, '"fi" is not a locale of this project; did you mean "fr"?', "update", "fi")
    refuses(project, 'unknown locale "qx"', "check", "--locale", "qx")


def test_configuration_with_unknown_key(project: Project) -> None:
    """The line and the nearest right name are said."""
    project.write("pipeline.toml", 'source = "en"\nlocals = ["en"]\n')
    result = project.run("check")
    assert result.exit_code == 2
    assert ':2: unknown key "locals"; did you mean "locales"?' in result.stderr


def test_no_configuration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Outside a project, the way in is shown."""
    monkeypatch.chdir(tmp_path)
    result = projects.CliRunner().invoke(projects.cli, ["extract"])
    assert result.exit_code == 2
    assert "pipeline init" in result.stderr


def command(
    project: Project,
    *arguments: str,
    program: Sequence[str] = ("-m", "pipeline"),
    **options: object,
) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, *program, *arguments],
        cwd=project.root,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        **options,  # type: ignore[call-overload]
    )


def test_read_only_folder(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing may be written, one line says so, and the other catalogs are still brought up."""
    folder = project.root / "locale/fr/LC_MESSAGES"
    (folder / "boats.po").unlink()
    folder.chmod(0o555)
    if os.getuid() == 0:
        # Root may write anywhere, so the system's answer is given in its place.
        def denied(*_arguments: object, **_options: object) -> None:
            raise PermissionError(errno.EACCES, "Permission denied")

        monkeypatch.setattr(tempfile, "mkstemp", denied)
    result = project.run("update")
    folder.chmod(0o755)
    assert result.exit_code == 2
    assert "locale/fr/LC_MESSAGES/boats.po: cannot be written: permission denied" in result.stderr


def test_full_disk(project: Project) -> None:
    """A site that does not fit is not half there."""
    resource = pytest.importorskip("resource")
    project.run("publish")
    before = project.read("public/en/boats/index.html")
    project.write("content/boats.md", projects.ARTICLE + "\nMore words. " * 2000)

    def small() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (8192, 8192))

    # A compiled module that is cut off would break each process that reads it afterwards.
    environment = os.environ | {"PYTHONDONTWRITEBYTECODE": "1"}
    done = command(project, "--jobs", "1", "build", preexec_fn=small, env=environment)
    _, errors = done.communicate(timeout=60)
    assert done.returncode == 2, errors
    assert "cannot be written: file too large" in errors
    assert len(errors.splitlines()) == 1
    assert project.read("public/en/boats/index.html") == before
    assert not list(project.root.glob(".build-*"))


DALLYING = """
import time
from pipeline import store
from pipeline.__main__ import main

replace = store._replace

def dally(path, *rest):
    replace(path, *rest)
    if path.name == "more-3.pot":
        time.sleep(60)

store._replace = dally
main()
"""
"""The command line, which waits in its middle until somebody comes."""


def test_interrupt(project: Project) -> None:
    """Ctrl-C in the middle is one line, and nothing is half written."""
    project.run("publish")
    before = {
        path: path.read_bytes()
        for path in project.root.rglob("*")
        # What was done before is kept for the next run.
        if path.is_file() and ".pipeline" not in path.parts
    }
    for number in range(40):
        project.write(f"content/more-{number}.md", projects.ARTICLE)
    done = command(
        project,
        "publish",
        program=("-c", DALLYING),
        start_new_session=True,
        # Whoever runs the tests in the background has told them to ignore it.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    while not (project.root / "locale/templates/more-3.pot").exists():
        assert done.poll() is None
        time.sleep(0.01)
    os.killpg(done.pid, signal.SIGINT)
    _, errors = done.communicate(timeout=60)
    assert done.returncode == 2, errors
    assert "Traceback" not in errors
    assert [line for line in errors.splitlines() if line.startswith("interrupted")], errors
    for path, data in before.items():
        assert path.read_bytes() == data
    assert not [path for path in project.root.rglob(".*") if "new" in path.name]
