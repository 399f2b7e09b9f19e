"""page/link-text-ambiguous"""

from __future__ import annotations

import posixpath
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from pipeline import generic
from pipeline.dom import Dom, Element
from pipeline.findings import Found, Rule

_REGIONS = frozenset(
    ["banner", "complementary", "contentinfo", "main", "navigation", "region", "search"]
)
_HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
_LETTERS = re.compile(r"[^\W\d_]{2}")
_SCHEME = re.compile(r"^https?://(?:www\.)?|^(?:\./)+")
_INDEX = re.compile(r"(?:^|(?<=/))index\.html?$")


def check(dom: Dom, *, locale: str, most: int = 10) -> Iterator[Found]:
    """
    Links of the same text in the same part of a page lead to the same place.

    Why: in a list of a page's links they cannot be told from each other. Somebody has to look: two
    addresses may say the same, and an item or a table's header may say what the link does not. A page
    with more than ten such texts is an index, where the words around a link are part of its entry.
    Fix: give each link words of its own: not "PDF" twice, but "Timetable (PDF)" and "Map (PDF)".
    """
    links: dict[str, list[Element]] = defaultdict(list)
    for link in dom.playing("link"):
        if link.heard and link.get("href") and not _back(link):
            links[dom.name(link)].append(link)
    found: list[Found] = []
    for name, several in links.items():
        # Signs and numbers are notes and anchors; what fits every link is found as that.
        if len(several) > 1 and _LETTERS.search(name):
            tag = several[0].language or locale
            if not generic.link(name, tag):
                found += _judged(dom, name, several)
    if len({one.text for one in found}) <= most:
        yield from found


def _back(link: Element) -> bool:
    """Tell whether it leads from a heading back to the list of contents."""
    return link.attributes["href"].startswith("#") and any(
        one.name in _HEADINGS for one in link.around()
    )


def _judged(dom: Dom, name: str, links: Sequence[Element]) -> Iterator[Found]:
    if len({link.attributes["href"] for link in links}) == 1:
        return
    parts: dict[Element | None, list[Element]] = defaultdict(list)
    for link in links:
        # Names in code are looked up by who knows where they stand.
        if not (link.elements and all(one.name == "code" for one in link.elements)):
            around = (one for one in link.around() if dom.role(one) in _REGIONS)
            parts[next(around, None)].append(link)
    own = posixpath.basename(dom.path)
    for several in parts.values():
        first = several[0]
        for link in several[1:]:
            if _apart(first.attributes["href"], link.attributes["href"], own):
                targets = f"{first.attributes['href'][:60]!r} and {link.attributes['href'][:60]!r}"
                message = f"links of the same text {name[:60]!r} lead to {targets}"
                yield Found(link.place, message, text=name)
                break


def _apart(one: str, other: str, own: str) -> bool:
    """Tell whether two addresses on the page *own* are of different places, as far as they say."""
    page, part = _plain(one, own)
    other_page, other_part = _plain(other, own)
    if page != other_page:
        return True
    return bool(part and other_part) and part != other_part


def _plain(address: str, own: str) -> tuple[str, str]:
    page, _, part = address.strip().partition("#")
    page = _INDEX.sub("", _SCHEME.sub("", page)).rstrip("/")
    return "" if page == own else page, part


RULE = Rule(
    level="review",
    check=check,
    wcag="2.4.4",
    act=("b20e66", "fd3a94"),
    axe=("identical-links-same-purpose",),
    bad=(
        '<p><a href="table.pdf">The PDF</a>, <a href="map.pdf">The PDF</a></p>',
        '<main><a href="a.html#b">Boats</a> <a href="a.html#c">Boats</a></main>',
    ),
    good=(
        '<p><a href="map.pdf">The PDF</a>, <a href="map.pdf">The PDF</a></p>',
        '<p><a href="map/">Map</a>, <a href="./map/index.html">Map</a>, <a href="map/#top">Map</a></p>',
        '<nav><a href="a.html">Boats</a></nav><main><a href="b.html">Boats</a></main>',
        '<p><a href="#boats">Boats</a>, <a href="example.html">Boats</a></p>',
        '<p>A<a href="#1">1</a>, b<a href="#2">1</a></p>',
        '<p><a href="a.html"><code>open()</code></a>, <a href="b.html"><code>open()</code></a></p>',
    ),
)
