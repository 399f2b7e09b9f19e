"""Reads what a page says of itself: title, description, language, address."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bs4 import BeautifulSoup, Comment, Tag

from pipeline import locales
from pipeline.errors import PipelineError
from pipeline.importer import inline
from pipeline.importer.content import attribute

_SPACE = re.compile(r"\s+")
_SEPARATOR = re.compile(r"\s+(?:[|·•»«‹›—–-]|::)\s+|\s*[|｜]\s*")
_SAVED_FROM = re.compile(r"saved from url=\(\d+\)(https?://\S+)")


@dataclass(frozen=True, slots=True)
class Head:
    """What a page says of itself; an address is that of the page, a base that of its links."""

    title: str = ""
    site: str = ""
    description: str = ""
    locale: str = ""
    address: str = ""
    base: str = ""
    guesses: tuple[str, ...] = ()


def read(soup: BeautifulSoup) -> Head:
    """
    Give what *soup* says of itself.

    >>> soup = BeautifulSoup("<html lang=de-at><title>Tee | Teehaus</title>", "lxml")
    >>> read(soup).title, read(soup).locale
    ('Tee | Teehaus', 'de-AT')
    """
    locale, guesses = _locale(soup)
    title = soup.find("title")
    address = _address(soup)
    base = soup.find("base", href=True)
    return Head(
        title=_flat(title.get_text()) if isinstance(title, Tag) else _meta(soup, "og:title"),
        site=_meta(soup, "og:site_name"),
        description=_meta(soup, "description") or _meta(soup, "og:description"),
        locale=locale,
        address=address,
        base=_absolute(attribute(base, "href") if isinstance(base, Tag) else address, address),
        guesses=guesses,
    )


def without_site(title: str, site: str) -> str:
    """
    Give *title* without the name of the site, which comes last, or is known.

    >>> without_site("Tea – a guide | Tea House", ""), without_site("Tea House: Tea", "")
    ('Tea – a guide', 'Tea House: Tea')
    >>> without_site("Tea House - Tea", "Tea House")
    'Tea'
    """
    parts = list(_SEPARATOR.finditer(title))
    if not parts:
        return title
    first, last = title[: parts[0].start()].strip(), title[parts[-1].end() :].strip()
    rest, before = title[parts[0].end() :].strip(), title[: parts[-1].start()].strip()
    if site and _same(first, site) and rest:
        return rest
    # A dash may be the title's own; a short end behind it hardly is.
    dash = parts[-1].group().strip() in ("-", "–", "—")
    most = min(4, len(before.split())) if dash else 5
    short = len(last.split()) <= most and not (dash and site)
    known = (site and _same(last, site)) or short
    return before if known and before else title


def _same(one: str, other: str) -> bool:
    return one.casefold().strip(" .") == other.casefold().strip(" .")


def _locale(soup: BeautifulSoup) -> tuple[str, tuple[str, ...]]:
    html = soup.find("html")
    tag = ""
    if isinstance(html, Tag):
        tag = attribute(html, "lang") or attribute(html, "xml:lang")
    tag = tag or _meta(soup, "content-language").partition(",")[0]
    if not tag.strip():
        return "", ("the page does not say its language",)
    try:
        return locales.parse(tag.strip()), ()
    except PipelineError:
        return "", (f'the page says it is in "{tag[:40]}", which is no language tag',)


def _meta(soup: BeautifulSoup, name: str) -> str:
    for key in ("name", "property", "http-equiv"):
        found = soup.find("meta", attrs={key: re.compile(f"^{re.escape(name)}$", re.IGNORECASE)})
        if isinstance(found, Tag) and attribute(found, "content").strip():
            return _flat(attribute(found, "content"))
    return ""


def _address(soup: BeautifulSoup) -> str:
    canonical = soup.find("link", rel="canonical", href=True)
    said = attribute(canonical, "href") if isinstance(canonical, Tag) else _meta(soup, "og:url")
    if not said:
        comment = soup.find(string=lambda text: isinstance(text, Comment) and "saved from" in text)
        match = _SAVED_FROM.search(str(comment)) if comment else None
        said = match.group(1) if match else ""
    return _absolute(said, "").partition("#")[0]


def _absolute(address: str, base: str) -> str:
    found = inline.resolve(address, base) if address else None
    return found if found and found.startswith(("http://", "https://")) else ""


def _flat(text: str) -> str:
    return _SPACE.sub(" ", text).strip()
