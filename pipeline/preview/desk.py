"""The project on the desk: what the windows ask of it, answered in values that JSON takes."""

from __future__ import annotations

import functools
import hashlib
import mimetypes
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote

from pipeline import gate, grades, jobs, links, locales, page
from pipeline.errors import PipelineError
from pipeline.jobs import Pair
from pipeline.model import Article, Key
from pipeline.page.theme import FOLDER
from pipeline.preview import aids, entries, lists, saving, versions
from pipeline.preview.refusals import AbsentError, UnfitError
from pipeline.preview.saving import Conflict, Wish
from pipeline.preview.shelf import Shelf
from pipeline.preview.versions import Made, Versions

SITE = "/site/"
"""Where the site stands below the server."""
_WATCHED = 4
"""So many pages are made anew before anybody asks: those that were looked at last."""
_AT_ONCE = 20
"""So many catalogs are read before somebody else may ask something."""


@dataclass(frozen=True, slots=True)
class File:
    """A file of the site."""

    data: bytes
    kind: str
    """Its media type."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a change of files comes to: for whom, what is broken, and the pages that somebody looks at."""

    changed: dict[str, Any] | None
    broken: tuple[str, ...]
    """What is newly broken, a line each."""
    problems: tuple[str, ...]
    """All that is."""
    pages: dict[str, File]


