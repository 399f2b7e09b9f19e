"""
The jobs that make pages: what a build loads of all that workers can do, and no rule with it.

The bridge from bytes to the core is in two parts; `jobs` has the other, which checks.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from pipeline import interface, locales, page, po, site, walk
from pipeline.deadline import deadline
from pipeline.errors import CatalogError
from pipeline.interface import Words
from pipeline.model import Article, Catalog, Source, Version
from pipeline.page import Published, Site
from pipeline.settings import Config


@dataclass(frozen=True, slots=True)
class Pair:
    """An article, a locale, and the catalog between them, where there is one."""

    article: Article
    locale: str
    catalog: Source | None = None

    @property
    def path(self) -> str:
        """The file that it is about."""
        return self.article.path


@dataclass(frozen=True, slots=True)
class Context:
    """What all versions of a run share."""

    settings: Config
    site: Site
    published: Mapping[str, Published] = field(default_factory=dict)
    interface: Mapping[str, Words] = field(default_factory=dict)


def render(pair: Pair, context: Context) -> Version:
    """Give the article in the pair's locale."""
    settings = context.settings
    with deadline(settings.limits.deadline, pair.article.path):
        words = context.interface[pair.locale]
        return walk.render(
            pair.article,
            pair.locale,
            read_catalog(pair),
            back_link=_back_link(words),
            reading=settings.reading,
        )


def outline(pair: Pair, context: Context) -> Version:
    """Give that with no more than its page is made of."""
    return page.needed(render(pair, context))


def part(one: Pair | Version, context: Context) -> site.Part:
    """Give what a version gives to the site, rendered if it is not yet."""
    version = one if isinstance(one, Version) else render(one, context)
    with deadline(context.settings.limits.deadline, version.article.path):
        words = context.interface[version.locale]
        return site.part(version, context.site, context.published, words)


def read_catalog(pair: Pair) -> Catalog:
    """Give the catalog of *pair*, an empty one where there is none; raises `CatalogError`."""
    if pair.catalog is None:
        return Catalog(pair.locale)
    catalog = po.load(pair.catalog.data, pair.catalog.path)
    if catalog.locale and locales.language(catalog.locale) != locales.language(pair.locale):
        message = (
            f'is in "{catalog.locale}" by its header, and stands in the folder of "{pair.locale}"'
        )
        hint = "put it where it belongs, or correct the Language field"
        raise CatalogError(message, path=pair.catalog.path, hint=hint)
    return catalog


def _back_link(words: Words) -> str:
    """The title of a footnote's arrow, as Python-Markdown wants it: braces for the number."""
    text = words.plain(interface.BACK_TO_TEXT, number="\0")
    return text.replace("{", "{{").replace("}", "}}").replace("\0", "{}")
