"""What a run is, in words that a translator reads."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

HEADING = re.compile(r"h([1-6])")
_TAGS = {
    "blockquote": "quotation",
    "caption": "caption",
    "dd": "definition",
    "dt": "term",
    "figcaption": "caption",
    "summary": "summary",
}
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
    if heading := HEADING.fullmatch(tag):
        return f"heading {heading[1]}"
    if tag in ("td", "th"):
        return f"table {'cell' if tag == 'td' else 'heading'}, column {column}"
    if tag == "li":
        return around if around == "footnote" else "list item"
    for name in element.get("class", "").split():
        if name in _CLASSES:
            return _CLASSES[name]
    return _TAGS.get(tag, around)
