"""The parts of the pipeline itself: which are installed, and what is missed without the others."""

from __future__ import annotations

import importlib.metadata
import platform
import shutil
from collections.abc import Iterator

from pipeline import __version__
from pipeline.browser import chromium
from pipeline.doctor.machine import Fact

_EXTRAS = {
    "browser": ("playwright", "without it there is no `check --browser`"),
    "preview": ("starlette", "without it there is no `pipeline preview`"),
    "lsp": ("pygls", "without it there is no `pipeline lsp` for editors"),
    "dask": ("distributed", "without it there is no `--executor dask://`"),
    "japanese": ("fugashi", "without it Japanese has no jReadability"),
    "swedish": ("hunspell-sv", "without it Swedish has the smaller dictionary"),
}
"""What each extra brings, and what it means where it is missing."""


def facts() -> Iterator[Fact]:
    """Give the versions of what runs, and each part that a project may do without."""
    yield Fact("pipeline", f"{__version__} on Python {platform.python_version()}")
    for package in ("babel", "markdown", "textstat", "py3langid"):
        yield Fact(package, importlib.metadata.version(package))
    for extra, (package, missed) in _EXTRAS.items():
        advice = f'{missed}: pip install "article-pipeline[{extra}]"'
        try:
            yield Fact(f"extra {extra}", f"{package} {importlib.metadata.version(package)}")
        except importlib.metadata.PackageNotFoundError:
            yield Fact(f"extra {extra}", "none", advice)
    found = chromium.executable()
    missed = "`check --browser` needs one (Debian: apt install chromium)"
    yield Fact("Chromium", found or "none", "" if found else missed)
    git = shutil.which("git")
    yield Fact("git", git or "none", "" if git else "`check --changed` asks it what has changed")
