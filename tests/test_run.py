"""Jobs over many items: in order, few at a time, past workers that die, in processes and on a cluster."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import projects
from mortal import deadly, double, once, slowly
from pipeline import cluster, processes, run
from pipeline.errors import ConfigError, PipelineError

ITEMS = list(range(60))


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("count", [0, 1, 7, 60])
def test_results_come_in_order(jobs: int, count: int) -> None:
    items = ITEMS[:count]
    assert list(run.run(double, items, processes.team(jobs))) == [2 * one for one in items]


def test_worker_that_dies_once_costs_nothing(tmp_path: Path) -> None:
    """What was under way is done again, and nothing twice or never."""
    items = [(number, str(tmp_path / "died")) for number in ITEMS]
    assert list(run.run(once, items, processes.team(2))) == [2 * one for one in ITEMS]


def test_item_that_kills_is_told_and_the_run_goes_on() -> None:
    results = list(run.run(deadly, ITEMS, processes.team(2)))
    assert [one for one in results if not isinstance(one, PipelineError)] == [
        2 * one for one in ITEMS if one != 13
    ]
    assert isinstance(results[13], PipelineError)
    assert "its worker died, twice" in str(results[13])


def test_death_names_the_article(tmp_path: Path) -> None:
    """An editor reads which article it was."""
    site = projects.new(tmp_path)
    from pipeline import article

    one = article.parse(site.read("content/boats.md").encode(), "content/boats.md", "en")
    assert str(run._death((1, one))).startswith("content/boats.md: its worker died")


@given(st.integers(0, 500), st.integers(1, 64))
def test_batches_leave_nothing_out(count: int, width: int) -> None:
    workers = processes.Pool(lambda: ThreadPoolExecutor(1), width, run.attempt)
    batches = list(run._batches(range(count), workers))
    assert [one for batch in batches for one in batch] == list(range(count))
    assert all(1 <= len(batch) <= workers.batch for batch in batches)


def test_few_are_under_way_at_once() -> None:
    """However many items wait, so that memory does not grow with them."""
    begun = 0
    lock = threading.Lock()

    def count(number: int) -> int:
        nonlocal begun
        with lock:
            begun += 1
        return number

    def team(job: processes.Job) -> processes.contextlib.AbstractContextManager[run.Workers]:
        return processes.hired(processes.Pool(lambda: ThreadPoolExecutor(2), 2, run.attempt, job))

    results = run.run(count, range(10_000), team)
    next(results)
    time.sleep(0.2)
    assert begun <= 2 * 2 * 16
    results.close()


HOUSE = "from concurrent.futures import ThreadPoolExecutor\ndef threads():\n    return ThreadPoolExecutor(2)\ndef nothing():\n    return 3\n"


def test_executor_of_ones_own(tmp_path: Path) -> None:
    """The same pages, whoever made them; what gives no executor is told in a line."""
    site = projects.new(tmp_path)
    site.write("house_threads.py", HOUSE)
    assert site.run("build", "--no-cache").exit_code == 0
    before = {path: path.read_bytes() for path in (tmp_path / "build").rglob("*.html")}
    assert site.run("--executor", "house_threads:threads", "build", "--no-cache").exit_code == 0
    assert {path: path.read_bytes() for path in (tmp_path / "build").rglob("*.html")} == before
    refused = site.run("--executor", "house_threads:nothing", "build", "--no-cache")
    assert refused.exit_code == 2
    assert '"house_threads:nothing" gives a int, and no executor' in refused.stderr


def test_cluster_that_is_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("distributed", reason="the extra dask is not installed")
    monkeypatch.setattr(cluster, "_PATIENCE", 0.5)
    result = projects.new(tmp_path).run("--executor", "dask://127.0.0.1:9", "build", "--no-cache")
    assert result.exit_code == 2
    assert "no scheduler of Dask answers at dask://127.0.0.1:9" in result.stderr
    assert "Traceback" not in result.stderr


@contextlib.contextmanager
def dask(folder: Path, workers: int) -> Iterator[str]:
    """Start a scheduler with so many workers on this machine, each with a nanny; give its address."""
    pytest.importorskip("distributed", reason="the extra dask is not installed")
    from distributed import Client

    def start(*words: str) -> subprocess.Popen[bytes]:
        local = ["--host", "127.0.0.1", "--no-dashboard", "--scheduler-file", str(address)]
        environment = os.environ | {"PYTHONPATH": str(Path(__file__).parent)}
        return subprocess.Popen(
            [sys.executable, "-m", "dask", *words, *local],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd=folder,
            start_new_session=True,
            env=environment,
        )

    address = folder / "address.json"
    started = [start("scheduler", "--port", "0")]
    if workers:
        started.append(start("worker", "--nthreads", "1", "--nworkers", str(workers)))
    try:
        while not address.exists():
            time.sleep(0.05)
            assert started[0].poll() is None
        with Client(scheduler_file=str(address), set_as_default=False) as client:
            if workers:
                client.wait_for_workers(workers, timeout=60)
            yield client.scheduler.address.replace("tcp://", cluster.DASK)
    finally:
        for process in reversed(started):
            # A nanny whose workers have died may take its time over a polite request.
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


@pytest.fixture(scope="module")
def scheduler(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A scheduler with two workers: its address."""
    with dask(tmp_path_factory.mktemp("dask"), 2) as address:
        yield address


