"""
A `Version` to its page: a complete HTML document that names its language and its other versions.

What an article or a catalog says reaches the templates as values and is escaped; only the body, which
the sanitiser has written, is taken as HTML.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import lru_cache

from pipeline import addresses, interface, links, locales, stamps
from pipeline.interface import Words
from pipeline.model import Article, Run, Version
from pipeline.page import body as bodies
from pipeline.page import told
from pipeline.page.body import files
from pipeline.page.document import document
from pipeline.page.listing import index, missing, moved, search, start, subject, subjects
from pipeline.page.pieces import cut
from pipeline.page.theme import Theme
from pipeline.page.values import Card, Day, Published, Site, Tag, Text

__all__ = [
    "Card",
    "Day",
    "Published",
    "Site",
    "Tag",
    "Text",
    "Theme",
    "card",
    "files",
    "index",
    "made",
    "missing",
    "moved",
    "needed",
    "render",
    "search",
    "start",
    "strip",
    "subject",
    "subjects",
]

strip = stamps.strip

_UNFINISHED = frozenset({"missing", "fuzzy", "refused"})
_ASKED = frozenset({"title", "description"})
_QUOTED = r'(?:"[^"]*"|[^<">])*+'
_HEADING = re.compile(rf"<h1(?:\s({_QUOTED}))?>")
_LANG = re.compile(r'(?:^|\s)lang="([^"]+)"')
_TAGS = re.compile(rf"</?[a-z]{_QUOTED}>")


@dataclass(frozen=True, slots=True)
class Page:
    """The page of a version, what is said of it elsewhere, and the addresses that its body names."""

    text: str
    card: Card
    addresses: tuple[str, ...]


def render(version: Version, site: Site, published: Mapping[str, Published], words: Words) -> str:
    """
    Give the page of *version*; *published* holds each article by its path.

    The law: stamps in the version's body are stamps in the page, and without them the page is the
    one of the body without them.
    """
    return made(version, cut(version.body), site, published, words).text


def made(
    version: Version,
    pieces: Sequence[str],
    site: Site,
    published: Mapping[str, Published],
    words: Words,
) -> Page:
    """Give that with what the site needs besides; *pieces* are the body's, with its stamps or without."""
    article, locale = version.article, version.locale
    others = published.get(article.path) or Published(article.name, article.locale, (locale,))
    pages = {tag: others.file(tag) for tag in others.locales}
    found = card(version, pages.get(locale) or others.file(locale), words)
    resolve = bodies.resolver(article, locale, found.file, site, published)
    seen: list[str] = []

    def looked_up(address: str) -> str | None:
        seen.append(address)
        return resolve(address)

    body = bodies.written(pieces, looked_up, words.plain(interface.TABLE))
    whole = {tag: site.canonical(page, found.file) for tag, page in pages.items()}
    whole.setdefault(locale, site.canonical(found.file, found.file))
    text = document(
        "page.html",
        site,
        words,
        locale=locale,
        file=found.file,
        pages=pages,
        default=others.file(others.default),
        heading=found.heading,
        summary=found.summary,
        dated=bool(found.day and found.day.iso),
        date=found.day,
        titled=not _head(body),
        partial=any(run.state in _UNFINISHED for run in version.runs),
        tags=[(tag, site.address(tag.file, found.file)) for tag in found.tags],
        social=list(told.shared(found, locale, whole, site, _picture(version, site))),
        data=told.described(found, locale, whole, site, article.locale),
        body=body,
    )
    return Page(text, found, tuple(seen))


def needed(version: Version) -> Version:
    """Give *version* with those of its runs alone that its page and its card ask for."""
    wanted = {*_ASKED}
    unfinished = False
    kept: list[Run] = []
    for run in version.runs:
        kind, is_unfinished = run.segment.kind, run.state in _UNFINISHED
        if kind in wanted or (is_unfinished and not unfinished):
            kept.append(run)
            wanted.discard(kind)
            unfinished = unfinished or is_unfinished
    return replace(version, runs=tuple(kept), removed=())


def card(version: Version, file: str = "", words: Words | None = None) -> Card:
    """Give what is said of *version*, whose page is *file*, where it is listed."""
    article, locale = version.article, version.locale
    summary = version.run("description")
    return Card(
        article.name,
        _heading(version),
        Text(summary.text, summary.locale) if summary else None,
        _day(article, locale),
        file or links.page(locale, article.name),
        tuple(_tags(article, words or Words(locale))),
    )


def _tags(article: Article, words: Words) -> Iterator[Tag]:
    """Give the tags of *article* as the locale calls them; two with one address are one."""
    seen: set[str] = set()
    for key in addresses.tags(article):
        known = words.tags.get(key)
        name = Text(known, words.locale) if known else Text(key, article.locale)
        file = links.page(words.locale, f"tags/{addresses.tag(name.text)}")
        if file not in seen:
            seen.add(file)
            yield Tag(key, name, file)


def _picture(version: Version, site: Site) -> str:
    """Give the whole address of the picture that stands for the version where it is shared."""
    address = bodies.picture(version.body) if site.url else ""
    found = links.local(html.unescape(address), version.article.path, site.content)
    target = found and links.asset(found[0], version.article.path, site.content)
    return links.absolute(target, site.url) if target else ""


def _head(body: str) -> re.Match[str] | None:
    # Most have none, which is seen at once.
    return _HEADING.search(body) if "<h1" in body else None


def _heading(version: Version) -> Text:
    if run := version.run("title"):
        return Text(run.text, run.locale)
    if found := _head(version.body):
        inner = version.body[found.end() : version.body.find("</h1>", found.end())]
        text = " ".join(html.unescape(_TAGS.sub("", inner)).split())
        lang = _LANG.search(found[1] or "")
        if text:
            return Text(text, lang[1] if lang else version.locale)
    return Text(version.article.name.rpartition("/")[2], version.article.locale)


_long_date = lru_cache(maxsize=4096)(locales.long_date)


def _day(article: Article, locale: str) -> Day | None:
    value = article.meta["date"].value if "date" in article.meta else None
    if isinstance(value, str):
        try:
            value = datetime.fromisoformat(value.strip())
        except ValueError:
            return Day("", str(value))
    if isinstance(value, datetime):
        value = value.date()
    return Day(value.isoformat(), _long_date(value, locale)) if isinstance(value, date) else None
