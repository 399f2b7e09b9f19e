"""
The published versions as the files of a site: pages, lists, feeds, a search, styles.

Only what is given is linked: the switcher, the alternates and the lists are all read from one
table of the versions, so none can name a page that is not there, and each names all others.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from importlib import resources
from itertools import chain

from pipeline import addresses, interface, links, page
from pipeline.interface import Words
from pipeline.model import Version
from pipeline.page import Card, Published, Site
from pipeline.page.document import has_feed
from pipeline.page.listing import MISSING
from pipeline.page.theme import FOLDER
from pipeline.site import feed, moved, search, sitemap, subjects
from pipeline.site.parts import Asked, Part, Row, part

__all__ = [
    "Asked",
    "Part",
    "Published",
    "Row",
    "Site",
    "assets",
    "build",
    "lists",
    "others",
    "part",
    "table",
]


def table(versions: Iterable[Version], site: Site) -> dict[str, Published]:
    """
    Give which versions there are of each article, by its path, in the order of the site's locales.

    >>> from pipeline.model import Article
    >>> boats = Article("boats", "content/boats.md", "en", "")
    >>> table([Version(boats, "fr"), Version(boats, "en")], Site("S", locales=("en", "fr")))
    {'content/boats.md': Published(name='boats', source='en', locales=('en', 'fr'), names=())}
    """
    versions = sorted(versions, key=lambda version: _rank(version.locale, site))
    chosen = addresses.chosen(versions)
    found: dict[str, Published] = {}
    for version in versions:
        article = version.article
        name = chosen[version.locale, article.path]
        known = found.get(article.path) or Published(article.name, article.locale, ())
        names = (known.names or (article.name,) * len(known.locales)) + (name,)
        found[article.path] = Published(
            article.name,
            article.locale,
            (*known.locales, version.locale),
            names if {*names} != {article.name} else (),
        )
    return found


def build(
    versions: Sequence[Version],
    site: Site,
    words: Mapping[str, Words] | None = None,
    *,
    stamped: bool = False,
    static: Mapping[str, bytes] | None = None,
) -> dict[str, bytes]:
    """
    Give every file of the site but the articles' own files: path in the site to bytes.

    A locale that *words* does not have gets those that the package brings. The same versions give
    the same bytes in any order. *stamped* keeps the lines of the article in its pages. *static* are
    the files of the project's theme, by their names in it.
    """
    published = table(versions, site)
    spoken = _spoken(versions, site, words)
    parts = [part(one, site, published, spoken[one.locale], stamped=stamped) for one in versions]
    files = {one.card.file: one.data for one in parts}
    files |= others(versions, parts, site, words, static=static, taken=files.keys())
    return dict(sorted(files.items()))


def others(
    versions: Sequence[Version],
    parts: Sequence[Part],
    site: Site,
    words: Mapping[str, Words] | None = None,
    *,
    static: Mapping[str, bytes] | None = None,
    taken: Collection[str] = (),
) -> Iterator[tuple[str, bytes]]:
    """
    Give every file but the pages that *parts*, those of *versions*, have; *taken* are the files of those.

    A version need not have its body here, and a part not its page.
    """
    both = sorted(
        zip(versions, parts, strict=True),
        key=lambda one: (_rank(one[0].locale, site), one[0].article.path),
    )
    versions, ordered = [one for one, _ in both], [one for _, one in both]
    published = table(versions, site)
    spoken = _spoken(versions, site, words)
    by_locale: dict[str, list[Part]] = {version.locale: [] for version in versions}
    for one in ordered:
        by_locale[one.locale].append(one)
    cards = {tag: [one.card for one in own] for tag, own in by_locale.items()}
    done = {*taken}
    former = moved.build(versions, [one.card for one in ordered], published, site, spoken)
    # Nothing that leads on is in the way of what it might lead to.
    for name, text in chain(
        sitemap.build(published, cards, site).items(),
        lists(cards, site, spoken),
        _more(by_locale, published, site, spoken),
        former.items(),
    ):
        if name not in done:
            done.add(name)
            yield name, text.encode()
    yield from _theme(static or {}).items()


def assets(versions: Iterable[Version], site: Site) -> tuple[tuple[str, str], ...]:
    """
    Give the articles' own files that the site needs: path in the site, and path in the project.

    A file may not exist: only the project's folder knows.
    """
    return tuple(sorted({pair for version in versions for pair in page.files(version, site)}))


def lists(
    cards: Mapping[str, Sequence[Card]], site: Site, spoken: Mapping[str, Words]
) -> Iterator[tuple[str, str]]:
    """Give the pages that lead to articles."""
    tags = tuple(cards)
    for tag, own in cards.items():
        data = f"{tag}/search/{search.INDEX}"
        yield links.page(tag), page.index(own, site, tags, spoken[tag])
        yield links.page(tag, "search"), page.search(own, site, tags, spoken[tag], data)
    yield from subjects.build(cards, site, spoken)
    if tags:
        words = {tag: spoken[tag] for tag in tags}
        yield links.page(), page.start(site, tags, spoken[site.source], words)
        yield MISSING, page.missing(site, tags, spoken[site.source], words)


def _more(
    parts: Mapping[str, Sequence[Part]],
    published: Mapping[str, Published],
    site: Site,
    spoken: Mapping[str, Words],
) -> Iterator[tuple[str, str]]:
    """Give what programs read; *parts* are those of each locale."""
    if parts:
        yield "robots.txt", sitemap.robots(site)
    for tag, some in parts.items():
        own, weighed = [one.card for one in some], [one.words for one in some]
        for name, text in search.index(own, weighed, site, links.page(tag, "search")):
            yield f"{tag}/search/{name}", text
        if site.url and has_feed(own):
            yield f"{tag}/feed.xml", feed.build(own, published, site, spoken[tag])


def _rank(locale: str, site: Site) -> tuple[int, str]:
    known = site.locales
    return (known.index(locale) if locale in known else len(known), locale)


def _spoken(
    versions: Iterable[Version], site: Site, words: Mapping[str, Words] | None
) -> dict[str, Words]:
    tags = dict.fromkeys((*(version.locale for version in versions), site.source))
    return {tag: _words(tag, words) for tag in tags}


def _words(locale: str, words: Mapping[str, Words] | None) -> Words:
    known = (words or {}).get(locale)
    return known or interface.words(locale, interface.builtin(locale))


def _theme(own: Mapping[str, bytes]) -> dict[str, bytes]:
    folder = resources.files("pipeline") / "static"
    ours = {file.name: file.read_bytes() for file in folder.iterdir()}
    return {f"{FOLDER}/{name}": data for name, data in sorted((ours | dict(own)).items())}