def test_cluster_makes_the_same_pages(tmp_path: Path, scheduler: str) -> None:
    """One code path: the bytes are those of one process."""
    site = projects.new(tmp_path)
    for number in range(6):
        site.write(f"content/boat-{number}.md", projects.ARTICLE)
    commands = (("--no-cache", "build"), ("--no-cache", "--format", "json", "check"))
    before = [site.run(*one).stdout for one in commands]
    pages = {path: path.read_bytes() for path in (tmp_path / "build").rglob("*.html")}
    assert [site.run("--executor", scheduler, *one).stdout for one in commands] == before
    assert {path: path.read_bytes() for path in (tmp_path / "build").rglob("*.html")} == pages


def test_cluster_that_loses_a_worker_loses_nothing(tmp_path: Path, scheduler: str) -> None:
    """One of two workers is killed in the middle: the other does its batches."""
    items = [(number, str(tmp_path / "died")) for number in range(120)]
    team = cluster.team(scheduler, None, tmp_path)
    assert list(run.run(slowly, items, team)) == [2 * number for number, _ in items]
    assert (tmp_path / "died").exists()


def test_cluster_tells_what_kills_its_workers(tmp_path: Path, scheduler: str) -> None:
    """It gives up on such an item after a few workers; the others are done."""
    results = list(run.run(deadly, range(10, 16), cluster.team(scheduler, None, tmp_path)))
    assert [results[0], *results[4:]] == [20, 28, 30]
    assert isinstance(results[3], PipelineError)


def test_cluster_whose_workers_are_on_their_way_is_waited_for(
    tmp_path: Path, scheduler: str
) -> None:
    """All have just died, and their nannies start them again."""
    from distributed import Client

    with Client(scheduler.replace(cluster.DASK, "tcp://"), set_as_default=False) as client:
        client.wait_for_workers(2, timeout=60)
        for process in client.run(os.getpid).values():
            os.kill(process, signal.SIGKILL)
        # On a machine that is busy some may be back before anybody has looked.
        for _ in range(200):
            if not client.scheduler_info()["workers"]:
                break
            time.sleep(0.01)
        team = cluster.team(scheduler, None, tmp_path)
        assert list(run.run(abs, range(-3, 0), team)) == [3, 2, 1]


def test_cluster_without_workers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A scheduler alone is refused, once its workers had the time to come."""
    monkeypatch.setattr(cluster, "_PATIENCE", 1.0)
    with dask(tmp_path, 0) as address, pytest.raises(ConfigError, match="has no workers"):
        list(run.run(abs, range(3), cluster.team(address, None, tmp_path)))
