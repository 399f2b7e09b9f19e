"""page/link-repeated"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.dom import Dom, Element, described
from pipeline.findings import Found, Rule


def check(dom: Dom) -> Iterator[Found]:
    """
    Links that stand side by side lead to different places.

    Why: an image and its words as two links are announced twice and need two stops of the keyboard.
    Fix: put both into one link, the image with an empty alternative:
    `[<img src="clock.png" alt=""> Opening hours](hours.md)`.
    """
    seen: set[Element] = set()
    for link in dom.having("href"):
        around = link.parent
        if link.name == "a" and around is not None and around not in seen:
            seen.add(around)
            yield from _beside(around)


def _beside(around: Element) -> Iterator[Found]:
    last: Element | None = None
    for child in around.children:
        if isinstance(child, str):
            last = None if child.strip() else last
        elif child.name == "a" and child.heard and child.get("href"):
            if last is not None and last.get("href") == child.get("href"):
                message = f"{described(child)} stands beside another to the same place"
                yield Found(child.place, message, text=child.get("href") or "")
            last = child
        elif child.seen:
            last = None


RULE = Rule(
    level="note",
    check=check,
    wcag="2.4.4",
    source="WCAG 2.2, technique H2",
    bad=(
        '<a href="hours.html"><img src="clock.png" alt="A clock"></a> <a href="hours.html">Hours</a>',
    ),
    good=(
        '<a href="hours.html"><img src="clock.png" alt=""> Hours</a>',
        '<a href="hours.html">Hours</a> and <a href="hours.html">holidays</a>',
        '<a href="hours.html">Hours</a> <a href="map.html">Map</a>',
    ),
)
