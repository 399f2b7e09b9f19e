"""
Fenced code, put by as finished HTML before any other block is read.

The stock preprocessor sees fences at the margin only, and takes one whose info string it does not know
("rust,ignore") for text. Inside a list item it leaves the fences to be read as paragraphs and the code's
comments as headings (224 wrong messages in 846 pages). `lists.py` finds fences wherever they stand and
hands them over here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from markdown.extensions.fenced_code import FencedBlockPreprocessor

_OPEN = re.compile(r"(?P<indent> {0,3})(?P<fence>`{3,}(?=[^`]*$)|~{3,})(?P<info>.*)$")
_CLOSE = re.compile(r" {0,3}(?P<fence>`{3,}|~{3,}) *$")
_LANGUAGE = re.compile(r"\.?[\w#.+-]*")


@dataclass(frozen=True, slots=True)
class Fence:
    """The line that opens a block of code: its indentation, its fence, and its info string."""

    indent: int
    mark: str
    info: str


@dataclass(slots=True)
class Closings:
    """
    Where the fences of one sequence of lines are closed.

    What has no end from one line on has none from a later line either, so that thousands of open fences
    are not each sought to the end.
    """

    lines: Sequence[str]
    _open: dict[str, int] = field(default_factory=dict)

    def after(self, start: int, fence: Fence) -> int | None:
        """Give the number of the line that closes *fence*, which opens at *start*; None without one."""
        kind, length = fence.mark[0], len(fence.mark)
        if length >= self._open.get(kind, length + 1):
            return None
        for number in range(start + 1, len(self.lines)):
            line = self.lines[number]
            if kind in line and closes(line, fence):
                return number
        self._open[kind] = length
        return None


def opening(line: str) -> Fence | None:
    """
    Give the fence that *line* opens.

    >>> opening(" ```rust,ignore")
    Fence(indent=1, mark='```', info='rust,ignore')
    >>> opening("```code```")
    """
    match = _OPEN.match(line)
    return Fence(len(match["indent"]), match["fence"], match["info"].strip()) if match else None


def closes(line: str, fence: Fence) -> bool:
    """
    Does *line* close what *fence* opened: as many of its characters at least, and nothing else.

    >>> closes("~~~~", Fence(0, "~~~", "")), closes("```", Fence(0, "~~~", ""))
    (True, False)
    """
    match = _CLOSE.match(line)
    return match is not None and match["fence"].startswith(fence.mark)


class Stash(FencedBlockPreprocessor):
    """Turns code into HTML and puts it by, as the stock preprocessor does with what it finds."""

    def put(self, fence: Fence, code: Sequence[str]) -> str:
        """Give the place holder for *code*, which stands between *fence* and its end."""
        body = [dedent(line, fence.indent) for line in code]
        for info in (fence.info, _language(fence.info), ""):
            if holder := self._understood([fence.mark + info, *body, fence.mark]):
                return holder
        raise AssertionError(fence)

    def _understood(self, block: list[str]) -> str:
        try:
            return _only(super().run(block))
        except TypeError:  # the stock preprocessor cannot write {linenums=true} without Pygments
            return ""


def _only(lines: Sequence[str]) -> str:
    """Give the one line that is left where the whole block was understood."""
    left = [line for line in lines if line.strip()]
    return left[0] if len(left) == 1 else ""


def _language(info: str) -> str:
    match = _LANGUAGE.match(info)
    return match.group() if match else ""


def dedent(line: str, width: int) -> str:
    """Give *line* without its first *width* columns, or those of them that are spaces."""
    return line[width:] if not line[:width].strip(" ") else line.lstrip(" ")
