"""Tables of a page as Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from bs4 import Tag

from pipeline.importer import inline
from pipeline.importer.content import attribute

_BLOCKS = ("table", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "blockquote", "dl", "figure", "hr")
_WIDEST = 50
"""Columns; an attribute can ask for any number of them."""
_LONG = 8
"""Paragraphs and list items in a cell, from which it is no cell but a part of the page."""


def is_layout(table: Tag) -> bool:
    """Say whether *table* only places things on the page, or holds more than Markdown's cells can."""
    rows = list(_rows(table))
    return (
        attribute(table, "role") in ("presentation", "none")
        or max((len(_cells(row)) for row in rows), default=0) < 2
        or table.find(_BLOCKS) is not None
        or any(len(cell.find_all(["p", "li"])) > _LONG for row in rows for cell in _cells(row))
    )


def markdown(table: Tag, page: inline.Page) -> str:
    """
    Give *table* as Markdown; a cell that spans others stands in the first of them.

    >>> from bs4 import BeautifulSoup
    >>> html = "<table><tr><th>Tea<th>Price<tr><td colspan=2>a|b</table>"
    >>> print(markdown(BeautifulSoup(html, "lxml").table, inline.Page()))
    | Tea | Price |
    | --- | --- |
    | a\\|b | |
    """
    rows = list(_rows(table))
    grid = _grid(rows, page)
    width = max(map(len, grid))
    if not _heads(rows[0]):
        page.notes["table: has no header row, the first is taken for it"] += 1
    lines = [_line(row + [""] * (width - len(row))) for row in grid]
    return "\n".join((lines[0], _line(["---"] * width), *lines[1:]))


def _rows(table: Tag) -> Iterator[Tag]:
    """The rows of the table itself, those of its head first."""
    rows = [row for row in table.find_all("tr") if row.find_parent("table") is table]
    rows = [row for row in rows if _cells(row)]
    yield from sorted(rows, key=lambda row: row.parent is None or row.parent.name != "thead")


def _cells(row: Tag) -> list[Tag]:
    return row.find_all(["td", "th"], recursive=False)


def _heads(row: Tag) -> bool:
    in_head = row.parent is not None and row.parent.name == "thead"
    return in_head or all(cell.name == "th" for cell in _cells(row))


def _grid(rows: list[Tag], page: inline.Page) -> list[list[str]]:
    """The text of each row's cells; a place that a cell above spans is empty."""
    grid: list[list[str]] = []
    spans: dict[int, int] = {}
    for row in rows:
        line: list[str] = []
        below = {column: left - 1 for column, left in spans.items() if left > 1}
        for cell in _cells(row):
            while spans.get(len(line), 0) > 0:
                line.append("")
            column = len(line)
            columns, deep = _span(cell, "colspan"), _span(cell, "rowspan")
            line += [_text(cell, page), *[""] * (columns - 1)]
            if deep > 1:
                below |= dict.fromkeys(range(column, column + columns), deep - 1)
        grid.append(line)
        spans = below
    return grid


def _span(cell: Tag, name: str) -> int:
    value = attribute(cell, name)
    return min(max(int(value), 1), _WIDEST) if value.isdecimal() and len(value) < 9 else 1


def _text(cell: Tag, page: inline.Page) -> str:
    parts = inline.markdown(list(cell.children), page, "|", around=cell).split(inline.BREAK)
    return "<br>".join(part for part in (part.strip() for part in parts) if part)


def _line(cells: list[str]) -> str:
    return "".join(f"| {cell} " if cell else "| " for cell in cells) + "|"
