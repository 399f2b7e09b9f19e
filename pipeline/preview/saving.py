"""
The one way into a catalog: one translation, set in the file as it stands now, under the project's lock.

What somebody else wrote since is never replaced: of the same entry it is a conflict, and elsewhere in the
file it stays. A file that does not parse is not touched.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from pipeline import jobs, limits, po, project, renewal, store
from pipeline.errors import CatalogError, StoreError
from pipeline.jobs import Pair
from pipeline.model import Article, Catalog, Key, Message, Source
from pipeline.preview.refusals import BusyError, UnfitError
from pipeline.renewal import Order
from pipeline.settings import Config


@dataclass(frozen=True, slots=True)
class Wish:
    """A translation of the entry *key*, by somebody who saw *base* there."""

    key: Key
    string: str
    base: str
    fuzzy: bool = False


@dataclass(frozen=True, slots=True)
class Conflict:
    """The entry says something else by now: *theirs*, or None where it is gone."""

    yours: str
    theirs: str | None
    message: str


def save(settings: Config, article: Article, locale: str, wish: Wish) -> Conflict | None:
    """
    Write the translation into its catalog, which is made if there is none.

    Raises `BusyError` at once where another run is writing, `UnfitError` for a text that no catalog
    can keep, `CatalogError` for a file that does not parse, `StoreError` where it cannot be written.
    """
    fit(wish.string)
    try:
        with store.lock(settings.root, wait=0):
            for last in (False, True):
                try:
                    return _save(settings, article, locale, wish)
                except StoreError:
                    # An editor that knows no lock wrote between our reading and our writing.
                    if last:
                        raise
    except StoreError as error:
        if error.message == store.BUSY:
            raise BusyError(error.message, path=error.path, hint=error.hint) from None
        raise
    return None


def fit(string: str) -> None:
    """Raise `UnfitError` for a text that no catalog can keep."""
    try:
        string.encode()
    except UnicodeEncodeError:
        raise UnfitError("the text holds half a character (a lone surrogate)") from None
    if len(string) > limits.MESSAGE:
        raise UnfitError(f"the text is longer than {limits.MESSAGE:,} characters")
    if bad := next(_controls(string), ""):
        raise UnfitError(f"the text holds the control character U+{ord(bad):04X}")


def with_string(catalog: Catalog, key: Key, string: str, *, fuzzy: bool = False) -> Catalog | None:
    """
    Give *catalog* with a translation of the entry *key*; None where it has no such entry.

    >>> boat = Catalog("fr", messages=(Message("boat", fuzzy=True, previous_id="ship"),))
    >>> with_string(boat, (None, "boat"), "bateau").messages == (Message("boat", ("bateau",)),)
    True
    """
    if key not in catalog.index():
        return None
    return replace(
        catalog,
        messages=tuple(
            _set(one, string, fuzzy=fuzzy) if one.key == key and not one.obsolete else one
            for one in catalog.messages
        ),
    )


def gone(wish: Wish) -> Conflict:
    """Give the conflict with an article that has changed meanwhile, and lost the text."""
    return Conflict(wish.string, None, "the article has changed: it has no such text any more")


def current(pair: Pair, settings: Config) -> bytes:
    """Give the pair's catalog as an update leaves it; raises `CatalogError`."""
    template = renewal.extract(pair.article, settings)
    updated = renewal.update(Order(pair, template), settings)
    if updated.data is not None:
        return updated.data
    return pair.catalog.data if pair.catalog else b""


def _save(settings: Config, article: Article, locale: str, wish: Wish) -> Conflict | None:
    now = project.catalog(settings, locale, article.name)
    path = project.catalog_path(settings, locale, article.name)
    shown = path.relative_to(settings.root).as_posix()
    catalog = jobs.read_catalog(Pair(article, locale, now))
    if now is None or wish.key not in catalog.index():
        # The article has moved on since the last update, or there is no catalog yet.
        data = current(Pair(article, locale, now), settings)
        catalog = jobs.read_catalog(Pair(article, locale, Source(shown, data)))
    standing = catalog.index().get(wish.key)
    if standing is None:
        return gone(wish)
    if standing.plural is not None:
        hint = "edit it in the catalog itself"
        raise UnfitError("the entry has plural forms", path=shown, hint=hint)
    if standing.string not in (wish.base, wish.string):
        return Conflict(wish.string, standing.string, "somebody else has changed this translation")
    new = with_string(catalog, wish.key, wish.string, fuzzy=wish.fuzzy and bool(wish.string))
    assert new is not None
    written = po.dump(new)
    _check(written, shown, wish)
    store.sweep(path.parent, deep=False)
    store.write(path, written, root=settings.root, replaces=now.data if now else None)
    return None


def _check(data: bytes, path: str, wish: Wish) -> None:
    """Refuse to write what would not be read as it was meant."""
    try:
        found = po.load(data, path).index().get(wish.key)
    except CatalogError as error:
        message = f"the text cannot be kept: {error.message}"
        raise UnfitError(message, path=error.path, line=error.line) from None
    if found is None or found.string != wish.string:
        raise UnfitError("the text cannot be kept as it is", path=path)


def _set(message: Message, string: str, *, fuzzy: bool) -> Message:
    if fuzzy:
        return replace(message, strings=(string,), fuzzy=True)
    return replace(
        message,
        strings=(string,),
        fuzzy=False,
        previous_context=None,
        previous_id=None,
        previous_plural=None,
    )


def _controls(string: str) -> Iterator[str]:
    return (one for one in string if (one < " " and one not in "\n\t") or "\x7f" <= one <= "\x9f")
