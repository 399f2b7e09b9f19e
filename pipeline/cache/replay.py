"""
What a whole run said, said again: as long as no file that it could have read has changed.

A run is kept only if it changed none of its own inputs, so that the next one would do the same. Nothing
is parsed: a look at the size and the times of every file of the project is enough, 4 ms for 1,000.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import blake2b
from pathlib import Path
from typing import Any

from pipeline.cache import base, world
from pipeline.folders import cache_folder

Said = Sequence[tuple[str, bool, bool | None]]
"""Texts in their order: each with whether it goes to stderr, and whether it may have colours."""

COMMANDS: Mapping[str, str | None] = {"build": "build", "check": None, "publish": "public"}
"""The commands that read files and write one folder, with what the settings call that."""

_FLAGS = frozenset({"--all", "--strict", "--quiet", "-q"})
_VALUES = frozenset({"--format", "--jobs", "--color", "--locale", "-l"})
"""Other options look at git, at a browser, or write elsewhere."""

_SETTINGS = ("pipeline.toml", "pyproject.toml")
# These differ from call to call, and nobody reads them.
_PASSING = frozenset({"_", "OLDPWD", "PWD", "SHLVL", "PYTEST_CURRENT_TEST"})
_MOST = 400_000
"""Files of a project; in a larger one looking at them all would take as long as the cache of jobs."""
_LONGEST = 8_000_000
"""Characters of a report that are kept."""
_APART = frozenset({".git", ".hg", ".svn"})
_HISTORY = ".pipeline/history.db"


@dataclass
class Call:
    """A call of the command line that may be answered from what a former one said."""

    command: str
    words: Sequence[str]
    root: Path
    before: Mapping[str, str] = field(default_factory=dict)
    """The state of the project when it began, by the names in its folder."""

    @cached_property
    def key(self) -> bytes:
        """What it is known by: all that it was asked, where, by which code, in which surroundings."""
        surroundings = sorted(
            (name, value) for name, value in os.environ.items() if name not in _PASSING
        )
        screen = (sys.stdout.isatty(), sys.stderr.isatty(), shutil.get_terminal_size().columns)
        asked = (self.command, *self.words, str(Path.cwd()), surroundings, screen)
        said = repr(("replay 1", world.code(), asked)).encode("utf-8", "surrogateescape")
        return blake2b(said, digest_size=16).digest()

    def answer(self) -> tuple[Said, int] | None:
        """Give what was said and the exit code, if all is as it was then; note how it is now."""
        opened = _open(self.root)
        data = opened.get(self.key) if opened else None
        if opened:
            opened.close()
        self.before = state(self.root)
        if data is None or not self.before:
            return None
        kept = json.loads(data)
        folders = tuple(map(Path, kept["folders"]))
        if kept["state"] != _digest(self.before, kept["left"]) or kept["world"] != _world(folders):
            return None
        return kept["said"], kept["code"]

    def keep(self, root: Path | None, said: Said, code: int, written: Mapping[str, str]) -> None:
        """
        Keep what was *said* of the project at *root*, if the run left its own inputs as they were.

        *written* are the folders that commands write, by their settings.
        """
        if root is None or root.resolve() != self.root.resolve():
            return
        if not self.before or sum(len(text) for text, *_ in said) > _LONGEST:
            return
        own = COMMANDS[self.command]
        outputs = {name: Path(folder).parts[0] for name, folder in written.items()}
        now = state(self.root)
        if _digest(self.before, outputs.values()) != _digest(now, outputs.values()):
            return
        left = sorted({top for name, top in outputs.items() if name != own})
        if self.command != "publish":
            left.append(_HISTORY)
        folders = [] if self.command == "build" else _dictionaries()
        kept = {
            "state": _digest(now, left),
            "left": left,
            "folders": [str(folder) for folder in folders],
            "world": _world(folders),
            "said": said,
            "code": code,
        }
        opened = _open(self.root)
        if opened:
            opened.put([(self.key, json.dumps(kept).encode())])
            opened.close()


def _dictionaries() -> list[Path]:
    """Give the folders of this machine's dictionaries, on which a build does not stand."""
    # Only a run that did something comes here, and has loaded them.
    from pipeline.dictionaries import places  # noqa: PLC0415 - for that

    lists = places.setup(None, os.environ, sys.platform, Path.home())
    return [one for one in (lists.user, *lists.system) if one]


