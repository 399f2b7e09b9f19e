"""page/list-item"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.dom import Dom, Element
from pipeline.findings import Found, Rule

_LISTS = frozenset(["menu", "ol", "ul"])


def check(dom: Dom) -> Iterator[Found]:
    """
    Every item of a list stands in a list.

    Why: outside of one it is a paragraph with a dot before it, and nobody is told how many there are.
    Fix: put `<ul>` or `<ol>` around the items.
    """
    told: set[Element] = set()
    for item in dom.named("li"):
        around = item.parent
        if not item.heard or item.get("role") or around is None:
            continue
        asked = dom.asked(around)
        if around.name in _LISTS:
            good = asked in ("", "list", "none") or bool(around.get("role"))
        else:
            good = asked == "list" or around.name == "template"
        # A fragment may be the inside of a list.
        if (
            not good
            and around not in told
            and (dom.document or around.name not in ("#document", "body"))
        ):
            told.add(around)
            yield Found(item.place, f"an item of a list stands in <{around.name}>, not in a list")


RULE = Rule(
    level="error",
    check=check,
    wcag="1.3.1",
    axe=("listitem",),
    bad=(
        "<div><li>Boats</li></div>",
        '<!doctype html><html lang="en"><title>A</title><body><li>Boats</li></body></html>',
    ),
    good=(
        "<ul><li>Boats</li></ul>",
        "<menu><li>Boats</li></menu>",
        '<div role="list"><li>Boats</li></div>',
        '<div><li role="none">Boats</li></div>',
        "<div hidden><li>Boats</li></div>",
    ),
)
