"""page/object-name"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.dom import Dom, Element, described, file_name
from pipeline.findings import Found, Level, Rule

_MEDIA = re.compile(r"(?:image|audio|video)/", re.IGNORECASE)
_FILE = re.compile(
    r".+\.(?:avif|avi|bmp|flac|gif|jfif|jpe?g|m4a|m4v|mov|mp3|mp4|og[agv]|opus|png|svgz?|tiff?|wav|web[mp])",
    re.IGNORECASE,
)


def check(dom: Dom) -> Iterator[Found]:
    """
    Every embedded image, film or sound has a name.

    Why: what stands between `<object>` and `</object>` is shown only where the file is not: it names nothing.
    Fix: `<object data="map.svg" title="A map of the harbour"></object>`.
    """
    for element in dom.named("object", "embed"):
        # In another role, it is judged as what it asks to be.
        asks = element.heard and not dom.asked(element) and _medium(element)
        if asks and not dom.label(element):
            level: Level | None = "warning" if element.name == "embed" else None
            message = f"{described(element)} has no accessible name"
            yield Found(element.place, message, text=file_name(element), level=level)


def _medium(element: Element) -> bool:
    """Tell whether it embeds an image, a film or a sound."""
    if not (element.get("data") or element.get("src")):
        return False
    kind = (element.get("type") or "").strip()
    return bool(_MEDIA.match(kind) if kind else _FILE.fullmatch(file_name(element)))


RULE = Rule(
    level="error",
    check=check,
    wcag="1.1.1",
    act=("8fc3b6",),
    axe=("object-alt",),
    bad=(
        '<object data="map.svg"></object>',
        '<object data="map" type="image/png"><p>A map</p></object>',
        '<object data="map.png" aria-label=" "></object>',
        '<object data="map.png"><img src="map.png" alt="A map"></object>',
        '<object data="map.png" alt="A map"></object>',
        '<embed src="talk.mp3">',
    ),
    good=(
        '<object data="map.svg" title="A map of the harbour"></object>',
        '<object data="map.svg" aria-label="A map of the harbour"></object>',
        '<object data="map.svg" role="presentation"></object>',
        '<object data="hours.html"></object>',
        "<object><p>A map</p></object>",
        '<embed src="talk.mp3" title="A talk on boats">',
    ),
)
