"""page/svg-name"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.dom import Dom, Element, described
from pipeline.findings import Found, Rule


def check(dom: Dom) -> Iterator[Found]:
    """
    Every drawing that says it is an image has a name.

    Why: `role="img"` hides what is drawn, letters too; without a name a listener hears "image", and no more.
    Fix: `<svg role="img" aria-label="The harbour">`, or a `<title>` first in it; for decoration
    `<svg aria-hidden="true">`.
    """
    for image in dom.playing("img", "graphics-document", "graphics-object", "graphics-symbol"):
        if not image.heard or not _drawn(image) or _named(dom, image):
            continue
        # An object may be a part of a drawing that only holds others.
        if dom.asked(image) != "graphics-object":
            yield Found(image.place, f"{described(image)} has no accessible name")


def _drawn(image: Element) -> bool:
    if image.name == "svg":
        return True
    return image.name != "img" and any(around.name == "svg" for around in image.around())


def _named(dom: Dom, image: Element) -> bool:
    """Tell whether it is labelled, or holds a title itself."""
    if dom.label(image) or (image.get("xlink:title") or "").strip():
        return True
    return any(one.name == "title" and one.text for one in image.elements)


RULE = Rule(
    level="error",
    check=check,
    wcag="1.1.1",
    act=("7d6734",),
    axe=("svg-img-alt",),
    bad=(
        '<svg role="img"><path d="M0 0"/></svg>',
        '<svg role="img"><title> </title><path d="M0 0"/></svg>',
        '<svg role="img"><g><title>The harbour</title></g></svg>',
        '<svg role="graphics-document"></svg>',
        '<svg><circle role="graphics-symbol" r="9"/></svg>',
    ),
    good=(
        '<svg role="img"><title>The harbour</title></svg>',
        '<svg role="img" aria-label="The harbour"></svg>',
        '<svg><circle role="graphics-symbol" r="9"><title>A buoy</title></circle></svg>',
        '<svg><path d="M0 0"/></svg>',
        '<svg role="img" aria-hidden="true"></svg>',
    ),
)
