"""page/table-caption"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.dom import Dom, Element
from pipeline.dom.tables import TABLES
from pipeline.findings import Found, Rule


def check(dom: Dom) -> Iterator[Found]:
    """
    Tables under the same heading are called something, and no two tables of a page the same.

    Why: the heading names one table; of several, or of several that are called the same, a list of
    tables does not say which is which.
    Fix: `<caption>Opening hours</caption>` as the first thing in the table, or `aria-label`. A summary
    says more than the caption, or is left out.
    """
    tables = {one.element for one in dom.tables if one.headers}
    if not tables:
        return
    called: set[str] = set()
    nameless: list[Element] = []
    for one in (*dom.playing("heading", *TABLES), None):
        if one in tables:
            name = dom.label(one)[:60]
            if not name:
                nameless.append(one)
            elif name in called:
                yield Found(one.place, f"two tables are called {name!r}", text=name)
            elif name == (one.get("summary") or "").strip():
                yield Found(
                    one.place, f"the summary of a table repeats its name: {name!r}", text=name
                )
            called.add(name)
        elif one is None or dom.role(one) == "heading":
            if len(nameless) > 1:
                message = f"{len(nameless)} tables under one heading have no caption"
                yield Found(nameless[0].place, message)
            nameless = []


RULE = Rule(
    level="note",
    check=check,
    wcag="1.3.1",
    axe=("table-duplicate-name",),
    bad=(
        "<table><tr><th>Day<tr><td>Monday</table><table><tr><th>Boat<tr><td>Ketch</table>",
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
        "<h2>A</h2><table><tr><th>Day<tr><td>Mon</table><h2>B</h2><table><tr><th>Day<tr><td>1</table>",
        "<table role=presentation><tr><th>Day<tr><td>Monday</table>",
    ),
)
