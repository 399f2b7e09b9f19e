"""Results kept around the jobs: whoever is to run one asks here first."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

from pipeline import store
from pipeline.cache import base, records
from pipeline.cache.base import FILE, Base, Damaged, Info
from pipeline.cache.keys import Keys
from pipeline.errors import PipelineError

Item = TypeVar("Item")
Out = TypeVar("Out")

NOTHING = Info(0, 0)

_BATCH = 32
"""So many results are written at once: a run that is killed has lost no more."""


class Cache:
    """The results that a project has kept."""

    def __init__(self, opened: Base) -> None:
        self._base = opened

    def through(
        self,
        job: Callable[[Item], Out],
        windows: Iterable[Sequence[Item]],
        run: Callable[[Sequence[Item]], Generator[Out | PipelineError, None, None]],
    ) -> Iterator[Out | PipelineError]:
        """
        Give what *job* gives for each item of the *windows*, in their order; *run* does those not kept.

        No more than one window of items is held at a time. What the user must mend is not kept.
        """
        try:
            keys = Keys(job)
        except TypeError:
            for items in windows:
                yield from run(items)
            return
        try:
            for items in windows:
                try:
                    named = [keys.of(item) for item in items]
                except TypeError:
                    yield from run(items)
                else:
                    yield from self._window(keys, items, named, run)
        finally:
            self._base.trim()

    def _window(
        self,
        keys: Keys,
        items: Sequence[Any],
        named: Sequence[bytes],
        run: Callable[[Sequence[Any]], Generator[Any, None, None]],
    ) -> Iterator[Any]:
        known = self._base.holds(named)
        fresh = run([item for item, key in zip(items, named, strict=True) if key not in known])
        new: list[tuple[bytes, bytes]] = []
        try:
            for item, key in zip(items, named, strict=True):
                kept = self._kept(keys, item, key) if key in known else None
                # One that cannot be read after all is done again, here and now.
                result = next(fresh if key not in known else run([item])) if kept is None else kept
                yield result
                if kept is None and not isinstance(result, PipelineError):
                    data = records.dump(keys.function, item, result)
                    new += [(key, data)] if data else []
                if len(new) == _BATCH:
                    self._base.put(new, level=keys.level)
                    new.clear()
        finally:
            fresh.close()
            self._base.put(new, level=keys.level)

    def _kept(self, keys: Keys, item: Any, key: bytes) -> Any:
        data = self._base.get(key)
        try:
            kept = None if data is None else records.load(keys.function, item, data)
        except ValueError:
            return None
        return kept if keys.stands(kept) else None

    def info(self) -> Info:
        """Say how much there is."""
        return self._base.info()

    def close(self) -> None:
        """Leave the file."""
        self._base.close()


def open_(root: Path, home: Path, tell: Callable[[str], None]) -> Cache | None:
    """
    Open the cache of the project at *root*, or give None where there can be none.

    *home* is the user's folder of caches, which has the secret. A damaged cache is thrown away, which
    *tell* is told.
    """
    with contextlib.suppress(OSError, PipelineError):
        if base.secret(home) is None:
            store.secret(home / base.SECRET, base.SECRET_SIZE, root=home)
        secret = base.secret(home) or b""
        store.folder(root / FILE, root=root)
        try:
            return Cache(Base(root, secret))
        except Damaged as why:
            tell(f"{FILE}: {why}; it is thrown away, and made anew")
            clear(root)
            with contextlib.suppress(Damaged):
                return Cache(Base(root, secret))
    return None


def clear(root: Path) -> None:
    """Throw the cache of a project away."""
    for end in ("", "-wal", "-shm", "-journal"):
        store.discard(root / f"{FILE}{end}", root=root)