@dataclass(slots=True)
class Desk:
    """One project, and what of it is known."""

    shelf: Shelf
    versions: Versions = field(default_factory=Versions)
    memory: aids.Memory = field(default_factory=aids.Memory)
    lists: lists.Lists = field(default_factory=lists.Lists)
    shown: deque[tuple[str, str]] = field(default_factory=lambda: deque(maxlen=_WATCHED))
    warm: set[str] = field(default_factory=set)

    def project(self) -> dict[str, Any]:
        """Give what there is: the languages, the articles, and what is to do in each version."""
        settings = self.shelf.settings
        tags = dict.fromkeys(
            (*settings.locales, *(one.locale for one in self.shelf.articles.values()))
        )
        return {
            "name": self.shelf.context.site.name,
            "source": settings.source,
            "locales": [
                {"tag": tag, "name": locales.name(tag), "dir": locales.direction(tag)}
                for tag in tags
            ],
            "articles": [self._article(one) for one in self.shelf.articles.values()],
            "problems": [*self.shelf.problems.values()],
        }

    def version(self, article: str, locale: str) -> dict[str, Any]:
        """Give a version, entry by entry."""
        made = self._made(article, locale)
        result = versions.check(made)
        found, rest = entries.entries(made.version, result.findings, made.today)
        verdict = gate.judge(result, self.shelf.settings.thresholds_for(locale), self._grade(made))
        drafted = ("it is a draft",) * verdict.draft
        digest = hashlib.sha256(repr((made.version, made.broken)).encode("utf-8", "replace"))
        return {
            "article": article,
            "locale": locale,
            "dir": locales.direction(locale),
            "source": made.pair.article.locale,
            "page": self._address(made.pair.article, locale),
            "version": digest.hexdigest(),
            "catalog": made.read.path if made.read else None,
            "catalogDigest": made.digest,
            "broken": made.broken or None,
            "draft": made.pair.article.draft,
            "entries": [entries.data(one) for one in found],
            "findings": [entries.told_data(entries.Told(one)) for one in rest],
            "verdict": {
                "passes": verdict.published,
                "reasons": [*drafted, *verdict.reasons],
                "doubts": [*verdict.doubts],
            },
        }

    def aid(self, article: str, locale: str, entry: int) -> dict[str, Any]:
        """Give what helps with an entry."""
        made = self._made(article, locale)
        found, _ = entries.entries(made.version)
        if not 0 <= entry < len(found):
            raise AbsentError("no such entry")
        text = found[entry].run.segment.id
        source = made.pair.article.locale
        style = self.shelf.context.style
        return {
            "glossary": aids.glossary(style, text, source, locale),
            "memory": [] if locale == source else self.memory.find(locale, text, article),
        }

    def attempt(
        self, article: str, locale: str, key: Key | None, entry: int, string: str
    ) -> dict[str, Any]:
        """Give the page with a translation that is only typed, and its entry with what is found in it."""
        made = self._translation(article, locale)
        key = self._key(made, key, entry)
        version, findings = versions.attempt(made, key, string)
        found, rest = entries.entries(version, findings, made.today)
        own = [one for one in found if one.run.segment.key == key]
        if not own:
            raise AbsentError("no such entry")
        number = entry if entry in [one.id for one in own] else own[0].id
        return {
            "page": versions.document(version, self.shelf.context),
            "entry": entries.data(found[number]),
            "findings": [entries.told_data(entries.Told(one)) for one in rest],
        }

    def save(self, article: str, locale: str, wish: Wish) -> dict[str, Any]:
        """Put a translation into its catalog; give the version as it is then, and the conflict if any."""
        made = self._translation(article, locale)
        found, _ = entries.entries(made.version)
        conflict: Conflict | None
        if wish.key in {one.run.segment.key for one in found}:
            conflict = saving.save(self.shelf.settings, made.pair.article, locale, wish)
        else:
            conflict = saving.gone(wish)
        self.memory.forget(locale, article)
        answer: dict[str, Any] = {"version": self.version(article, locale)}
        return answer if conflict is None else {"conflict": asdict(conflict)} | answer

    def page(self, path: str) -> File:
        """Give the file of the site at *path*; a folder's is its index."""
        path = f"{path}{links.INDEX}" if not path or path.endswith("/") else path
        named = self.shelf.pages().get(path)
        if named:
            if named in self.shown:
                self.shown.remove(named)
            self.shown.append(named)
            return self._page(*named)
        found = self._static(path)
        if found is None:
            raise AbsentError("no such page")
        return found

    def refresh(self, paths: Sequence[str]) -> Told:
        """Read again what stands at *paths*; give the news."""
        news = self.shelf.refresh(paths)
        for name in news.articles:
            for tag in news.locales or self.shelf.settings.locales:
                self.memory.forget(tag, name)
        problems = tuple(self.shelf.problems.values())
        if not news.anything:
            return Told(None, news.broken, problems, {})
        changed = {
            "articles": [*news.articles],
            "locales": None if news.locales is None or news.all else [*news.locales],
            "all": news.all,
        }
        return Told(changed, news.broken, problems, dict(self._watched()))

    def idle(self) -> bool:
        """Do a little of what will be needed: dictionaries, counts, the memory. Is there more of it."""
        context = self.shelf.context
        for tag in context.interface:
            if tag not in self.warm:
                self.warm.add(tag)
                # The first check in a language loads its rules, its dictionary and its names.
                path = f"{context.settings.content}/warm.md"
                jobs.check_version(
                    Pair(Article("warm", path, tag, "A boat needs pant.\n"), tag), context
                )
                return True
        unread = [
            (tag, one.name)
            for one in self.shelf.articles.values()
            for tag in self.shelf.locales(one)
            if tag != one.locale and not self.memory.knows(tag, one.name)
        ]
        for tag, name in unread[:_AT_ONCE]:
            self.memory.read(self.shelf.settings, tag, name)
        return bool(unread)

    def _article(self, one: Article) -> dict[str, Any]:
        return {
            "name": one.name,
            "title": one.text("title") or one.name,
            "path": one.path,
            "draft": one.draft,
            "versions": [self._version(one, tag) for tag in self.shelf.locales(one)],
        }

    def _version(self, one: Article, locale: str) -> dict[str, Any]:
        made = dict(self.versions.counted()).get((one.name, locale))
        todo = total = errors = held = None
        if made and made.pair.article == one:
            found, _ = entries.entries(made.version)
            states = [each.run.state for each in found]
            total = len(states)
            todo = sum(state in ("missing", "fuzzy", "refused") for state in states)
            if made.result:
                errors = sum(finding.level == "error" for finding in made.result.findings)
                limits = self.shelf.settings.thresholds_for(locale)
                held = not gate.judge(made.result, limits, self._grade(made)).passes
        elif locale == one.locale:
            todo = total = 0
        elif count := self.memory.count(locale, one.name):
            todo, total = count.todo, count.total
        return {
            "locale": locale,
            "page": self._address(one, locale),
            "todo": todo,
            "total": total,
            "errors": errors,
            "held": held,
        }

    def _made(self, article: str, locale: str) -> Made:
        one = self.shelf.articles.get(article)
        if one is None or locale not in self.shelf.locales(one):
            raise AbsentError("no such article in that language")
        return self.versions.make(one, locale, self.shelf.context)

    def _translation(self, article: str, locale: str) -> Made:
        made = self._made(article, locale)
        if made.broken:
            raise UnfitError(made.broken)
        if locale == made.pair.article.locale:
            raise UnfitError("the source is written in the article itself")
        return made

    def _key(self, made: Made, key: Key | None, entry: int) -> Key:
        if key is not None:
            return key
        found, _ = entries.entries(made.version)
        if not 0 <= entry < len(found):
            raise AbsentError("no such entry")
        return found[entry].run.segment.key

    def _grade(self, made: Made) -> float | None:
        try:
            known = grades.read(self.shelf.settings)
        except PipelineError:
            return None
        return known.get(made.pair.article.name, {}).get(made.pair.locale)

    def _address(self, one: Article, locale: str) -> str:
        return SITE + quote(self.shelf.file(one, locale).removesuffix(links.INDEX))

    def _page(self, article: str, locale: str) -> File:
        made = self._made(article, locale)
        text = versions.document(made.version, self.shelf.context)
        return File(text.encode(), "text/html; charset=utf-8")

    def _watched(self) -> Iterator[tuple[str, File]]:
        for article, locale in self.shown:
            one = self.shelf.articles.get(article)
            if one and locale in self.shelf.locales(one):
                yield self.shelf.file(one, locale), self._page(article, locale)

    def _static(self, path: str) -> File | None:
        """Give what is no article's page: a file of the theme, an article's own, or a list."""
        context = self.shelf.context
        if path.startswith(f"{FOLDER}/"):
            data = lists.theme(context).get(path)
            return File(data, _kind(path)) if data is not None else None
        if path.startswith(f"{links.ASSETS}/"):
            for _, made in reversed([*self.versions.counted()]):
                if source := lists.asset(path, made.version, context):
                    return File(source.data, _kind(path))
            return None
        text = self.lists.make(path, self.shelf)
        return File(page.strip(text).encode(), _kind(path)) if text is not None else None


@functools.lru_cache(maxsize=1)
def opened(path: Path) -> Desk:
    """Give the desk with the project whose settings are in *path*; raises `ConfigError`."""
    return Desk(Shelf.open(path))


def ask(path: Path, question: str, *arguments: Any) -> Any:
    """Ask the desk of that project a question: what its worker does."""
    return getattr(opened(path), question)(*arguments)


def _kind(path: str) -> str:
    kind = mimetypes.guess_type(path)[0] or "application/octet-stream"
    return f"{kind}; charset=utf-8" if kind.startswith("text/") else kind
