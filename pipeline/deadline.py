"""Stops a job that takes too long, so that one hostile article does not hang a run."""

from __future__ import annotations

import contextlib
import signal
import threading
from collections.abc import Iterator
from types import FrameType

from pipeline.errors import ArticleError

_AGAIN = 1.0
"""Seconds: Python swallows an error that is raised while it collects garbage, or takes an object away."""


@contextlib.contextmanager
def deadline(seconds: float, path: str) -> Iterator[None]:
    """
    Raise an `ArticleError` where the body takes more than *seconds* of the processor's time.

    The processor's and not the clock's: a busy machine is no reason to refuse an article. The timer
    interrupts Python code and, unlike a thread, a regular expression that is still searching. Where
    the system has none (Windows), or off the main thread, the limits alone protect.
    """
    on_main_thread = threading.current_thread() is threading.main_thread()
    if not on_main_thread or not hasattr(signal, "SIGPROF"):
        yield
        return

    def stop(_signal: int, _frame: FrameType | None) -> None:
        hint = "split it, or raise limits.deadline in the configuration"
        raise ArticleError(f"takes more than {seconds:g} seconds", path=path, hint=hint)

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds, _AGAIN)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
