"""The cache of frequency lists: made once, used afterwards, never needed."""

from __future__ import annotations

from pathlib import Path

from pipeline import wordcounts
from pipeline.dictionaries import Setup, frequencies


def test_a_list_is_cut_once(tmp_path: Path) -> None:
    """What is kept is not missing any more."""
    setup = Setup(cache=tmp_path / "cache")
    assert wordcounts.missing(["is-IS", "is", "ja", "af"], setup) == ("is",)
    assert wordcounts.keep("is", frequencies.cut("is"), setup)
    assert wordcounts.missing(["is"], setup) == ()
    assert frequencies.load("is", setup.cache).zipf("og") > 5


def test_a_cache_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    """The run goes on as it would without."""
    (tmp_path / "cache").write_text("a file")
    assert not wordcounts.keep("is", b"data", Setup(cache=tmp_path / "cache"))


def test_without_a_cache_nothing_is_missing() -> None:
    """Checks outside a project keep nothing."""
    assert wordcounts.missing(["is"], Setup()) == ()
    assert not wordcounts.keep("is", b"data", Setup())
