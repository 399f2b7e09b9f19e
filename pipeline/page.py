"""
A `Version` to its page: a complete HTML document that names its language and its other versions.

The templates are the package's own. What an article or a catalog says reaches them as values and is
escaped; only the body, which the sanitiser has written, is taken as HTML.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache, partial

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from pipeline import interface, links, locales, stamps
from pipeline.interface import Words
from pipeline.model import Article, Version

strip = stamps.strip

_UNFINISHED = frozenset({"missing", "fuzzy", "refused"})
_QUOTED = r'(?:"[^"]*"|[^<">])*+'
_HEADING = re.compile(rf"<h1(?:\s({_QUOTED}))?>")
_LANG = re.compile(r'(?:^|\s)lang="([^"]+)"')
_TAGS = re.compile(rf"</?[a-z]{_QUOTED}>")
_TABLE_PARTS = re.compile(rf"<table(?:\s{_QUOTED})?>|</table>|</tr>|<t[dh](?=[\s>])")
_WIDE = 4
_BOX = Markup('<div class="table">')
_BOX_WIDE = Markup('<div class="table wide" role="group" tabindex="0" aria-label="{}">')


@dataclass(frozen=True, slots=True)
class Site:
    """
    What all pages share.

    Without *url* the site does not know where it will stand: every address is relative and names its
    file, so that pages can be read from a folder. *content* is the folder of the articles, *locales*
    the order in which languages are offered.
    """

    name: str
    url: str = ""
    source: str = "en"
    locales: tuple[str, ...] = ()
    content: str = "content"


@dataclass(frozen=True, slots=True)
class Published:
    """
    Which versions of one article readers get; all that pages say of other versions comes from here.

    *names* are their addresses below their locales, in the order of those; empty, where all have the
    article's own.
    """

    name: str
    source: str
    locales: tuple[str, ...]
    names: tuple[str, ...] = ()

    def file(self, locale: str) -> str:
        """Give the file of the version in *locale*."""
        named = dict(zip(self.locales, self.names, strict=False))
        return links.page(locale, named.get(locale, self.name))

    @property
    def default(self) -> str:
        """The version for readers of no listed language: the original, if it is published."""
        return self.source if self.source in self.locales else self.locales[0]


@dataclass(frozen=True, slots=True)
class Text:
    """A text with its language."""

    text: str
    locale: str

    def marks(self, around: str) -> Markup:
        """
        Give the attributes that name the language inside of a text in *around*; none if it is the same.

        >>> Text("Boats", "en").marks("ar"), Text("Boats", "en").marks("en")
        (Markup(' lang="en" dir="ltr"'), Markup(''))
        """
        if self.locale == around:
            return Markup("")
        return Markup(' lang="{}" dir="{}"').format(self.locale, locales.direction(self.locale))


@dataclass(frozen=True, slots=True)
class Day:
    """A date as machines read it and as the locale writes it."""

    iso: str
    text: str


@dataclass(frozen=True, slots=True)
class Card:
    """What an index says of a version."""

    article: str
    heading: Text
    summary: Text | None = None
    day: Day | None = None


@dataclass(slots=True)
class _Box:
    """A table that is open: where its box is written, and the columns of its first row."""

    piece: int
    columns: int = 0
    counted: bool = False


def render(version: Version, site: Site, published: Mapping[str, Published], words: Words) -> str:
    """
    Give the page of *version*; *published* holds each article by its path.

    The law: stamps in the version's body are stamps in the page, and without them the page is the
    one of the body without them.
    """
    article, locale = version.article, version.locale
    others = published.get(article.path) or Published(article.name, article.locale, (locale,))
    file = others.file(locale)
    body = links.rewrite(version.body, partial(_resolve, version, file, site, published))
    found = card(version)
    return _document(
        "page.html",
        site,
        words,
        locale=locale,
        file=file,
        pages={tag: others.file(tag) for tag in others.locales},
        default=others.file(others.default),
        heading=found.heading,
        summary=found.summary,
        date=found.day,
        titled=not _HEADING.search(body),
        partial=any(run.state in _UNFINISHED for run in version.runs),
        body=Markup(_framed(body, words.plain(interface.TABLE))),  # noqa: S704 - the sanitiser wrote it
    )


def index(cards: Sequence[Card], site: Site, indexed: Sequence[str], words: Words) -> str:
    """Give the list of a locale's articles, newest first; *indexed* are the locales that have one."""
    locale = words.locale
    file = links.page(locale)
    ordered = sorted(cards, key=lambda card: card.article)
    ordered.sort(key=lambda card: card.day.iso if card.day else "", reverse=True)
    entries = [(card, _address(links.page(locale, card.article), file, site)) for card in ordered]
    return _document(
        "index.html",
        site,
        words,
        locale=locale,
        file=file,
        pages={tag: links.page(tag) for tag in indexed},
        default=links.page(),
        heading=Text(words.plain("Articles"), words.language("Articles")),
        entries=entries,
    )


