"""Whoever follows the tutorial sees what it says, and ends with a page in three languages."""

from __future__ import annotations

from pathlib import Path

from tutorial import TUTORIAL, Reader


def test_tutorial_can_be_followed(tmp_path: Path) -> None:
    text = TUTORIAL.read_text(encoding="utf-8")
    reader = Reader(tmp_path)
    assert reader.follow(text) == text
    pages = {path.parts[-3] for path in reader.folder.glob("public/*/hands/index.html")}
    assert pages == {"en", "fr", "de"}
