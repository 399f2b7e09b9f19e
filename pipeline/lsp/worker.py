"""
A process that does what takes time, so that the server always answers.

A process and not a thread: a limit on its time holds there, whatever a text makes it do, and the
server survives it. It ends with the server, however that ends: its pipe is then closed.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import sys
import threading
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import ParamSpec, TypeVar

from pipeline.errors import PipelineError

Out = TypeVar("Out")
P = ParamSpec("P")

WAIT = 90.0
"""Seconds after which an answer is given up; the limits of jobs should have ended it before."""


class WorkerError(Exception):
    """The worker broke: a bug of ours, or somebody ended it. The next question starts another."""


@dataclass(slots=True)
class Worker:
    """Asked one question at a time."""

    _lock: threading.Lock = field(default_factory=threading.Lock)
    _process: BaseProcess | None = None
    _pipe: Connection | None = None
    stopped: bool = False
    """Is nothing asked any more."""

    def start(self) -> None:
        """Start the process before anything is asked of it."""
        with self._lock:
            self._started()

    def ask(self, job: Callable[P, Out], *arguments: P.args, **named: P.kwargs) -> Out:
        """Give what *job* gives; raises its `PipelineError`, and `WorkerError` for all that is our bug."""
        with self._lock:
            if self.stopped:
                raise WorkerError("the server is about to leave")
            pipe = self._started()
            try:
                pipe.send((job, arguments, named))
                if not pipe.poll(WAIT):
                    raise TimeoutError
                kind, value = pipe.recv()
            except (OSError, EOFError) as error:
                self._end()
                raise WorkerError(f"no answer from the checks: {error!r}") from error
        if kind == "bug":
            raise WorkerError(value)
        if isinstance(value, PipelineError):
            raise value
        result: Out = value
        return result

    def stop(self) -> None:
        """End the process for good; whoever waits for it hears so."""
        self.stopped = True
        process = self._process
        if process is not None:
            process.terminate()

    def _started(self) -> Connection:
        if self._pipe is None or self._process is None or not self._process.is_alive():
            # Spawned: a fork would take along the server's threads and its pipe to the editor.
            context = multiprocessing.get_context("spawn")
            self._pipe, theirs = context.Pipe()
            self._process = context.Process(target=_work, args=(theirs,), daemon=True)
            self._process.start()
            theirs.close()
        return self._pipe

    def _end(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.join()
        self._process = self._pipe = None


def _work(pipe: Connection) -> None:
    # What is printed on stdout would be read by the editor as the protocol.
    os.dup2(sys.stderr.fileno(), sys.__stdout__.fileno() if sys.__stdout__ else 1)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with contextlib.suppress(EOFError, OSError):
        while True:
            job, arguments, named = pipe.recv()
            pipe.send(_answer(job, arguments, named))


def _answer(
    job: Callable[..., object], arguments: tuple[object, ...], named: dict[str, object]
) -> tuple[str, object]:
    try:
        return "done", job(*arguments, **named)
    except PipelineError as error:
        return "done", error
    except Exception:  # noqa: BLE001 - the server tells it, whatever it is
        return "bug", traceback.format_exc()
