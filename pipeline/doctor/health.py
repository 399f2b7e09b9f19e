"""How the catalogs of a locale are: what they hold, what waits, and what cannot be read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pipeline import po
from pipeline.errors import CatalogError
from pipeline.model import Source
from pipeline.reports.table import table as lay_out

_HEAD = ("catalogs", "files", "messages", "translated", "fuzzy", "obsolete", "doubts")


@dataclass(frozen=True, slots=True)
class Health:
    """The catalogs of a locale, counted in messages. *broken* are those that nobody can read, in a line each."""

    locale: str
    files: int = 0
    messages: int = 0
    translated: int = 0
    fuzzy: int = 0
    obsolete: int = 0
    doubts: int = 0
    broken: tuple[str, ...] = ()


def of(locale: str, sources: Iterable[Source]) -> Health:
    """Give the health of the catalogs *sources* of *locale*."""
    messages = translated = fuzzy = obsolete = doubts = files = 0
    broken = []
    for source in sources:
        files += 1
        try:
            catalog = po.load(source.data, source.path)
        except CatalogError as error:
            broken.append(str(error))
            continue
        live = [message for message in catalog.messages if not message.obsolete]
        messages += len(live)
        translated += sum(message.translated for message in live)
        fuzzy += sum(message.fuzzy for message in live)
        obsolete += len(catalog.messages) - len(live)
        doubts += len(list(po.doubts(catalog)))
    return Health(
        locale, files, messages, translated, fuzzy, obsolete, doubts, broken=tuple(broken)
    )


def table(found: Iterable[Health]) -> str:
    """Give a line a locale, and below it each catalog that cannot be read."""
    found = list(found)
    rows = [
        (
            one.locale,
            *map(
                str,
                (one.files, one.messages, one.translated, one.fuzzy, one.obsolete, one.doubts),
            ),
        )
        for one in found
    ]
    broken = "".join(f"{line}\n" for one in found for line in one.broken)
    return lay_out(_HEAD, rows, numbers=frozenset(range(1, 7))) + broken
