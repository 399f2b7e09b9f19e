"""
Finds again where a run of the parsed tree stands in its source.

Python-Markdown keeps no positions. A run's lines stand in the source as they are, apart from the
indentation and quotation marks before them, and runs come in the order of the source; so a search
forward from the last hit finds them. Footnotes, which the tree has last, are found by starting over.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

HARD_BREAK = re.compile(r" {2,}\n[ \t]*")
_SOFT_WRAP = re.compile(r"[ \t]*\n[ \t]*")
_TAB_WIDTH = 4


@dataclass(slots=True)
class Locator:
    """
    A search through one source that remembers how far it has come.

    >>> locator = Locator("One *two*\\nthree.\\n\\n> four\\n> five\\n", first_line=5)
    >>> locator.find("One *two*\\nthree.")
    ((0, 5, 1), (10, 6, 1))
    >>> locator.find("four\\nfive")
    ((0, 8, 3), (5, 9, 3))
    """

    source: str
    first_line: int = 1
    _lines: list[str] = field(init=False)
    _starts: list[int] = field(init=False)
    _text: str = field(init=False)
    _position: int = field(default=0, init=False)
    _line: int = field(default=0, init=False)
    _absent: set[str] = field(default_factory=set, init=False)

    def __post_init__(self) -> None:
        self._lines = self.source.split("\n")
        # Python-Markdown searches no tabs either: it expands them before it parses.
        expanded = [line.expandtabs(_TAB_WIDTH) for line in self._lines]
        self._text = "\n".join(expanded)
        self._starts = [0]
        for line in expanded:
            self._starts.append(self._starts[-1] + len(line) + 1)

    def find(self, raw: str) -> tuple[tuple[int, int, int], ...]:
        """
        Give the pieces of an `Origin` for the joined text of *raw*: (offset, line, column) for each of its lines.

        What cannot be found (a title that the parser made up) is placed at the last hit.
        """
        wanted = [line.strip() for line in raw.strip().split("\n")]
        offset = self._search(wanted[0])
        if offset is None:
            return ((0, self._line + self.first_line, 1),)
        pieces = []
        joined = 0
        for index, line in enumerate(wanted):
            at = offset if index == 0 else self._in_next_line(line)
            if at is not None:
                pieces.append((joined, *self._place(at)))
                self._position = at + len(line)
            joined += len(line) + _width_of_join(raw, index)
        return tuple(pieces)

    def _search(self, line: str) -> int | None:
        if not line or line in self._absent:
            return None
        pattern = _bounded(line)
        for start in (self._position, 0):
            if match := pattern.search(self._text, start):
                self._move(match.start())
                return match.start()
        self._absent.add(line)
        return None

    def _in_next_line(self, line: str) -> int | None:
        if self._line + 1 >= len(self._lines):
            return None
        start, end = self._starts[self._line + 1 : self._line + 3]
        at = self._text.find(line, start, end)
        self._line += 1
        return None if at < 0 else at

    def _move(self, position: int) -> None:
        if position < self._starts[self._line]:
            self._line = 0
        while self._starts[self._line + 1] <= position:
            self._line += 1
        self._position = position

    def _place(self, position: int) -> tuple[int, int]:
        expanded = position - self._starts[self._line]
        column = _column(self._lines[self._line], expanded)
        return self._line + self.first_line, column + 1


def join(raw: str) -> str:
    """
    Give *raw* as a catalog has it: soft wraps joined with a space, hard breaks kept.

    >>> join("one\\n  two  \\nthree ")
    'one two  \\nthree'
    """
    parts = HARD_BREAK.split(raw.strip())
    return "  \n".join(_SOFT_WRAP.sub(" ", part) for part in parts)


def _width_of_join(raw: str, index: int) -> int:
    """How many characters `join` leaves between two lines: a space, or a hard break."""
    line = raw.strip().split("\n")[index]
    return 3 if line.endswith("  ") else 1


def _column(line: str, expanded: int) -> int:
    """
    Give the offset in *line* of what stands at *expanded* once its tabs are spaces.

    >>> _column("\\ta\\tb", 8)
    3
    """
    if "\t" not in line:
        return expanded
    width = 0
    for offset, character in enumerate(line):
        if width >= expanded:
            return offset
        width += _TAB_WIDTH - width % _TAB_WIDTH if character == "\t" else 1
    return len(line)


def _bounded(text: str) -> re.Pattern[str]:
    """A short cell such as "1" or "a" must not be found inside a number or a word."""
    before = r"(?<!\w)" if text[0].isalnum() else ""
    after = r"(?!\w)" if text[-1].isalnum() else ""
    return re.compile(before + re.escape(text) + after)
