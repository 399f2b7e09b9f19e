"""page/heading-order"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.dom import Dom, Element
from pipeline.findings import Found, Rule


def check(dom: Dom) -> Iterator[Found]:
    """
    Headings go down one level at a time.

    Why: headings are the table of contents of who cannot see the page; a gap in their levels sounds as
    if a part were missing.
    Fix: let `##` be followed by `###`, not by `####`; choose a heading for its place, not for its size.
    """
    previous = 0
    for heading in dom.playing("heading"):
        if not heading.heard:
            continue
        level = _level(heading)
        name = dom.name(heading)[:60]
        # One that is empty is no step that anybody hears.
        if not name:
            continue
        if previous and level > previous + 1:
            message = f"heading {name!r} is of level {level}, but follows one of level {previous}"
            yield Found(heading.place, message, text=name)
        previous = level


def _level(heading: Element) -> int:
    stated = (heading.get("aria-level") or "").strip()
    if stated in ("1", "2", "3", "4", "5", "6", "7", "8", "9"):
        return int(stated)
    own = heading.name[1:] if heading.name[0] == "h" else ""
    # The level of a heading that states none (WAI-ARIA 1.2, heading).
    return int(own) if own.isdecimal() else 2


RULE = Rule(
    level="warning",
    check=check,
    wcag="1.3.1",
    axe=("heading-order",),
    bad=(
        "<h2>Boats</h2><h4>Sails</h4>",
        '<h2>Boats</h2><div role="heading" aria-level="4">Sails</div>',
        "<h2>Boats</h2><h3></h3><h4>Sails</h4>",
    ),
    good=(
        "<h2>Boats</h2><h3>Sails</h3><h4>Cloth</h4><h2>Oars</h2><h1>Ships</h1>",
        '<!doctype html><html lang="en"><title>Boats</title><h1>Boats</h1><h2>Sails</h2></html>',
        '<h2>Boats</h2><h4 role="presentation">Sails</h4>',
        "<h2>Boats</h2><h4 hidden>Sails</h4>",
        '<h2>Boats</h2><h3><img src="sail.png" alt="Sails"></h3>',
    ),
)
