"""Elements of XML as text, with whatever characters an article has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape, quoteattr

from pipeline.reports.plain import visible

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'


def element(
    name: str,
    attributes: Mapping[str, object],
    children: Sequence[str] = (),
    text: Sequence[str] = (),
) -> str:
    r"""
    Give an element with *children*, which are elements, or with lines of *text*.

    >>> element("a", {"b": '<"\x01'}, text=["]]>"])
    '<a b=\'&lt;"\\x01\'>]]&gt;</a>\n'
    """
    start = name + "".join(
        f" {key}={quoteattr(visible(str(value)))}" for key, value in attributes.items()
    )
    if children:
        inner = "".join(children)
        return f"<{start}>\n{inner}</{name}>\n"
    inner = "\n".join(escape(visible(line)) for line in text)
    return f"<{start}>{inner}</{name}>\n" if inner else f"<{start}/>\n"
