"""page/image-alt-empty"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.dom import Dom, Element, described, file_name
from pipeline.findings import Found, Rule

_BLOCKS = frozenset(
    ["dd", "dt", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "li", "p", "td", "th"]
)
_WRAPPERS = frozenset(["b", "em", "i", "picture", "span", "strong"])

_PARTS = frozenset(["banner", "complementary", "contentinfo", "navigation"])


def check(dom: Dom) -> Iterator[Found]:
    """
    An image that stands alone says what it shows.

    Why: an empty `alt` says that an image is decoration, but `![](map.png)` gives one too, mostly because
    nobody wrote the words. Between words it is believed, since the text carries the meaning; not where
    the image is all that its paragraph, figure, heading, item or cell shows: there it is the content.
    Fix: `![A map of the harbour](map.png)`; `<img src="line.png" alt="" role="presentation">` for what is
    decoration beyond doubt.
    """
    for image in dom.named("img"):
        empty = image.get("alt") == "" and not (image.get("title") or "").strip()
        asks = image.heard and empty and not image.get("role") and not dom.exposed(image)
        if asks and _content(dom, image) and not _beside(dom, image):
            message = f"{described(image)} stands alone, but has an empty text alternative"
            yield Found(image.place, message, text=file_name(image))


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


def _beside(dom: Dom, image: Element) -> bool:
    """Tell whether it stands beside what the page is about: a logo at its head, a line at its foot."""
    return any(dom.role(one) in _PARTS for one in image.around())


RULE = Rule(
    level="warning",
    check=check,
    wcag="1.1.1",
    act=("e88epe",),
    bad=(
        '<p><img src="images/map.svg" alt=""></p>',
        '<figure><img src="map.png" alt=""><figcaption>The harbour</figcaption></figure>',
        '<h2><em><img src="map.png" alt=""></em></h2>',
    ),
    good=(
        '<p>The way <img src="arrow.png" alt=""> there.</p>',
        '<p><img src="line.png" alt="" role="presentation"></p>',
        '<p><img src="line.png" alt="" aria-hidden="true"></p>',
        '<p><img src="map.png" alt="A map"></p>',
        '<nav><p><img src="logo.png" alt=""></p></nav>',
        '<p><a href="map.html"><img src="map.png" alt=""></a></p>',
    ),
)
