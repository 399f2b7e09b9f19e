"""
Finds the blocks of a plain text in its lines: paragraphs, list items, quotations, rules.

Two customs are known: a line for each paragraph, and lines broken at a width with an empty line
between paragraphs. What a short line means is decided later, when its neighbours are known.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, pairwise
from typing import Literal

from pipeline.importer import references

Kind = Literal["paragraph", "item", "more", "quote", "rule", "heading", "continued"]

_WIDEST = 120
"""Columns above which a line was not broken by hand or by a mail program."""
_NARROWEST = 30
_RULE = re.compile(r"([-=*_~#^+])\1{2,}|(?:[*_-] ){2,}[*_-]")
_UNDERLINE = re.compile(r"([-=~^*#_+])\1{2,}")
_LONGEST_TITLE = 100
_BULLET = re.compile(r"([-*+–·]\s|[•◦▪▫‣⁃●○■□]\s?)\s*(?=\S)")
_NUMBER = re.compile(r"(\d{1,3}[.)])\s+(?=\S)")
_QUOTE = re.compile(r"^(?:>[ \t]?)+")
_STOPS = ".!?…。！？．؟۔।॥"
_ADDRESS = re.compile(r"(?:https?://|www\.|doi:\s?|10\.\d{4,9}/)\S+$", re.IGNORECASE)
_CLOSERS = "\"'”’»›)]」』】）"


@dataclass(frozen=True, slots=True)
class Block:
    """
    A block and where it begins.

    *style* is the underline of a heading, or the marker of an item: "-", or its number as it stood.
    *depth* counts the items around an item from 0. *gap* says that an empty line comes before.
    """

    kind: Kind
    line: int
    text: str
    gap: bool = False
    style: str = ""
    depth: int = 0

    @property
    def number(self) -> int | None:
        """The number of a numbered item."""
        return int(self.style[:-1]) if self.style[:1].isdigit() else None


@dataclass(frozen=True, slots=True)
class Row:
    """A line that is not empty: its number, its margin, what stands on it."""

    line: int
    indent: int
    text: str
    gap: bool


def blocks(text: str) -> list[Block]:
    """
    Give the blocks of *text* in order; every word stands in one of them.

    >>> [(block.kind, block.text) for block in blocks("Tea\\n===\\n\\n- hot\\n- iced\\n> Drink!")]
    [('heading', 'Tea'), ('item', 'hot'), ('item', 'iced'), ('quote', 'Drink!')]
    """
    rows = tuple(_rows(text))
    width = _width(rows)
    quoted = _indented_quotes(rows)
    entries = _hanging_entries(rows)
    begun: list[tuple[Block, list[str]]] = []
    margins: list[int] = []
    for index, row in enumerate(rows):
        last = begun[-1][0] if begun else None
        before = rows[index - 1] if index else None
        if before and _underlines(row, before, last):
            continue
        if last is None or last.kind not in ("item", "more"):
            margins.clear()
        block = (
            _marked(rows, index, last, width)
            or _quoted(row, last, before, width, apart=index in quoted)
            or _item(row, margins)
            or _unmarked(row, last, before, margins, None if index in entries else width)
        )
        if block.kind == "continued":
            begun[-1][1].append(block.text)
        else:
            begun.append((block, [block.text]))
    return [replace(block, text=join(parts)) for block, parts in begun]


def broken_at(text: str) -> int | None:
    """Give the width at which the lines of *text* were broken, or None where each is a paragraph."""
    return _width(tuple(_rows(text)))


def ends(text: str) -> bool:
    """Say whether *text* ends as a sentence does."""
    return text.rstrip(_CLOSERS)[-1:] in tuple(_STOPS)


def columns(text: str) -> int:
    """Give the columns *text* takes: an ideograph takes two."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)


def join(parts: Sequence[str]) -> str:
    """
    Give the lines of one paragraph as one; ideographs are not parted by a space.

    >>> join(["green", "tea"]), join(["緑", "茶"])
    ('green tea', '緑茶')
    """
    spaces = (
        "" if columns(before[-1:]) + columns(after[:1]) == 4 else " "
        for before, after in pairwise(parts)
    )
    return "".join(chain.from_iterable(zip(parts, chain(spaces, ("",)), strict=True)))


def _rows(text: str) -> Iterator[Row]:
    gap = True
    for number, line in enumerate(text.split("\n"), 1):
        stripped = line.strip()
        if stripped:
            flat = line.expandtabs(4)
            yield Row(number, len(flat) - len(flat.lstrip()), stripped, gap)
        gap = not stripped


def _structural(text: str) -> bool:
    return bool(
        _BULLET.match(text) or _NUMBER.match(text) or text[0] == ">" or _RULE.fullmatch(text)
    )


def _width(rows: Sequence[Row]) -> int | None:
    """
    Find the width of the lines.

    A line broken at a width is full, and the next goes on in the middle of a sentence: with a small
    letter, or, where the script has none, after a line that does not end a sentence.
    """
    pairs = [
        (before, after)
        for before, after in pairwise(rows)
        if not after.gap and not _structural(after.text) and not _RULE.fullmatch(before.text)
    ]
    # A long address makes a line longer than the width.
    lengths = [
        row.indent + columns(row.text) for row in rows if max(map(len, row.text.split())) < 40
    ]
    longest = max(lengths, default=0)
    if not pairs or not _NARROWEST <= longest <= _WIDEST:
        return None
    letters = [character for row in rows for character in row.text if character.isalpha()]
    cased = 2 * sum(c.isupper() or c.islower() for c in letters) > len(letters)
    broken = sum(
        _full(before, after, longest) and (_small(after.text) if cased else not ends(before.text))
        for before, after in pairs
    )
    return longest if broken * 4 >= len(pairs) else None