def start(site: Site, indexed: Sequence[str], words: Words) -> str:
    """Give the page at the root of the site: every language, in its own name."""
    return _document(
        "start.html",
        site,
        words,
        locale=words.locale,
        file=links.page(),
        pages={tag: links.page(tag) for tag in indexed},
        default=links.page(),
        heading=Text(site.name, site.source),
    )


def card(version: Version) -> Card:
    """Give what is said of *version* where it is listed."""
    article = version.article
    summary = version.run("description")
    return Card(
        article.name,
        _heading(version),
        Text(summary.text, summary.locale) if summary else None,
        _day(article, version.locale),
    )


def files(version: Version, site: Site) -> Iterator[tuple[str, str]]:
    """Give each local file that the version's page needs: where it is published, and where it stands."""
    article = version.article
    seen: list[str] = []
    links.rewrite(version.body, seen.append)
    for address in seen:
        if found := links.local(address, article.path, site.content):
            target = links.asset(found[0], article.path, site.content)
            if target:
                yield target, found[0]


def _document(
    template: str,
    site: Site,
    words: Words,
    *,
    locale: str,
    file: str,
    pages: Mapping[str, str],
    default: str,
    heading: Text,
    summary: Text | None = None,
    **values: object,
) -> str:
    alternates = [(tag, _canonical(page, file, site)) for tag, page in pages.items()]
    alternates.append(("x-default", _canonical(default, file, site)))
    versions = [
        {
            "locale": tag,
            "name": locales.name(tag),
            "direction": locales.direction(tag),
            "address": _address(page, file, site),
        }
        for tag, page in pages.items()
    ]
    return (
        _environment()
        .get_template(template)
        .render(
            locale=locale,
            direction=locales.direction(locale),
            site=site,
            name=Text(site.name, site.source),
            heading=heading,
            summary=summary,
            canonical=_canonical(file, file, site),
            alternates=alternates,
            versions=versions,
            root="../" * file.count("/"),
            home=_address(links.page(locale), file, site) if file != links.page() else "",
            start=_address(links.page(), file, site),
            _=words,
            plain=words.plain,
            **values,
        )
    )


@lru_cache(maxsize=1)
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("pipeline"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _heading(version: Version) -> Text:
    if run := version.run("title"):
        return Text(run.text, run.locale)
    if found := _HEADING.search(version.body):
        inner = version.body[found.end() : version.body.find("</h1>", found.end())]
        text = " ".join(html.unescape(_TAGS.sub("", inner)).split())
        lang = _LANG.search(found[1] or "")
        if text:
            return Text(text, lang[1] if lang else version.locale)
    return Text(version.article.name, version.article.locale)


def _day(article: Article, locale: str) -> Day | None:
    value = article.meta["date"].value if "date" in article.meta else None
    if isinstance(value, str):
        try:
            value = datetime.fromisoformat(value.strip())
        except ValueError:
            return Day("", str(value))
    if isinstance(value, datetime):
        value = value.date()
    return (
        Day(value.isoformat(), locales.long_date(value, locale))
        if isinstance(value, date)
        else None
    )


def _address(target: str, origin: str, site: Site) -> str:
    return links.relative(target, origin, leaf=not site.url)


def _canonical(target: str, origin: str, site: Site) -> str:
    return links.absolute(target, site.url) if site.url else _address(target, origin, site)


def _resolve(
    version: Version, origin: str, site: Site, published: Mapping[str, Published], address: str
) -> str | None:
    article = version.article
    found = links.local(address, article.path, site.content)
    if found is None:
        return None
    file, rest = found
    if other := published.get(file):
        locale = version.locale if version.locale in other.locales else other.default
        return _address(other.file(locale), origin, site) + rest
    if file.lower().endswith(links.ARTICLES):
        # Readers do not have that article in any language: its words stay, the link goes.
        return ""
    target = links.asset(file, article.path, site.content)
    return target and links.relative(target, origin) + rest


def _framed(body: str, label: str) -> str:
    """
    Put each table in a box that scrolls, so that a narrow screen does not; a wide one takes the focus.

    Three columns always fit by wrapping. A box that scrolls must be reached by keyboard, and what is
    reached needs a name.
    """
    pieces: list[str] = []
    boxes: list[_Box] = []
    position = 0
    for part in _TABLE_PARTS.finditer(body):
        box = boxes[-1] if boxes else None
        if part[0].startswith("<table"):
            pieces += [body[position : part.start()], ""]
            boxes.append(_Box(len(pieces) - 1))
            position = part.start()
        elif box and part[0] == "</table>":
            pieces[box.piece] = _BOX_WIDE.format(label) if box.columns >= _WIDE else _BOX
            pieces += [body[position : part.end()], "</div>"]
            boxes.pop()
            position = part.end()
        elif box and part[0] == "</tr>":
            box.counted = box.columns > 0
        elif box and not box.counted:
            box.columns += 1
    return "".join((*pieces, body[position:]))
