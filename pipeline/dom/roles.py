"""What an element is to a screen reader: the role it asks for, or the one that HTML gives it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pipeline.dom import aria, focus
from pipeline.dom.element import Element

# HTML-AAM 1.0 and "ARIA in HTML", as far as an element's name alone decides.
_NAMED: Mapping[str, str] = {
    "address": "group",
    "article": "article",
    "blockquote": "blockquote",
    "button": "button",
    "caption": "caption",
    "code": "code",
    "datalist": "listbox",
    "del": "deletion",
    "details": "group",
    "dialog": "dialog",
    "em": "emphasis",
    "fieldset": "group",
    "figure": "figure",
    "h1": "heading",
    "h2": "heading",
    "h3": "heading",
    "h4": "heading",
    "h5": "heading",
    "h6": "heading",
    "hgroup": "group",
    "hr": "separator",
    "html": "document",
    "ins": "insertion",
    "li": "listitem",
    "main": "main",
    "math": "math",
    "menu": "list",
    "meter": "meter",
    "nav": "navigation",
    "ol": "list",
    "optgroup": "group",
    "option": "option",
    "output": "status",
    "p": "paragraph",
    "progress": "progressbar",
    "s": "deletion",
    "search": "search",
    "strong": "strong",
    "sub": "subscript",
    "sup": "superscript",
    "table": "table",
    "tbody": "rowgroup",
    "td": "cell",
    "textarea": "textbox",
    "tfoot": "rowgroup",
    "thead": "rowgroup",
    "time": "time",
    "tr": "row",
    "ul": "list",
}
_DEPENDS = frozenset("a area aside footer form header img input section select th".split())
"""Elements whose role is a matter of their attributes, or of where they stand."""
_INPUTS: Mapping[str, str] = {
    "button": "button",
    "checkbox": "checkbox",
    "color": "",
    "date": "",
    "datetime-local": "",
    "file": "",
    "hidden": "",
    "image": "button",
    "month": "",
    "number": "spinbutton",
    "radio": "radio",
    "range": "slider",
    "reset": "button",
    "search": "searchbox",
    "submit": "button",
    "time": "",
    "week": "",
}
_SECTIONING = frozenset(["article", "aside", "main", "nav", "section"])
_SECTION_ROLES = frozenset(["article", "complementary", "main", "navigation", "region"])
_PAGE_PARTS = {"header": "banner", "footer": "contentinfo"}
_SYNONYMS = {"image": "img", "presentation": "none"}


def tokens(element: Element) -> Sequence[str]:
    """Give the roles that *element* asks for, the first choice first, whether they exist or not."""
    return element.attributes.get("role", "").lower().split()


def asked(element: Element) -> str:
    """
    Give the role that *element* asks for and gets, or an empty string.

    That is the first that exists (WAI-ARIA, 8.1). What can have the focus, or has a property that
    everything may have, cannot ask to be nothing (Presentational Roles Conflict Resolution).
    """
    if "role" not in element.attributes:
        return ""
    role = next((one for one in tokens(element) if one in aria.ROLES), "")
    role = _SYNONYMS.get(role, role)
    return "" if role == "none" and exposed(element) else role


def exposed(element: Element) -> str:
    """Give what keeps *element* from being nothing, if it should ask for it; or an empty string."""
    for name, value in element.attributes.items():
        if name in aria.GLOBAL and name != "aria-hidden" and value.strip():
            return f"has {name}"
    return "can have the focus" if focus.focusable(element) else ""


def of(element: Element) -> str:
    """Give the role that *element* asks for, or else its own; an empty string for none."""
    if element.name not in _DEPENDS and "role" not in element.attributes:
        return _NAMED.get(element.name, "")
    return asked(element) or implied(element)


def implied(element: Element) -> str:
    """Give the role that HTML gives *element*, or an empty string."""
    if element.name not in _DEPENDS:
        return _NAMED.get(element.name, "")
    attributes = element.attributes
    match element.name:
        case "a" | "area":
            role = "link" if "href" in attributes or "xlink:href" in attributes else ""
        case "img":
            empty = attributes.get("alt") == "" and "title" not in attributes
            role = "none" if empty and not exposed(element) else "img"
        case "input":
            role = _INPUTS.get(attributes.get("type", "").lower(), "textbox")
        case "select":
            several = "multiple" in attributes or attributes.get("size", "1").strip() not in "01"
            role = "listbox" if several else "combobox"
        case "header" | "footer":
            role = _PAGE_PARTS[element.name] if _of_the_page(element) else ""
        case "aside":
            role = "complementary" if _named(element) or not _inside(element) else ""
        case "form":
            role = "form" if _named(element) else ""
        case "section":
            role = "region" if _named(element) else ""
        case _:
            role = "rowheader" if attributes.get("scope", "").lower() == "row" else "columnheader"
    return role


def _of_the_page(element: Element) -> bool:
    """Tell whether a header or footer is that of the page, and not of one of its sections."""
    return not any(
        one.name in _SECTIONING or asked(one) in _SECTION_ROLES for one in element.around()
    )


def _inside(element: Element) -> bool:
    """Tell whether an aside is of a section, and not of the page."""
    return any(one.name in _SECTIONING and one.name != "main" for one in element.around())


def _named(element: Element) -> bool:
    return bool(element.attributes.get("aria-label") or element.attributes.get("aria-labelledby"))
