"""Stops a job that takes too long, so that one hostile article does not hang a run."""

from __future__ import annotations

import contextlib
import signal
import threading
from collections.abc import Iterator
from types import FrameType

from pipeline.errors import ArticleError


@contextlib.contextmanager
def deadline(seconds: float, path: str) -> Iterator[None]:
    """
    Raise an `ArticleError` where the body takes more than *seconds*.

    An alarm interrupts Python code and, unlike a thread, a regular expression that is still
    searching. Where the system has none (Windows), or off the main thread, the limits alone protect.
    """
    if (
        not hasattr(signal, "setitimer")
        or threading.current_thread() is not threading.main_thread()
    ):
        yield
        return

    def stop(_signal: int, _frame: FrameType | None) -> None:
        hint = "split the article, or raise limits.deadline in the configuration"
        raise ArticleError(f"takes longer than {seconds:g} seconds", path=path, hint=hint)

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
