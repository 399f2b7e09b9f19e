"""page/table-caption"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.dom import Dom, Table
from pipeline.findings import Found, Rule


def check(dom: Dom) -> Iterator[Found]:
    """
    Every table is called something, and no two tables of a page the same.

    Why: a list of tables that are called nothing, or all the same, leads nowhere.
    Fix: `<caption>Opening hours</caption>` as the first thing in the table, or `aria-label`. A summary
    says more than the caption, or is left out.
    """
    first: dict[str, Table] = {}
    nameless: list[Table] = []
    for table in dom.tables:
        if not table.headers:
            continue
        name = dom.label(table.element)
        if not name:
            nameless.append(table)
        elif name in first:
            yield Found(table.element.place, f"two tables are called {name[:60]!r}", text=name[:60])
        elif name == (table.element.get("summary") or "").strip():
            yield Found(
                table.element.place, f"the summary of a table repeats its caption: {name[:60]!r}"
            )
        first.setdefault(name, table)
    if nameless:
        count = len(nameless)
        message = "a table has no caption" if count == 1 else f"{count} tables have no caption"
        yield Found(nameless[0].element.place, message)


RULE = Rule(
    level="note",
    check=check,
    wcag="1.3.1",
    axe=("table-duplicate-name",),
    bad=(
        "<table><tr><th>Day<th>Hours<tr><td>Monday<td>9</table>",
        '<table summary="Hours"><caption>Hours</caption><tr><th>Day<tr><td>Monday</table>',
        (
            "<table><caption>Hours</caption><tr><th>Day<tr><td>Monday</table>"
            "<table><caption>Hours</caption><tr><th>Day<tr><td>Sunday</table>"
        ),
    ),
    good=(
        "<table><caption>Hours</caption><tr><th>Day<tr><td>Monday</table>",
        '<table aria-label="Hours"><tr><th>Day<tr><td>Monday</table>',
        "<table><tr><td>Monday<td>9</table>",
        "<table role=presentation><tr><th>Day<tr><td>Monday</table>",
    ),
)
