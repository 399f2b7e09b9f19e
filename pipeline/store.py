"""The only module that writes: each file is replaced whole or left as it was."""

from __future__ import annotations

import contextlib
import errno
import os
import re
import secrets
import shutil
import stat
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Literal

from filelock import BaseFileLock, FileLock, Timeout

from pipeline.errors import StoreError
from pipeline.linux import exchange as _exchange
from pipeline.linux import synchronise as _synchronise

_HINTS = {
    errno.EACCES: "give yourself the right to write there",
    errno.EPERM: "give yourself the right to write there",
    errno.EROFS: "the file system is read-only",
    errno.ENOSPC: "make room on the disk",
    errno.EDQUOT: "make room in your quota",
    errno.EFBIG: "make room on the disk",
    errno.ENOTDIR: "a file stands where a folder should be",
}

_LEFT = re.compile(
    r"\..*\.(?:gitignore|html|json|jsonl|md|mo|pot?|sarif|tmx|toml|txt|xlf|xml)-[a-z0-9_]{8}"
)
"""What `tempfile` calls a file that is to take the place of another."""

LOCK = ".pipeline/lock"
"""Held by the run that writes."""
BUSY = "another run is writing here"
"""What `StoreError` says of a lock that is held."""
_ODD = frozenset({"", ".", ".."})
_SINGLY = 16
"""So many new files of a folder go to the disk each by itself; of more, all at once, in a tenth of the time."""


def _silent() -> None:
    pass


@contextlib.contextmanager
def lock(root: Path, *, wait: float = 30.0, tell: Callable[[], None] = _silent) -> Iterator[None]:
    """
    Let one run at a time write into the project at *root*.

    A second run calls *tell* and waits so many seconds; if the first is still at work then, it
    raises `StoreError`. The lock goes with its process, however that ends.
    """
    path = root / LOCK
    with _user_errors(path, root):
        _check_inside(path, root)
        path.parent.mkdir(parents=True, exist_ok=True)
        held = FileLock(path)
        try:
            held.acquire(timeout=0)
        except Timeout:
            tell()
            _acquire(held, wait)
    try:
        yield
    finally:
        held.release()


def write(
    path: Path,
    data: bytes,
    *,
    root: Path,
    replaces: bytes | Literal["anything"] | None = "anything",
) -> bool:
    """
    Put *data* into *path*, inside *root*, and tell whether that changed anything.

    The old content stands until the new one is on the disk, so a crash leaves one or the other.
    *replaces* is what was read from there (None: no file). If somebody has written since, a
    translator's editor for one, that stays. Raises `StoreError`, with what stood before still there.
    """
    with _user_errors(path, root):
        _check_inside(path, root)
        now = path.read_bytes() if path.is_file() else None
        if now == data:
            return False
        shown = path.relative_to(root) if path.is_relative_to(root) else path
        hint = "run this again, and what was written is taken along"
        changed = StoreError("was changed while this ran", path=str(shown), hint=hint)
        if replaces not in ("anything", now):
            raise changed

        def look_again() -> None:
            # Until the new content is on the disk, a busy machine lets a second go by.
            if replaces != "anything" and now != (path.read_bytes() if path.is_file() else None):
                raise changed

        path.parent.mkdir(parents=True, exist_ok=True)
        _replace(path, data, look_again)
    return True


class Edition:
    """A folder in the making, which is to take the place of another once it is whole."""

    def __init__(self, target: Path, new: Path, root: Path) -> None:
        self._target, self._new, self._root = target, new, root
        self._there = _own_files(target)
        self._names: set[str] = set()
        self._made = {""}
        self._written = 0

    def put(self, name: str, data: bytes) -> None:
        """
        Let the file *name* hold *data*; raises `StoreError`.

        One that says what it said in the folder before is taken along, and not written again.
        """
        with _user_errors(self._target, self._root):
            above = name.rpartition("/")[0]
            path = self._new / name
            # Nobody else writes in here, so that only a name itself could lead out.
            if os.sep != "/" or not _ODD.isdisjoint(name.split("/")):
                _check_inside(path, self._new)
            if above not in self._made:
                path.parent.mkdir(parents=True, exist_ok=True)
                self._made.add(above)
            if name in self._names:
                # It may be the file of the old folder, too, and must not be written into.
                path.unlink()
            self._names.add(name)
            alike = self._there.get(name) == len(data)
            if not (alike and _taken_along(self._target / name, path, data)):
                self._written += 1
                _put(path, data, settled=self._written <= _SINGLY)

    def drop(self, name: str) -> None:
        """Take the file *name* out again, and its folder where nothing else stands in it."""
        with _user_errors(self._target, self._root):
            (self._new / name).unlink()
            self._names.discard(name)
            self._made.discard(name.rpartition("/")[0])
            with contextlib.suppress(OSError):
                (self._new / name).parent.rmdir()

    def settle(self) -> None:
        """Wait until all is on the disk."""
        if self._written > _SINGLY and not _synchronise(self._new):
            for path in filter(Path.is_file, self._new.rglob("*")):
                with path.open("r+b") as file:
                    os.fsync(file.fileno())


@contextlib.contextmanager
def edition(target: Path, *, root: Path) -> Iterator[Edition]:
    """
    Make the folder *target* hold exactly what is put into the edition, all at once, when the body ends.

    The new folder is complete on the disk before it takes the place of the old one. After an error
    the old one stands as it was.
    """
    with _user_errors(target, root):
        _check_inside(target, root)
        _heal(target)
        target.parent.mkdir(parents=True, exist_ok=True)
        new = Path(tempfile.mkdtemp(prefix=f".{target.name}-new-", dir=target.parent))
    try:
        with _user_errors(target, root):
            new.chmod(0o755)
            made = Edition(target, new, root)
        yield made
        with _user_errors(target, root):
            made.settle()
            _swap(new, target)
    finally:
        shutil.rmtree(new, ignore_errors=True)


