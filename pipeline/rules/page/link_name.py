"""page/link-name"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.dom import Dom, Element
from pipeline.findings import Found, Rule


def check(dom: Dom) -> Iterator[Found]:
    """
    Every link and every button says where it leads or what it does.

    Why: a screen reader announces "link" and then has nothing to say, or spells out the address.
    Fix: write words between the brackets, `[Opening hours](hours.md)`; give an image in a link a text
    alternative, and a button with a drawing an `aria-label`.
    """
    for element in dom.playing("link", "button"):
        # An image that is pressed is judged as an image.
        image = element.name == "area" or element.get("type") == "image"
        if element.heard and not image and not dom.name(element):
            what, target = _described(dom, element)
            yield Found(element.place, f"{what} has no accessible name", text=target)


def _described(dom: Dom, element: Element) -> tuple[str, str]:
    target = (element.get("href") or "")[:80]
    if dom.role(element) == "button":
        return "button", target
    return f"link to {target!r}" if target else "link", target


RULE = Rule(
    level="error",
    check=check,
    wcag="2.4.4",
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
        '<button><img src="x.png" alt=""></button>',
        '<input type="button">',
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
        "<button>Send</button>",
        '<input type="button" value="Send">',
    ),
)
