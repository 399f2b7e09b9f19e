"""What every test shares: hypothesis without a clock, and the seed article where it is to be had."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

# The machine that runs the tests may be busy: time is measured in benchmarks only.
settings.register_profile("steady", deadline=None, max_examples=40, derandomize=True)
settings.load_profile("steady")

ROOT = Path(__file__).parent.parent
SEED = ROOT.parent / "shared" / "seed" / "article.txt"


@pytest.fixture(scope="session", autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test reads the dictionaries of whoever runs it, or writes into their cache."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("XDG_CACHE_HOME", "XDG_DATA_HOME"):
            patch.setenv(name, str(tmp_path_factory.mktemp(name.lower())))
        yield


@pytest.fixture
def seed() -> bytes:
    """The article this project began with; its sentences are not ours to ship."""
    if not SEED.exists():
        pytest.skip("the seed article is not on this machine")
    return SEED.read_bytes()
