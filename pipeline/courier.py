"""Carries catalogs out to translators' tools, and brings home what they made of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, replace
from functools import partial
from pathlib import Path
from typing import Any, Literal

from pipeline import locales, po, project, stages, store
from pipeline.errors import CatalogError
from pipeline.exchange import mo, take, tmx, xliff
from pipeline.exchange.xliff_reader import Part
from pipeline.model import Catalog
from pipeline.session import Session
from pipeline.settings import Config

Format = Literal["xliff", "tmx", "mo", "po"]
FORMATS: tuple[Format, ...] = ("xliff", "tmx", "mo", "po")

_XLIFF = (".xlf", ".xliff")


def export(
    session: Session, settings: Config, form: Format, chosen: Sequence[str], folder: Path
) -> Counter[str]:
    """Write the catalogs of the *chosen* locales, or of all, into *folder*; count what changed."""
    done: Counter[str] = Counter()
    for locale in chosen or settings.locales:
        for name, data in session.guard(partial(_files, settings, form, locale)) or ():
            written = store.write(folder / name, data, root=folder)
            done[stages.written(written)] += 1
    return done


def bring_home(
    session: Session, settings: Config, files: Sequence[Path], *, book: bool = False
) -> list[dict[str, Any]]:
    """
    Put the translations in *files* into the project's catalogs.

    Gives what became of them, catalog by catalog. Of a file that cannot be read nothing is taken. A
    PO file of a whole *book* is shared out among the articles, by their texts.
    """
    told: list[dict[str, Any]] = []
    for path in files:
        for article, returned in session.guard(partial(_returned, settings, path, book)) or ():
            counts = session.guard(partial(_take, settings, article, returned))
            if counts is not None:
                row = {"article": article, "locale": returned.locale} | asdict(counts)
                told.append(row | {"refused": [message.id for message in counts.refused]})
                _tell_refused(session, counts, returned)
    return told


def _files(settings: Config, form: Format, locale: str) -> list[tuple[str, bytes]]:
    sources = project.catalogs(settings, locale)
    if form == "po":
        return [(f"{locale}/{name}.po", source.data) for name, source in sources.items()]
    loaded = {name: po.load(source.data, source.path) for name, source in sources.items()}
    if not loaded:
        return []
    match form:
        case "mo":
            folder = f"{locale}/LC_MESSAGES"
            return [(f"{folder}/{name}.mo", mo.dump(one)) for name, one in loaded.items()]
        case "tmx" | "xliff":
            return [
                _exchanged(settings, form, locale, source, catalogs)
                for source, catalogs in _by_source(settings, locale, loaded)
            ]


def _by_source(
    settings: Config, locale: str, loaded: Mapping[str, Catalog]
) -> Iterator[tuple[str, list[Catalog]]]:
    """Give the catalogs by the locale that their articles are written in."""
    articles, _ = project.articles(settings)
    written = {one.name: one.locale for one in articles}
    groups: dict[str, list[Catalog]] = {}
    for name, catalog in loaded.items():
        groups.setdefault(written.get(name, settings.source), []).append(catalog)
    groups.pop(locale, None)
    yield from groups.items()


def _exchanged(
    settings: Config, form: Format, locale: str, source: str, catalogs: Sequence[Catalog]
) -> tuple[str, bytes]:
    name = locale if source == settings.source else f"{locale}-from-{source}"
    if form == "tmx":
        return f"{name}.tmx", tmx.dump(catalogs, source=source)
    parts = [Part(one.path, source, one) for one in catalogs]
    return f"{name}.xlf", xliff.dump_parts(parts)


def _returned(settings: Config, path: Path, book: bool) -> list[tuple[str, Catalog]]:
    """Give each catalog in a file that came back, with the name of its article."""
    source = project.read(path.absolute(), settings.root.absolute())
    kind = path.suffix.lower()
    if kind == ".po":
        catalog = po.load(source.data, source.path)
        return _chapters(settings, catalog) if book else [(_name(settings, path, catalog), catalog)]
    if kind in _XLIFF:
        parts = xliff.load_parts(source.data, source.path)
        return [(project.named(part.original), part.catalog) for part in parts]
    hint = "a memory (TMX) goes in by `pipeline update --memory`"
    raise CatalogError("is no PO and no XLIFF file", path=source.path, hint=hint)


def _name(settings: Config, path: Path, returned: Catalog) -> str:
    """Give the article whose catalog came back in the file *path*: the one of most of its folders."""
    names = [*project.catalogs(settings, _locale(settings, returned))]
    whole = f"/{path.absolute().with_suffix('').as_posix()}"
    fitting = [name for name in names if whole.endswith(f"/{name}")]
    alone = [name for name in names if name.rpartition("/")[2] == path.stem]
    return max(fitting, key=len) if fitting else alone[0] if len(alone) == 1 else path.stem


def _chapters(settings: Config, book: Catalog) -> list[tuple[str, Catalog]]:
    """Give each article what a catalog of them all has for it; a text may stand in several."""
    chapters = []
    for name, source in project.catalogs(settings, _locale(settings, book)).items():
        asked = po.load(source.data, source.path).index()
        own = tuple(message for message in book.messages if message.key in asked)
        if own and name != project.SITE:
            chapters.append((name, replace(book, messages=own)))
    return chapters


def _take(settings: Config, article: str, returned: Catalog) -> take.Counts:
    locale = _locale(settings, returned)
    source = project.catalog(settings, locale, article)
    if source is None:
        message = f'there is no catalog of "{article}" in {locale}'
        hint = "name the file after its article, and run `pipeline update` before"
        raise CatalogError(message, path=returned.path or None, hint=hint)
    home, counts = take.take(po.load(source.data, source.path), returned)
    path = project.catalog_path(settings, locale, article)
    store.write(path, po.dump(home), root=settings.root, replaces=source.data)
    return counts


def _locale(settings: Config, returned: Catalog) -> str:
    """Give the project's locale that a returned catalog is in: the very one, or the nearest."""
    wanted = returned.locale
    if wanted in settings.locales:
        return wanted
    language = locales.language(wanted) if wanted else ""
    near = [locale for locale in settings.locales if locales.language(locale) == language]
    if len(near) != 1:
        message = f'is in "{wanted}", which is no locale of this project'
        hint = "set its language to one of " + ", ".join(settings.locales)
        raise CatalogError(message, path=returned.path or None, hint=hint)
    return near[0]


def _tell_refused(session: Session, counts: take.Counts, returned: Catalog) -> None:
    for message in counts.refused:
        place = message.origin.place if message.origin else None
        where = f"{place.path}:{place.line}" if place else returned.path
        session.tell(f'{where}: was not taken: "{" ".join(message.id.split())[:60]}"')
