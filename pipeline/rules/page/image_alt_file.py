"""page/image-alt-file"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.dom import Dom, described, file_name
from pipeline.findings import Found, Rule

_FILE = re.compile(r"\S+\.(?:avif|bmp|gif|heic|ico|jfif|jpe?g|png|svgz?|tiff?|webp)", re.IGNORECASE)
_CAMERA = re.compile(
    r"(?:dsc[fn]?|dscn|image|img|mvimg|photo|pic|picture|pxl|scan|screenshot|untitled)"
    r"[-_]?\d[\d_-]*+(?:\.[a-z]{3,4})?",
    re.IGNORECASE,
)
_JOINED = re.compile(r"\w[^\W_]*+_\w+", re.ASCII)


def check(dom: Dom) -> Iterator[Found]:
    """
    The text alternative of an image is made of words, and is not the name of its file.

    Why: "IMG underscore 2024 dot jpg" tells a listener nothing of what the image shows.
    Fix: `![A map of the harbour](map.png)`.
    """
    for image in dom.playing("img", "button"):
        if not image.heard or "alt" not in image.attributes:
            continue
        name = dom.name(image)
        file = file_name(image)
        if not name or name != image.attributes["alt"].strip():
            continue
        if _FILE.fullmatch(name) or _CAMERA.fullmatch(name):
            message = f"{described(image)} has a file's name as its text alternative: {name[:60]!r}"
            yield Found(image.place, message, text=name)
        elif name == file.rpartition(".")[0] and _JOINED.fullmatch(name):
            message = (
                f"{described(image)} has its file's name as its text alternative: {name[:60]!r}"
            )
            yield Found(image.place, message, text=name, level="warning")


RULE = Rule(
    level="error",
    check=check,
    wcag="1.1.1",
    act=("9eb3f6",),
    source="WCAG 2.2, failure F30",
    bad=(
        '<img src="images/harbour-map.png" alt="harbour-map.png">',
        '<img src="images/harbour_map.png" alt="harbour_map">',
        '<img src="a.jpg" alt="IMG_20240114">',
        '<img src="a.jpg" alt="_images/boats.jpg">',
        '<input type="image" src="go.png" alt="go.png">',
    ),
    good=(
        '<img src="map.png" alt="A map of the harbour">',
        '<img src="map.png" alt="map">',
        '<p><img src="map.png" alt="The file harbour.png, opened in an editor"></p>',
        '<img src="map.png" aria-label="map.png, in words" alt="map.png">',
    ),
)
