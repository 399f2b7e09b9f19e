"""What a run is, in words that a translator reads."""

from __future__ import annotations

import xml.etree.ElementTree as ET

LEVELS = {f"h{level}": level for level in range(1, 7)}
"""The headings, and how deep each stands."""
TAGS = {
    "blockquote": "quotation",
    "caption": "caption",
    "dd": "definition",
    "dt": "term",
    "figcaption": "caption",
    "li": "list item",
    "summary": "summary",
    "td": "table cell",
    "th": "table heading",
    **{f"h{level}": f"heading {level}" for level in range(1, 7)},
}
"""What stands in an element of HTML."""
ADDRESS = "address"
"""A slug: the last part of a page's address, and no text of the page."""
OF_ADDRESS = "the last part of the page's address: letters, digits and hyphens; left empty, it stays as it is"
"""What a translator is told of it."""
ATTRIBUTES = {"alt": "image alternative", "aria-label": "accessible name", "title": "title"}
"""What an attribute of HTML says to a reader."""
_CLASSES = {
    "admonition-title": "admonition title",
    "admonition": "admonition",
    "footnote": "footnote",
}


def kind_of(element: ET.Element, around: str, column: int) -> str:
    """
    Name the runs of *element*, which stands in a block named *around* as its child number *column*.

    A paragraph is what it stands in; so is an item of the list of footnotes.

    >>> kind_of(ET.Element("td"), "paragraph", 2), kind_of(ET.Element("p"), "quotation", 1)
    ('table cell, column 2', 'quotation')
    """
    tag = str(element.tag)
    if tag in ("td", "th"):
        return f"{TAGS[tag]}, column {column}"
    if tag == "li" and around == "footnote":
        return around
    for name in element.get("class", "").split():
        if name in _CLASSES:
            return _CLASSES[name]
    return TAGS.get(tag, around)
