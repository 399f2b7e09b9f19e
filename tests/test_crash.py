"""Killed at any write, a run leaves each catalog as it was or as it was to be, and the next run heals."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import projects
from pipeline import store
from projects import ARTICLE, CONFIG, Project

DYING = """
import os, shutil, signal, sys, tempfile
from pathlib import Path

left = int(sys.argv[1])

def dying(call):
    def wrapped(*args, **kwargs):
        global left
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return call(*args, **kwargs)
    return wrapped
"""
"""What both begin with: calls of which one is the last."""

KILLED = (
    DYING
    + """
for owner, name in ((tempfile, "mkstemp"), (os, "fdopen"), (os, "fsync"), (os, "replace")):
    setattr(owner, name, dying(getattr(owner, name)))

from pipeline.__main__ import main
sys.argv[1:] = ["--config", sys.argv[2], "--jobs", "1", "update"]
main()
"""
)


def catalogs(project: Project) -> dict[str, bytes]:
    """Every catalog by its path; nothing else may lie among them."""
    found = sorted((project.root / "locale").rglob("*"))
    return {str(path): path.read_bytes() for path in found if path.is_file()}


def edited(root: Path) -> Project:
    """A project in two locales whose article has changed since its catalogs were filled."""
    project = projects.new(root)
    project.write("pipeline.toml", CONFIG.replace('"fr"]', '"fr", "de"]'))
    assert project.run("update").exit_code == 0
    project.write("content/boats.md", ARTICLE.replace("Wash it first", "Scrub it first"))
    return project


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="the system has no such signal")
def test_killed_at_each_write(tmp_path: Path) -> None:
    """Each catalog is whole at any moment, and what was half-written is gone after the next run."""
    done = edited(tmp_path / "done")
    assert done.run("update").exit_code == 0
    new = {path.replace("/done/", "/cut/"): data for path, data in catalogs(done).items()}
    points = 0
    while True:
        points += 1
        root = tmp_path / "cut"
        project = edited(root)
        old = catalogs(project)
        config = str(project.root / "pipeline.toml")
        ended = subprocess.run(
            [sys.executable, "-c", KILLED, str(points), config],
            capture_output=True,
            check=False,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        )
        now = catalogs(project)
        for path, data in now.items():
            assert Path(path).name.startswith(".") or data in (old.get(path), new.get(path)), path
        assert old.keys() <= now.keys()
        if ended.returncode == 0:
            break
        assert ended.returncode == -signal.SIGKILL, ended.stderr
        assert project.run("update").exit_code == 0
        assert catalogs(project) == new
        root.rename(tmp_path / f"cut-{points}")
    assert points > 8  # so many writes, at the least, were cut short


PUBLISHING = (
    DYING
    + """
from pipeline import store

calls = (
    (tempfile, "mkstemp"), (os, "fsync"), (os, "link"), (os, "rename"), (os, "replace"),
    (os, "unlink"), (os, "rmdir"), (store, "_exchange"),
)
for owner, name in calls:
    setattr(owner, name, dying(getattr(owner, name)))

if sys.argv[3] == "apart":
    store._exchange = lambda *_folders: False
root = Path(sys.argv[2])
store.publish({"a.html": b"1", "en/b.html": b"3", "en/c.html": b"4"}, root / "public", root=root)
"""
)


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="the system has no such signal")
@pytest.mark.parametrize("swap", ["at once", "apart"])
def test_publishing_killed_at_each_step(tmp_path: Path, swap: str) -> None:
    """The site is the old one or the new one, whole, and the next run shares no file with the old."""
    old = {"a.html": b"1", "en/b.html": b"2", "d.html": b"5"}
    new = {"a.html": b"1", "en/b.html": b"3", "en/c.html": b"4"}
    points = 0
    while True:
        points += 1
        root = tmp_path / f"cut-{points}"
        root.mkdir()
        store.publish(old, root / "public", root=root)
        ended = subprocess.run(
            [sys.executable, "-c", PUBLISHING, str(points), str(root), swap],
            capture_output=True,
            check=False,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        )
        left = [folder for folder in (root / "public", root / ".public-old") if folder.exists()]
        assert site(left[0]) in (old, new)
        if ended.returncode == 0:
            break
        assert ended.returncode == -signal.SIGKILL, ended.stderr
        store.publish(new, root / "public", root=root)
        assert site(root / "public") == new
        assert [path.name for path in root.iterdir()] == ["public"]
        links = {path.stat().st_nlink for path in (root / "public").rglob("*") if path.is_file()}
        assert links == {1}
    assert points > 8


def site(folder: Path) -> dict[str, bytes]:
    """Give every file of a site by its name."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }
