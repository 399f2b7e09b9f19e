"""What the keyboard reaches, as far as the markup says."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet

from pipeline.dom.element import Element

_FIELDS = frozenset(["button", "input", "select", "textarea"])
_LINKS = frozenset(["a", "area"])
_MEDIA = frozenset(["audio", "video"])
ABLE = ("a", "area", "audio", "button", "iframe", "input", "select", "summary", "textarea", "video")
"""Elements that may have the focus by themselves."""
_FIRST = 20
"""Elements and texts at the beginning of details that are asked for its summary, which comes first."""
_NUMBER = re.compile(r"\s*([+-]?\d{1,9})")


def order(element: Element) -> int | None:
    """
    Give the place in the order of focus that the element asks for; None for no request.

    Zero is its natural place, what is below cannot be reached by the Tab key (HTML, `tabindex`).
    """
    stated = element.attributes.get("tabindex")
    number = _NUMBER.match(stated) if stated is not None else None
    return int(number[1]) if number else None


def focusable(element: Element) -> bool:
    """Tell whether the element can have the focus, by a key or by a script."""
    return _native(element) or (order(element) is not None and not _disabled(element))


def reached(element: Element) -> bool:
    """Tell whether the Tab key reaches the element."""
    asked = order(element)
    able = _native(element) if asked is None else asked >= 0 and not _disabled(element)
    return able and element.seen


def held(
    elements: Iterable[Element], wanted: AbstractSet[Element]
) -> Iterator[tuple[Element, Element]]:
    """Give each of *elements* that stands in one of those wanted, with the nearest; each is asked once."""
    known: dict[Element | None, Element | None] = {None: None}
    for element in elements:
        asked: list[Element] = []
        around = element.parent
        while around not in known and around not in wanted:
            assert around is not None
            asked.append(around)
            around = around.parent
        found = around if around in wanted else known[around]
        known.update(dict.fromkeys(asked, found))
        if found is not None:
            yield element, found


def _native(element: Element) -> bool:
    attributes = element.attributes
    name = element.name
    if name in _LINKS:
        return "href" in attributes or "xlink:href" in attributes
    if name in _FIELDS:
        return not _disabled(element) and attributes.get("type", "").lower() != "hidden"
    if name in _MEDIA:
        return "controls" in attributes
    if name == "iframe":
        return True
    if name == "summary":
        return opens(element)
    return attributes.get("contenteditable", "false").lower() != "false"


def opens(element: Element) -> bool:
    """Tell whether the element is the summary that opens the details it stands in."""
    around = element.parent
    if element.name != "summary" or around is None or around.name != "details":
        return False
    beginning = itertools.islice(around.children, _FIRST)
    summaries = (one for one in beginning if isinstance(one, Element) and one.name == "summary")
    return next(summaries, None) is element


def _disabled(element: Element) -> bool:
    if element.name not in _FIELDS:
        return False
    if "disabled" in element.attributes:
        return True
    inner = element
    for one in element.around():
        if one.name == "fieldset" and "disabled" in one.attributes:
            return inner.name != "legend"
        inner = one
    return False
