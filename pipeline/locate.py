"""
Finds again where a run of the parsed tree stands in its source.

Python-Markdown keeps no positions. A run's lines stand in the source as they are, apart from the
indentation and quotation marks before them, and runs come in the order of the source; so a search
forward from the last hit finds them. Footnotes, which the tree has last, are found by starting over.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field

HARD_BREAK = re.compile(r"(?: {2,}|(?<!\\)\\)\n[ \t]*")
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
    """Behind the last hit."""
    _aside: int | None = field(default=None, init=False)
    """Behind a hit further up, while it is the only one."""
    _line: int = field(default=0, init=False)
    _gone: dict[str, int] = field(default_factory=dict, init=False)
    """From where on a text is known to stand nowhere, so that it is not sought to the end each time."""
    _first: dict[str, int] = field(default_factory=dict, init=False)

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
        at = self._search(wanted[0])
        if at is None:
            return ((0, self._line + self.first_line, 1),)
        pieces = []
        joined = 0
        self._line = bisect_right(self._starts, at) - 1
        for index, line in enumerate(wanted):
            if index:
                at = self._in_next_line(line)
            if at is not None:
                pieces.append((joined, *self._place(at)))
                self._move(at + len(line))
            joined += len(line) + _width_of_join(raw, index)
        return tuple(pieces)

    def _search(self, line: str) -> int | None:
        """
        Find *line* behind the last hit, or further up.

        One hit further up is a text that the parser made up and that stands elsewhere by chance; with the
        second the search goes on there, for these are footnotes.
        """
        if not line:
            return None
        if (at := self._forward(line, self._position)) is not None:
            self._aside = None
            return at
        if self._aside is not None:
            self._position = self._aside
            if (at := self._forward(line, self._position)) is not None:
                self._aside = None
                return at
        self._aside = 0
        if line not in self._first and (at := self._forward(line, 0)) is not None:
            self._first[line] = at
        return self._first.get(line)

    def _forward(self, line: str, start: int) -> int | None:
        gone = self._gone.get(line)
        if gone is not None and start >= gone:
            return None
        at = self._text.find(line, start)
        while at >= 0 and not self._whole(line, at):
            at = self._text.find(line, at + 1)
        if at < 0:
            self._gone[line] = start
            return None
        return at

    def _whole(self, line: str, at: int) -> bool:
        """A short cell such as "1" or "a" must not be found inside a number or a word."""
        end = at + len(line)
        before = line[0].isalnum() and at > 0 and _of_word(self._text[at - 1])
        after = line[-1].isalnum() and end < len(self._text) and _of_word(self._text[end])
        return not (before or after)

    def _in_next_line(self, line: str) -> int | None:
        if self._line + 1 >= len(self._lines):
            return None
        start, end = self._starts[self._line + 1 : self._line + 3]
        at = self._text.find(line, start, end)
        self._line += 1
        return None if at < 0 else at

    def _move(self, position: int) -> None:
        if self._aside is None:
            self._position = position
        else:
            self._aside = position

    def _place(self, position: int) -> tuple[int, int]:
        expanded = position - self._starts[self._line]
        column = _column(self._lines[self._line], expanded)
        return self._line + self.first_line, column + 1


def join(raw: str) -> str:
    r"""
    Give *raw* as a catalog has it: soft wraps joined with a space, hard breaks kept.

    >>> join("one\n  two  \nthree\\\nfour ")
    'one two  \nthree\\\nfour'
    """
    raw = raw.strip()
    if "\n" not in raw:
        return raw
    lines = []
    position = 0
    for hard in HARD_BREAK.finditer(raw):
        mark = "\\" if hard.group()[0] == "\\" else "  "
        lines.append(_SOFT_WRAP.sub(" ", raw[position : hard.start()]) + mark)
        position = hard.end()
    return "\n".join([*lines, _SOFT_WRAP.sub(" ", raw[position:])])


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


def _of_word(character: str) -> bool:
    return character.isalnum() or character == "_"
