"""Jobs for workers, some of which die of them; in a module that a worker can import."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path


def double(number: int) -> int:
    return 2 * number


def deadly(number: int) -> int:
    """Number 13 takes its worker along, each time."""
    if number == 13:
        os.kill(os.getpid(), signal.SIGKILL)
    return 2 * number


def once(item: tuple[int, str]) -> int:
    """Number 13 takes its worker along the first time: the file says that it has."""
    number, path = item
    if number == 13 and not Path(path).exists():
        Path(path).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return 2 * number


def slowly(item: tuple[int, str]) -> int:
    """Long enough to be killed in the middle."""
    time.sleep(0.02)
    return once(item)
