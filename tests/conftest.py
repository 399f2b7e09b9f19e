"""What every test shares: hypothesis without a clock, folders of its own, and the seed article where it is to be had."""

from __future__ import annotations

import gc
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

# The machine that runs the tests may be busy: time is measured in benchmarks only.
settings.register_profile("steady", deadline=None, max_examples=40, derandomize=True)
settings.load_profile("steady")

ROOT = Path(__file__).parent.parent
SEED = ROOT.parent / "shared" / "seed" / "article.txt"

collect_ignore = ["preloaded.py"]
"""What is read by its name alone, by those who want it: it takes its time."""

_MEMORY = Path("/dev/shm")
_ROOM = 2 << 30
"""Bytes that a run may leave behind, and a good deal more."""


def pytest_configure() -> None:
    """Put all temporary folders into memory where Linux has room: a disk is waited for at each fsync."""
    gc.disable()
    if "TMPDIR" in os.environ or not os.access(_MEMORY, os.W_OK):
        return
    if shutil.disk_usage(_MEMORY).free > _ROOM:
        os.environ["TMPDIR"] = tempfile.tempdir = str(_MEMORY)


def pytest_collection_finish() -> None:
    """Let the collector of garbage pass over twelve thousand tests, which a tenth of the time went into."""
    gc.collect()
    gc.freeze()
    gc.enable()
    gc.set_threshold(50_000)


@pytest.fixture(scope="session", autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test reads the dictionaries of whoever runs it, or writes into their cache."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("XDG_CACHE_HOME", "XDG_DATA_HOME"):
            patch.setenv(name, str(tmp_path_factory.mktemp(name.lower())))
        if sys.dont_write_bytecode:
            # Else each of some hundred processes would compile the package anew.
            patch.delenv("PYTHONDONTWRITEBYTECODE", raising=False)
            patch.setenv("PYTHONPYCACHEPREFIX", str(tmp_path_factory.mktemp("compiled")))
        yield


@pytest.fixture
def seed() -> bytes:
    """The article this project began with; its sentences are not ours to ship."""
    if not SEED.exists():
        pytest.skip("the seed article is not on this machine")
    return SEED.read_bytes()
