"""What workers do: the only bridge from bytes to the core. A job takes and gives plain values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from pipeline import (
    check,
    coverage,
    dictionaries,
    dom,
    interface,
    merge,
    page,
    po,
    readability,
    spelling,
    template,
    walk,
)
from pipeline.config import Config
from pipeline.deadline import deadline
from pipeline.errors import CatalogError
from pipeline.gate import SPELLING
from pipeline.model import Article, Catalog, Finding, Passage, Result, Speller, Version
from pipeline.page import Published, Site
from pipeline.project import Source
from pipeline.prose import passages


@dataclass(frozen=True, slots=True)
class Pair:
    """An article, a locale, and the catalog between them, where there is one."""

    article: Article
    locale: str
    catalog: Source | None = None


@dataclass(frozen=True, slots=True)
class Context:
    """What all versions of a run share."""

    settings: Config
    site: Site
    published: Mapping[str, Published] = field(default_factory=dict)
    interface: Mapping[str, interface.Words] = field(default_factory=dict)
    words: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """The project's own words by locale."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A version, and what was measured in it."""

    version: Version
    result: Result


def extract(article: Article, settings: Config) -> bytes:
    """Give the article's template."""
    with deadline(settings.limits.deadline, article.path):
        return po.dump(_template(article, settings))


def update(pair: Pair, settings: Config) -> bytes | None:
    """Give the catalog brought up to its article, or None where it already says the same."""
    with deadline(settings.limits.deadline, pair.article.path):
        old = _catalog(pair)
        new = merge.merge(old, _template(pair.article, settings))
        return po.dump(new) if pair.catalog is None or new != old else None


def render(pair: Pair, context: Context) -> Version:
    """Give the article in the pair's locale."""
    article, settings = pair.article, context.settings
    with deadline(settings.limits.deadline, article.path):
        return walk.render(
            article,
            pair.locale,
            _catalog(pair),
            back_link=_back_link(context.interface[pair.locale]),
            extensions=settings.extensions,
        )


def check_version(pair: Pair, context: Context) -> Checked:
    """Give the article in the pair's locale with everything that the rules find in it."""
    article, locale, settings = pair.article, pair.locale, context.settings
    version = render(pair, context)
    with deadline(settings.limits.deadline, article.path):
        html = page.render(version, context.site, context.published, context.interface[locale])
        shown = (run for run in version.runs if run.state in ("source", "translated"))
        prose = tuple(passage for run in shown for passage in passages.passages(run))
        subjects = check.Subjects(
            prose=prose,
            runs=version.runs,
            dom=dom.parse(html, article.path),
            speller=_speller(version, context),
        )
        return Checked(version, _result(article.name, subjects, version, context))


def check_file(file: File, context: Context) -> Result:
    """Give what the rules find in a catalog or a page that stands by itself."""
    settings, path = context.settings, file.source.path
    with deadline(settings.limits.deadline, path):
        return _check_page(file, context) if file.page else _check_catalog(file, context)
