"""page/table-scope"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.dom import Dom
from pipeline.findings import Found, Rule

_SCOPES = frozenset(["", "auto", "col", "colgroup", "row", "rowgroup"])


def check(dom: Dom) -> Iterator[Found]:
    """
    A `scope` stands on a header cell and is one that exists.

    Why: a scope that is not understood is as good as none; on a data cell it means nothing.
    Fix: `<th scope="col">` or `<th scope="row">`.
    """
    for cell in dom.having("scope"):
        if cell.name not in ("td", "th") or not cell.heard:
            continue
        scope = (cell.get("scope") or "").strip().lower()
        if scope not in _SCOPES:
            yield Found(cell.place, f"{scope[:40]!r} is no scope of a header cell", text=scope[:40])
        elif cell.name == "td" and dom.role(cell) == "cell":
            yield Found(
                cell.place, f"a data cell has the scope {scope!r} of a header", level="note"
            )


RULE = Rule(
    level="warning",
    check=check,
    wcag="1.3.1",
    axe=("scope-attr-valid",),
    bad=(
        "<table><tr><th scope=column>A<tr><td>1</table>",
        "<table><tr><td scope=row>A<td>1</table>",
    ),
    good=(
        "<table><tr><th scope=col>A<th scope=COLGROUP>B<tr><td>1<td>2</table>",
        "<table><tr><td scope=row role=rowheader>A<td>1</table>",
        "<table hidden><tr><th scope=column>A<tr><td>1</table>",
    ),
)
