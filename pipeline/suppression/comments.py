"""Where the comments of an article stand: outside code, where a comment is only shown."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from pipeline.blocks import fences
from pipeline.prose import atoms

_LIST = re.compile(r"[ >\t]*(?:[-*+]|\d{1,9}[.)])[ \t]|\[\^[^\]]+\]:|!!!|:[ \t]")
_BEGINS = re.compile(r"[ >\t]*(?:(?:[-*+]|\d{1,9}[.)]|#{1,6})[ \t]|\|)")
_HEADING = re.compile(r"[ >\t]*#{1,6}[ \t]")
_QUOTED = re.compile(r"[ \t]*(?:>[ \t]*)*")
_INDENT = "    "


@dataclass(frozen=True, slots=True)
class Comment:
    """An HTML comment: what it says, its first and last line from 0, and whether it has them alone."""

    text: str
    first: int
    last: int
    column: int
    alone: bool


@dataclass(slots=True)
class Body:
    """
    The lines of an article's body, and what is code there.

    >>> [comment.text for comment in Body("`<!-- a -->`\\n<!-- b -->\\n").comments()]
    [' b ']
    """

    text: str
    lines: Sequence[str] = field(init=False)
    _starts: list[int] = field(init=False)
    _code: list[bool] = field(init=False)
    _last: int = field(default=-1, init=False)
    """The last line of the paragraph that was read for spans of code."""
    _spans: list[tuple[int, int]] = field(default_factory=list, init=False)
    _below: dict[int, int] = field(default_factory=dict, init=False)
    """The last line of each block that was asked for by its first."""
    _block: tuple[int, int] = field(default=(0, -1), init=False)
    """The block that was asked for last."""

    def __post_init__(self) -> None:
        self.lines = self.text.split("\n")
        self._starts = [0]
        for line in self.lines:
            self._starts.append(self._starts[-1] + len(line) + 1)
        self._code = list(_code(self.lines))

    def comments(self) -> Iterator[Comment]:
        """Give each comment that is none of code, in order."""
        at, line = self.text.find("<!--"), 0
        while at >= 0:
            while self._starts[line + 1] <= at:
                line += 1
            end = self.text.find("-->", at + 4)
            if end < 0:
                return
            if self._code[line] or self._in_code(at, line):
                end = at + 1
            else:
                yield self._comment(at, end, line)
            at = self.text.find("<!--", end)

    def block(self, first: int, last: int) -> tuple[int, int]:
        """Give the first and last line of the item, row or paragraph that holds the lines."""
        if self._block[0] <= first and last <= self._block[1]:
            return self._block
        while first and not self._blank(first - 1) and not _BEGINS.match(self.lines[first]):
            if _HEADING.match(self.lines[first - 1]):
                break
            first -= 1
        if not _HEADING.match(self.lines[last]):
            while not self._ends(last) and not _BEGINS.match(self.lines[last + 1]):
                last += 1
        self._block = first, last
        return first, last

    def following(self, line: int) -> tuple[int, int] | None:
        """Give the first and last line of the block below *line*, comments passed over."""
        first = line + 1
        while first < len(self.lines) and (self._blank(first) or self._only_comment(first)):
            first += 1
        if first == len(self.lines):
            return None
        if first not in self._below:
            self._below[first] = self._last_of(first)
        return first, self._below[first]

    def blank_below(self, line: int) -> bool:
        """Does a block end with *line*."""
        return self._ends(line)

    def text_above(self, line: int) -> bool:
        """Does text stand directly above *line*."""
        return line > 0 and not self._blank(line - 1) and not self._only_comment(line - 1)

    def _last_of(self, first: int) -> int:
        last = first
        if self._code[first]:
            while last + 1 < len(self.lines) and self._code[last + 1]:
                last += 1
        elif not _HEADING.match(self.lines[first]):
            while not self._ends(last) and not _HEADING.match(self.lines[last + 1]):
                last += 1
        return last

    def _ends(self, line: int) -> bool:
        return line + 1 >= len(self.lines) or self._blank(line + 1)

    def _blank(self, line: int) -> bool:
        return not self.lines[line].strip(" \t>") and not self._code[line]

    def _only_comment(self, line: int) -> bool:
        text = self.lines[line].lstrip(" \t>").rstrip()
        return text.startswith("<!--") and text.find("-->") == len(text) - 3

    def _comment(self, at: int, end: int, line: int) -> Comment:
        last = line + self.text.count("\n", at, end)
        before = self.text[self._starts[line] : at]
        after = self.text[end + 3 : self._starts[last + 1] - 1]
        alone = not after.strip() and _QUOTED.fullmatch(before) is not None
        return Comment(self.text[at + 4 : end], line, last, at - self._starts[line] + 1, alone)

    def _in_code(self, at: int, line: int) -> bool:
        # Comments come in order: each paragraph is read once.
        if line > self._last:
            first = line
            while first - 1 > self._last and not self._blank(first - 1):
                first -= 1
            self._last = line
            while not self._ends(self._last):
                self._last += 1
            start = self._starts[first]
            found = atoms.atoms(self.text[start : self._starts[self._last + 1]])
            self._spans = [
                (start + atom.start, start + atom.end) for atom in found if atom.kind == "code"
            ]
        index = bisect_right(self._spans, at, key=lambda span: span[0]) - 1
        return index >= 0 and at < self._spans[index][1]


def _code(lines: Sequence[str]) -> Iterator[bool]:
    """Say of each line whether it is one of a block of code."""
    closings = fences.Closings(lines)
    end = -1
    listed = False
    for number, line in enumerate(lines):
        if number <= end:
            yield True
            continue
        # Inside a list item or a quotation a fence is indented.
        fence = fences.opening(_QUOTED.sub("", line, count=1))
        closing = _closing(lines, number, fence, closings) if fence else None
        if closing is not None:
            end = closing
            yield True
            continue
        if line.strip() and not line.startswith((" ", "\t")):
            listed = _LIST.match(line) is not None
        indented = line.startswith((_INDENT, "\t")) and not listed
        above = (
            number == 0 or not lines[number - 1].strip() or lines[number - 1].startswith(_INDENT)
        )
        yield indented and above


def _closing(
    lines: Sequence[str], start: int, fence: fences.Fence, closings: fences.Closings
) -> int | None:
    if (found := closings.after(start, fence)) is not None:
        return found
    prefix = _QUOTED.match(lines[start])
    if not prefix or not prefix[0]:
        return None
    for number in range(start + 1, len(lines)):
        if fences.closes(_QUOTED.sub("", lines[number], count=1), fence):
            return number
    return None