def _full(before: Row, after: Row, width: int) -> bool:
    """Had the line no room for the next one's first word (with a fifth of the width for raggedness)."""
    first = after.text.split(maxsplit=1)[0]
    # Ideographs may be parted anywhere.
    need = 2 if columns(first) > len(first) else 1 + len(first)
    return before.indent + columns(before.text) + need > width * 0.8


def _small(text: str) -> bool:
    return text.lstrip("\"'“‘«(")[:1].islower()


def _marked(rows: Sequence[Row], index: int, last: Block | None, width: int | None) -> Block | None:
    """The underlined heading or the rule that begins here."""
    row = rows[index]
    below = rows[index + 1] if index + 1 < len(rows) else None
    if _RULE.fullmatch(row.text):
        # The upper of two rules around a heading is a rule too, and shows as none.
        return Block("rule", row.line, "", row.gap)
    begins = row.gap or last is None or last.kind in ("rule", "heading")
    if (
        below is None
        or below.gap
        or not _UNDERLINE.fullmatch(below.text)
        or not (begins or (width is None and not ends(row.text)))
        or columns(row.text) > _LONGEST_TITLE
        or row.text[-1] in ",;:"
        or _structural(row.text)
    ):
        return None
    return Block("heading", row.line, row.text, row.gap, below.text[0])


def _underlines(row: Row, before: Row, last: Block | None) -> bool:
    return last is not None and last.kind == "heading" and last.line == before.line and not row.gap


def _quoted(
    row: Row, last: Block | None, before: Row | None, width: int | None, *, apart: bool
) -> Block | None:
    if not apart and not row.text.startswith(">"):
        return None
    text = _QUOTE.sub("", row.text, count=1).strip()
    # An empty line of a quotation parts its paragraphs.
    within = last and last.kind == "quote" and before and before.text.strip("> ") and text
    joined = within and not row.gap and width is not None
    return Block("continued" if joined else "quote", row.line, text, row.gap)


def _unmarked(
    row: Row, last: Block | None, before: Row | None, margins: Sequence[int], width: int | None
) -> Block:
    listed = last is not None and last.kind in ("item", "more")
    inner = bool(listed and margins and row.indent > margins[-1])
    full = before is not None and width is not None and _full(before, row, width)
    # One source may end with its address where the next begins.
    full = full and not (
        _ADDRESS.search(before.text if before else "") and references.begins(row.text)
    )
    small = width is not None and last is not None and last.kind == "paragraph"
    small = small and _small(row.text)
    follows = inner or (full and (listed or (last and last.kind == "paragraph"))) or small
    if follows and not row.gap:
        return Block("continued", row.line, row.text)
    if inner:
        return Block("more", row.line, row.text, row.gap, depth=len(margins) - 1)
    return Block("paragraph", row.line, row.text, row.gap)


def _item(row: Row, margins: list[int]) -> Block | None:
    """The list item that *row* begins; *margins* of the items around it are brought up to date."""
    match = _BULLET.match(row.text) or _NUMBER.match(row.text)
    if not match:
        return None
    while margins and margins[-1] > row.indent:
        margins.pop()
    if not margins or margins[-1] < row.indent:
        margins.append(row.indent)
    style = match.group(1) if match.group(1)[0].isdigit() else "-"
    text = row.text[match.end() :]
    return Block("item", row.line, text, row.gap, style, depth=len(margins) - 1)


def _groups(rows: Sequence[Row]) -> list[list[int]]:
    """The rows between empty lines."""
    groups: list[list[int]] = []
    for index, row in enumerate(rows):
        if row.gap or not groups:
            groups.append([])
        groups[-1].append(index)
    return groups


def _hanging_entries(rows: Sequence[Row]) -> set[int]:
    """The rows that begin an entry where all but the first rows of entries are indented."""
    entries: set[int] = set()
    for group in _groups(rows):
        margin = rows[group[0]].indent
        indents = [rows[index].indent for index in group]
        hangs = min(indents) == margin < max(indents)
        if hangs and not any(_structural(rows[index].text) for index in group):
            entries |= {index for index in group if rows[index].indent == margin}
    return entries


def _indented_quotes(rows: Sequence[Row]) -> set[int]:
    """The rows of the paragraphs that stand apart by their margin alone."""
    groups = _groups(rows)
    if not rows or len(groups) < 3:
        return set()
    margin = Counter(row.indent for row in rows).most_common(1)[0][0]
    found: list[list[int]] = []
    in_list = False
    for group in groups:
        first = rows[group[0]]
        apart = all(rows[index].indent >= margin + 2 for index in group)
        if not apart or _structural(first.text):
            in_list = any(_structural(rows[index].text) for index in group)
        elif not in_list:
            found.append(group)
    # Where many paragraphs begin so, it is how their first lines are set.
    return set() if len(found) * 3 > len(groups) else {index for group in found for index in group}
