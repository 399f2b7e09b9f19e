"""The grid of a table: which cell lies where, and which cells a header is for (HTML, 4.9.12)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.dom import family, roles
from pipeline.dom.element import Element

TABLES = frozenset(["grid", "table", "treegrid"])
_HEADERS = frozenset(["columnheader", "rowheader"])
_CELLS = _HEADERS | {"cell", "gridcell"}
_WIDEST = 1000
"""Columns that a cell may span at most (HTML, forming a table)."""
_SLOTS = 20_000
"""Slots that the cells of a table may cover besides their own; nobody has more but to waste our time."""


@dataclass(frozen=True, slots=True, eq=False)
class Cell:
    """A cell and the slots it covers: from *row* up to *bottom*, and from *column* up to *right*."""

    element: Element
    header: bool
    row: int
    column: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """A table that is exposed as one, and its cells in order; those of a table in it are not its own."""

    element: Element
    cells: Sequence[Cell]
    rows: int

    @property
    def headers(self) -> list[Cell]:
        """Its header cells."""
        return [cell for cell in self.cells if cell.header]

    def unused(self) -> Iterator[Cell]:
        """
        Give the header cells that are the header of no other cell.

        A header without a scope is for its column if no data cell stands in its rows, else for its
        row if none stands in its columns, else, more generously than HTML has it, for both.
        """
        headers = self.headers
        if not headers:
            return
        named = {one for cell in self.cells for one in _ids(cell)}
        free = [cell for cell in self.cells if not _ids(cell)]
        # The last slot of each column and row that a cell without `headers` reaches.
        depth: dict[int, int] = {}
        width: dict[int, int] = {}
        for cell in free:
            for column in range(cell.column, cell.right):
                depth[column] = max(depth.get(column, 0), cell.bottom)
            for row in range(cell.row, cell.bottom):
                width[row] = max(width.get(row, 0), cell.right)
        data = [cell for cell in self.cells if not cell.header]
        rows = {row for cell in data for row in range(cell.row, cell.bottom)}
        columns = {column for cell in data for column in range(cell.column, cell.right)}
        for header in headers:
            if header.element.attributes.get("id") in named:
                continue
            own_rows = range(header.row, header.bottom)
            own_columns = range(header.column, header.right)
            down, across = _ways(header, rows, columns)
            below = down and any(depth.get(one, 0) > header.bottom for one in own_columns)
            beside = across and any(width.get(one, 0) > header.right for one in own_rows)
            if not below and not beside:
                yield header


def tables(elements: Sequence[Element]) -> Iterator[Table]:
    """Give the tables among *elements* that are heard as tables."""
    for element in elements:
        if family.role(element) in TABLES and element.heard:
            yield _table(element)


def _table(element: Element) -> Table:
    rows = [*_within(element, "row", "tr")]
    cells: list[Cell] = []
    # Per column, the first row that nothing from above reaches into.
    free: dict[int, int] = {}
    room = _SLOTS
    for number, row in enumerate(rows):
        column = 0
        for cell in _within(row, "", "td", "th"):
            while free.get(column, 0) > number:
                column += 1
            width = _span(cell, "colspan", _WIDEST)
            height = _span(cell, "rowspan", len(rows) - number, least=0) or len(rows) - number
            room -= width * height - 1
            if room < 0:
                width = height = 1
            right, bottom = column + width, number + height
            free.update(dict.fromkeys(range(column, right), bottom))
            header = family.role(cell) in _HEADERS
            cells.append(Cell(cell, header, number, column, bottom, right))
            column = right
    return Table(element, cells, len(rows))


def _within(element: Element, role: str, *names: str) -> Iterator[Element]:
    """Give what has the role or one of the names in *element*, but in nothing of the kind; else look deeper."""
    stack = [iter(element.elements)]
    while stack:
        for one in stack[-1]:
            played = roles.asked(one)
            if played in TABLES or (one.name == "table" and not played):
                continue
            if (played == role if role else played in _CELLS) or (one.name in names and not played):
                yield one
            elif one.name != "caption":
                stack.append(iter(one.elements))
                break
        else:
            stack.pop()


def _ways(header: Cell, rows: set[int], columns: set[int]) -> tuple[bool, bool]:
    """Tell whether the header is for its column, and whether for its row."""
    scope = header.element.attributes.get("scope", "").strip().lower()
    role = roles.asked(header.element)
    if scope in ("col", "colgroup") or role == "columnheader":
        return True, False
    if scope in ("row", "rowgroup") or role == "rowheader":
        return False, True
    if header.row not in rows:
        return True, False
    if header.column not in columns:
        return False, True
    return True, True


def _ids(cell: Cell) -> list[str]:
    return cell.element.attributes.get("headers", "").split()


def _span(element: Element, attribute: str, most: int, *, least: int = 1) -> int:
    stated = element.attributes.get(attribute, "").strip()
    number = int(stated) if stated.isascii() and stated.isdecimal() and len(stated) < 7 else 1
    return min(number, most) if number >= least else 1
