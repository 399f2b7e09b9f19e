"""page/image-alt"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from pipeline.dom import Dom, Element
from pipeline.findings import Found, Rule

_FILE = re.compile(r"\S+\.(?:avif|bmp|gif|heic|ico|jfif|jpe?g|png|svg|tiff?|webp)", re.IGNORECASE)
_CAMERA = re.compile(
    r"(?:dsc[fn]?|image|img|photo|pic|picture|scan|screenshot)[-_]?\d[\d_-]*", re.IGNORECASE
)
_BLOCKS = frozenset(
    ["a", "dd", "dt", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "li", "p", "td", "th"]
)
_WRAPPERS = frozenset(["b", "em", "i", "picture", "span", "strong"])


def check(dom: Dom) -> Iterator[Found]:
    """
    Every image says what it shows, or says that it shows nothing.

    Why: without a text alternative a screen reader reads the file's name aloud, or nothing at all. An
    empty `alt` says that an image is decoration, but `![](map.png)` gives one too, mostly because
    nobody wrote the words. So an empty one is believed between words, where the text carries the
    meaning, and not where the image stands alone in its paragraph, figure, cell or link: there it
    is the content. `role="presentation"` or `aria-hidden="true"` says so beyond doubt.
    Fix: `![A map of the harbour](map.png)`; for decoration `<img src="line.png" alt="" role="presentation">`.
    """
    for image in _images(dom):
        if image.heard and dom.asked(image) != "none":
            what, file = _described(image)
            if problem := _problem(dom, image, file):
                yield Found(image.place, f"{what} {problem}", text=file)


def _images(dom: Dom) -> Iterator[Element]:
    for element in dom.elements:
        match element.name:
            case "img":
                yield element
            case "input" if (element.get("type") or "").lower() == "image":
                yield element
            case "area" if "href" in element.attributes:
                yield element
            case name:
                role = dom.asked(element)
                if role == "img" or (name == "svg" and role.startswith("graphics-")):
                    yield element


def _problem(dom: Dom, image: Element, file: str) -> str | None:
    """Say what is wrong with the image's text alternative, or None."""
    name = dom.name(image)
    if name:
        named_as_file = name == file or _FILE.fullmatch(name) or _CAMERA.fullmatch(name)
        return f"has a file's name as its text alternative: {name!r}" if named_as_file else None
    alternative = image.get("alt")
    if image.name != "img" or alternative is None:
        return "has no text alternative"
    if alternative:
        return "has only white space as its text alternative"
    if image.get("title"):
        return "has an empty text alternative, but a title"
    return "stands alone, but has an empty text alternative" if _content(dom, image) else None


def _content(dom: Dom, image: Element) -> bool:
    """Tell whether the image is all that its block shows."""
    element = image
    while dom.alone(element) and (around := element.parent):
        if around.name in _BLOCKS:
            return True
        if around.name not in _WRAPPERS:
            return False
        element = around
    return False


def _described(image: Element) -> tuple[str, str]:
    """Give the image in words, and the name of its file."""
    try:
        path = urlsplit(image.get("src") or "").path
    except ValueError:
        path = ""
    file = posixpath.basename(unquote(path))[:60]
    match image.name:
        case "img":
            return f"image {file!r}" if file else "image", file
        case "input":
            return f"image button {file!r}" if file else "image button", file
        case "area":
            return f"area of an image map, to {(image.get('href') or '')[:60]!r},", file
        case _:
            return f"<{image.name}> in the role of an image", file


RULE = Rule(
    level="error",
    check=check,
    wcag="1.1.1",
    bad=(
        '<img src="map.png">',
        '<p><img src="images/map.svg" alt=""></p>',
        '<p><a href="map.html"><em><img src="map.svg" alt=""></em></a></p>',
        '<figure><img src="map.png" alt=""><figcaption>The harbour</figcaption></figure>',
        '<p>The way <img src="map.png" alt=" "> there.</p>',
        '<p>The way <img src="map.png" alt="" title="A map"> there.</p>',
        '<img src="images/harbour%20map.png" alt="harbour map.png">',
        '<img src="a.jpg" alt="IMG_20240114">',
        '<input type="image" src="go.png">',
        '<map name="m"><area href="pier.html" coords="0,0,9,9"></map>',
        '<div role="img" class="chart"></div>',
        '<svg role="img"><path d="M0 0"/></svg>',
    ),
    good=(
        '<img src="map.png" alt="A map of the harbour">',
        '<p>The way <img src="arrow.png" alt=""> there.</p>',
        '<p><img src="line.png" alt="" role="presentation"></p>',
        '<p><img src="line.png" alt="" aria-hidden="true"></p>',
        '<p hidden><img src="map.png"></p>',
        '<p><img src="map.png" aria-label="A map of the harbour"></p>',
        '<p><img src="map.png" aria-labelledby="c"><span id="c">A map of the harbour</span></p>',
        '<input type="image" src="go.png" alt="Search">',
        '<svg role="img"><title>Harbour</title></svg>',
        '<p><a href="map.html"><svg><path d="M0 0"/></svg> Map</a></p>',
        '<p><img src="map.png" alt="The file harbour.png, opened in an editor"></p>',
    ),
)
