"""The list of a site's pages for search engines, each with its versions in other languages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape

from pipeline import links
from pipeline.page import Card, Published, Site
from pipeline.site import subjects

LARGEST = 50_000
"""The most addresses in one file (sitemaps.org)."""
_BYTES = 50_000_000

_NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SET = f'{_HEAD}<urlset {_NAMESPACE} xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
_INDEX = f"{_HEAD}<sitemapindex {_NAMESPACE}>\n"


def build(
    published: Mapping[str, Published],
    cards: Mapping[str, Sequence[Card]],
    site: Site,
    largest: int = LARGEST,
) -> dict[str, str]:
    """Give the sitemap, in several files where it is long; nothing, if the site has no address."""
    if not site.url or not cards:
        return {}
    entries = [entry for group in _groups(published, cards) for entry in _entries(group, site)]
    parts = list(_parts(entries, largest))
    if len(parts) == 1:
        return {"sitemap.xml": f"{_SET}{''.join(parts[0])}</urlset>\n"}
    files = {
        f"sitemap-{number}.xml": f"{_SET}{''.join(part)}</urlset>\n"
        for number, part in enumerate(parts, start=1)
    }
    named = "".join(
        f"<sitemap><loc>{escape(links.absolute(name, site.url))}</loc></sitemap>\n"
        for name in files
    )
    return files | {"sitemap.xml": f"{_INDEX}{named}</sitemapindex>\n"}


def robots(site: Site) -> str:
    """Give what crawlers are told: they may read all, and where the list is."""
    where = f"\nSitemap: {links.absolute('sitemap.xml', site.url)}\n" if site.url else ""
    return f"User-agent: *\nAllow: /\n{where}"


def _groups(
    published: Mapping[str, Published], cards: Mapping[str, Sequence[Card]]
) -> Iterator[dict[str, str]]:
    """Give the pages that are versions of each other, by locale, with the one for all others."""
    start = links.page()
    yield {tag: links.page(tag) for tag in cards} | {"x-default": start}
    for _, article in sorted(published.items()):
        pages = {tag: article.file(tag) for tag in article.locales}
        yield pages | {"x-default": article.file(article.default)}
    yield from subjects.groups(cards)


def _entries(group: Mapping[str, str], site: Site) -> Iterator[str]:
    whole = {tag: escape(links.absolute(file, site.url)) for tag, file in group.items()}
    alternates = "".join(
        f'<xhtml:link rel="alternate" hreflang="{tag}" href="{address}"/>\n'
        for tag, address in whole.items()
    )
    for address in sorted(set(whole.values())):
        yield f"<url>\n<loc>{address}</loc>\n{alternates}</url>\n"


def _parts(entries: Sequence[str], largest: int) -> Iterator[list[str]]:
    part: list[str] = []
    size = 0
    for entry in entries:
        length = len(entry.encode())
        if part and (len(part) >= largest or size + length > _BYTES - 1_000):
            yield part
            part, size = [], 0
        part.append(entry)
        size += length
    yield part
