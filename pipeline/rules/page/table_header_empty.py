"""page/table-header-empty"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.dom import Dom
from pipeline.findings import Found, Rule


def check(dom: Dom) -> Iterator[Found]:
    """
    Every header cell of a table says something.

    Why: what stands under an empty header is announced without a name.
    Fix: write the header; where it is not to be seen, `<th aria-label="Choose">`. The corner above a
    column of headers may be empty.
    """
    for table in dom.tables:
        for cell in table.headers:
            corner = not cell.row and not cell.column
            if not corner and cell.element.heard and not dom.name(cell.element):
                message = (
                    f"the header cell in row {cell.row + 1}, column {cell.column + 1} is empty"
                )
                yield Found(cell.element.place, message)


RULE = Rule(
    level="note",
    check=check,
    wcag="1.3.1",
    axe=("empty-table-header",),
    bad=(
        "<table><tr><th>Day<th><tr><td>Monday<td>9</table>",
        '<table><tr><th>Day<th><img src="a.png" alt=""><tr><td>Monday<td>9</table>',
    ),
    good=(
        "<table><tr><th><th>Hours<tr><th>Monday<td>9</table>",
        '<table><tr><th>Day<th aria-label="Hours"><tr><td>Monday<td>9</table>',
        "<table><tr><td><td><tr><td>Monday<td>9</table>",
        '<table role="none"><tr><th>Day<th><tr><td>Monday<td>9</table>',
    ),
)
