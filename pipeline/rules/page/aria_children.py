"""page/aria-children"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.dom import Dom, Element, aria
from pipeline.findings import Found, Rule


def check(dom: Dom) -> Iterator[Found]:
    """
    An element with a role holds what the role is made of, and nothing else.

    Why: a screen reader counts and reads out the items of a list, a menu or a table; what is no item is
    lost, and a list without items is none.
    Fix: give the parts their role, such as `role="listitem"`; take the role away from what is no list.
    """
    for element in dom.having("role"):
        owned = aria.OWNED.get(dom.asked(element))
        if owned and element.heard and not _busy(element):
            role = dom.asked(element)
            if problem := _problem(dom, element, owned):
                message = f"the role {role!r} of <{element.name}> {problem}"
                yield Found(element.place, message, text=role)


def _busy(element: Element) -> bool:
    busy = (one for one in (element, *element.around()) if "aria-busy" in one.attributes)
    return any(one.attributes["aria-busy"].strip().lower() == "true" for one in busy)


def _problem(dom: Dom, element: Element, owned: frozenset[str]) -> str:
    text = found = ""
    for part in dom.owned(element):
        if isinstance(part, str):
            text = text or " ".join(part.split())[:40]
            continue
        role = dom.role(part)
        # A group is one of items, if it is in a list of them.
        inside = [*dom.owned(part)] if role == "group" and role in owned else ()
        for one in inside:
            if not isinstance(one, str) and dom.role(one) not in owned - {"group"}:
                return f"cannot hold a group with {_called(dom, one)}"
        if role not in owned:
            return f"cannot hold {_called(dom, part)}"
        found = role
    if text and not found:
        return (
            f"holds the text {text!r}, but no {' or '.join(sorted(owned - {'caption', 'group'}))}"
        )
    return ""


def _called(dom: Dom, part: Element) -> str:
    role = dom.role(part)
    return f"<{part.name}>" if not part.get("role") else f"the role {role!r}"


RULE = Rule(
    level="error",
    check=check,
    wcag="1.3.1",
    act=("bc4a75",),
    axe=("aria-required-children",),
    source="WAI-ARIA 1.2",
    bad=(
        '<div role="list"><span>A</span></div>',
        '<ol role="tablist"><li role="listitem">A</li></ol>',
        '<div role="list"><i role="listitem">A</i><i role="link">B</i></div>',
        '<div role="grid"><div role="row"><span>A</span></div></div>',
        '<div role="list" aria-owns="a"></div><div id="a" role="tab">A</div>',
        '<div role="list"><div role="group"><i role="tab">A</i></div></div>',
    ),
    good=(
        '<div role="list"><i role="listitem">A</i></div>',
        '<ul role="tablist"><li role="tab">A</li></ul>',
        '<table role="grid"><tr><td>A</td></tr></table>',
        '<ul role="menu"><li role="none"><a href="a.html" role="menuitem">A</a></li></ul>',
        '<div role="list" aria-owns="a"></div><div id="a" role="listitem">A</div>',
        '<div role="list"><div role="group"><i role="listitem">A</i></div></div>',
        '<div role="menu"><div role="group"><i role="menuitem">A</i></div></div>',
        '<div role="list"></div>',
        '<ul role="menu" aria-busy="true">Wait</ul>',
        '<div role="list" hidden>A</div>',
    ),
)
