"""page/heading-posed"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.dom import Dom, Element
from pipeline.findings import Found, Rule

_LONGEST = 60
"""Characters of a line that may be a heading."""
_STRONG = frozenset(["b", "font", "strong"])
_THROUGH = frozenset(["b", "em", "font", "i", "span", "strong", "u"])
_FOLLOWING = frozenset(["blockquote", "dl", "ol", "p", "pre", "ul"])
"""What a heading leads to; what stands over a table or a figure is its caption."""
_AROUND = frozenset(
    "address aside blockquote caption dd dt fieldset figcaption figure footer header li nav table td th".split()
)
# What ends a sentence is one; what ends with a colon leads to what follows, as a heading does not.
_SENTENCE = re.compile(r"[.!?…:;,。！？：；،؛؟।]\W*$")


def check(dom: Dom) -> Iterator[Found]:
    """
    What looks like a heading is one.

    Why: a short paragraph that is all bold looks like a heading, but no screen reader lists it, and
    nobody can jump to it.
    Fix: `## Opening hours` instead of `**Opening hours**`.
    """
    posing = {one for one in dom.named("p") if one.heard and _short(one) and _bold(one)}
    for around in dict.fromkeys(one.parent for one in dom.named("p") if one in posing):
        if around is not None:
            for paragraph in _leading(around, posing):
                text = paragraph.text
                if len(text) <= _LONGEST and re.search(r"\w", text) and not _SENTENCE.search(text):
                    message = f"a paragraph that is all bold looks like a heading: {text!r}"
                    yield Found(paragraph.place, message, text=text)


def _short(paragraph: Element) -> bool:
    """Tell without reading it all whether the paragraph is one line at most."""
    if not 0 < len(paragraph.children) < 4 or paragraph.get("role"):
        return False
    return not any(isinstance(one, str) and one.strip() for one in paragraph.children)


def _bold(element: Element) -> bool:
    """Tell whether everything that the element shows is bold, and nothing is a link, code or an image."""
    inner = element.elements
    if len(inner) != 1 or inner[0].name not in _THROUGH:
        return False
    strong = inner[0].name in _STRONG and inner[0].name != "font"
    if strong or "bold" in inner[0].attributes.get("style", ""):
        return all(one.name in _THROUGH for one in inner[0].inside())
    text = any(isinstance(one, str) and one.strip() for one in inner[0].children)
    return not text and _bold(inner[0])


def _leading(around: Element, posing: set[Element]) -> Iterator[Element]:
    """Give those directly in *around* that text follows which they could be the heading of."""
    if around.name in _AROUND or any(one.name in _AROUND for one in around.around()):
        return
    waiting: Element | None = None
    for node in around.children:
        if isinstance(node, str) and not node.strip():
            continue
        if isinstance(node, Element) and not node.seen:
            continue
        if waiting is not None and _followed(node, posing):
            yield waiting
        waiting = node if isinstance(node, Element) and node in posing else None


def _followed(node: Element | str, posing: set[Element]) -> bool:
    return isinstance(node, str) or (node.name in _FOLLOWING and node not in posing)


RULE = Rule(
    level="warning",
    check=check,
    wcag="1.3.1",
    axe=("p-as-heading",),
    bad=(
        "<p><strong>Opening hours</strong></p><p>We open at nine and close at five.</p>",
        "<p><em><b>Opening hours</b></em></p><ul><li>Monday</li></ul>",
        '<p><span style="font-weight: bold">Opening hours</span></p><p>From nine to five.</p>',
    ),
    good=(
        "<h2>Opening hours</h2><p>We open at nine.</p>",
        "<p><strong>We are closed.</strong></p><p>Come back tomorrow.</p>",
        "<p><strong>Note:</strong></p><p>Come back tomorrow.</p>",
        "<p><strong>Monday</strong> only</p><p>From nine to five.</p>",
        "<p><strong>Opening hours</strong></p>",
        "<p><strong>Opening hours</strong></p><h2>Boats</h2>",
        "<ul><li><p><strong>Monday</strong></p><p>From nine to five.</p></li></ul>",
        "<p><strong><a href='a.html'>Opening hours</a></strong></p><p>From nine.</p>",
        "<p><strong>Anna</strong></p><p><strong>Bert</strong></p>",
    ),
)
