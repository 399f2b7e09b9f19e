"""
Workers of an executor that is named: a Dask cluster, or what a function of the user's gives.

The jobs are those of the processes of this machine. They take bytes and values and touch no file, so
a worker needs the package and its dictionaries, and nothing of the project.
"""

from __future__ import annotations

import contextlib
import functools
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import CancelledError, Executor, Future, wait
from pathlib import Path
from typing import Any

from pipeline import __version__, callables
from pipeline.errors import ConfigError, PipelineError
from pipeline.processes import Job, Pool, hired
from pipeline.run import Team, Workers, attempt

DASK = "dask://"

_PATIENCE = 10.0
"""Seconds to wait for the scheduler's first answer, and then for a first worker."""

_RETRIES = 2
_LOOK = 1.0
"""Seconds after which somebody looks whether the scheduler is still there."""


def team(name: str, jobs: int | None, root: Path) -> Team:
    """
    Give the team that *name* says: `dask://HOST:PORT`, or `MODULE:FUNCTION`, which gives an `Executor`.

    *jobs* are as many as that executor is taken to do at once. Raises `ConfigError`.
    """
    if name.startswith(DASK):
        return functools.partial(_dask, name)
    return functools.partial(_own, callables.load(name, root), name, jobs or os.cpu_count() or 1)


@contextlib.contextmanager
def _own(make: Callable[[], Any], name: str, width: int, job: Job) -> Iterator[Workers]:
    def opened() -> Executor:
        found = make()
        if not isinstance(found, Executor):
            kind = type(found).__name__
            hint = "return a concurrent.futures.Executor"
            raise ConfigError(f'"{name}" gives a {kind}, and no executor', hint=hint)
        return found

    # It is not ours to tell its workers anything beforehand: the job travels with each batch.
    with hired(Pool(opened, width, attempt, job)) as workers:
        yield workers


@contextlib.contextmanager
def _dask(name: str, job: Job) -> Iterator[Workers]:
    """Have a cluster do the job; the scheduler gives a dead worker's batch to another."""
    try:
        # Here and not above: an extra, which most runs do without.
        import distributed  # noqa: PLC0415
    except ImportError:
        hint = 'install it: pip install "article-pipeline[dask]"'
        raise PipelineError("--executor dask:// needs Dask", hint=hint) from None
    connect: Any = distributed.Client  # which has no types
    try:
        address = f"tcp://{name.removeprefix(DASK)}"
        client = connect(address, timeout=_PATIENCE, set_as_default=False)
    except (OSError, ValueError) as error:
        hint = "start one with `dask scheduler`, and name it as dask://HOST:PORT"
        raise ConfigError(f"no scheduler of Dask answers at {name}: {error}", hint=hint) from None
    try:
        _greet(client, name)
        # The job, and with it what all items share, goes to each worker once. As a task of its own
        # it can be had again when every worker that knew it has died; scattered data could not.
        known = client.submit(_same, job, pure=False)
        cluster = _Cluster(client, known)
        cluster.deaths = (distributed.KilledWorker, CancelledError)
        yield cluster
    except (CancelledError, TimeoutError, OSError) as error:
        hint = "look at its log, and run this again"
        said = f"the cluster at {name} was lost: {error or type(error).__name__}"
        raise PipelineError(said, hint=hint) from None
    finally:
        client.close()


class _Cluster(Workers):
    """
    The workers of a cluster.

    Its own `get_executor` would do, but for a batch that is lost on its way from a dying worker: that
    leaves a future there which never ends.
    """

    def __init__(self, client: Any, known: Any) -> None:
        self.width = sum(client.nthreads().values())
        self._client, self._known = client, known

    def submit(self, items: Sequence[Any]) -> Future[list[Any]]:
        if self._client.status in {"closed", "closing"}:
            raise ConnectionError("the scheduler has gone")
        found = _Batch(self._client)
        asked = self._client.submit(attempt, self._known, items, pure=False, retries=_RETRIES)
        asked.add_done_callback(functools.partial(_hand_on, found))
        return found

    def renew(self) -> None:
        """Leave that to the cluster: a nanny starts another worker where one died."""


class _Batch(Future[list[Any]]):
    """A batch that is on its way; where the scheduler is gone, nobody will ever end it."""

    def __init__(self, client: Any) -> None:
        super().__init__()
        self._client = client

    def result(self, timeout: float | None = None) -> list[Any]:
        while timeout is None and not self.done():
            if self._client.status in {"closed", "closing"}:
                raise ConnectionError("the scheduler has gone")
            wait([self], _LOOK)
        return super().result(timeout)


def _hand_on(found: Future[list[Any]], asked: Any) -> None:
    try:
        found.set_result(asked.result())
    except BaseException as error:  # noqa: BLE001 - the future hands it on, whatever it is
        found.set_exception(error)


def _same(job: Job) -> Job:
    return job


def _greet(client: Any, name: str) -> None:
    """Refuse a cluster without workers, and one whose workers would not do what we would."""
    try:
        # They may be on their way: just started, or started again by their nannies.
        client.wait_for_workers(1, timeout=_PATIENCE)
    except TimeoutError:
        hint = "start some with `dask worker`"
        raise ConfigError(f"{name} has no workers", hint=hint) from None
    try:
        versions = client.run(_version)
    except ModuleNotFoundError:
        hint = "install the same version of article-pipeline there"
        raise ConfigError(f"a worker of {name} lacks the package", hint=hint) from None
    for worker, version in sorted(versions.items()):
        if version != __version__:
            hint = "install the same version there"
            raise ConfigError(f"{worker} has version {version}, and we {__version__}", hint=hint)


def _version() -> str:
    return __version__
