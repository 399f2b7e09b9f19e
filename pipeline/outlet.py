"""Where reports go besides stdout: files that are named, and the page of a CI job."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline import project, store
from pipeline.errors import PipelineError, StoreError

if TYPE_CHECKING:
    from pipeline.reports.flat import Lines

_MOST = 1_000_000
"""GitHub shows no summary of more than a mebibyte."""


def lines(root: Path) -> Lines:
    """Give what reads a line of a file that a finding names; each file is read once."""
    root = root.absolute()

    @functools.cache
    def text(path: str) -> list[str] | None:
        try:
            data = project.read(root / path, root).data.decode("utf-8-sig")
        except (PipelineError, UnicodeDecodeError):
            return None
        return data.replace("\r\n", "\n").replace("\r", "\n").split("\n")

    def line(path: str, number: int) -> str | None:
        found = text(path)
        return found[number - 1] if found and 0 < number <= len(found) else None

    return line


def write(path: Path, data: bytes) -> None:
    """
    Put a report into *path*, with the folders that it needs.

    Raises `StoreError`, also for what is no file: a device would be replaced by one.
    """
    if path.exists() and not path.is_file():
        hint = "name a file; without --output, the report goes to stdout"
        raise StoreError("cannot be written: it is no file", path=str(path), hint=hint)
    try:
        store.write(path, data, root=Path(path.absolute().anchor))
    except StoreError as error:
        # Named as the user named it, and not as seen from the root of all.
        raise StoreError(error.message, path=str(path), hint=error.hint) from error


def append(path: Path, data: bytes) -> None:
    """Put *data* behind what stands in *path*, if there is room on the page that it is for."""
    try:
        before = path.read_bytes() if path.is_file() else b""
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise StoreError(f"cannot be read: {reason}", path=str(path)) from None
    if len(before) + len(data) <= _MOST:
        write(path, before + data)
