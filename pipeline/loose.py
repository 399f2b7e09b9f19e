"""Checks files by themselves: Markdown, catalogs and pages, in a project or out of it."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from pipeline import article, jobs, project, stages
from pipeline.errors import PipelineError
from pipeline.jobs import File, Pair
from pipeline.model import Source
from pipeline.results import Result
from pipeline.session import Session
from pipeline.settings import Config

_MARKDOWN = (".md", ".markdown")
_PAGES = (".html", ".htm", ".xhtml")
_CATALOGS = (".po",)
_KINDS = (*_MARKDOWN, *_PAGES, *_CATALOGS)


def check(
    session: Session, settings: Config, paths: Sequence[Path], locale: str | None
) -> list[Result]:
    """
    Give the result of each file, and of each file of that kind in a folder.

    An article of the project is checked in *locale*, or in all of its locales; any other file is
    taken to be written in *locale*, or in the language it names itself.
    """
    pairs: list[Pair] = []
    files: list[File] = []
    for path in paths:
        try:
            for file in _files(path):
                source = project.read(file.absolute(), settings.root.absolute())
                if file.suffix not in _MARKDOWN:
                    files.append(File(source, locale, page=file.suffix in _PAGES))
                elif _in_content(file, settings):
                    pairs += _versions(session, settings, source, locale)
                else:
                    pairs.append(_alone(settings, source, locale))
        except PipelineError as error:
            session.note(error)
    context = stages.context(session, settings, [*(pair.locale for pair in pairs)])
    checked = session.each(functools.partial(jobs.check_version, context=context), pairs, "check")
    results = [_named(pair, one.result, settings) for pair, one in checked]
    return results + [
        one
        for _, one in session.each(
            functools.partial(jobs.check_file, context=context), files, "check"
        )
    ]


def _files(path: Path) -> Iterator[Path]:
    if path.is_dir():
        yield from (file for file in sorted(path.rglob("*")) if file.suffix in _KINDS)
    elif path.suffix in _KINDS:
        yield path
    elif not path.exists():
        raise PipelineError("no such file", path=str(path))
    else:
        hint = "give Markdown, PO or HTML; `pipeline import` reads plain text"
        raise PipelineError("cannot be checked", path=str(path), hint=hint)


def _in_content(file: Path, settings: Config) -> bool:
    return bool(settings.path) and file.resolve().is_relative_to(
        (settings.root / settings.content).resolve()
    )


def _versions(session: Session, settings: Config, source: Source, locale: str | None) -> list[Pair]:
    one = article.parse(source.data, source.path, settings.source)
    chosen = session.locales(settings, (locale,)) if locale else ()
    pairs = stages.pairs(session, settings, [one], chosen)
    return [pair for pair in pairs if not chosen or pair.locale in chosen]


def _alone(settings: Config, source: Source, locale: str | None) -> Pair:
    one = article.parse(source.data, source.path, locale or settings.source)
    one = replace(one, locale=locale or one.locale)
    return Pair(one, one.locale)


def _named(pair: Pair, result: Result, settings: Config) -> Result:
    """A file outside the project has no slug that means anything: its path is its name."""
    if pair.article.path.startswith(f"{settings.content}/"):
        return result
    findings = tuple(replace(finding, article=pair.article.path) for finding in result.findings)
    return replace(result, article=pair.article.path, findings=findings)
