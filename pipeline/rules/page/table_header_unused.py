"""page/table-header-unused"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.dom import Dom
from pipeline.findings import Found, Rule


def check(dom: Dom) -> Iterator[Found]:
    """
    Every header cell of a table is the header of some cell.

    Why: a column that is announced and then has nothing in it sends readers looking for what they
    missed.
    Fix: add the missing cells, empty ones too; make `<td>` of a cell that heads nothing.
    """
    for table in dom.tables:
        for header in table.unused():
            if header.element.heard:
                text = dom.name(header.element)[:60]
                called = f"header cell {text!r}" if text else "an empty header cell"
                yield Found(header.element.place, f"{called} is the header of no cell", text=text)


RULE = Rule(
    level="warning",
    check=check,
    wcag="1.3.1",
    act=("d0f69e",),
    axe=("th-has-data-cells",),
    bad=(
        "<table><tr><th>Rate<th>Value<tr><td>15 %</table>",
        "<table><tr><th id=a>One<th id=b>Two<tr><td>1<td headers=a>2</table>",
        "<table><tr><td>Day<td>Hours<th scope=row>Monday</table>",
        (
            '<div role="grid"><p role="row"><b role="columnheader">A</b><b role="columnheader">B</b></p>'
            '<p role="row"><i role="gridcell">1</i></p></div>'
        ),
    ),
    good=(
        "<table><tr><th>Day<th>Hours<tr><td>Monday<td>9</table>",
        "<table><tr><th>Day<th>Hours<tr><th>Monday<td>9</table>",
        "<table><tr><td><th>Hours<tr><th>Monday<td>9</table>",
        "<table><tr><th>A<th>B<tr><td colspan=2>15 %</table>",
        "<table><tr><th id=a>A<th id=b>B<tr><td>1<tr><td headers=b>2</table>",
        "<table><tr><th colspan=2>Both<tr><th>A<th>B<tr><td>1<td>2</table>",
        "<table role=presentation><tr><th>Time</table>",
        "<table><tr><th hidden>Time<td>9</table>",
    ),
)
