"""page/aria-required"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.dom import Dom, Element, aria, roles
from pipeline.findings import Found, Level, Rule


def check(dom: Dom) -> Iterator[Found]:
    """
    An element with a role says the states that the role needs.

    Why: a check box that does not say whether it is checked is no use to who cannot see it.
    Fix: `<div role="checkbox" aria-checked="false">`, or better `<input type="checkbox">`, which says
    it of itself.
    """
    for element in dom.having("role"):
        role = dom.asked(element)
        needed = aria.REQUIRED.get(role)
        if not needed or not element.heard or role == roles.implied(element) or _native(element):
            continue
        # A line between things has no value; one that can be moved has.
        if role == "separator" and not dom.focusable(element):
            continue
        missing = [name for name in needed if not (element.get(name) or "").strip()]
        # Closed, it controls nothing yet; WAI-ARIA 1.1 had it own its list instead.
        closed = (element.get("aria-expanded") or "").strip().lower() == "false"
        if role == "combobox" and (closed or "aria-owns" in element.attributes):
            missing = [name for name in missing if name != "aria-controls"]
        if missing:
            message = f"the role {role!r} of <{element.name}> needs {' and '.join(missing)}"
            # Browsers take a heading without a level for one of level 2.
            level: Level | None = "warning" if role == "heading" else None
            yield Found(element.place, message, text=role, level=level)


def _native(element: Element) -> bool:
    """Tell whether HTML says of the field what the role needs."""
    kind = (element.get("type") or "").lower()
    return element.name == "input" and kind in ("checkbox", "radio", "range")


RULE = Rule(
    level="error",
    check=check,
    wcag="4.1.2",
    act=("4e8ab6",),
    axe=("aria-required-attr",),
    source="WAI-ARIA 1.2",
    bad=(
        '<div role="heading">A</div>',
        '<div role="switch">A</div>',
        '<div role="checkbox" aria-checked="">A</div>',
        '<div role="separator" tabindex="0"></div>',
        '<input role="combobox" aria-controls="a" aria-label="A"><ul id="a"></ul>',
        '<div role="slider" aria-label="A" tabindex="0"></div>',
    ),
    good=(
        '<div role="heading" aria-level="1">A</div>',
        '<div role="checkbox" aria-checked="false">A</div>',
        '<input type="checkbox" role="switch" aria-label="A">',
        '<input type="checkbox" role="checkbox" aria-label="A">',
        '<div role="separator"></div>',
        '<ul role="listbox"><li role="option">A</li></ul>',
        '<input role="combobox" aria-expanded="false" aria-label="A">',
        '<h2 role="heading">A</h2>',
        '<div role="switch" hidden>A</div>',
    ),
)
