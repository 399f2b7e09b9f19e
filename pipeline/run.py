"""
Runs a job over items, in this process, in many, or on a cluster, and keeps the order of the items.

Items go to the workers in batches, and few at a time, so that neither the way to them nor what is
waiting costs more the more items there are. A worker may die, of one item that takes all memory for
example: what was under way is then done again, each batch by itself, and a batch that kills once more
is halved until the item is found. That one is told, and the run goes on.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Future
from contextlib import AbstractContextManager
from typing import Any, ParamSpec, TypeVar

from pipeline.errors import PipelineError

Item = TypeVar("Item")
Out = TypeVar("Out")
P = ParamSpec("P")

_ROUNDS = 4
"""So many batches for each worker at least, so that none is idle while another has a slow one."""


class Workers(ABC):
    """Those who do one job."""

    width = 1
    """How many of them there are."""
    batch = 16
    """So many items go to one of them at once, at most."""
    deaths: tuple[type[BaseException], ...] = (BrokenExecutor,)
    """What a future raises when the worker is gone that had its batch."""

    @abstractmethod
    def submit(self, items: Sequence[Any]) -> Future[list[Any]]:
        """Have the job done on *items*; a user's error is one of the results."""

    @abstractmethod
    def renew(self) -> None:
        """Put others in the place of those that died."""


Team = Callable[[Callable[[Any], Any]], AbstractContextManager[Workers]]
"""Gathers workers for a job; they leave with the context, and an error there drops what has not begun."""


def run(
    job: Callable[[Item], Out], items: Sequence[Item], team: Team
) -> Generator[Out | PipelineError, None, None]:
    """
    Give the result of *job* for each item, in the order of the items.

    A user's error is a result like any other, so that one broken file stops no other; a bug is
    raised.

    >>> from pipeline.processes import inline
    >>> list(run(abs, [-1, 2], inline))
    [1, 2]
    """
    with team(job) as workers:
        waiting = deque(_batches(items, workers))
        begun: deque[tuple[Sequence[Item], Future[list[Any]]]] = deque()
        while waiting or begun:
            while waiting and len(begun) < 2 * workers.width:
                batch = waiting.popleft()
                begun.append((batch, settled(workers.submit, batch)))
            batch, future = begun[0]
            try:
                results = future.result()
            except workers.deaths:
                # Which of the batches that were under way was the one is not known.
                workers.renew()
                for batch, future in begun:
                    yield from _again(workers, batch, future)
                begun.clear()
            else:
                begun.popleft()
                yield from results


def attempt(job: Callable[[Item], Out], items: Sequence[Item]) -> list[Out | PipelineError]:
    """Do *job* on each of *items*; what a worker runs."""
    return [_attempt(job, item) for item in items]


def settled(work: Callable[P, Future[Out]], /, *args: P.args, **kwargs: P.kwargs) -> Future[Out]:
    """Give the future that *work* gives; what is raised meanwhile is in the future, too."""
    try:
        return work(*args, **kwargs)
    except Exception as error:  # noqa: BLE001 - the future hands it on, whatever it is
        future: Future[Out] = Future()
        future.set_exception(error)
        return future


def _attempt(job: Callable[[Item], Out], item: Item) -> Out | PipelineError:
    try:
        return job(item)
    except PipelineError as error:
        return error


def _batches(items: Sequence[Item], workers: Workers) -> Iterator[Sequence[Item]]:
    size = max(1, min(workers.batch, len(items) // (workers.width * _ROUNDS)))
    return (items[start : start + size] for start in range(0, len(items), size))


def _again(
    workers: Workers, items: Sequence[Item], future: Future[list[Any]] | None = None
) -> Iterator[Any]:
    """Give the results of *items*, which no other batch is done beside; of *future*, if it has them."""
    if future and future.done() and not future.cancelled() and not future.exception():
        yield from future.result()
        return
    try:
        yield from settled(workers.submit, items).result()
    except workers.deaths:
        workers.renew()
        if len(items) == 1:
            yield _death(items[0])
            return
        half = len(items) // 2
        yield from _again(workers, items[:half])
        yield from _again(workers, items[half:])


def _death(item: object) -> PipelineError:
    hint = "look at what is unusual in it; memory may have run out"
    return PipelineError("its worker died, twice", path=_path(item), hint=hint)


def _path(item: object) -> str:
    """Name the file that *item* is about: its own path, or that of the last of its parts that has one."""
    parts = [item, *(reversed(item) if isinstance(item, tuple) else ())]
    return next(
        (str(found) for part in parts if (found := getattr(part, "path", ""))), str(item)[:80]
    )
