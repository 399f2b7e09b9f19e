"""Checks a document as it stands in an editor, saved or not, by the same jobs as `pipeline check FILE`."""

from __future__ import annotations

import contextlib
import re
from dataclasses import dataclass
from pathlib import Path

from pipeline import article, config, fixing, jobs, loose, ownwords, stages
from pipeline.errors import ConfigError, PipelineError
from pipeline.findings import Finding
from pipeline.jobs import Context, File, Pair
from pipeline.model import Source
from pipeline.po import charsets
from pipeline.results import Result
from pipeline.session import Session
from pipeline.settings import Config

_CHARSET = re.compile(r"charset=([\w.:-]+)")
_HEADER = 5_000
"""So many characters into a catalog, its header has named its charset."""


@dataclass(frozen=True, slots=True)
class Document:
    """A file by its path, and the text that an editor has of it."""

    path: Path
    text: str

    @property
    def suffix(self) -> str:
        """What its kind is known by."""
        return self.path.suffix.lower()


@dataclass(frozen=True, slots=True)
class Seen:
    """What is found in a document; *path* is what findings call it."""

    path: str = ""
    findings: tuple[Finding, ...] = ()
    problems: tuple[PipelineError, ...] = ()
    """What the user must mend before more can be said, in this file or in another."""
    words: bool = False
    """Does it belong to a project, which has lists of words."""


@dataclass(frozen=True, slots=True)
class _Task:
    settings: Config
    source: Source
    subject: Pair | File
    context: Context


def see(document: Document) -> Seen:
    """Give what is found in a document; a user's error is part of it."""
    session = Session(jobs=1, quiet=True)
    path, words = str(document.path), False
    try:
        settings = _settings(session, document.path)
        words = bool(settings.path)
        path = _shown(document.path, settings)
        task = _task(session, settings, document)
        found = tuple(_check(task).findings)
    except PipelineError as error:
        return Seen(path, problems=(*session.errors, error), words=words)
    return Seen(path, found, tuple(session.errors), words)


def mend(document: Document) -> str:
    """Give the text with all that is safe to fix, as far as the page keeps its structure."""
    session = Session(jobs=1, quiet=True)
    try:
        task = _task(session, _settings(session, document.path), document)
        edits = fixing.of_results([_check(task)], unsafe=False).get(task.source.path, ())
    except PipelineError:
        return document.text
    data, path = task.source.data, task.source.path
    if document.suffix in loose.CATALOGS:
        return fixing.fix_catalog(data, path, edits).data.decode(_charset(document))
    if document.suffix in loose.PAGES:
        return document.text
    reading = task.settings.reading
    return fixing.fix_article(data, path, edits, reading=reading).data.decode()


def add_word(path: Path, word: str, language: str) -> str:
    """Put a word into the list of the project that a file belongs to; give the list's path."""
    session = Session(jobs=1, quiet=True)
    settings = _settings(session, path)
    if not settings.path:
        hint = "run `pipeline init`, or name it in the front matter"
        raise ConfigError("this file belongs to no project with lists of words", hint=hint)
    with session.writing(settings):
        ownwords.add(settings, language, [word])
    return str(ownwords.path(settings, language))


def warm(folder: Path) -> None:
    """Load what the first document of a folder will need: rules, libraries and the dictionary."""
    with contextlib.suppress(PipelineError):
        see(Document(folder / "warm.md", "A boat needs pant each yeer.\n"))


def _settings(session: Session, file: Path) -> Config:
    session.config_path = config.find(file.parent)
    # Outside any project it is the defaults, wherever the editor was started.
    return session.project() if session.config_path else Config(root=file.parent)


def _shown(file: Path, settings: Config) -> str:
    root = settings.root.absolute()
    return file.relative_to(root).as_posix() if file.is_relative_to(root) else str(file)


def _task(session: Session, settings: Config, document: Document) -> _Task:
    shown = _shown(document.path, settings)
    charset = _charset(document)
    data = document.text.encode(charset, "replace")
    source = Source(shown, data)
    subject: Pair | File
    if document.suffix in (*loose.CATALOGS, *loose.PAGES):
        locale = loose.folder_locale(document.path, settings)
        subject = File(source, locale, page=document.suffix in loose.PAGES)
        tags = [locale] if locale else []
    else:
        # Its translations stand in files of their own, each with findings of its own.
        one = article.parse(data, shown, settings.source, settings.content)
        subject, tags = Pair(one, one.locale), [one.locale]
    return _Task(settings, source, subject, stages.judging(session, settings, tags))


def _check(task: _Task) -> Result:
    if isinstance(task.subject, File):
        return jobs.check_file(task.subject, task.context)
    return jobs.check_version(task.subject, task.context).result


def _charset(document: Document) -> str:
    """Give the charset that the text is read in: that of its header, if it can hold the text."""
    match = _CHARSET.search(document.text[:_HEADER]) if document.suffix in loose.CATALOGS else None
    name = charsets.known(match[1]) if match else ""
    try:
        document.text.encode(name or charsets.UTF_8)
    except UnicodeEncodeError:
        return charsets.UTF_8
    return name or charsets.UTF_8