def call(command: str, words: Sequence[str], options: Mapping[str, Any]) -> Call | None:
    """Give the call of *command* with *words* behind it, if it is one that may be answered so."""
    asked = {name: value for name, value in options.items() if value is not None}
    if command not in COMMANDS or not _plain(words) or {"config_path", "cached"} & asked.keys():
        return None
    if "GITHUB_STEP_SUMMARY" in os.environ:
        return None
    root = _root()
    said = repr(sorted(asked.items()))
    return Call(command, (said, *words), root) if root else None


def state(root: Path) -> Mapping[str, str]:
    """Give a digest of the names, sizes and times below each entry of *root*; nothing, if there are too many."""
    found: dict[str, str] = {}
    left = _MOST
    try:
        with os.scandir(root) as entries:
            for entry in sorted(entries, key=lambda entry: entry.name):
                if entry.name in _APART or entry.name == ".pipeline":
                    continue
                digest = blake2b(_entry(entry), digest_size=16)
                if entry.is_dir(follow_symlinks=False):
                    left = _below(entry.path, digest, left)
                if left < 0:
                    return {}
                found[entry.name] = digest.hexdigest()
    except OSError:
        return {}
    past = root / _HISTORY
    if past.exists():
        found[_HISTORY] = repr(_times(past.stat()))
    return found


def _below(folder: str, digest: Any, left: int) -> int:
    """Add all below *folder* to the digest; give how many more files there may be."""
    with os.scandir(folder) as entries:
        rows = sorted(entries, key=lambda entry: entry.name)
    for entry in rows:
        left -= 1
        if entry.name in _APART:
            continue
        digest.update(_entry(entry))
        if entry.is_dir(follow_symlinks=False) and left >= 0:
            left = _below(entry.path, digest, left)
            digest.update(b"/")
    return left


def _entry(entry: os.DirEntry[str]) -> bytes:
    try:
        # Through a link: what is read is what it leads to.
        found = entry.stat()
    except OSError:
        found = entry.stat(follow_symlinks=False)
    # A folder has changed when something in it has, and that is looked at.
    said = (entry.name,) if entry.is_dir(follow_symlinks=False) else (entry.name, *_times(found))
    return repr(said).encode("utf-8", "surrogateescape")


def _times(found: os.stat_result) -> tuple[int, ...]:
    # Nobody can set the time of a file's last change; a copy that keeps the other has a new one.
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino, found.st_mode


def _digest(found: Mapping[str, str], left: Collection[str]) -> str:
    rows = sorted((name, value) for name, value in found.items() if name not in left)
    return blake2b(repr(rows).encode("utf-8", "surrogateescape"), digest_size=16).hexdigest()


def _world(folders: Sequence[Path]) -> str:
    return blake2b(repr(list(world.files(folders))).encode(), digest_size=16).hexdigest()


def _plain(words: Sequence[str]) -> bool:
    """Are these all options whose answer depends on the project alone."""
    left = list(words)
    while left:
        name, given, _ = left.pop(0).partition("=")
        if name in _VALUES:
            if not given and left:
                left.pop(0)
        elif name not in _FLAGS:
            return False
    return True


def _root() -> Path | None:
    """Give what is likely the folder of the project."""
    here = Path.cwd()
    for folder in (here, *here.parents):
        own, shared = (folder / name for name in _SETTINGS)
        # Whether it is so is asked by the run itself, before anything is kept.
        if own.is_file() or (shared.is_file() and b"tool" in shared.read_bytes()):
            return folder
    return None


def _open(root: Path) -> base.Base | None:
    try:
        secret = base.secret(cache_folder(os.environ, sys.platform, Path.home()))
        found = secret is not None and (root / base.FILE).is_file()
        return base.Base(root, secret) if found and secret else None
    except (OSError, base.Damaged):
        return None
