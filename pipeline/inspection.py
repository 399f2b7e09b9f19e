"""Looks at the pages of a project, or at pages by themselves, in the browser."""

from __future__ import annotations

import functools
import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Literal
from urllib.parse import unquote

from pipeline import axe, browser, links, project, stages
from pipeline import loose as loose_files
from pipeline import site as sites
from pipeline.browser import Page, Serve
from pipeline.errors import PipelineError
from pipeline.jobs import Checked
from pipeline.page.listing import MISSING
from pipeline.results import Result
from pipeline.session import Session
from pipeline.settings import Config

Extent = Literal["sample", "all"]
"""One page of each template, direction and script; or every page."""


def site(
    session: Session, settings: Config, checked: Sequence[Checked], extent: Extent
) -> list[Result]:
    """Give the results of *checked* with what the browser shows, and one for each index and start page."""
    versions = [one.version for one in checked]
    files = stages.site_files(session, settings, versions, stamped=True)
    published = sites.table(versions, stages.site_of(settings))
    pages = [
        Page(
            published[one.version.article.path].file(one.version.locale),
            one.result.article,
            one.version.locale,
            one.version.article.path,
            "article",
        )
        for one in checked
    ]
    tags = dict.fromkeys(page.locale for page in pages)
    for file, locale, template in (
        *((links.page(tag), tag, "index") for tag in tags),
        *((links.page(tag, "search"), tag, "search") for tag in tags),
        *((links.page(tag, "tags"), tag, "tags") for tag in tags),
        (links.page(), settings.source, "start"),
        (MISSING, settings.source, "missing"),
    ):
        pages.append(Page(file, file, locale, file, template))
    sources = {page.file: files[page.file].decode() for page in pages if page.file in files}
    pages = [page for page in pages if page.file in sources]
    chosen = browser.sample(pages, sources) if extent == "sample" else pages
    return _joined([one.result for one in checked], _looked(session, chosen, files.get))


def loose(
    session: Session,
    settings: Config,
    results: Sequence[Result],
    paths: Sequence[Path],
    extent: Extent,
) -> list[Result]:
    """Give *results* of files below *paths* with what the browser shows of the pages among them."""
    root = _common(paths)
    pages = []
    for result in results:
        path = (settings.root / result.article).absolute()
        if path.suffix.lower() in loose_files.PAGES and path.is_relative_to(root):
            file = path.relative_to(root).as_posix()
            pages.append(Page(file, result.article, result.locale, result.article))
    if not pages:
        session.tell("--browser looks at pages, and there are none here")
        return list(results)
    serve = functools.partial(_file, root)
    sources = {page.file: (serve(page.file) or b"").decode("utf-8", "replace") for page in pages}
    chosen = browser.sample(pages, sources) if extent == "sample" else pages
    return _joined(results, _looked(session, chosen, serve))


def _common(paths: Sequence[Path]) -> Path:
    """Give the folder that holds all of *paths*: pages find their styles in it."""
    folders = [path.absolute() if path.is_dir() else path.absolute().parent for path in paths]
    return Path(os.path.commonpath(folders))


def _file(root: Path, path: str) -> bytes | None:
    """Give a file of the folder *root*; nothing outside it is read."""
    try:
        return project.read(root / unquote(path), root).data
    except PipelineError:
        return None


def _looked(session: Session, pages: Sequence[Page], serve: Serve) -> list[Result]:
    with browser.opened() as chromium:
        found = []
        for page in session.watched(pages, "browser"):
            seen = browser.look(chromium, page, serve)
            findings = axe.findings(seen, page.article, page.locale, page.path)
            found.append(Result(page.article, page.locale, findings=findings))
        return found


def _joined(results: Sequence[Result], looked: Sequence[Result]) -> list[Result]:
    """Put what was seen of a version behind what its rules found; a page of no article stands for itself."""
    seen = {(one.article, one.locale): one for one in looked}
    joined = []
    for result in results:
        more = seen.pop((result.article, result.locale), None)
        joined.append(replace(result, findings=result.findings + more.findings) if more else result)
    return [*joined, *seen.values()]
