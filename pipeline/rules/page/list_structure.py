"""page/list-structure"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.dom import Dom, Element
from pipeline.findings import Found, Rule

_LISTS = ("menu", "ol", "ul")
_UNSEEN = frozenset(["script", "style", "template"])


def check(dom: Dom) -> Iterator[Found]:
    """
    A list holds nothing but its items.

    Why: a screen reader counts the items; what stands between them is no part of the list, and a list
    inside of no item is nobody's.
    Fix: put it into an item; a list in a list goes into the item that it belongs to.
    """
    for one in dom.named(*_LISTS):
        if not one.heard or (one.get("role") and dom.role(one) != "list"):
            continue
        if stranger := _stranger(dom, one):
            yield Found(one.place, f"<{one.name}> holds {stranger} outside of its items")


def _stranger(dom: Dom, around: Element) -> str:
    for node in around.children:
        if isinstance(node, str):
            if text := " ".join(node.split()):
                return f"the text {text[:40]!r}"
        elif node.name in _UNSEEN or not node.heard:
            continue
        elif node.name == "li":
            # What is no item for a reader is none for the list.
            if (role := dom.asked(node)) not in ("", "listitem", "none"):
                return f"an item in the role of a {role}"
        elif dom.role(node) != "listitem":
            return f"<{node.name}>"
    return ""


RULE = Rule(
    level="error",
    check=check,
    wcag="1.3.1",
    axe=("list",),
    bad=(
        "<ul><p>Boats</p></ul>",
        "<ul><li>Boats</li><ul><li>Sails</li></ul></ul>",
        "<ol>Boats<li>Sails</li></ol>",
        "<ul><a href='a.html'>Boats</a></ul>",
        "<ul><li role='link'>Boats</li></ul>",
    ),
    good=(
        "<ul><li>Boats<ul><li>Sails</li></ul></li></ul>",
        "<ul><li>Boats</li><template><p>A</p></template></ul>",
        "<ul></ul>",
        '<ul role="menu"><li role="menuitem">Boats</li></ul>',
        '<ul role="presentation"><p>Boats</p></ul>',
        '<ul><div role="listitem">Boats</div></ul>',
        "<ul hidden><p>Boats</p></ul>",
    ),
)