def publish(files: Mapping[str, bytes], target: Path, *, root: Path) -> None:
    """Make the folder *target* hold exactly *files*, all at once, as an edition."""
    with edition(target, root=root) as made:
        for name, data in sorted(files.items()):
            made.put(name, data)


def folder(path: Path, *, root: Path) -> None:
    """Make the folder that *path*, inside *root*, is to stand in."""
    with _user_errors(path, root):
        _check_inside(path, root)
        path.parent.mkdir(parents=True, exist_ok=True)


def discard(path: Path, *, root: Path) -> None:
    """Remove the file *path*, inside *root*, if it is there."""
    with _user_errors(path, root):
        _check_inside(path, root)
        path.unlink(missing_ok=True)


def secret(path: Path, size: int, *, root: Path) -> None:
    """Put *size* random bytes into *path*, for its owner alone."""
    write(path, secrets.token_bytes(size), root=root)
    with _user_errors(path, root):
        path.chmod(0o600)


def sweep(folder: Path, *, deep: bool = True) -> None:
    """
    Remove what a run that was killed has left half-written in *folder*, and below it if *deep*.

    Nobody else may be writing there. What cannot be removed stays: it is in nobody's way.
    """
    for path in folder.rglob(".*") if deep else folder.glob(".*"):
        if _LEFT.fullmatch(path.name):
            with contextlib.suppress(OSError):
                path.unlink(missing_ok=True)


def _acquire(held: BaseFileLock, wait: float) -> None:
    try:
        held.acquire(timeout=wait)
    except Timeout:
        hint = "wait until it has ended, and run this again"
        raise StoreError(BUSY, path=LOCK, hint=hint) from None


def _replace(path: Path, data: bytes, last: Callable[[], None] = _silent) -> None:
    """Put *data* into *path*; *last* may still refuse when all that is left is the rename."""
    descriptor, name = tempfile.mkstemp(prefix=f".{path.name[:100]}-", dir=path.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        mode = path.stat().st_mode if path.exists() else 0o666 & ~_umask()
        Path(name).chmod(mode & 0o7777)
        last()
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _put(path: Path, data: bytes, *, settled: bool) -> None:
    """Write *data* to *path*, where nobody looks yet; once it is *settled*, it is on the disk."""
    descriptor = os.open(
        path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666
    )
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
        if settled:
            file.flush()
            os.fsync(file.fileno())


def _own_files(folder: Path) -> dict[str, int]:
    """
    Give the files below *folder* that are as we left them, by their names in it, with their sizes.

    One that a link leads to, or that stands elsewhere by another name, is somebody's own: were it
    taken along, a change there would be one here, and the other way round.
    """
    mode, user = 0o666 & ~_umask(), getattr(os, "geteuid", lambda: 0)()
    found: dict[str, int] = {}
    left = [("", str(folder))] if folder.is_dir() and not folder.is_symlink() else []
    while left:
        above, path = left.pop()
        with os.scandir(path) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    left.append((f"{above}{entry.name}/", entry.path))
                elif entry.is_file(follow_symlinks=False):
                    now = os.lstat(entry.path)
                    if (now.st_nlink, now.st_uid, stat.S_IMODE(now.st_mode)) == (1, user, mode):
                        found[above + entry.name] = now.st_size
    return found


def _taken_along(old: Path, path: Path, data: bytes) -> bool:
    """
    Put the file *old* at *path*, too, if it holds *data*; tell whether it was.

    Both names are of one file until the swap, when the old folder goes.
    """
    try:
        if old.read_bytes() == data:
            os.link(old, path, follow_symlinks=False)
            return True
    except (OSError, NotImplementedError):
        # Not every file system has links: it is written like any other.
        pass
    return False


def _swap(new: Path, target: Path) -> None:
    """Let *new* and *target* change places; the old folder is then where the new one was."""
    if not target.exists():
        new.rename(target)
    elif not _exchange(new, target):
        old = _aside(target)
        target.rename(old)
        # A crash here leaves no target: the next run finds the old folder and puts it back.
        new.rename(target)
        shutil.rmtree(old, ignore_errors=True)


def _heal(target: Path) -> None:
    """Put back what a crash between two renames left aside, and remove what it left half-made."""
    old = _aside(target)
    if target.exists():
        # The crash came after both renames: the old folder would be in the way of the next.
        shutil.rmtree(old, ignore_errors=True)
    elif old.exists():
        old.rename(target)
    for left in target.parent.glob(f".{target.name}-new-*"):
        shutil.rmtree(left, ignore_errors=True)


def _aside(target: Path) -> Path:
    return target.with_name(f".{target.name}-old")


def _check_inside(path: Path, root: Path) -> None:
    """Refuse to follow a link, or a name with `..`, out of the project."""
    if not path.parent.resolve().is_relative_to(root.resolve()):
        raise StoreError("stands outside the project", path=str(path), hint="remove the link")


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


@contextlib.contextmanager
def _user_errors(path: Path, root: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        shown = path.relative_to(root) if path.is_relative_to(root) else path
        reason = (error.strerror or str(error)).lower()
        hint = _HINTS.get(error.errno or 0, "")
        raise StoreError(f"cannot be written: {reason}", path=str(shown), hint=hint) from error
