"""Whatever stops a run, wherever: what people read is the old or the new, it is said, and the next run heals."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import faults
import pytest
from faults import TASKS

import projects

if not hasattr(os, "fork"):
    pytest.skip("the system has no fork", allow_module_level=True)

EACH = 0 if os.environ.get("FAULTS") == "all" else 3
"""So many points of a command are tried in each way; 0: all, as `make faults` does."""

GROUPS = {
    "translators' files": [
        "extract",
        "update",
        "catalog import",
        "catalog export",
        "preview: save",
    ],
    "pages": ["build", "publish", "report", "check --output", "cache clear"],
    "the project's own files": [
        *("check --fix", "baseline create", "baseline update", "baseline prune"),
        *("words add", "words tidy", "import", "init"),
    ],
}


def test_all_that_writes_is_tried() -> None:
    """No task is left out of the groups."""
    assert sorted(name for names in GROUPS.values() for name in names) == sorted(TASKS)


@pytest.mark.parametrize("group", GROUPS)
def test_stopped_at_a_write(
    group: str, tmp_path: Path, record_property: pytest.RecordProperty
) -> None:
    """Killed, or with a disk that is full, read-only or another's: old or new, one line, and healed."""
    command = [sys.executable, faults.__file__, "--json", str(EACH), *GROUPS[group]]
    path = os.pathsep.join(sys.path)
    done = subprocess.run(
        command,
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONPATH": path, "TMPDIR": str(tmp_path)},
    )
    assert done.returncode == 0, done.stderr.decode()
    reports = json.loads(done.stdout)
    record_property("points", sum(one["points"] for one in reports))
    record_property("tried", sum(one["tried"] for one in reports))
    assert not [fault for one in reports for fault in one["faults"]]
    assert all(one["points"] >= 4 and one["tried"] > 4 for one in reports)


@pytest.mark.parametrize("delay", [0.0, 0.1, 0.3])
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_signal_while_publishing(number: signal.Signals, delay: float, tmp_path: Path) -> None:
    """Two workers are at it: all end, the site is whole, and the next run publishes it."""
    project = projects.new(tmp_path)
    for count in range(8):
        article = projects.ARTICLE.replace("Red boats", f"Red boats {count}")
        project.write(f"content/boats-{count}.md", article)
    assert project.run("publish").exit_code in (0, 1)
    old = site(project)
    for count in range(8):
        article = projects.ARTICLE.replace("Red boats", f"Blue boats {count}")
        project.write(f"content/boats-{count}.md", article)
    run = publish(project, "--no-cache", "--jobs", "2")
    wait_for_lock(project)
    time.sleep(delay)
    os.killpg(run.pid, number)
    said = run.communicate(timeout=60)[1]
    assert run.returncode in (0, 1, 2, -number, 128 + number), said
    assert "Traceback" not in said, said
    stopped = site(project)
    assert project.run("publish").exit_code in (0, 1)
    assert stopped in (old, site(project))
    assert not list(project.root.glob(".public-*"))
    assert not alive(run.pid)


def publish(project: projects.Project, *options: str) -> subprocess.Popen[str]:
    """Begin to publish, in a group of processes of its own."""
    return subprocess.Popen(
        [sys.executable, "-m", "pipeline", *options, "publish"],
        cwd=project.root,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )


def wait_for_lock(project: projects.Project) -> None:
    """Wait until a run that was begun holds the project's lock."""
    from pipeline import store

    for _ in range(3000):
        try:
            with store.lock(project.root, wait=0):
                pass
        except store.StoreError:
            return
        time.sleep(0.01)
    pytest.fail("nobody took the lock")


def site(project: projects.Project) -> dict[str, bytes]:
    """Give every published file."""
    public = project.root / "public"
    return {str(path): path.read_bytes() for path in public.rglob("*") if path.is_file()}


def alive(group: int) -> bool:
    """Tell whether a process of the group is still at work a little later."""
    for _ in range(500):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return False
        time.sleep(0.02)
    return True
