"""page/table-headers-attribute"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.dom import Dom, Table
from pipeline.findings import Found, Rule


def check(dom: Dom) -> Iterator[Found]:
    """
    What a cell names in its `headers` are header cells of the same table.

    Why: a screen reader says what is named there, and nothing where it is not to be found.
    Fix: give each header cell an `id` and name it in `headers`; most tables need neither, since a cell
    belongs to the headers above and before it.
    """
    for table in dom.tables:
        if table.element.name == "table" and table.element.seen:
            yield from _table(table)


def _table(table: Table) -> Iterator[Found]:
    # The first of an id counts, as everywhere.
    cells = {one.element.get("id"): one for one in reversed(table.cells) if one.element.get("id")}
    for cell in table.cells:
        for name in (cell.element.get("headers") or "").split():
            named = cells.get(name)
            if named is None:
                problem = "which is no cell of its table"
            elif named is cell:
                problem = "which is the cell itself"
            elif not named.header:
                problem = "which is no header cell"
            else:
                continue
            message = f'a cell names {name[:40]!r} in "headers", {problem}'
            yield Found(cell.element.place, message, text=name[:40])
            break


RULE = Rule(
    level="error",
    check=check,
    wcag="1.3.1",
    act=("a25f45",),
    axe=("td-headers-attr",),
    bad=(
        "<table><tr><th id=a>A<tr><td headers=b>1</table>",
        "<table><tr><th id=a>A</table><table><tr><td headers=a>1</table>",
        "<table><tr><th>A<tr><td id=a headers=a>1</table>",
        "<table><tr><td><b id=a>A</b><tr><td headers=a>1</table>",
        "<table><tr><td id=a>A<tr><td headers=a>1</table>",
    ),
    good=(
        "<table><tr><th id=a>A<tr><td headers=a>1</table>",
        "<table><tr><th id=a>A<th id=b>B<tr><td colspan=2 headers='a b'>1</table>",
        "<table><tr><td role=columnheader id=a>A<tr><td headers=a>1</table>",
        "<table role=none><tr><td id=a>A<tr><td headers=a>1</table>",
        "<table hidden><tr><td id=a>A<tr><td headers=a>1</table>",
        "<table><tr><th>A<tr><td headers=''>1</table>",
    ),
)
