"""page/field-label"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.dom import Dom, Element, described
from pipeline.findings import Found, Rule

_ROLES = (
    "checkbox combobox listbox menuitemcheckbox menuitemradio radio searchbox slider spinbutton switch"
    " textbox"
).split()
_HELD = frozenset(["checkbox", "menuitemcheckbox", "menuitemradio", "radio", "switch"])
"""Roles that what is inside names (WAI-ARIA 1.2, 5.2.8.4)."""
_NATIVE = ("input", "select", "textarea")
_PRESSED = frozenset(["button", "hidden", "image", "reset", "submit"])


def check(dom: Dom) -> Iterator[Found]:
    """
    Every field of a form says what belongs into it.

    Why: words beside a field are nothing to a screen reader unless they are tied to it: it announces
    "edit, blank". A label can also be clicked, which helps whoever cannot aim well.
    Fix: `<label for="name">Name</label> <input id="name">`, or an `aria-label`.
    """
    for field in dom.named(*_NATIVE):
        role = dom.asked(field)
        plain = not role or role in _ROLES or (role == "none" and field.name != "input")
        asks = field.heard and plain and dom.role(field) != "none" and not _pressed(field)
        if asks and not dom.name(field):
            yield Found(field.place, f"{described(field)} has no label", text=_called(field))
    for field in dom.playing(*_ROLES):
        own = dom.name if dom.role(field) in _HELD else dom.label
        if field.heard and field.name not in _NATIVE and not own(field):
            message = f"{described(field)} in the role of a {dom.role(field)} has no label"
            yield Found(field.place, message, text=_called(field))


def _pressed(field: Element) -> bool:
    return field.name == "input" and (field.get("type") or "").strip().lower() in _PRESSED


def _called(field: Element) -> str:
    return field.get("id") or field.get("name") or ""


RULE = Rule(
    level="error",
    check=check,
    wcag="4.1.2",
    act=("e086e5",),
    axe=("label", "select-name", "aria-input-field-name", "aria-toggle-field-name"),
    bad=(
        "<p>Name: <input></p>",
        "<label>Name</label> <input>",
        '<label for="nmae">Name</label> <input id="name">',
        '<input aria-label=" ">',
        "<select><option>One</option></select>",
        "<textarea></textarea>",
        '<input type="checkbox"> I agree',
        '<div role="textbox" contenteditable="true">Name</div>',
        '<div role="checkbox" tabindex="0" aria-checked="false"></div>',
    ),
    good=(
        "<label>Name <input></label>",
        '<label for="name">Name</label> <input id="name">',
        '<input aria-label="Name">',
        '<input title="Name">',
        '<input placeholder="Name">',
        '<span id="n">Name</span> <input aria-labelledby="n">',
        "<label>How many <select><option>One</option></select></label>",
        '<div role="checkbox" tabindex="0" aria-checked="false">I agree</div>',
        '<div role="textbox" contenteditable="true" aria-label="Name"></div>',
        '<input type="hidden"> <input type="submit">',
        "<p hidden><input></p>",
    ),
)
