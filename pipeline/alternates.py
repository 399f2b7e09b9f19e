"""What a page says of its versions in other languages, to be compared with what those say of it."""

from __future__ import annotations

import posixpath
from urllib.parse import unquote, urldefrag, urlsplit

from pipeline.dom import Dom, Element
from pipeline.model import Alternate, Alternates, Place


def read(dom: Dom, locale: str) -> Alternates:
    """Give what the page says in its head; addresses are resolved against its path."""
    links = [link for link in dom.named("link") if link.get("href")]
    canonical = {_address(link, dom.path) for link in links if _is(link, "canonical")}
    named = tuple(
        Alternate((link.get("hreflang") or "").strip(), _address(link, dom.path), link.place)
        for link in links
        if _is(link, "alternate") and link.get("hreflang")
    )
    titles = [title for title in dom.named("title") if title.parent and title.parent.name == "head"]
    title = titles[0].text if titles else ""
    pages = dom.named("html")
    place = pages[0].place if pages else Place(dom.path)
    return Alternates(place, locale, title, frozenset(canonical | {_plain(dom.path)}), named)


def _is(link: Element, what: str) -> bool:
    return what in (link.get("rel") or "").lower().split()


def _address(link: Element, path: str) -> str:
    """Give the address that *link* leads to: whole, or as a path in the folder of the pages."""
    target = urldefrag((link.get("href") or "").strip())[0]
    try:
        parts = urlsplit(target)
    except ValueError:
        return target
    if parts.scheme or parts.netloc:
        return _plain(target)
    # An address from the root could stand anywhere: only its end can be compared.
    if target.startswith("/"):
        return _plain(target)
    return _plain(posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(target))))


def _plain(address: str) -> str:
    """An address and that of the folder whose index it is are one."""
    return address.removesuffix("index.html").rstrip("/")
