"""page/table-header"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.dom import Dom, Table
from pipeline.findings import Found, Rule

_ROWS, _COLUMNS = 3, 2
_LONGEST = 60
"""Characters of a cell, on average: what is longer is rather a column of text."""
_LAYOUT = frozenset(
    "blockquote button dl form h1 h2 h3 h4 h5 h6 iframe input ol pre select table textarea ul".split()
)


def check(dom: Dom) -> Iterator[Found]:
    """
    A table of data has header cells.

    Why: a screen reader says the header with each cell; without one it says "12" and not what of.
    Fix: a table in Markdown has headers in its first line; in HTML write `<th scope="col">`. A table
    that only puts things side by side says so by `role="presentation"`.
    """
    for table in dom.tables:
        if not table.headers and _data(table):
            yield Found(table.element.place, f"a table of {table.rows} rows has no header cells")


def _data(table: Table) -> bool:
    """Tell whether it is beyond doubt a table of data: even, and of short texts."""
    first = [cell for cell in table.cells if not cell.row]
    if table.rows < _ROWS or len(first) < _COLUMNS:
        return False
    if any(cell.bottom > cell.row + 1 or cell.right > cell.column + 1 for cell in table.cells):
        return False
    if len(table.cells) != table.rows * len(first):
        return False
    total = filled = 0
    for cell in table.cells:
        for node in cell.element.nodes():
            if isinstance(node, str):
                total += len(node.strip())
            elif node.name in _LAYOUT:
                return False
        filled += bool(cell.element.text)
    return total <= _LONGEST * len(table.cells) and filled * 2 > len(table.cells)


RULE = Rule(
    level="warning",
    check=check,
    wcag="1.3.1",
    axe=("td-has-header",),
    bad=(
        "<table><tr><td>Day<td>Hours<tr><td>Monday<td>9<tr><td>Tuesday<td>8</table>",
        (
            '<div role="table"><p role="row"><i role="cell">A</i><i role="cell">1</i></p>'
            '<p role="row"><i role="cell">B</i><i role="cell">2</i></p>'
            '<p role="row"><i role="cell">C</i><i role="cell">3</i></p></div>'
        ),
    ),
    good=(
        "<table><tr><th>Day<th>Hours<tr><td>Monday<td>9<tr><td>Tuesday<td>8</table>",
        "<table role=none><tr><td>Day<td>Hours<tr><td>Mon<td>9<tr><td>Tue<td>8</table>",
        "<table><tr><td>Day<td>Hours<tr><td>Monday<td>9</table>",
        "<table><tr><td>One<tr><td>Two<tr><td>Three</table>",
        "<table><tr><td>1<td><pre>a</pre><tr><td>2<td>b<tr><td>3<td>c</table>",
        "<table><tr><td>Day<td role=columnheader>Hours<tr><td>A<td>9<tr><td>B<td>8</table>",
    ),
)
