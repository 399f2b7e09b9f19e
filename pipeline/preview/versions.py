"""Versions made from what stands in their files now, each kept until one of its files changes."""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from pipeline import jobs, page, po, project
from pipeline.errors import CatalogError, PipelineError
from pipeline.findings import Finding
from pipeline.jobs import Context, Pair
from pipeline.model import Article, Catalog, Key, Source, Version
from pipeline.preview import saving
from pipeline.preview.refusals import UnfitError
from pipeline.results import Result

KEPT = 64
"""So many versions are kept; a window shows one at a time."""


@dataclass(slots=True)
class Made:
    """A version, and what it was made of: the bytes *read* of its catalog, and those that are *used*."""

    pair: Pair
    context: Context
    read: Source | None
    used: Source | None
    version: Version
    broken: str = ""
    """Why the catalog that stands there cannot be read."""
    result: Result | None = None

    @property
    def digest(self) -> str | None:
        """What the catalog's file is known by, as it was read."""
        return hashlib.sha256(self.read.data).hexdigest() if self.read else None

    @property
    def today(self) -> Catalog | None:
        """The catalog as it stands in its file."""
        return po.load(self.read.data, self.read.path) if self.read and not self.broken else None


@dataclass(slots=True)
class Versions:
    """The versions that were asked last."""

    _kept: OrderedDict[tuple[str, str], Made] = field(default_factory=OrderedDict)

    def make(self, article: Article, locale: str, context: Context) -> Made:
        """Give the version as it is now; where its catalog is broken, with the last one that was not."""
        name = article.name, locale
        before = self._kept.get(name)
        read, broken = _read(article, locale, context)
        if (
            before
            and (before.read, before.broken) == (read, broken)
            and before.pair.article == article
            and before.context is context
        ):
            self._kept.move_to_end(name)
            return before
        used = (before.used if before else None) if broken else read
        made = _make(article, locale, context, read=read, used=used)
        made.broken = broken
        self._kept[name] = made
        self._kept.move_to_end(name)
        if len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        return made

    def counted(self) -> Iterator[tuple[tuple[str, str], Made]]:
        """Give those that are kept, by article and locale."""
        yield from self._kept.items()


def check(made: Made) -> Result:
    """Give what is measured in the version and found in it; once."""
    if made.result is None:
        made.result = jobs.check_version(made.pair, made.context).result
    return made.result


def attempt(made: Made, key: Key, string: str) -> tuple[Version, tuple[Finding, ...]]:
    """Give the version with that translation of the entry *key*, and what the texts' rules find."""
    saving.fit(string)
    pair, context = made.pair, made.context
    catalog = jobs.read_catalog(pair)
    changed = saving.with_string(catalog, key, string)
    if changed is None:
        data = saving.current(pair, context.settings)
        changed = saving.with_string(po.load(data, _path(pair, context)), key, string)
    if changed is None:
        raise UnfitError("the article has changed: it has no such text any more")
    try:
        source = Source(_path(pair, context), po.dump(changed))
        version = jobs.render(replace(pair, catalog=source), context)
    except CatalogError as error:
        raise UnfitError(f"the text cannot be kept: {error.message}") from None
    return version, jobs.check_texts(version, context)


def document(version: Version, context: Context) -> str:
    """Give the version's page, stamped."""
    return page.render(version, context.site, context.published, context.interface[version.locale])


def _read(article: Article, locale: str, context: Context) -> tuple[Source | None, str]:
    if locale == article.locale:
        return None, ""
    try:
        read = project.catalog(context.settings, locale, article.name)
    except PipelineError as error:
        return None, str(error)
    try:
        jobs.read_catalog(Pair(article, locale, read))
    except PipelineError as error:
        return read, str(error)
    return read, ""


def _make(
    article: Article, locale: str, context: Context, *, read: Source | None, used: Source | None
) -> Made:
    pair = Pair(article, locale, used)
    version = jobs.render(pair, context)
    if used and any(run.message is None for run in version.runs):
        # The article has moved on: it is shown as an update would leave it, with what was meant.
        pair = replace(pair, catalog=replace(used, data=saving.current(pair, context.settings)))
        version = jobs.render(pair, context)
    return Made(pair, context, read, used, version)


def _path(pair: Pair, context: Context) -> str:
    path = project.catalog_path(context.settings, pair.locale, pair.article.name)
    return path.relative_to(context.settings.root).as_posix()
