"""What is wrong with a translation: one value for the page that hides it and the rule that says so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pipeline.findings import Found, Level
from pipeline.model import Run

What = Literal["limit", "block", "markup"]
"""Of a fault: the text itself may not be shown, it would begin another block, its markup differs."""


@dataclass(frozen=True, slots=True)
class Fault:
    """
    Something that differs: what it is about, its offset in the translation, and what it is in words.

    *breaking* is what may not be shown; the rest is for the translator to look at, and of the *level* of the
    rule that tells it, unless it has one of its own.
    """

    what: What
    offset: int
    message: str
    text: str = ""
    breaking: bool = True
    level: Level | None = None

    def found(self, run: Run) -> Found:
        """Say it of *run*, at its place in the catalog."""
        origin = (run.message and run.message.origin) or run.origin
        return Found(origin.at(self.offset), self.message, text=self.text, level=self.level)
