"""page/area-name"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.dom import Dom, Element, described
from pipeline.findings import Found, Rule


def check(dom: Dom) -> Iterator[Found]:
    """
    Every area of an image map says where it leads.

    Why: an area is a link; without words a screen reader spells out its address.
    Fix: `<area href="pier.html" coords="0,0,9,9" alt="The pier">`.
    """
    images = (image for image in dom.having("usemap") if image.heard)
    used = {(image.get("usemap") or "").strip().removeprefix("#") for image in images}
    for area in dom.named("area"):
        shown = bool(used) and not _hidden(area) and _map(area) in used
        if shown and dom.role(area) == "link" and not dom.name(area):
            yield Found(area.place, f"{described(area)} has no text alternative")


def _map(area: Element) -> str:
    """Give the name of the map that it is in; a map is there where an image uses it, itself hidden or not."""
    names = (one.get("name") or one.get("id") for one in area.around() if one.name == "map")
    return next(names, None) or ""


def _hidden(area: Element) -> bool:
    around = (area, *area.around())
    return any((one.get("aria-hidden") or "").strip().lower() == "true" for one in around)


_IMAGE = '<img src="map.png" alt="The harbour" usemap="#m">'

RULE = Rule(
    level="error",
    check=check,
    wcag="1.1.1",
    act=("c487ae",),
    axe=("area-alt",),
    bad=(
        f'{_IMAGE}<map name="m"><area href="pier.html" coords="0,0,9,9"></map>',
        f'{_IMAGE}<map name="m"><area href="pier.html" coords="0,0,9,9" alt=""></map>',
    ),
    good=(
        f'{_IMAGE}<map name="m"><area href="pier.html" coords="0,0,9,9" alt="The pier"></map>',
        f'{_IMAGE}<map name="m"><area href="pier.html" coords="0,0,9,9" aria-label="The pier"></map>',
        f'{_IMAGE}<map name="m"><area coords="0,0,9,9"></map>',
        '<map name="m"><area href="pier.html"></map>',
    ),
)
