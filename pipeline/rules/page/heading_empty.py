"""page/heading-empty"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.dom import Dom, Element
from pipeline.findings import Found, Rule

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def check(dom: Dom) -> Iterator[Found]:
    """
    No heading is empty.

    Why: who goes from heading to heading lands on one that says nothing, and does not know what begins.
    Fix: take the heading away, or write what its part is about; give an image in it a text alternative.
    """
    asking = [one for one in dom.having("role") if one.name in _HEADINGS and _named(one)]
    for heading in (*dom.playing("heading"), *asking):
        if heading.heard and not dom.name(heading):
            yield Found(heading.place, f"heading <{heading.name}> is empty")


def _named(heading: Element) -> bool:
    # Naming it, though with nothing, keeps it a heading whatever role it asks for (WAI-ARIA, 5.3.6).
    nothing = (heading.get("role") or "").split()[:1] in (["none"], ["presentation"])
    return nothing and heading.get("aria-label") == ""


RULE = Rule(
    level="error",
    check=check,
    wcag="1.3.1",
    act=("ffd0e9",),
    axe=("empty-heading",),
    bad=(
        "<h2>Boats</h2><h3></h3>",
        '<h2>Boats</h2><h3><img src="sail.png" alt=""></h3>',
        '<div role="heading" aria-level="2"> </div>',
        "<h2><br></h2>",
        '<h2 aria-label=""><span aria-hidden="true">Boats</span></h2>',
        '<h2><img src="sail.png" alt="Sails" role="presentation"></h2>',
        '<h2 aria-label="" role="none"><span aria-hidden="true">Boats</span></h2>',
    ),
    good=(
        "<h2>Boats</h2>",
        '<h2><img src="sail.png" alt="Sails"></h2>',
        '<h2 aria-label="Boats"></h2>',
        '<h2 style="position: absolute; top: -999px">Boats</h2>',
        '<h2 aria-hidden="true"></h2>',
        '<h2 role="none"></h2>',
        "<h2 hidden></h2>",
    ),
)
