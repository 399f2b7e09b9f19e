"""How pages hang together: what each says of its other versions, and what it leads to and shows."""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Iterator
from urllib.parse import unquote, urldefrag, urlsplit

from pipeline import addresses, links, stamps
from pipeline.dom import Dom, Element
from pipeline.model import Alternate, Alternates, Claim, Link, Place, Version

_TAG = re.compile(r'<([a-z][a-z0-9]*)((?: [^\s="<>/]+(?:="[^"]*")?)*)')
_ATTRIBUTE = re.compile(r' ([^\s="<>/]+)="([^"]*)"')
_DIGITS = 9
_SHOWN = {"a": "href", "area": "href", "img": "src"}


def read(dom: Dom, locale: str) -> Alternates:
    """Give what the page says; addresses are resolved against its path."""
    heads = [link for link in dom.named("link") if link.get("href")]
    canonical = [link for link in heads if _is(link, "canonical")]
    named = tuple(
        Alternate((link.get("hreflang") or "").strip(), _address(link, dom.path), link.place)
        for link in heads
        if _is(link, "alternate") and link.get("hreflang")
    )
    titles = [title for title in dom.named("title") if title.parent and title.parent.name == "head"]
    title = titles[0].text if titles else ""
    pages = dom.named("html")
    place = pages[0].place if pages else Place(dom.path)
    moved = any(_leads_on(meta) for meta in dom.named("meta"))
    own = frozenset(() if moved else (_address(link, dom.path) for link in canonical))
    return Alternates(
        place,
        locale,
        title,
        own | {_plain(dom.path)},
        named,
        tuple(_links(dom)),
        frozenset(_anchors(dom)),
        claims=()
        if moved
        else tuple(Claim(_address(one, dom.path), one.place) for one in canonical),
        moved=moved,
    )


def of_version(version: Version, file: str, content: str) -> Alternates:
    """
    Give the same of a version of a project, whose page will be *file*.

    What stands in the folder *content* goes by its path in the project, a page of the site by its
    address there, with a slash first. A link stands on the line of the block that it is in.
    """
    article = version.article
    found: list[Link] = []
    anchors: set[str] = set()
    line = article.body_line
    for tag, attributes in _TAG.findall(version.body):
        values = dict(_ATTRIBUTE.findall(attributes))
        stamp = values.get(stamps.NAME, "")
        # An author may have written the attribute, too.
        line = int(stamp) if stamp.isdecimal() and len(stamp) < _DIGITS else line
        if name := values.get("id"):
            anchors.add(html.unescape(name))
        if address := html.unescape(values.get(_SHOWN.get(tag, ""), "")):
            target = _target(address, article.path, file, content)
            if target:
                fragment = urldefrag(address)[1]
                place = Place(article.path, line)
                found.append(Link(address, target, fragment, place, tag == "img"))
    place = Place(article.path)
    own = frozenset({article.path, site_address(file)})
    claims = tuple(_claims(version))
    return Alternates(
        place, version.locale, "", own, (), tuple(found), frozenset(anchors), claims=claims
    )


def site_address(file: str) -> str:
    """
    Give what a page of the site goes by.

    >>> site_address("fr/oars/index.html")
    '/fr/oars'
    """
    return "/" + _plain(file)


def _claims(version: Version) -> Iterator[Claim]:
    article, locale = version.article, version.locale
    if (name := addresses.translated(version)) and version.address:
        place = version.address.origin.place
        yield Claim(f"/{locale}/{name}", place, addresses.translated_refusal(version), sole=True)
    for name in addresses.aliases(article):
        place = article.meta["aliases"].origin.place
        if not name.startswith("/"):
            yield Claim(f"/{locale}/{name}", place, sole=True)
        elif locale == article.locale:
            yield Claim(site_address(name[1:]), place, sole=True)


def _target(address: str, article: str, file: str, content: str) -> str:
    """Give what the address leads to, by the name that it goes by; empty where that is not ours."""
    path = _local(address)
    if not path:
        return ""
    found = links.local(address, article, content)
    if found and (
        found[0].lower().endswith(links.ARTICLES) or links.asset(found[0], article, content)
    ):
        return found[0]
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(file), unquote(path)))
    return site_address(joined)


def _local(address: str) -> str:
    """Give the path of an address that says no host, and does not begin at the root."""
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return ""
    return "" if parts.scheme or parts.netloc or parts.path.startswith("/") else parts.path


def _links(dom: Dom) -> Iterator[Link]:
    for element in dom.named(*_SHOWN):
        address = (element.get(_SHOWN[element.name]) or "").strip()
        path = _local(address)
        if path:
            target = _resolved(path, dom.path)
            fragment = urldefrag(address)[1]
            yield Link(address, target, fragment, element.place, element.name == "img")


def _anchors(dom: Dom) -> Iterator[str]:
    yield from dom.ids
    yield from (one.attributes["name"] for one in dom.having("name") if one.name == "a")


def _leads_on(meta: Element) -> bool:
    return (meta.get("http-equiv") or "").strip().lower() == "refresh"


def _is(link: Element, what: str) -> bool:
    return what in (link.get("rel") or "").lower().split()


def _address(link: Element, path: str) -> str:
    """Give the address that *link* leads to: whole, or as a path in the folder of the pages."""
    target = urldefrag((link.get("href") or "").strip())[0]
    try:
        parts = urlsplit(target)
    except ValueError:
        return target
    # An address from the root could stand anywhere: only its end can be compared.
    if parts.scheme or parts.netloc or target.startswith("/"):
        return _plain(target)
    return _resolved(target, path)


def _resolved(target: str, path: str) -> str:
    return _plain(posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(target))))


def _plain(address: str) -> str:
    """An address and that of the folder whose index it is are one."""
    return "" if address == "." else address.removesuffix("index.html").rstrip("/")
