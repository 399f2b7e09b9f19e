"""
The stages of the main job, over a whole project: read, run the jobs, write.

What merges and what checks is loaded by the stage that does it: a build does neither, and would wait
for it for a third of a second.
"""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline import addresses, interface, pages, po, project, rendering, site, store, template
from pipeline.errors import PipelineError
from pipeline.model import Article, Catalog, Version
from pipeline.pages import Planned
from pipeline.rendering import Context, Pair
from pipeline.results import Verdict
from pipeline.session import Session
from pipeline.settings import Config

if TYPE_CHECKING:
    from pipeline import jobs
    from pipeline.jobs import Checked


def read(session: Session, settings: Config) -> list[Article]:
    """Give the articles that can be read; the session keeps what is wrong with the others."""
    articles, errors = project.articles(settings)
    session.note(*errors)
    if not articles and not errors:
        hint = f"put a Markdown file into {settings.content}/"
        session.note(PipelineError("no articles", path=f"{settings.content}/", hint=hint))
    return articles


def templates(session: Session, settings: Config, articles: Sequence[Article]) -> dict[str, bytes]:
    """Give the template of each article by its name, and that of the pages' own words."""
    from pipeline import renewal  # noqa: PLC0415 - a build does without

    job = functools.partial(renewal.extract, settings=settings)
    made = {article.name: data for article, data in session.each(job, articles, "extract")}
    return made | {project.SITE: po.dump(interface_template(settings, articles))}


def extract(settings: Config, made: Mapping[str, bytes]) -> Counter[str]:
    """Write the templates *made*; count what changed."""
    done: Counter[str] = Counter()
    for name, data in made.items():
        path = project.template_path(settings, name)
        done[written(store.write(path, data, root=settings.root))] += 1
    return done


def check(
    session: Session,
    settings: Config,
    articles: Sequence[Article],
    chosen: Sequence[str] = (),
    *,
    opinion: bool = False,
    texts: bool = False,
    files: Collection[str] | None = None,
) -> list[Checked]:
    """
    Give every version with what was measured in it. A draft has those that translators began.

    With *texts*, a result holds what its version says. With *files*, paths as seen from the root, only
    the versions are checked that are made of one of them; a changed configuration is part of all.
    """
    from pipeline import jobs, together  # noqa: PLC0415 - a build does without

    todo, shared = checking(session, settings, articles, chosen, opinion=opinion)
    if files is not None and settings.path not in files:
        todo = [
            pair
            for pair in todo
            if {pair.article.path, pair.catalog and pair.catalog.path} & {*files}
        ]
    shared = replace(shared, texts=texts)
    job = functools.partial(jobs.check_version, context=shared)
    checked = [one for _, one in session.each(job, todo, "check")]
    return together.versions(settings, checked, shared.site)


def checking(
    session: Session,
    settings: Config,
    articles: Sequence[Article],
    chosen: Sequence[str] = (),
    *,
    opinion: bool = False,
) -> tuple[list[Pair], jobs.Context]:
    """Give the versions that are to be checked, and what they share."""
    todo = pairs(session, settings, articles, chosen)
    shared = judging(session, settings, [pair.locale for pair in todo])
    # A page is checked as if all versions of its article were out: the gate has not spoken yet.
    candidates = [Version(pair.article, pair.locale) for pair in todo]
    published = site.table(candidates, shared.site)
    return todo, replace(shared, published=published, opinion=opinion)


def build(session: Session, settings: Config, articles: Sequence[Article]) -> int:
    """Write every version, good or not, into the build folder; give their number."""
    plan = planned(settings, articles, ())
    shared = context(session, settings, [one.locale for one in plan])
    return pages.build(session, plan, shared, settings.build)


def publish(
    session: Session, settings: Config, checked: Iterable[Checked], verdicts: Sequence[Verdict]
) -> bool:
    """
    Make the public folder hold exactly the versions that pass; say whether it does.

    A run in which a file could not be read changes nothing there: its article would be missing.
    """
    from pipeline import grades  # noqa: PLC0415 - a build does without

    if session.errors:
        session.tell(f"{settings.public}/ was left as it is")
        return False
    passing = {(verdict.article, verdict.locale) for verdict in verdicts if verdict.published}
    out = [one for one in checked if (one.result.article, one.result.locale) in passing]
    shared = context(session, settings, [one.version.locale for one in out])
    pages.publish(session, [one.version for one in out], shared, settings.public)
    grades.record(settings, [one.result for one in out])
    return True


def versions(
    session: Session,
    settings: Config,
    articles: Sequence[Article],
    work: Callable[..., Version] = rendering.render,
) -> list[Version]:
    """Give every version, unchecked, as *work* gives it."""
    todo = pairs(session, settings, articles, ())
    shared = context(session, settings, [pair.locale for pair in todo])
    job = functools.partial(work, context=shared)
    return [version for _, version in session.each(job, todo, "render")]


