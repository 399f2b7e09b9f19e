"""What Linux does with folders and Python has no name for; elsewhere it is not done, which is told."""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Callable
from pathlib import Path

_AT_FDCWD = -100
_EXCHANGE = 2


def exchange(one: Path, other: Path) -> bool:
    """Swap two folders in one step; tell whether that was done."""
    rename = _function("renameat2")
    if rename is None:
        return False
    paths = os.fsencode(one), os.fsencode(other)
    return rename(_AT_FDCWD, paths[0], _AT_FDCWD, paths[1], _EXCHANGE) == 0


def synchronise(folder: Path) -> bool:
    """Bring all of the file system that *folder* is in to the disk; tell whether that was done."""
    work = _function("syncfs")
    if work is None:
        return False
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        return work(descriptor) == 0
    finally:
        os.close(descriptor)


def _function(name: str) -> Callable[..., int] | None:
    if sys.platform != "linux":
        return None
    found: Callable[..., int] | None = getattr(ctypes.CDLL(None, use_errno=True), name, None)
    return found
