"""The jobs over catalogs: an article's template, and a catalog brought up to it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from pipeline import po, template, walk
from pipeline.deadline import deadline
from pipeline.findings import Found
from pipeline.jobs import Pair, read_catalog
from pipeline.merging import memory, merge
from pipeline.merging.memory import Memory
from pipeline.merging.merge import Outcome
from pipeline.model import Article, Catalog, Key, Source
from pipeline.settings import Config


@dataclass(frozen=True, slots=True)
class Order:
    """
    What an update of one catalog needs: the template of its article, and what is known elsewhere.

    *former* is the catalog that the article had under another name.
    """

    pair: Pair
    template: bytes
    known: Memory = memory.EMPTY
    former: Source | None = None


@dataclass(frozen=True, slots=True)
class Updated:
    """A catalog brought up to its article: its bytes, if they changed, and what became of it."""

    data: bytes | None
    counts: Mapping[Outcome, int]
    asked: frozenset[Key]
    """The keys that the article asks for."""
    empty: frozenset[Key]
    """Those that have no translation."""
    doubts: tuple[Found, ...]


def extract(one: Article, settings: Config) -> bytes:
    """Give the article's template."""
    with deadline(settings.limits.deadline, one.path):
        return po.dump(_template(one, settings))


def update(order: Order, settings: Config) -> Updated:
    """Bring a catalog up to its article, with what is known from elsewhere."""
    pair = order.pair
    with deadline(settings.limits.deadline, pair.article.path):
        old = read_catalog(pair)
        begun = old
        if pair.catalog is None and order.former is not None:
            # The article had another name: it goes on with the catalog that it had.
            begun = po.load(order.former.data, order.former.path)
        template = po.load(order.template, pair.article.path)
        merged = merge.merge(begun, template, order.known)
        catalog = merged.catalog
        changed = pair.catalog is None or catalog != old
        return Updated(
            data=po.dump(catalog) if changed else None,
            counts=merged.counts,
            asked=frozenset(message.key for message in template.messages),
            empty=frozenset(
                message.key
                for message in catalog.messages
                if not message.obsolete and not any(message.strings)
            ),
            doubts=tuple(po.doubts(old)) if pair.catalog else (),
        )


def remember(source: Source, keys: Collection[Key]) -> Catalog:
    """Give what a catalog has for *keys*, in whatever context: little enough to send back."""
    catalog = po.load(source.data, source.path)
    ids = {id_ for _, id_ in keys}
    messages = tuple(message for message in catalog.messages if message.id in ids)
    return Catalog(catalog.locale, messages=messages, path=catalog.path)


def _template(one: Article, settings: Config) -> Catalog:
    segments = walk.segments(one, settings.reading)
    project = settings.name or settings.root.resolve().name
    return template.template(segments, project=project, lines=settings.catalogs.lines)
