"""Runs a job over items, in this process or in many, and keeps the order of the items."""

from __future__ import annotations

import contextlib
import functools
import multiprocessing
import signal
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from multiprocessing import forkserver
from multiprocessing.context import BaseContext
from types import FrameType
from typing import Any, ParamSpec, TypeVar

from pipeline.errors import PipelineError

Item = TypeVar("Item")
Out = TypeVar("Out")
P = ParamSpec("P")


class Inline(Executor):
    """An executor that does each job at once, in the caller's own process."""

    def submit(self, fn: Callable[P, Out], /, *args: P.args, **kwargs: P.kwargs) -> Future[Out]:
        """Do the job and give its finished future."""
        future: Future[Out] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:  # noqa: BLE001 - the future hands it on, whatever it is
            future.set_exception(error)
        return future

    def map(
        self, fn: Callable[..., Out], *iterables: Iterable[Any], **_options: object
    ) -> Iterator[Out]:
        """Give each result when it is asked for, so that progress is seen."""
        return map(fn, *iterables)


@contextlib.contextmanager
def executor(jobs: int) -> Iterator[Executor]:
    """Give an executor for *jobs* processes; an error or Ctrl-C drops what has not begun."""
    if jobs == 1:
        yield Inline()
        return
    with _interruptible():
        pool = ProcessPoolExecutor(jobs, mp_context=_context(), initializer=_die_quietly)
        try:
            yield pool
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise
        pool.shutdown()


def run(
    job: Callable[[Item], Out], items: Iterable[Item], pool: Executor
) -> Iterator[Out | PipelineError]:
    """
    Give the result of *job* for each item, in the order of the items.

    A user's error is a result like any other, so that one broken file stops no other; a bug is
    raised.

    >>> list(run(abs, [-1, 2], Inline()))
    [1, 2]
    """
    with _interruptible(later=True):
        # This starts the workers: one that is being told its task must hear all of it.
        results = pool.map(functools.partial(_attempt, job), items)
    yield from results


def _attempt(job: Callable[[Item], Out], item: Item) -> Out | PipelineError:
    try:
        return job(item)
    except PipelineError as error:
        return error


def _context() -> BaseContext:
    """A server that forks before any thread is there; it loads the libraries once for all workers."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["pipeline.jobs"])
    with _deaf():
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
def _deaf() -> Iterator[None]:
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _die_quietly() -> None:
    """Ctrl-C ends a worker without a traceback; the parent says what there is to say."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
