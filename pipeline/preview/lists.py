"""The pages that lead to articles, made of what the articles' heads say: no body is rendered for them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from pipeline import jobs, page, project, site
from pipeline.errors import PipelineError
from pipeline.jobs import Context, Pair
from pipeline.model import Article, Source, Version
from pipeline.page import Card
from pipeline.preview.shelf import Shelf

_HEADING = re.compile(r"^# .*$", re.MULTILINE)


@dataclass(slots=True)
class Lists:
    """Cards that were made, each kept until the article or its catalog changes."""

    _cards: dict[tuple[str, str], tuple[Article, Source | None, Card]] = field(default_factory=dict)

    def make(self, path: str, shelf: Shelf) -> str | None:
        """Give the page at *path*, if it is one that leads to articles."""
        context = shelf.context
        tags = dict.fromkeys(tag for one in context.published.values() for tag in one.locales)
        own = path.partition("/")[0]
        cards: dict[str, list[Card]] = {tag: [] for tag in tags}
        if own in cards:
            cards[own] = list(self._of_locale(own, shelf))
        made = dict(site.lists(cards, context.site, context.interface))
        if own not in cards:
            own = ""
        return made.get(path) if path.startswith(own) else None

    def _of_locale(self, locale: str, shelf: Shelf) -> Iterator[Card]:
        for article in shelf.articles.values():
            if locale in shelf.context.published[article.path].locales:
                yield self._card(article, locale, shelf)

    def _card(self, article: Article, locale: str, shelf: Shelf) -> Card:
        context = shelf.context
        source = None
        if locale != article.locale:
            try:
                source = project.catalog(context.settings, locale, article.name)
            except PipelineError:
                source = None
        known = self._cards.get((article.name, locale))
        if known and known[0] is article and known[1] == source:
            return known[2]
        version = _head(article, locale, source, context)
        made = page.card(version, shelf.file(article, locale), context.interface[locale])
        self._cards[article.name, locale] = article, source, made
        return made


def theme(context: Context) -> dict[str, bytes]:
    """Give the files of the theme by where they stand in the site."""
    static = dict(project.theme(context.settings)[1])
    return site.build((), context.site, context.interface, static=static)


def asset(path: str, version: Version, context: Context) -> Source | None:
    """Give the file of the project that *version* shows as *path* in the site, if it does."""
    known = dict(page.files(version, context.site))
    if path not in known:
        return None
    return project.attachment(context.settings, known[path])


def _head(article: Article, locale: str, source: Source | None, context: Context) -> Version:
    """Give a version of what stands above the text: title, description, or the first heading."""
    heading = "" if article.text("title") else next(iter(_HEADING.findall(article.body)), "")
    head = replace(article, body=heading)
    try:
        return jobs.render(Pair(head, locale, source), context)
    except PipelineError:
        return jobs.render(Pair(head, locale), context)
