"""Several at work on one project: nobody's work is lost, nobody waits for ever, and who waits is told."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

import projects
from pipeline import config, po, store
from pipeline import project as files
from pipeline.errors import StoreError
from pipeline.preview import saving
from pipeline.preview.refusals import BusyError
from pipeline.preview.saving import Wish

CATALOG = "locale/fr/LC_MESSAGES/boats.po"
KEY = (None, "Wear old clothes.")
BASE = projects.FRENCH[KEY[1]]
WAITS = "another run is writing here; this one waits for it"


@pytest.fixture
def project(tmp_path: Path) -> projects.Project:
    return projects.new(tmp_path)


# As `-m pipeline`, but on a machine that is busy with other tests a run may take half a minute itself.
_PATIENT = """
from pipeline import store
from pipeline.__main__ import main
store.lock.__wrapped__.__kwdefaults__["wait"] = 600.0
main()
"""


def begin(project: projects.Project, *words: str) -> subprocess.Popen[str]:
    """Begin a run in a process of its own."""
    return subprocess.Popen(
        [sys.executable, "-c", _PATIENT, "--jobs", "1", *words],
        cwd=project.root,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )


def save(project: projects.Project, string: str) -> None:
    """Save a translation as the preview does; raises `BusyError` while a run is writing."""
    settings = config.load(project.root / "pipeline.toml")
    found, _ = files.articles(settings)
    assert saving.save(settings, found[0], "fr", Wish(KEY, string, BASE)) is None


def translations(project: projects.Project) -> dict[str, str]:
    catalog = po.load((project.root / CATALOG).read_bytes(), CATALOG)
    return {one.id: one.string for one in catalog.messages}


def left(project: projects.Project) -> list[str]:
    """Name what is half-written."""
    found = (*project.root.glob(".public-*"), *project.root.rglob(".*-????????"))
    return [path.name for path in found]


def test_two_publish_at_once(project: projects.Project) -> None:
    """One waits for the other and says so; both end as one alone would."""
    with store.lock(project.root):
        runs = [begin(project, "publish") for _ in range(2)]
        # Both have come as far as the lock, and will go on when it is free.
        said = [run.stderr.readline() for run in runs if run.stderr]
    assert said == [f"{WAITS}\n"] * 2
    ended = [run.communicate(timeout=120) for run in runs]
    assert [run.returncode for run in runs] == [0, 0], ended
    assert (project.root / "public/fr/boats/index.html").is_file()
    assert left(project) == []


def test_words_added_at_once(project: projects.Project) -> None:
    """Each run reads the list when it is its turn: no word is lost."""
    added = ["ahull", "becket", "coaming"]
    with store.lock(project.root):
        runs = [begin(project, "words", "add", word) for word in added]
        for run in runs:
            assert run.stderr
            assert run.stderr.readline() == f"{WAITS}\n"
    for run in runs:
        _, said = run.communicate(timeout=120)
        assert run.returncode == 0, said
    assert project.read("locale/words/en.txt").split() == added


def test_a_save_while_a_run_writes(project: projects.Project) -> None:
    """The window is told at once that it is busy, and what is saved afterwards is in the next site."""
    with (
        store.lock(project.root),
        pytest.raises(BusyError, match="another run is writing here; wait until it has ended"),
    ):
        save(project, "Mettez un gilet.")
    run = begin(project, "publish")
    for _ in range(3000):
        try:
            save(project, "Mettez un gilet.")
        except BusyError:
            time.sleep(0.01)
        else:
            break
    _, said = run.communicate(timeout=120)
    assert run.returncode == 0, said
    assert translations(project) == {**projects.FRENCH, KEY[1]: "Mettez un gilet."}
    assert project.run("publish").exit_code == 0
    assert "Mettez un gilet." in project.read("public/fr/boats/index.html")


@pytest.mark.parametrize("moment", ["read", "written"])
def test_an_editor_saves_while_an_update_runs(
    project: projects.Project, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    """An editor knows no lock: what it wrote stays, the run says so, and the next takes it along."""
    project.write("content/boats.md", projects.ARTICLE + "\nOne more thing.\n")
    edited = project.read(CATALOG).replace(BASE, "Mettez un gilet.")
    write, replace = store.write, store._replace

    def before(path: Path, data: bytes, **how: object) -> bool:
        if path.name == "boats.po":
            path.write_text(edited, "utf-8")
        return write(path, data, **how)  # type: ignore[arg-type]

    def amid(path: Path, data: bytes, *last: object) -> None:
        if path.name == "boats.po":
            path.write_text(edited, "utf-8")
        replace(path, data, *last)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        if moment == "read":
            patch.setattr(store, "write", before)
        else:
            patch.setattr(store, "_replace", amid)
        result = project.run("update")
    assert result.exit_code == 2
    assert f"{CATALOG}: was changed while this ran; run this again" in result.output
    assert project.read(CATALOG) == edited
    assert left(project) == []
    assert project.run("update").exit_code == 0
    assert translations(project) == {
        **projects.FRENCH,
        KEY[1]: "Mettez un gilet.",
        "One more thing.": "",
    }


def test_a_holder_that_hangs(project: projects.Project) -> None:
    """Nobody waits for ever: the line says who is in the way."""
    with (
        store.lock(project.root),
        pytest.raises(StoreError, match=r"\.pipeline/lock: another run is writing here; wait"),
        store.lock(project.root, wait=0.05),
    ):
        pass
