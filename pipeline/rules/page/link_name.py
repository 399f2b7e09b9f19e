"""page/link-name"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.dom import Dom, described
from pipeline.findings import Found, Rule

_LINKS = ("link", "doc-backlink", "doc-biblioref", "doc-glossref", "doc-noteref")


def check(dom: Dom) -> Iterator[Found]:
    """
    Every link says where it leads.

    Why: a screen reader announces "link" and then has nothing to say, or spells out the address.
    Fix: write words between the brackets, `[Opening hours](hours.md)`; give an image in a link a text
    alternative, and a drawing in it a `<title>`.
    """
    for link in dom.playing(*_LINKS):
        # An area of an image map is judged as an image.
        if link.heard and link.name != "area" and not dom.name(link):
            target = (link.get("href") or "")[:80]
            yield Found(link.place, f"{described(link)} has no accessible name", text=target)


RULE = Rule(
    level="error",
    check=check,
    wcag="2.4.4",
    act=("c487ae",),
    axe=("link-name", "aria-command-name"),
    bad=(
        '<a href="hours.html"></a>',
        '<a href="hours.html"> <span></span> </a>',
        '<a href="hours.html"><img src="clock.png" alt=""></a>',
        '<a href="hours.html"><span aria-hidden="true">12</span></a>',
        '<a href="hours.html"><span style="display: none">Hours</span></a>',
        '<a href="hours.html" aria-label=" "></a>',
        '<a href="hours.html" aria-labelledby="nobody"></a>',
        '<a href="hours.html"><svg><path d="M0 0"/></svg></a>',
        '<span role="link" tabindex="0"></span>',
    ),
    good=(
        '<a href="hours.html">Opening hours</a>',
        '<a href="hours.html"><img src="clock.png" alt="Opening hours"></a>',
        '<a href="hours.html"><img src="clock.png" title="Opening hours"></a>',
        '<a href="hours.html" aria-label="Opening hours"></a>',
        '<a href="hours.html" aria-labelledby="h"></a><h2 id="h">Opening hours</h2>',
        '<a href="hours.html" aria-labelledby="h"></a><p id="h" hidden>Opening hours</p>',
        '<a href="hours.html" title="Opening hours"></a>',
        '<a href="hours.html"><svg><title>Opening hours</title></svg></a>',
        '<a id="hours"></a>',
        '<p hidden><a href="hours.html"></a></p>',
        '<p><a href="map.html"><svg><path d="M0 0"/></svg> Map</a></p>',
    ),
)
