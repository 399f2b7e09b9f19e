"""Sees what is saved in the project's folders, whoever saves it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

from watchfiles import Change, awatch

from pipeline.settings import Config

_QUIET, _MOST = 20, 50
"""Milliseconds: nothing more came for so long, or so long after the first."""
_OTHERS = ("theme", "words", "styles")
_SILENT = (".pipeline", ".git", "node_modules", "__pycache__")


async def changes(settings: Config, stop: asyncio.Event) -> AsyncIterator[list[str]]:
    """
    Give the files that were written, made, renamed or deleted together, as seen from the project's root.

    What the project's folder itself holds is seen, and what its folders of articles, catalogs, themes
    and words hold. A folder that comes later is seen from then on. First nothing is given, once: what
    changes after that is seen, and what changed before has to be looked for.
    """
    root = settings.root.absolute()
    found: asyncio.Queue[set[tuple[Change, str]]] = asyncio.Queue()
    watching = _folders(settings, root)
    top = asyncio.create_task(_feed(found, root, stop=stop, recursive=False))
    below = asyncio.create_task(_feed(found, *watching, stop=stop, recursive=True))
    try:
        # Both have begun to look by then.
        await asyncio.sleep(0.01)
        yield []
        while not stop.is_set():
            getting = asyncio.ensure_future(found.get())
            await asyncio.wait({getting, top, below}, return_when=asyncio.FIRST_COMPLETED)
            for task in (top, below):
                if task.done() and (error := task.exception()):
                    getting.cancel()
                    raise error
            batch = await getting
            if (now := _folders(settings, root)) != watching:
                below.cancel()
                batch |= {(Change.added, str(path)) for new in now for path in new.rglob("*")}
                watching = now
                below = asyncio.create_task(_feed(found, *now, stop=stop, recursive=True))
            if names := sorted(_named(batch, root)):
                yield names
    finally:
        top.cancel()
        below.cancel()


async def _feed(
    found: asyncio.Queue[set[tuple[Change, str]]],
    *paths: Path,
    stop: asyncio.Event,
    recursive: bool,
) -> None:
    if not paths:
        return
    async for batch in awatch(
        *paths,
        watch_filter=None,
        debounce=_MOST,
        step=_QUIET,
        stop_event=stop,
        recursive=recursive,
        ignore_permission_denied=True,
    ):
        found.put_nowait(batch)


def _folders(settings: Config, root: Path) -> tuple[Path, ...]:
    """Give those of the folders that are there and lie in the project."""
    named = (settings.content, settings.locale_dir, *_OTHERS, *_styles(settings))
    found = [root / name for name in dict.fromkeys(named)]
    return tuple(
        path
        for path in found
        if path.is_dir() and path != root and path.resolve().is_relative_to(root.resolve())
    )


def _styles(settings: Config) -> tuple[str, ...]:
    """Give the folders of the house style's files, where they are no file of the root's."""
    files = (settings.style.terms, *(one for all_ in settings.style.vale.values() for one in all_))
    parts = (Path(name).parts for name in (*files, *settings.spelling.words) if name)
    return tuple(found[0] for found in parts if len(found) > 1 and found[0] != "..")


def _named(batch: set[tuple[Change, str]], root: Path) -> set[str]:
    names = set()
    for _, path in batch:
        if not Path(path).is_relative_to(root):
            continue
        name = Path(path).relative_to(root).as_posix()
        parts = name.split("/")
        # What editors put aside, and what the store writes before it takes a file's place.
        if not any(part.startswith(".") or part in _SILENT or part.endswith("~") for part in parts):
            names.add(name)
    return names
