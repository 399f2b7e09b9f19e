"""Checks files by themselves: Markdown, catalogs and pages, in a project or out of it."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from pipeline import article, jobs, project, stages, together
from pipeline.errors import PipelineError
from pipeline.jobs import Context, File, Pair
from pipeline.model import Source
from pipeline.results import Result
from pipeline.session import Session
from pipeline.settings import Config

_MARKDOWN = (".md", ".markdown")
PAGES = (".html", ".htm", ".xhtml")
CATALOGS = (".po",)
_KINDS = (*_MARKDOWN, *PAGES, *CATALOGS)


def check(
    session: Session,
    settings: Config,
    paths: Sequence[Path],
    locale: str | None,
    *,
    opinion: bool = False,
    texts: bool = False,
) -> list[Result]:
    """
    Give the result of each file, and of each file of that kind in a folder.

    An article of the project is checked in *locale*, or in all of its locales; any other file is
    taken to be written in *locale*, or in the language it names itself.
    """
    pairs, files, context = checking(session, settings, paths, locale, opinion=opinion)
    context = replace(context, texts=texts)
    versions = list(
        session.each(functools.partial(jobs.check_version, context=context), pairs, "check")
    )
    others = session.each(functools.partial(jobs.check_file, context=context), files, "check")
    # What lies outside the project may have left its neighbours at home.
    inside = [in_content(settings.root / pair.article.path, settings) for pair, _ in versions]
    own = [one for (_, one), ours in zip(versions, inside, strict=True) if ours]
    judged = iter(together.versions(settings, own, context.site))
    return [
        *(
            named(pair, next(judged).result if ours else one.result, settings)
            for (pair, one), ours in zip(versions, inside, strict=True)
        ),
        *together.files(settings, [result for _, result in others], paths),
    ]


def checking(
    session: Session,
    settings: Config,
    paths: Sequence[Path],
    locale: str | None,
    *,
    opinion: bool = False,
) -> tuple[list[Pair], list[File], Context]:
    """Give the versions and the files that are to be checked, and what they share."""
    found = [
        subject
        for file in _chosen(session, paths)
        for subject in session.guard(functools.partial(_read, session, settings, file, locale))
        or ()
    ]
    pairs = [subject for subject in found if isinstance(subject, Pair)]
    files = [subject for subject in found if isinstance(subject, File)]
    tags = [pair.locale for pair in pairs] + [file.locale for file in files if file.locale]
    return pairs, files, replace(stages.judging(session, settings, tags), opinion=opinion)


def _chosen(session: Session, paths: Sequence[Path]) -> list[Path]:
    """Give each file once, however many of *paths* lead to it."""
    found = (session.guard(functools.partial(_files, path)) or () for path in paths)
    return list(dict.fromkeys(file.absolute() for files in found for file in files))


def _files(path: Path) -> list[Path]:
    if path.is_dir():
        inside = (file for file in sorted(path.rglob("*")) if file.suffix.lower() in _KINDS)
        return [file for file in inside if file.is_file() and not _hidden(file, path)]
    if path.suffix.lower() in _KINDS:
        return [path]
    if not path.exists():
        raise PipelineError("no such file", path=str(path))
    hint = "give Markdown, PO or HTML; `pipeline import` reads plain text"
    raise PipelineError("cannot be checked", path=str(path), hint=hint)


def _hidden(file: Path, folder: Path) -> bool:
    """Is it a tool's and not an author's: a part of its path below *folder* begins with a dot."""
    return any(part.startswith(".") for part in file.relative_to(folder).parts)


def _read(
    session: Session, settings: Config, file: Path, locale: str | None
) -> Sequence[Pair | File]:
    source = project.read(file, settings.root.absolute())
    if file.suffix.lower() not in _MARKDOWN:
        named = locale or folder_locale(file, settings)
        return [File(source, named, page=file.suffix.lower() in PAGES)]
    if in_content(file, settings):
        return _versions(session, settings, source, locale)
    return [_alone(settings, source, locale)]


def folder_locale(file: Path, settings: Config) -> str | None:
    """Give the locale of a project's catalog, which its folder says: LOCALE/LC_MESSAGES/NAME.po."""
    folder = (settings.root / settings.locale_dir).resolve()
    parts = (
        file.resolve().relative_to(folder).parts if file.resolve().is_relative_to(folder) else ()
    )
    if file.suffix.lower() not in CATALOGS or len(parts) < 3 or parts[1] != "LC_MESSAGES":
        return None
    tag = parts[0].replace("_", "-")
    return tag if tag in settings.locales else None


def in_content(file: Path, settings: Config) -> bool:
    """Tell whether a file is an article of the project."""
    return bool(settings.path) and file.resolve().is_relative_to(
        (settings.root / settings.content).resolve()
    )


def _versions(session: Session, settings: Config, source: Source, locale: str | None) -> list[Pair]:
    one = article.parse(source.data, source.path, settings.source, settings.content)
    chosen = session.locales(settings, (locale,)) if locale else ()
    pairs = stages.pairs(session, settings, [one], chosen)
    return [pair for pair in pairs if not chosen or pair.locale in chosen]


def _alone(settings: Config, source: Source, locale: str | None) -> Pair:
    one = article.parse(source.data, source.path, locale or settings.source)
    one = replace(one, locale=locale or one.locale)
    return Pair(one, one.locale)


def named(pair: Pair, result: Result, settings: Config) -> Result:
    """Name the result: a file outside the project has no slug that means anything, but a path."""
    if in_content(settings.root / pair.article.path, settings):
        return result
    path = pair.article.path
    findings = tuple(replace(finding, article=path) for finding in result.findings)
    suppressed = tuple(
        replace(one, finding=replace(one.finding, article=path)) for one in result.suppressed
    )
    return replace(result, article=path, findings=findings, suppressed=suppressed)
