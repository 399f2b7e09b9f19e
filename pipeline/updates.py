"""Brings every catalog of a project up to its article, with what is known from elsewhere."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any

from pipeline import interface, locales, po, project, renewal, stages, store
from pipeline.errors import CatalogError
from pipeline.exchange import tmx, xliff
from pipeline.findings import Found
from pipeline.jobs import Pair
from pipeline.merging import memory, merge, prefill
from pipeline.merging.memory import Memory
from pipeline.merging.prefill import Translate
from pipeline.model import Article, Catalog, Key, Source
from pipeline.renewal import Order, Updated
from pipeline.session import Session
from pipeline.settings import Config


@dataclass(frozen=True, slots=True)
class Aid:
    """What helps with messages that have no translation: memories, and a function of the user's."""

    files: Sequence[Path] = ()
    translate: Translate | None = None
    origin: str = ""
    """The function's name, for the translator who reviews what it gave."""


@dataclass(slots=True)
class Told:
    """What an update did: the files, and the messages of each locale by what became of them."""

    files: Counter[str] = field(default_factory=Counter)
    locales: dict[str, Counter[str]] = field(default_factory=dict)
    doubts: list[Found] = field(default_factory=list)
    """What somebody should look at in the catalogs that were there."""

    def text(self) -> str:
        """Say it to a person, a line for each locale."""
        lines = {"catalogs": self.files, **self.locales}
        return "".join(
            f"{name}: {', '.join(f'{number} {what}' for what, number in counts.items() if number) or 'none'}\n"
            for name, counts in lines.items()
        )

    def data(self) -> dict[str, Any]:
        """Say it to a program."""
        locales = {name: dict(counts) for name, counts in self.locales.items()}
        return {"catalogs": dict(self.files), "locales": locales}


NOTHING = Aid()


def update(
    session: Session,
    settings: Config,
    articles: Sequence[Article],
    templates: Mapping[str, bytes],
    *,
    chosen: Sequence[str] = (),
    aid: Aid = NOTHING,
) -> Told:
    """
    Bring each catalog up to the template of its article, and tell what changed.

    What an article has lost and another one gained goes along with it; a text that stands elsewhere
    too, or in a memory, is offered. A draft is not sent to translators, whose work would be lost
    with its next sentence, unless they have begun or the locale was named.
    """
    told = Told()
    by_locale: defaultdict[str, list[Order]] = defaultdict(list)
    for pair in stages.pairs(session, settings, articles, chosen):
        if pair.locale != pair.article.locale and pair.article.name in templates:
            by_locale[pair.locale].append(Order(pair, templates[pair.article.name]))
    names = {article.name for article in articles}
    for locale, orders in by_locale.items():
        counts = told.locales[locale] = Counter()
        for pair, updated in _updated(session, settings, orders, names, aid.files):
            counts.update(updated.counts)
            told.doubts += updated.doubts
            changed = session.guard(partial(_write, settings, pair, updated))
            if aid.translate and updated.empty and changed is not None:
                filled = session.guard(partial(_prefill, settings, pair, aid, aid.translate)) or 0
                counts["new"] -= filled
                counts["fuzzy"] += filled
                changed = changed or filled > 0
            told.files[stages.written(bool(changed))] += 1
    for locale in chosen or settings.locales:
        asked = _asked_of_interface(settings, locale, templates[project.SITE])
        if asked.messages:
            changed = session.guard(partial(_update_interface, settings, locale, asked))
            told.files[stages.written(bool(changed))] += 1
    return told


def _updated(
    session: Session,
    settings: Config,
    orders: Sequence[Order],
    names: Collection[str],
    files: Sequence[Path],
) -> list[tuple[Pair, Updated]]:
    """Update the catalogs of one locale: each by itself, then once more with what others know."""
    job = partial(renewal.update, settings=settings)
    locale = orders[0].pair.locale
    first = list(session.each(job, orders, f"update {locale}"))
    done = {order.pair.article.name: (order.pair, updated) for order, updated in first}
    empty = frozenset(key for _, updated in first for key in updated.empty)
    if empty:
        asked = {name: updated.asked for name, (_, updated) in done.items()}
        sources = project.catalogs(settings, locale)
        # The pages' own words are no article's, and theirs is no article's translation.
        sources.pop(project.SITE, None)
        if session.errors:
            # An article that could not be read has not gone, nor have its texts.
            sources = {name: source for name, source in sources.items() if name in asked}
        known = memory.join(
            _memory(session, sources, asked, empty),
            *(_read_memory(session, settings, path, locale) for path in files),
        )
        orphans = {name: source for name, source in sources.items() if name not in names}
        again = [
            _helped(session, order, known, orphans) for order, updated in first if updated.empty
        ]
        for order, updated in session.each(job, again, f"update {locale}"):
            done[order.pair.article.name] = (order.pair, updated)
    return list(done.values())


