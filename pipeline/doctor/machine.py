"""What a machine brings along: the engine, the word counts, npm, the folders of dictionaries."""

from __future__ import annotations

import importlib.metadata
import importlib.util
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pipeline import npm
from pipeline.dictionaries import engines, frequencies, places
from pipeline.dictionaries.places import Setup

_SLOW = "it only checks, slowly; `pip install chunspell-next` where there is a wheel"


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that is there, or "none" and what to do about it."""

    name: str
    value: str
    advice: str = ""


def facts(setup: Setup) -> Iterator[Fact]:
    """Give what the checks of spelling stand on."""
    yield _engine()
    counts = _version(frequencies.PACKAGE)
    yield Fact("frequencies", counts, "" if counts != "none" else "`pip install wordfreq`")
    yield _npm()
    for place in setup.order:
        yield Fact(f"dictionaries of the {place}", _folders(place, setup))


def _engine() -> Fact:
    match engines.library():
        case "hunspell":
            spec = importlib.util.find_spec("hunspell")
            folder = Path(spec.origin).parent if spec and spec.origin else Path()
            library = next(
                (file.name for file in sorted(folder.glob("libhunspell*"))), "libhunspell"
            )
            return Fact("engine", f"{library} by {_version('chunspell-next')}")
        case "spylls":
            return Fact("engine", _version("spylls"), _SLOW)
    return Fact("engine", "none", "`pip install chunspell-next`")


def _npm() -> Fact:
    path = npm.find()
    if not path:
        return Fact("npm", "none", "only `pipeline dictionaries add` needs it")
    try:
        done = subprocess.run([path, "--version"], capture_output=True, check=False, timeout=20)
    except (OSError, subprocess.TimeoutExpired):
        return Fact("npm", f"{path} does not answer")
    return Fact("npm", done.stdout.decode("utf-8", "replace").strip() or path)


def _folders(place: str, setup: Setup) -> str:
    if place == "packages":
        return ", ".join(map(_version, places.PACKAGES.values()))
    named = {"project": (setup.project,), "user": (setup.user,)}.get(place, setup.system)
    folders = [str(folder) for folder in named if folder is not None]
    there = [folder for folder in folders if Path(folder).is_dir()]
    return ", ".join(there) or f"none ({', '.join(folders)})"


def _version(package: str) -> str:
    try:
        return f"{package} {importlib.metadata.version(package)}"
    except importlib.metadata.PackageNotFoundError:
        return "none"
