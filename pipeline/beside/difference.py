"""What a translation says otherwise than its source: one value, told by the rule that its kind belongs to."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from pipeline.findings import Fix, Found
from pipeline.model import Run

About = Literal["number", "dose", "date"]


@dataclass(frozen=True, slots=True)
class Difference:
    """
    Something that differs: what it is about, what is told of it, and where it stands in the translation.

    What is lost stands nowhere; its end is its start, the beginning of the translation.
    """

    about: About
    message: str
    start: int = 0
    end: int = 0

    def found(self, run: Run) -> Found:
        """Say it of *run*."""
        return found(run, self.start, self.end, self.message)


def found(run: Run, start: int, end: int, message: str, *suggestions: str, fix: Fix = "") -> Found:
    """
    Give what was found in the translation *run* from the offset *start* up to *end*.

    >>> from pipeline.model import Origin, Segment
    >>> origin = Origin("fr.po", ((0, 7, 9),))
    >>> run = Run(Segment("Two.", "paragraph", origin), "Trois.", "fr", "translated", origin)
    >>> found(run, 0, 5, "is three").end
    Place(path='fr.po', line=7, column=14)
    """
    if end <= start and not suggestions:
        return Found(run.origin.at(start), message, text=run.text)
    last = run.origin.at(max(end - 1, start))
    behind = replace(last, column=last.column + (end > start))
    text = run.text[start:end]
    return Found(run.origin.at(start), message, suggestions, text, end=behind, fix=fix)
