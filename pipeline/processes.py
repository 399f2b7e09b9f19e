"""Workers in this process, or in processes of this machine."""

from __future__ import annotations

import contextlib
import functools
import gc
import multiprocessing
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from multiprocessing import forkserver
from multiprocessing.context import BaseContext
from types import FrameType
from typing import Any

from pipeline.run import Team, Workers, attempt

Job = Callable[[Any], Any]

_SELDOM = 50_000
"""So many objects more than were let go before the next collection: some megabytes."""


def team(jobs: int) -> Team:
    """Give a team of *jobs* processes: this one, if that is enough."""
    return inline if jobs == 1 else functools.partial(_pool, jobs)


@contextlib.contextmanager
def inline(job: Job) -> Iterator[Workers]:
    """Do each item at once, in the caller's own process, so that progress is seen."""
    _spare()
    yield _Inline(job)


@contextlib.contextmanager
def _pool(jobs: int, job: Job) -> Iterator[Workers]:
    def opened() -> Executor:
        # A worker learns the job when it starts: what all items share travels once, not with each.
        return ProcessPoolExecutor(jobs, mp_context=_context(), initializer=_begin, initargs=(job,))

    with hired(Pool(opened, jobs, _do)) as workers:
        yield workers


@contextlib.contextmanager
def hired(workers: Pool) -> Iterator[Workers]:
    """Let *workers* go in the end: when all is done, or at once after an error or Ctrl-C."""
    with _interruptible():
        try:
            yield workers
        except BaseException:
            workers.leave(at_once=True)
            raise
        workers.leave()


class _Inline(Workers):
    batch = 1

    def __init__(self, job: Job) -> None:
        self._job = job

    def submit(self, items: Sequence[Any]) -> Future[list[Any]]:
        future: Future[list[Any]] = Future()
        future.set_result(attempt(self._job, items))
        return future

    def renew(self) -> None:
        """Whoever dies here takes the whole run along."""


class Pool(Workers):
    """Those of an executor, which *opened* gives; they call *work* with a batch behind its arguments."""

    def __init__(
        self, opened: Callable[[], Executor], width: int, work: Callable[..., Any], *known: Any
    ) -> None:
        self.width = width
        self._opened = opened
        self._work, self._known = work, known
        self._executor = opened()

    def submit(self, items: Sequence[Any]) -> Future[list[Any]]:
        """Have the job done on *items*."""
        with _interruptible(later=True):
            # This may start a worker: one that is being told its task must hear all of it.
            return self._executor.submit(self._work, *self._known, items)

    def renew(self) -> None:
        """Open another executor: one that is broken takes nothing more."""
        self.leave(at_once=True)
        self._executor = self._opened()

    def leave(self, *, at_once: bool = False) -> None:
        """Shut down; *at_once* drops what has not begun."""
        self._executor.shutdown(wait=not at_once, cancel_futures=at_once)


_job: Job
"""What this worker does; set when it starts."""


def _begin(job: Job) -> None:
    """Learn the job. Ctrl-C ends a worker without a traceback; the parent says what there is to say."""
    global _job  # noqa: PLW0603 - a worker has one job for life, and no other place to keep it
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    _job = job
    _spare()


@functools.lru_cache(maxsize=1)
def _spare() -> None:
    """
    Collect less often, and not what is there by now, once for the life of the process: it stays.

    What jobs leave in circles is little; to look for it at every 700th object is a tenth of a build.
    """
    gc.freeze()
    gc.set_threshold(_SELDOM, *gc.get_threshold()[1:])


def _do(items: Sequence[Any]) -> list[Any]:
    return attempt(_job, items)


def _context() -> BaseContext:
    """A server that forks before any thread is there; it loads the libraries once for all workers."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    # Where no rule is loaded by now, none will be asked for.
    known = "pipeline.jobs"
    context.set_forkserver_preload([known if known in sys.modules else "pipeline.rendering"])
    with deaf():
        # What it inherits it keeps: Ctrl-C while it loads would end it with a traceback.
        forkserver.ensure_running()
    return context


@contextlib.contextmanager
def _interruptible(*, later: bool = False) -> Iterator[None]:
    """
    Let no Ctrl-C be lost: in a finaliser Python prints the exception and goes on.

    *later* lets the body finish first.
    """
    seen = False

    def stop(_signal: int, _frame: FrameType | None) -> None:
        nonlocal seen
        seen = True
        if not later:
            raise KeyboardInterrupt

    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if seen:
        raise KeyboardInterrupt


@contextlib.contextmanager
def deaf() -> Iterator[None]:
    """Let a process that is started here never hear Ctrl-C: whoever asks it ends it."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
