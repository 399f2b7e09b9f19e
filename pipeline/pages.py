"""
The pages of a site, each written as it is made: what is kept of it is what other files say of it.

What a page says of other articles comes from a table of the versions that readers get. That is known
before any is rendered, but for a version that cannot be; the pages that speak of such a one are made
once more.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline import kinds, page, project, rendering, site, store
from pipeline.errors import PipelineError, UnsafeFileError
from pipeline.model import Article, Version
from pipeline.page.theme import ThemeError
from pipeline.rendering import Context, Pair
from pipeline.session import Session
from pipeline.settings import Config

Key = tuple[str, str]
"""The file of an article, and a locale."""


@dataclass(frozen=True, slots=True)
class Planned:
    """A version that is to be: its article, its locale, and the file of its catalog, if it has one."""

    article: Article
    locale: str
    path: Path | None

    @property
    def key(self) -> Key:
        """What it is known by."""
        return self.article.path, self.locale


def read(session: Session, settings: Config, plan: Iterable[Planned]) -> Iterator[Pair]:
    """Give the versions of *plan* with their catalogs; the session keeps what is wrong with others."""
    for one in plan:
        try:
            source = project.read(one.path, settings.root) if one.path else None
        except PipelineError as error:
            session.note(error)
        else:
            yield Pair(one.article, one.locale, source)


def build(session: Session, plan: Sequence[Planned], shared: Context, folder: str) -> int:
    """Write the site of all versions of *plan* that can be rendered; give their number."""
    first = _addressed(session, plan, shared)
    plan = [one for one in plan if first.get(one.key, one)]
    expected = [first.get(one.key) or Version(one.article, one.locale) for one in plan]

    def items(wanted: Callable[[Key], bool]) -> Iterator[Pair | Version]:
        for one in plan:
            if wanted(one.key):
                known = first.get(one.key)
                yield from (known,) if known else read(session, shared.settings, (one,))

    return _write(session, expected, items, shared, folder, held=session.note)


def publish(session: Session, shown: Sequence[Version], shared: Context, folder: str) -> None:
    """Write the site of the versions *shown*; raises the error of one that has no page."""

    def items(wanted: Callable[[Key], bool]) -> Iterator[Version]:
        return (page.needed(one) for one in shown if wanted((one.article.path, one.locale)))

    def held(error: PipelineError) -> None:
        raise error

    _write(session, shown, items, shared, folder, held=held)


def attachments(
    session: Session, settings: Config, files: Iterable[tuple[str, str]]
) -> Iterator[tuple[str, bytes]]:
    """Give the articles' own *files*: path in the site to bytes."""
    for target, source in files:
        try:
            yield target, project.attachment(settings, source).data
        except UnsafeFileError as error:
            session.note(error)
        except PipelineError as error:
            # The page shows the alternative; a missing picture is no reason to hold the others.
            session.tell(str(error))


def _addressed(
    session: Session, plan: Sequence[Planned], shared: Context
) -> dict[Key, Version | None]:
    """
    Give those versions rendered whose address may be a translator's: others lead to them.

    None stands for one that cannot be.
    """
    named = read(
        session, shared.settings, (one for one in plan if "slug" in one.article.meta and one.path)
    )
    todo = [one for one in named if one.catalog and kinds.ADDRESS.encode() in one.catalog.data]
    found: dict[Key, Version | None] = {(one.path, one.locale): None for one in todo}
    job = functools.partial(rendering.outline, context=shared)
    for pair, version in session.each(job, todo, "addresses") if todo else ():
        found[pair.path, pair.locale] = version
    return found


def _write(
    session: Session,
    expected: Sequence[Version],
    items: Callable[[Callable[[Key], bool]], Iterator[Pair | Version]],
    shared: Context,
    folder: str,
    *,
    held: Callable[[PipelineError], None],
) -> int:
    """
    Write the site of the versions *expected*; give the number of those that have a page.

    *items* are those to be done, *held* is told why one is not there.
    """
    settings = shared.settings
    articles = {one.article.path: one.article for one in expected}
    published = site.table(expected, shared.site)
    static = dict(project.theme(settings)[1])
    done: dict[Key, site.Part] = {}
    versions: list[Version] = []
    again: Collection[Key] = {(one.article.path, one.locale) for one in expected}
    with store.edition(settings.root / folder, root=settings.root) as made:
        while again:
            given = replace(shared, published=published)
            job = functools.partial(rendering.part, context=given)
            todo = items(frozenset(again).__contains__)
            for one in session.stream(job, todo, len(again), "pages"):
                if isinstance(one, ThemeError):
                    raise one
                if isinstance(one, PipelineError):
                    held(one)
                    continue
                made.put(one.card.file, one.data)
                done[one.path, one.locale] = replace(one, data=b"")
            versions = [
                Version(articles[one.path], one.locale, address=one.address)
                for one in done.values()
            ]
            published = site.table(versions, shared.site)
            again = [
                key
                for key, one in done.items()
                if any(published.get(path) != row for path, row in one.asked)
            ]
            for key in again:
                made.drop(done.pop(key).card.file)
        parts = list(done.values())
        taken = [one.card.file for one in parts]
        words = shared.interface
        more = site.others(versions, parts, shared.site, words, static=static, taken=taken)
        files = sorted({pair for one in parts for pair in one.files})
        for name, data in (*more, *attachments(session, settings, files)):
            made.put(name, data)
    return len(parts)
