"""page/table-layout"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.dom import Dom, Element
from pipeline.findings import Found, Rule

_PARTS = frozenset(["caption", "tbody", "td", "tfoot", "th", "thead", "tr"])


def check(dom: Dom) -> Iterator[Found]:
    """
    A table that only puts things side by side has neither headers nor a caption.

    Why: `role="presentation"` says that it is no table; its headers say that it is.
    Fix: take the role away if it is a table of data, else the headers, the caption and the summary.
    """
    for table in dom.named("table"):
        layout = "role" in table.attributes and dom.asked(table) == "none"
        if layout and table.heard and (part := _part(table)):
            yield Found(table.place, f"a table for layout has {part}")


def _part(table: Element) -> str:
    if (table.get("summary") or "").strip():
        return "a summary"
    stack = [*table.elements]
    while stack:
        one = stack.pop()
        if one.name == "caption" and one.text:
            return "a caption"
        if one.name == "th" and not one.get("role"):
            return "header cells"
        if "headers" in one.attributes:
            return 'cells with "headers"'
        # A table in a cell is another.
        if one.name in _PARTS and one.name not in ("td", "th"):
            stack.extend(one.elements)
    return ""


RULE = Rule(
    level="warning",
    check=check,
    wcag="1.3.1",
    bad=(
        "<table role=presentation><tr><th>Day<tr><td>Monday</table>",
        "<table role=none><caption>Hours</caption><tr><td>Monday</table>",
        '<table role=none summary="Hours"><tr><td>Monday</table>',
    ),
    good=(
        "<table role=presentation><tr><td>Monday</table>",
        "<table><tr><th>Day<tr><td>Monday</table>",
        "<table role=none><tr><td><table><tr><th>Day<tr><td>Monday</table></table>",
        "<table role=none summary=''><tr><td>Monday</table>",
    ),
)
