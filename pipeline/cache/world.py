"""What results stand on besides what a job is handed: our code, the libraries, the dictionaries."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path

import pipeline

File = tuple[str, int, int]
"""A file's path, its size, and when it was written, in nanoseconds."""


@lru_cache(maxsize=1)
def code() -> str:
    """
    Give a text that changes with our code, and with what is installed beside it.

    Sizes and times of our files are enough, and take 5 ms; of a library, its name and version.
    """
    said = (sys.version, sys.platform, *_ours(), *_installed())
    return blake2b(repr(said).encode(), digest_size=16).hexdigest()


def _ours() -> Iterator[File]:
    home = Path(pipeline.__file__).parent
    for folder, folders, names in os.walk(home):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        for name in sorted(names):
            path = os.path.join(folder, name)  # noqa: PTH118 - for 700 files at each start
            found = os.stat(path)  # noqa: PTH116 - likewise
            yield path, found.st_size, found.st_mtime_ns


def _installed() -> Iterator[tuple[str, int]]:
    for folder in sys.path:
        try:
            with os.scandir(folder or ".") as entries:
                yield from sorted(
                    (entry.name, entry.stat().st_mtime_ns)
                    for entry in entries
                    if entry.name.endswith((".dist-info", ".egg-info"))
                )
        except OSError:
            continue


def files(folders: Iterable[Path | None]) -> Iterator[File]:
    """Give every file in *folders*: any may be a dictionary, and a text may ask for any language."""
    for folder in filter(None, folders):
        try:
            with os.scandir(folder) as entries:
                found = [(entry.path, entry.stat()) for entry in entries if entry.is_file()]
        except OSError:
            continue
        yield from sorted((path, one.st_size, one.st_mtime_ns) for path, one in found)
