"""page/aria-parent"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.dom import Dom, Element, aria, roles
from pipeline.findings import Found, Rule


def check(dom: Dom) -> Iterator[Found]:
    """
    An element whose role is a part of something stands in it.

    Why: an item without a list, or a cell without a row, is read as if it stood alone.
    Fix: put the element that it is a part of around it, or name it there in `aria-owns`.
    """
    for element in dom.having("role"):
        role = dom.asked(element)
        context = aria.CONTEXT.get(role)
        if not context or not element.heard or role == roles.implied(element):
            continue
        if not _placed(dom, element, context):
            wanted = " or ".join(sorted(context - {"directory", "group"}))
            message = f"the role {role!r} of <{element.name}> stands in no {wanted}"
            yield Found(element.place, message, text=role)


def _placed(dom: Dom, element: Element, context: frozenset[str]) -> bool:
    owner = dom.owner(element)
    if owner is None:
        return False
    role = dom.role(owner)
    if role == "group" and role in context:
        around = dom.owner(owner)
        items = {dom.asked(element), "menuitem"}
        return around is not None and dom.role(around) in (context | items) - {"group"}
    return role in context


RULE = Rule(
    level="error",
    check=check,
    wcag="1.3.1",
    act=("ff89c9",),
    axe=("aria-required-parent",),
    source="WAI-ARIA 1.3",
    bad=(
        '<div role="listitem">A</div>',
        '<div role="list"><div role="tabpanel"><i role="listitem">A</i></div></div>',
        '<div role="row"><i role="cell">A</i></div>',
        '<div role="group"><i role="menuitem">A</i></div>',
        '<div role="tab">A</div>',
    ),
    good=(
        '<div role="list"><div role="listitem">A</div></div>',
        '<ul><div role="listitem">A</div></ul>',
        '<div role="list"><p role="none"><i role="listitem">A</i></p></div>',
        '<div role="list"><div aria-live="polite"><i role="listitem">A</i></div></div>',
        '<div role="list" aria-owns="a"></div><div id="a" role="listitem">A</div>',
        '<div role="table"><div role="rowgroup"><p role="row"><i role="cell">A</i></p></div></div>',
        '<div role="menu"><div role="group"><i role="menuitem">A</i></div></div>',
        '<ul><li role="listitem">A</li></ul>',
        '<div role="tab" hidden>A</div>',
    ),
)
