"""Where each character of a text stands in a file, and the fewest changes that make it another."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from pipeline.model import Place

Spans = Sequence[tuple[int, int]]
"""The offsets at which each character of a text begins and ends in its file."""

_WORDS = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Change:
    """What is written instead of the characters from *start* to *end* of a file."""

    start: int
    end: int
    new: str


@dataclass(slots=True)
class Lines:
    """
    The lines of a file, by the offsets where they begin; *mark* is what stands before the first.

    >>> Lines("one\\r\\ntwo", re.compile("\\r\\n|\\r|\\n")).offset(Place("a.md", 2, 3))
    7
    """

    text: str
    newline: re.Pattern[str]
    mark: int = 0
    _starts: list[int] = field(init=False)

    def __post_init__(self) -> None:
        ends = (match.end() for match in self.newline.finditer(self.text))
        self._starts = [self.mark, *ends]

    def again(self, text: str) -> Lines:
        """Give the lines of another text of the same kind."""
        return Lines(text, self.newline, self.mark)

    def offset(self, place: Place) -> int | None:
        """Give the offset of a place; None where the file ends before it."""
        if place.line > len(self._starts):
            return None
        found = self._starts[place.line - 1] + place.column - 1
        return found if found <= len(self.text) else None

    def place(self, offset: int, path: str) -> Place:
        """Give the place of an offset."""
        line = max(bisect_right(self._starts, offset), 1)
        return Place(path, line, offset - self._starts[line - 1] + 1)


def changes(
    file: str, spans: Spans, text: str, new: str, write: Callable[[str], str]
) -> Iterator[Change]:
    """
    Give the changes that make *text*, whose characters stand at *spans* of *file*, read *new*.

    What begins and ends alike stays, and so does white space between words: lines stay wrapped.

    >>> list(changes("The\\n> teh sea", [(4 + n, 5 + n) for n in range(2, 5)], "teh", "the", str))
    [Change(start=7, end=9, new='he')]
    """
    gaps, new_gaps = _WORDS.findall(text), _WORDS.findall(new)
    if gaps and len(gaps) == len(new_gaps):
        yield from _by_word(file, spans, text, new, write)
        return
    start = 0
    while start < min(len(text), len(new)) and text[start] == new[start]:
        start += 1
    tail = 0
    while tail < min(len(text), len(new)) - start and text[-1 - tail] == new[-1 - tail]:
        tail += 1
    middle = spans[start : len(text) - tail]
    written = write(new[start : len(new) - tail])
    if not middle:
        at = spans[start - 1][1] if start else spans[0][0]
        if written:
            yield Change(at, at, written)
        return
    # Between two characters of a catalog there may stand quotation marks, which stay.
    first, *rest = _joined(middle)
    yield Change(*first, written)
    yield from (Change(*piece, "") for piece in rest)


def _by_word(
    file: str, spans: Spans, text: str, new: str, write: Callable[[str], str]
) -> Iterator[Change]:
    # Words of the one and the other take turns with the gaps: both have as many.
    pieces, new_pieces = _pieces(text), _pieces(new)
    for (start, end), (new_start, new_end) in zip(pieces, new_pieces, strict=True):
        old_part, new_part = text[start:end], new[new_start:new_end]
        wrapped = old_part.isspace() and "\n" in file[spans[start][0] : spans[end - 1][1]]
        if old_part == new_part or (wrapped and new_part.strip(" ") == ""):
            continue
        if start == end:
            at = spans[start - 1][1] if start else spans[0][0]
            yield Change(at, at, write(new_part))
        else:
            yield from (
                changes(file, spans[start:end], old_part, new_part, write)
                if (not old_part.isspace())
                else _whole(spans[start:end], write(new_part))
            )


def _whole(spans: Spans, written: str) -> Iterator[Change]:
    first, *rest = _joined(spans)
    yield Change(*first, written)
    yield from (Change(*piece, "") for piece in rest)


def _pieces(text: str) -> list[tuple[int, int]]:
    cuts = [0]
    for match in _WORDS.finditer(text):
        cuts += match.span()
    return list(pairwise([*cuts, len(text)]))


def _joined(spans: Spans) -> list[tuple[int, int]]:
    """Join the characters that stand side by side."""
    found = [spans[0]]
    for start, end in spans[1:]:
        if start == found[-1][1]:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found
