"""What pages are made of: the site they share, the versions they lead to, texts with their language."""

from __future__ import annotations

from dataclasses import dataclass, field

from markupsafe import Markup

from pipeline import links, locales
from pipeline.page.theme import Theme


@dataclass(frozen=True, slots=True)
class Site:
    """
    What all pages share.

    Without *url* the site does not know where it will stand: every address is relative and names its
    file, so that pages can be read from a folder. *content* is the folder of the articles, *locales*
    the order in which languages are offered. *theme* is what a project has in place of our templates.
    """

    name: str
    url: str = ""
    source: str = "en"
    locales: tuple[str, ...] = ()
    content: str = "content"
    theme: Theme = field(default_factory=Theme)

    def address(self, target: str, origin: str) -> str:
        """Give the address of the file *target* as the page *origin* writes it."""
        return links.relative(target, origin, leaf=not self.url)

    def canonical(self, target: str, origin: str) -> str:
        """Give the one address of the file *target*, whole where the site has an address."""
        return links.absolute(target, self.url) if self.url else self.address(target, origin)


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

    @property
    def default(self) -> str:
        """The version for readers of no listed language: the original, if it is published."""
        return self.source if self.source in self.locales else self.locales[0]

    def file(self, locale: str) -> str:
        """Give the file of the version in *locale*."""
        named = dict(zip(self.locales, self.names, strict=False))
        return links.page(locale, named.get(locale, self.name))


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
class Tag:
    """A subject of articles: as the article names it, as the locale does, and the file of its page."""

    key: str
    name: Text
    file: str


@dataclass(frozen=True, slots=True)
class Card:
    """What is said of a version where it is listed: *file* is its page."""

    article: str
    heading: Text
    summary: Text | None = None
    day: Day | None = None
    file: str = ""
    tags: tuple[Tag, ...] = ()
