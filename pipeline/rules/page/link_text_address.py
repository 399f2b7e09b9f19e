"""page/link-text-address"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.dom import Dom
from pipeline.findings import Found, Rule

_ADDRESS = re.compile(r"(?:(?:https?|ftp)://|www\.)[^\s/]+/\S+", re.IGNORECASE)


def check(dom: Dom, *, most: int = 20) -> Iterator[Found]:
    """
    The text of a link is words, and not a long address.

    Why: a screen reader spells an address out, sign by sign. That of a site may be its name: `https://w3.org`.
    Fix: `[What the W3C says of images](https://www.w3.org/WAI/tutorials/images/)`; the address itself
    is only good on paper.
    """
    for link in dom.playing("link"):
        if link.heard:
            name = dom.name(link)
            if len(name) > most and _ADDRESS.fullmatch(name):
                yield Found(
                    link.place, f"the text of a link is an address: {name[:60]!r}", text=name
                )


RULE = Rule(
    level="note",
    check=check,
    wcag="2.4.4",
    bad=(
        '<a href="https://a.example/boats/2024/harbour-map.html">https://a.example/boats/2024/harbour-map.html</a>',
    ),
    good=(
        '<a href="https://a.example/boats/2024/harbour-map.html">A map of the harbour</a>',
        '<a href="https://a.example/">https://a.example/</a>',
    ),
)