def import_file(settings: Config, file: Path, *, force: bool) -> tuple[str, tuple[str, ...]]:
    """Make an article of *file*; give its path, and what was guessed."""
    # With what reads HTML it takes a tenth of a second, which no other command needs.
    from pipeline import importer  # noqa: PLC0415 - for that

    source = project.read(file.absolute(), settings.root.absolute())
    imported = importer.convert(source.data, source.path)
    shown = f"{settings.content}/{imported.name}.md"
    path = settings.root / shown
    if path.exists() and not force:
        hint = "use --force to replace it"
        raise PipelineError("there is an article of that name", path=shown, hint=hint)
    store.write(path, imported.text.encode(), root=settings.root)
    return shown, tuple(imported.guesses)


def context(session: Session, settings: Config, tags: Iterable[str]) -> Context:
    """Give what the versions in *tags* share; an article may be in a locale that the project lacks."""
    found = _locales(settings, tags)
    words = {tag: _words(session, settings, tag) for tag in found}
    return Context(settings, site_of(settings), interface=words)


def judging(session: Session, settings: Config, tags: Iterable[str]) -> jobs.Context:
    """Give that, and what their words are judged by."""
    from pipeline import jobs, styles, vocabulary  # noqa: PLC0415 - a build does without

    shared = context(session, settings, tags)
    known = vocabulary.gather(session, settings, shared.interface)
    style = styles.load(session, settings)
    return jobs.Context(
        settings,
        shared.site,
        interface=shared.interface,
        setup=known.setup,
        words=styles.known(known.words, style),
        style=style,
    )


def pairs(
    session: Session, settings: Config, articles: Sequence[Article], chosen: Sequence[str]
) -> list[Pair]:
    """
    Give the versions there are to be: a draft has those that translators have begun.

    With *chosen* locales, those and the source.
    """
    return list(pages.read(session, settings, planned(settings, articles, chosen)))


def planned(settings: Config, articles: Sequence[Article], chosen: Sequence[str]) -> list[Planned]:
    """Give those versions, whose catalogs are not read yet."""
    return [
        one
        for one in _planned(settings, articles, chosen or settings.locales)
        if one.path or chosen or not one.article.draft or one.locale == one.article.locale
    ]


def _planned(
    settings: Config, articles: Sequence[Article], tags: Sequence[str]
) -> Iterator[Planned]:
    tags = tuple(dict.fromkeys(tags))
    for article in articles:
        yield Planned(article, article.locale, None)
        for locale in tags:
            if locale != article.locale:
                path = project.catalog_file(settings, locale, article.name)
                yield Planned(article, locale, path)


def site_files(
    session: Session, settings: Config, shown: Sequence[Version], *, stamped: bool = False
) -> dict[str, bytes]:
    """Give the files of a site of the versions *shown*, the articles' own files among them."""
    tags = _locales(settings, (version.locale for version in shown))
    words = {tag: _words(session, settings, tag) for tag in tags}
    whole, static = site_of(settings), dict(project.theme(settings)[1])
    files = site.build(shown, whole, words, stamped=stamped, static=static)
    return files | dict(pages.attachments(session, settings, site.assets(shown, whole)))


def _locales(settings: Config, more: Iterable[str]) -> list[str]:
    """Give the project's locales, and those of *more* that are not among them."""
    return list(dict.fromkeys((*settings.locales, *more)))


def interface_template(settings: Config, articles: Sequence[Article]) -> Catalog:
    """Give the template of the pages' own words, and of the tags of *articles* but drafts."""
    whole = site_of(settings)
    words = interface.template(whole.theme.templates)
    named = [(tag, one.path) for one in articles if not one.draft for tag in addresses.tags(one)]
    messages = words.messages + interface.tags(named)
    return replace(words, messages=messages, header=template.header(whole.name))


def _interface(settings: Config, locale: str) -> Catalog | None:
    source = project.catalog(settings, locale, project.SITE)
    return po.load(source.data, source.path) if source else None


def _words(session: Session, settings: Config, locale: str) -> interface.Words:
    own = session.guard(lambda: _interface(settings, locale))
    return interface.words(locale, own, interface.builtin(locale))


def site_of(settings: Config) -> site.Site:
    """Give what all pages of the project share."""
    return site.Site(
        settings.name or settings.root.resolve().name,
        settings.url,
        settings.source,
        settings.locales,
        settings.content,
        project.theme(settings)[0],
    )


def written(changed: bool) -> str:
    """Name what became of a file, for a count."""
    return "written" if changed else "unchanged"