def _memory(
    session: Session,
    sources: Mapping[str, Source],
    asked: Mapping[str, Collection[Key]],
    keys: Collection[Key],
) -> Memory:
    """Give what the catalogs of one locale have for the *keys* that lack a translation."""
    job = partial(renewal.remember, keys=keys)
    names = {source.path: name for name, source in sources.items()}
    found = session.each(job, list(sources.values()), "remember")
    return memory.project({names[source.path]: catalog for source, catalog in found}, asked)


def _read_memory(session: Session, settings: Config, path: Path, locale: str) -> Memory:
    """Give what a file has for *locale*: a PO or XLIFF file in its language, a TMX file in several."""

    def read() -> Memory:
        source = project.read(path.absolute(), settings.root.absolute())
        match path.suffix.lower():
            case ".tmx":
                messages = tmx.load(source.data, source.path, source=settings.source, target=locale)
                return memory.offer(Catalog(locale, messages=messages), path.name)
            case ".xlf" | ".xliff":
                parts = xliff.load_parts(source.data, source.path)
                catalogs = [part.catalog for part in parts]
            case ".po":
                catalogs = [po.load(source.data, source.path)]
            case _:
                hint = "give a PO, TMX or XLIFF file"
                raise CatalogError("is no memory", path=source.path, hint=hint)
        fitting = [one for one in catalogs if tmx.fit(one.locale or locale, locale)]
        if not fitting:
            session.tell(f"{source.path}: has nothing in {locale}")
        return memory.join(*(memory.offer(one, path.name) for one in fitting))

    return session.guard(read) or memory.EMPTY


def _helped(session: Session, order: Order, known: Memory, orphans: Mapping[str, Source]) -> Order:
    """Give the order once more, with what *known* has for it, and the catalog of its former name."""
    template = po.load(order.template, order.pair.article.path)
    former = None
    if order.pair.catalog is None and orphans:
        catalogs = {
            name: catalog
            for name, source in orphans.items()
            if (catalog := session.guard(partial(po.load, source.data, source.path)))
        }
        name = memory.renamed(template, catalogs)
        former = orphans[name] if name else None
        if former:
            session.tell(f"{former.path}: its article is called {order.pair.article.name} now")
    return replace(order, known=memory.narrow(known, template), former=former)


def _write(settings: Config, pair: Pair, updated: Updated) -> bool:
    """Write the catalog, if it changed, and tell whether it did."""
    read = pair.catalog.data if pair.catalog else None
    path = project.catalog_path(settings, pair.locale, pair.article.name)
    data = updated.data
    return data is not None and store.write(path, data, root=settings.root, replaces=read)


def _prefill(settings: Config, pair: Pair, aid: Aid, translate: Translate) -> int:
    """Let the user's function fill what is empty in a catalog, and count what it filled."""
    source = project.catalog(settings, pair.locale, pair.article.name)
    assert source is not None
    catalog = po.load(source.data, source.path)
    filled = prefill.prefill(catalog, translate, source=pair.article.locale, origin=aid.origin)
    pairs = zip(catalog.messages, filled.messages, strict=True)
    path = project.catalog_path(settings, pair.locale, pair.article.name)
    store.write(path, po.dump(filled), root=settings.root, replaces=source.data)
    return sum(before != after for before, after in pairs)


def _asked_of_interface(settings: Config, locale: str, template: bytes) -> Catalog:
    """
    Give what the interface's catalog in *locale* is asked for, nothing if it needs none.

    Our own words are English, and tags are in the language of the articles: neither is translated
    into itself.
    """
    asked = po.load(template, f"{project.SITE}.pot")
    messages = tuple(
        message
        for message in asked.messages
        if (
            locale != settings.source
            if message.context == interface.TAG
            else locales.language(locale) != interface.SOURCE
        )
    )
    return replace(asked, messages=messages, path="", written=None)


def _update_interface(settings: Config, locale: str, template: Catalog) -> bool:
    """Bring the interface's catalog up to date, beginning with the translation that the package has."""
    source = project.catalog(settings, locale, project.SITE)
    old = po.load(source.data, source.path) if source else Catalog(locale)
    builtin = interface.builtin(locale) or Catalog(locale)
    known = memory.offer(builtin, "", trust="certain")
    new = merge.merge(old, template, known).catalog
    if source and new == old:
        return False
    path = project.catalog_path(settings, locale, project.SITE)
    read = source.data if source else None
    return store.write(path, po.dump(new), root=settings.root, replaces=read)
