"""page/break-chain"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.dom import Dom, Element
from pipeline.findings import Found, Rule

_BLOCKS = frozenset(["blockquote", "div", "p", "section", "td"])
_LEAST = 2
"""Gaps in one element that are no accident."""


def check(dom: Dom) -> Iterator[Found]:
    """
    Paragraphs are paragraphs, and not lines with gaps between them.

    Why: a screen reader goes from paragraph to paragraph; what two `<br>` divide is one to it.
    Fix: leave an empty line between paragraphs; in HTML, put each into a `<p>`.
    """
    around: dict[Element, list[Element]] = {}
    for mark in dom.named("br"):
        if mark.parent is not None and mark.parent.name in _BLOCKS and mark.heard:
            around.setdefault(mark.parent, []).append(mark)
    for element, marks in around.items():
        if len(marks) > _LEAST and (gaps := _gaps(element)) >= _LEAST:
            message = f"{gaps} gaps in <{element.name}> are made of <br>, as if between paragraphs"
            yield Found(element.place, message)


def _gaps(element: Element) -> int:
    """Count the places where two breaks stand between text and text."""
    gaps, breaks, before = 0, 0, False
    for node in element.children:
        if isinstance(node, Element) and node.name == "br":
            breaks += 1
        elif isinstance(node, Element) or node.strip():
            gaps += before and breaks > 1
            breaks, before = 0, True
    return gaps


RULE = Rule(
    level="note",
    check=check,
    wcag="1.3.1",
    bad=("<p>A boat.<br><br>Two boats.<br><br>Three boats.</p>",),
    good=(
        "<p>A boat,<br>two boats,<br>three boats.</p>",
        "<p>A boat.<br><br>Two boats.</p>",
        "<p>A boat.</p><p>Two boats.</p>",
        "<pre>A<br><br>B<br><br>C</pre>",
    ),
)
