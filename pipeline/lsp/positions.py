"""Offsets of a text as the protocol counts them: lines from 0, and units of an encoding."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import NamedTuple

from pipeline.model import Place

_NEWLINE = re.compile(r"\r\n|\r|\n")
_MARK = "\ufeff"
_BYTES = {"utf-8": 1, "utf-16": 2, "utf-32": 4}


class Point(NamedTuple):
    """A line from 0, and the units before it on that line."""

    line: int
    unit: int


@dataclass(slots=True)
class Positions:
    """
    A text by its lines, in units of *encoding*: "utf-8", "utf-16" or "utf-32".

    Only the three line ends of the protocol end a line: `str.splitlines` knows eight more.

    >>> here = Positions("one\\n\\N{ROCKET} teh")
    >>> here.point(here.offset(Place("a.md", 2, 3))), here.at(Point(1, 3))
    (Point(line=1, unit=3), 6)
    """

    text: str
    encoding: str = "utf-16"
    _starts: list[int] = field(init=False)
    _ends: list[int] = field(init=False)

    def __post_init__(self) -> None:
        found = [match.span() for match in _NEWLINE.finditer(self.text)]
        self._starts = [0, *(end for _, end in found)]
        self._ends = [*(start for start, _ in found), len(self.text)]

    def line(self, number: int) -> tuple[int, int]:
        """Give the offsets where a line begins and ends, its line end left out."""
        number = min(max(number, 0), len(self._starts) - 1)
        return self._starts[number], self._ends[number]

    def number(self, offset: int) -> int:
        """Give the line, from 0, that an offset stands in."""
        return bisect_right(self._starts, offset) - 1

    def offset(self, place: Place) -> int:
        """Give the offset of a place, which counts from 1 and knows of no byte order mark."""
        start, end = self.line(place.line - 1)
        mark = int(start == 0 and self.text.startswith(_MARK))
        return min(start + mark + max(place.column - 1, 0), end)

    def point(self, offset: int) -> Point:
        """Give the line and the unit of an offset."""
        number = self.number(offset)
        return Point(number, self._units(self.text[self._starts[number] : offset]))

    def at(self, point: Point) -> int:
        """Give the offset of a point; of one inside a character, where that begins."""
        start, end = self.line(point.line)
        units = 0
        for offset in range(start, end):
            units += self._units(self.text[offset])
            if units > point.unit:
                return offset
        return end

    def _units(self, text: str) -> int:
        if text.isascii():
            return len(text)
        size = _BYTES[self.encoding]
        # "-le" writes no byte order mark; half a pair of surrogates is a unit, too.
        codec = self.encoding if size == 1 else f"{self.encoding}-le"
        return len(text.encode(codec, "surrogatepass")) // size
