"""Reads a project's files: articles, catalogs, word lists, images. Nothing outside it is followed."""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

from pipeline import article
from pipeline.errors import ArticleError, PipelineError, UnsafeFileError
from pipeline.model import Article, Source
from pipeline.page import theme as themes
from pipeline.page.listing import START_SCRIPT
from pipeline.page.theme import FOLDER, Theme
from pipeline.settings import Config

SITE = "site"
"""The catalog of the interface's own words."""

_LARGEST = 10_000_000
_SUFFIXES = (".md", ".markdown")


def article_at(path: Path, config: Config) -> Article:
    """Give the project's article at *path*; raises `ArticleError`."""
    source = read(path, config.root)
    return article.parse(source.data, source.path, config.source, config.content)


def articles(
    config: Config, read_one: Callable[[Path, Config], Article] = article_at
) -> tuple[list[Article], list[PipelineError]]:
    """
    Give the project's articles in order of their paths, and what is wrong with the others.

    Those in folders are named with their folders. Two articles with one slug are both left out:
    nobody can say which of them has the address. *read_one* may know one that it read before.
    """
    found: list[Article] = []
    errors: list[PipelineError] = []
    for path in _files(config.root / config.content):
        try:
            found.append(read_one(path, config))
        except PipelineError as error:
            errors.append(error)
    unique = _unique(found, errors)
    return unique, errors


def catalog(config: Config, locale: str, name: str) -> Source | None:
    """Give the catalog of the article *name* in *locale*, if there is one."""
    path = catalog_file(config, locale, name)
    return read(path, config.root) if path else None


def catalog_file(config: Config, locale: str, name: str) -> Path | None:
    """Say where that catalog stands, if there is one."""
    path = catalog_path(config, locale, name)
    return path if path.is_symlink() or path.exists() else None


def catalogs(config: Config, locale: str) -> dict[str, Source]:
    """
    Give every catalog of *locale* by the name of its article, also of articles that are gone.

    The interface's is among them. One that cannot be read is left out: its article says so.
    """
    found: dict[str, Source] = {}
    folder = catalog_path(config, locale, SITE).parent
    for path in sorted(folder.rglob("*.po")):
        with contextlib.suppress(PipelineError):
            name = path.relative_to(folder).with_suffix("").as_posix()
            found[name] = read(path, config.root)
    return found


def named(path: str) -> str:
    """
    Give the name of the article whose catalog stands at *path*, or stood there.

    >>> named("locale/fr/LC_MESSAGES/health/asthma.po"), named("asthma.po")
    ('health/asthma', 'asthma')
    """
    _, found, below = path.replace(os.sep, "/").rpartition("/LC_MESSAGES/")
    return Path(below if found else Path(path).name).with_suffix("").as_posix()


def catalog_path(config: Config, locale: str, name: str) -> Path:
    """Say where that catalog stands; a folder that gettext's way named `pt_BR` is taken as it is."""
    folder = config.root / config.locale_dir
    spelt = next(
        (tag for tag in (locale, locale.replace("-", "_")) if (folder / tag).is_dir()), locale
    )
    return folder / spelt / "LC_MESSAGES" / f"{name}.po"


def template_path(config: Config, name: str) -> Path:
    """Say where the template of the article *name* stands."""
    return config.root / config.locale_dir / "templates" / f"{name}.pot"


def theme(config: Config) -> tuple[Theme, tuple[tuple[str, bytes], ...]]:
    """
    Give what the project has in place of our theme: its templates, and its other files by their names.

    Raises `ThemeError` for a template that is none.
    """
    folder = config.root / FOLDER
    templates, static = [], []
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for path in sorted(Path(parent, name) for name in names if not name.startswith(".")):
            source = read(path, config.root)
            name = path.relative_to(folder).as_posix()
            if path.suffix == ".html" or name == START_SCRIPT:
                templates.append((name, article.decode(source.data, source.path)))
            else:
                static.append((name, source.data))
    made = Theme(tuple(sorted(templates)))
    themes.check(made)
    return made, tuple(sorted(static))


def attachment(config: Config, name: str) -> Source:
    """
    Give the file *name*, a path in the project, that an article shows or leads to.

    Raises `UnsafeFileError` for what would run if it were opened alone, and for a link out of the
    articles' folder: what is read here is published.
    """
    # With what reads XML it takes a twentieth of a second, which a site without pictures need not wait for.
    from pipeline import attachments  # noqa: PLC0415 - for that

    root = config.root.resolve()
    path = config.root / name
    found = read(path, config.root)
    if path.resolve() != root / name and not path.resolve().is_relative_to(root / config.content):
        hint = f"put the file itself there, or lead to one in {config.content}/"
        raise UnsafeFileError("a link out of the articles' folder", path=name, hint=hint)
    if reason := attachments.refusal(name, found.data):
        hint = "save it without, or take the link to it away"
        raise UnsafeFileError(f"is not published: {reason}", path=name, hint=hint)
    return found


def read(path: Path, root: Path) -> Source:
    """
    Give the file at *path*; below *root* it is named as seen from there.

    Raises `ArticleError` for a link out of *root* or to something hidden in it, for what cannot be
    read or is no file, and for more than 10 MB.
    """
    inside = path.is_relative_to(root)
    shown = path.relative_to(root).as_posix() if inside else str(path)
    if shown != (plain := shown.encode("utf-8", "backslashreplace").decode()):
        raise ArticleError("a name that is not UTF-8", path=plain, hint="rename the file")
    try:
        if inside and (way := _astray(path, root)):
            hint = "put the file itself there"
            raise ArticleError(f"a link {way}", path=shown, hint=hint)
        status = path.stat()
        if not stat.S_ISREG(status.st_mode) and not stat.S_ISDIR(status.st_mode):
            # A pipe would be waited for.
            raise ArticleError("is no file", path=shown, hint="put a file there")
        if status.st_size > _LARGEST:
            raise ArticleError(f"larger than {_LARGEST:,} bytes", path=shown, hint="split it")
        return Source(shown, path.read_bytes())
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise ArticleError(f"cannot be read: {reason.lower()}", path=shown) from None


def _astray(path: Path, root: Path) -> str:
    """Say where the link *path* leads that nothing is read from: out of *root*, or to what it hides."""
    target, root_itself = path.resolve(), root.resolve()
    if not target.is_relative_to(root_itself):
        return "out of the project"
    hidden = {part for part in target.relative_to(root_itself).parts if part.startswith(".")}
    return "to a hidden file" if hidden - {*path.parts} else ""


def _files(folder: Path) -> Iterator[Path]:
    """Articles by path. Linked folders are not entered: a link may lead out, or round in a circle."""
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith((".", "_")))
        for name in sorted(names):
            if name.endswith(_SUFFIXES) and not name.startswith((".", "_")):
                yield Path(parent, name)


def _unique(found: list[Article], errors: list[PipelineError]) -> list[Article]:
    by_slug: dict[str, list[Article]] = {}
    for one in found:
        # Some file systems and readers do not tell cases apart.
        by_slug.setdefault(one.name.casefold(), []).append(one)
    for same in by_slug.values():
        for one in same[1:]:
            hint = "give one of them another slug in its front matter"
            message = f'the slug "{one.name}" is also that of {same[0].path}'
            errors.append(ArticleError(message, path=one.path, hint=hint))
    return [same[0] for same in by_slug.values() if len(same) == 1]
