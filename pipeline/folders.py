"""The user's folders on each system, where what is ours stands."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

APP = "article-pipeline"
"""The name of our folder in the user's folder of data, and in that of caches."""


def user_folder(environ: Mapping[str, str], platform: str, home: Path) -> Path:
    """
    Give the folder that `pipeline dictionaries add` fills.

    >>> user_folder({"XDG_DATA_HOME": "/data"}, "linux", Path("/home/ada")).as_posix()
    '/data/article-pipeline/dictionaries'
    """
    match platform:
        case "darwin":
            parent = home / "Library" / "Application Support"
        case "win32":
            parent = named(environ, "APPDATA") or home / "AppData" / "Roaming"
        case _:
            parent = named(environ, "XDG_DATA_HOME") or home / ".local" / "share"
    return parent / APP / "dictionaries"


def cache_folder(environ: Mapping[str, str], platform: str, home: Path) -> Path:
    """Give the folder of what can be made again."""
    match platform:
        case "darwin":
            parent = home / "Library" / "Caches"
        case "win32":
            parent = named(environ, "LOCALAPPDATA") or home / "AppData" / "Local"
        case _:
            parent = named(environ, "XDG_CACHE_HOME") or home / ".cache"
    return parent / APP


def named(environ: Mapping[str, str], variable: str) -> Path | None:
    """A folder that the environment names; a relative one is to be ignored, says XDG."""
    folder = environ.get(variable, "")
    return Path(folder) if folder and os.path.isabs(folder) else None  # noqa: PTH117 - for any system
