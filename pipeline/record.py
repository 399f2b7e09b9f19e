"""
What the first visit to an article met, kept for the visits in other languages.

To cut a text out of the tree, to find it again in the source and to name its headings takes most of a
visit, and gives the same in every language: only what is looked up for it differs.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field

from pipeline.model import Segment

Pieces = tuple[tuple[int, int, int], ...]
"""Where the characters of a text stand, as an `Origin` has it."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A text of the tree: its run, if it is one, with what stands around that; line 0 has no text."""

    line: int = 0
    segment: Segment | None = None
    before: str = ""
    after: str = ""


@dataclass(slots=True)
class Record:
    """
    What is met in the order of the visit: noted the first time, and read from then on.

    *about* is all that it depends on besides the blocks.

    >>> record = Record("boats.md")
    >>> record.place(lambda: ((0, 7, 1),)), record.again().place(lambda: ())
    (((0, 7, 1),), ((0, 7, 1),))
    """

    about: Hashable
    _pieces: list[Piece] = field(default_factory=list)
    _places: list[Pieces] = field(default_factory=list)
    _piece: int = 0
    _place: int = 0
    _noting: bool = True

    def again(self) -> Record:
        """Give it to be read from its beginning."""
        return Record(self.about, self._pieces, self._places, _noting=False)

    def piece(self, look: Callable[[], Piece]) -> Piece:
        """Give the next text; the first time, what *look* says of it."""
        if self._noting:
            self._pieces.append(look())
            return self._pieces[-1]
        self._piece += 1
        return self._pieces[self._piece - 1]

    def place(self, look: Callable[[], Pieces]) -> Pieces:
        """Give where the next text stands that is no piece of the tree."""
        if self._noting:
            self._places.append(look())
            return self._places[-1]
        self._place += 1
        return self._places[self._place - 1]
