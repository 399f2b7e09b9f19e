"""An element in words: for messages, since its place may be no more than a line of the article."""

from __future__ import annotations

import posixpath
from urllib.parse import unquote, urlsplit

from pipeline.dom.element import Element

_MOST = 60
"""Characters of an address or a text that a message repeats."""
_ADDRESSES = {
    "a": ("link", "href"),
    "area": ("area of an image map", "href"),
    "audio": ("audio", "src"),
    "embed": ("embedded object", "src"),
    "frame": ("frame", "src"),
    "iframe": ("frame", "src"),
    "img": ("image", "src"),
    "object": ("object", "data"),
    "video": ("video", "src"),
}
_CALLED = {"button": "button", "select": "menu", "summary": "summary", "textarea": "text field"}
_INPUTS = {
    "button": "button",
    "checkbox": "check box",
    "image": "image button",
    "radio": "radio button",
    "reset": "button",
    "submit": "button",
}


def described(element: Element) -> str:
    """
    Give what *element* is, and what tells it from others of its kind.

    >>> from pipeline import dom
    >>> page = dom.parse("<a href=b.html><img src='i/a%20b.png'></a><input id=q><td>", "a.html")
    >>> [described(one) for one in page.named("a", "img", "input", "td")]
    ["link to 'b.html'", "image 'a b.png'", "input field 'q'", '<td>']
    """
    if element.name in _ADDRESSES:
        kind, attribute = _ADDRESSES[element.name]
        address = element.attributes.get(attribute) or _source(element)
        if element.name in ("a", "area"):
            return f"{kind} to {address[:_MOST]!r}" if address else kind
        file = file_name(element)
        return f"{kind} {file!r}" if file else kind
    name = element.attributes.get("id") or element.attributes.get("name") or ""
    kind = _CALLED.get(element.name, f"<{element.name}>")
    if element.name == "input":
        kind = _INPUTS.get(element.attributes.get("type", "").lower(), "input field")
        name = file_name(element) or name
    return f"{kind} {name[:_MOST]!r}" if name else kind


def file_name(element: Element) -> str:
    """Give the name of the file that *element* shows, or an empty string."""
    address = element.attributes.get("src") or element.attributes.get("data") or _source(element)
    if address.startswith("data:"):
        return ""
    try:
        return posixpath.basename(unquote(urlsplit(address).path))[:_MOST]
    except ValueError:
        return ""


def _source(element: Element) -> str:
    """Give the address of the first source in a video or audio."""
    if element.name not in ("audio", "video"):
        return ""
    sources = (one for one in element.elements if one.name == "source")
    return next((one.attributes["src"] for one in sources if "src" in one.attributes), "")
