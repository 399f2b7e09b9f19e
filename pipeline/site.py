"""
The published versions as the files of a site: pages, an index for each locale, a start page, styles.

Only what is given is linked: the switcher, the alternates and the indexes are all read from one
table of the versions, so none can name a page that is not there, and each names all others.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from importlib import resources

from pipeline import interface, links, page
from pipeline.interface import Words
from pipeline.model import Version
from pipeline.page import Published, Site

__all__ = ["Published", "Site", "assets", "build", "table"]

_SITEMAP = """\
<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
{}</urlset>
"""


def table(versions: Iterable[Version], site: Site) -> dict[str, Published]:
    """
    Give which versions there are of each article, by its path, in the order of the site's locales.

    >>> from pipeline.model import Article
    >>> boats = Article("boats", "content/boats.md", "en", "")
    >>> table([Version(boats, "fr"), Version(boats, "en")], Site("S", locales=("en", "fr")))
    {'content/boats.md': Published(name='boats', source='en', locales=('en', 'fr'))}
    """
    found: dict[str, Published] = {}
    for version in sorted(versions, key=lambda version: _rank(version.locale, site)):
        article = version.article
        known = found.get(article.path)
        locales = (*known.locales, version.locale) if known else (version.locale,)
        found[article.path] = Published(article.name, article.locale, locales)
    return found


def build(
    versions: Sequence[Version],
    site: Site,
    words: Mapping[str, Words] | None = None,
    *,
    stamped: bool = False,
) -> dict[str, bytes]:
    """
    Give every file of the site but the articles' own files: path in the site to bytes.

    A locale that *words* does not have gets those that the package brings. The same versions give
    the same bytes in any order. *stamped* keeps the lines of the article in its pages.
    """
    tags = sorted({version.locale for version in versions}, key=lambda tag: _rank(tag, site))
    spoken = {tag: _words(tag, words) for tag in (*tags, site.source)}
    published = table(versions, site)
    files = {
        links.page(version.locale, version.article.name): page.render(
            version, site, published, spoken[version.locale]
        )
        for version in versions
    }
    if not stamped:
        files = {path: page.strip(text) for path, text in files.items()}
    for tag in tags:
        cards = [page.card(version) for version in versions if version.locale == tag]
        files[links.page(tag)] = page.index(cards, site, tags, spoken[tag])
    if tags:
        files[links.page()] = page.start(site, tags, spoken[site.source])
    if site.url:
        files["sitemap.xml"] = _sitemap(sorted(files), site)
    return {path: text.encode() for path, text in sorted(files.items())} | _theme()


def assets(versions: Iterable[Version], site: Site) -> tuple[tuple[str, str], ...]:
    """
    Give the articles' own files that the site needs: path in the site, and path in the project.

    A file may not exist: only the project's folder knows.
    """
    return tuple(sorted({pair for version in versions for pair in page.files(version, site)}))


def _rank(locale: str, site: Site) -> tuple[int, str]:
    known = site.locales
    return (known.index(locale) if locale in known else len(known), locale)


def _words(locale: str, words: Mapping[str, Words] | None) -> Words:
    known = (words or {}).get(locale)
    return known or interface.words(locale, interface.builtin(locale))


def _sitemap(paths: Iterable[str], site: Site) -> str:
    addresses = (links.absolute(path, site.url) for path in paths)
    return _SITEMAP.format("".join(f"<url><loc>{escape(url)}</loc></url>\n" for url in addresses))


def _theme() -> dict[str, bytes]:
    folder = resources.files(__package__) / "static"
    names = sorted(file.name for file in folder.iterdir())
    return {f"theme/{name}": (folder / name).read_bytes() for name in names}
