"""The project as the preview has read it: kept while its files are broken, read anew where they changed."""

from __future__ import annotations

import functools
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from pipeline import jobs, loose, project, site, stages
from pipeline.errors import PipelineError
from pipeline.jobs import Context, Pair
from pipeline.model import Article, Version
from pipeline.session import Session
from pipeline.settings import Config

Stamp = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class News:
    """What has changed: articles by name, in some locales (None: all of them); or *all* of the project."""

    articles: tuple[str, ...] = ()
    locales: tuple[str, ...] | None = None
    all: bool = False
    broken: tuple[str, ...] = ()
    """What cannot be read since, a line each."""

    @property
    def anything(self) -> bool:
        """Has anything changed."""
        return self.all or bool(self.articles)


@dataclass(slots=True)
class Shelf:
    """
    The settings, the articles and what their versions share, as they could last be read.

    *problems* says for each file that is broken what is wrong with it.
    """

    path: Path
    settings: Config
    context: Context
    articles: Mapping[str, Article] = field(default_factory=dict)
    problems: dict[str, str] = field(default_factory=dict)
    _known: dict[Path, tuple[Stamp, Article]] = field(default_factory=dict)
    _told: Mapping[str, str] = field(default_factory=dict)
    """The problems as they were last told of."""

    @classmethod
    def open(cls, path: Path) -> Shelf:
        """Read the project whose settings are in *path*; raises `ConfigError` where they are broken."""
        settings = _session(path).project()
        shelf = cls(path, settings, Context(settings, stages.site_of(settings)))
        shelf._read_articles()
        shelf._read_context()
        return shelf

    def locales(self, article: Article) -> tuple[str, ...]:
        """Give the locales that *article* has or is to have; a draft has those that somebody began."""
        others = (tag for tag in self.settings.locales if tag != article.locale)
        found = [
            tag
            for tag in others
            if not article.draft or project.catalog_path(self.settings, tag, article.name).is_file()
        ]
        return (article.locale, *found)

    def file(self, article: Article, locale: str) -> str:
        """Give the file of a version's page in the site."""
        return self.context.published[article.path].file(locale)

    def pages(self) -> Mapping[str, tuple[str, str]]:
        """Give for each article's page, by its file, the article's name and the locale."""
        return {
            self.file(one, locale): (one.name, locale)
            for one in self.articles.values()
            for locale in self.context.published[one.path].locales
        }

    def refresh(self, paths: Collection[str]) -> News:
        """Read again what stands at *paths*, as seen from the project's folder, and tell what is new."""
        # Who asks for a version meanwhile may find its catalog healed: nobody has been told of that.
        before, problems = self.articles, self._told
        catalogs = [one for one in paths if self._below(one, self.settings.locale_dir)]
        texts = [one for one in paths if self._below(one, self.settings.content)]
        shared = {*paths} - {*catalogs, *texts} | {one for one in catalogs if self._is_shared(one)}
        for path in texts:
            self._known.pop(self.settings.root / path, None)
        whole = bool(shared) and self._read_settings()
        self._read_articles()
        changed = _differing(before, self.articles)
        if whole or changed:
            self._read_context()
        found = self._catalogs(catalogs)
        fresh = tuple(line for key, line in self.problems.items() if problems.get(key) != line)
        healed = bool(problems.keys() - self.problems.keys())
        self._told = dict(self.problems)
        tags = None if changed else tuple(dict.fromkeys(tag for _, tag in found))
        names = (*changed, *(name for name, _ in found))
        return News(tuple(dict.fromkeys(names)), tags, whole or healed, fresh)

    def _below(self, path: str, folder: str) -> bool:
        return path.startswith(f"{folder.strip('/')}/")

    def _is_shared(self, path: str) -> bool:
        """Is it the catalog of the pages' own words, or none of an article."""
        return not path.endswith((".po", ".pot")) or project.named(path) == project.SITE

    def _read_settings(self) -> bool:
        try:
            self.settings = _session(self.path).project()
        except PipelineError as error:
            self.problems["settings"] = str(error)
            return False
        self.problems.pop("settings", None)
        # What an article is depends on them.
        self._known.clear()
        return True

    def _read_context(self) -> None:
        session = Session(jobs=1, quiet=True)
        try:
            own = (one.locale for one in self.articles.values())
            made = stages.judging(session, self.settings, own)
        except PipelineError as error:
            # A template of the theme: the last good one stays.
            self.problems["shared"] = str(error)
            made = replace(self.context, settings=self.settings)
        else:
            self.problems.pop("shared", None)
        if session.errors:
            self.problems["shared"] = str(session.errors[0])
        candidates = (
            Version(one, tag) for one in self.articles.values() for tag in self.locales(one)
        )
        self.context = replace(made, published=site.table(candidates, made.site))

    def _read_articles(self) -> None:
        read_one = functools.partial(_read_article, known=self._known)
        found, errors = project.articles(self.settings, read_one)
        good = {one.name: one for one in found}
        broken = {error.path or "": str(error) for error in errors}
        for one in self.articles.values():
            if one.path in broken:
                good.setdefault(one.name, one)
        self.articles = dict(sorted(good.items(), key=lambda item: item[1].path))
        self.problems = {
            key: line for key, line in self.problems.items() if not key.startswith("article:")
        } | {f"article:{path}": line for path, line in broken.items()}

    def _catalogs(self, paths: Iterable[str]) -> list[tuple[str, str]]:
        """Give the versions whose catalogs are among *paths*, and keep what is wrong with these."""
        found = []
        for path in paths:
            locale = loose.folder_locale(self.settings.root / path, self.settings)
            name = project.named(path)
            if locale is None or name not in self.articles:
                continue
            found.append((name, locale))
            self.judge_catalog(self.articles[name], locale)
        return found

    def judge_catalog(self, article: Article, locale: str) -> str:
        """Give what is wrong with a version's catalog, or nothing; it is kept among the problems."""
        key = f"catalog:{locale}/{article.name}"
        try:
            source = project.catalog(self.settings, locale, article.name)
            jobs.read_catalog(Pair(article, locale, source))
        except PipelineError as error:
            self.problems[key] = str(error)
            return str(error)
        self.problems.pop(key, None)
        return ""


def _session(path: Path) -> Session:
    return Session(config_path=path, jobs=1, quiet=True)


def _read_article(path: Path, config: Config, known: dict[Path, tuple[Stamp, Article]]) -> Article:
    stamp = _stamp(path)
    if stamp and path in known and known[path][0] == stamp:
        return known[path][1]
    found = project.article_at(path, config)
    if stamp:
        known[path] = stamp, found
    return found


def _stamp(path: Path) -> Stamp | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino


def _differing(before: Mapping[str, Article], after: Mapping[str, Article]) -> tuple[str, ...]:
    names = dict.fromkeys((*before, *after))
    return tuple(name for name in names if before.get(name) != after.get(name))
