"""
A returned file → today's catalog: what a translator did away from it comes home.

The catalog may have moved on since it was sent. What no longer fits is counted and handed back,
and nothing that is there is lost.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from pipeline.errors import CatalogError
from pipeline.exchange import tmx
from pipeline.merging.merge import EARLIER
from pipeline.model import Catalog, Key, Message

_REFUSED = ("outdated", "unknown", "doubted")


@dataclass(frozen=True, slots=True)
class Counts:
    """
    What became of the returned messages, by number: each live one is counted once.

    *new* had no translation before, *changed* another one, *reviewed* the same but fuzzy, *same*
    said nothing new. *fuzzy* came back as needing review, and so they stand here. *empty* came back
    without a translation. *outdated* have a source that the article no longer has in this form,
    *unknown* one that it never had, and *doubted* are fuzzy where the catalog has a translation
    that somebody stands by: none of these three is taken.
    """

    new: int = 0
    changed: int = 0
    reviewed: int = 0
    fuzzy: int = 0
    same: int = 0
    empty: int = 0
    outdated: int = 0
    unknown: int = 0
    doubted: int = 0
    refused: tuple[Message, ...] = ()
    """Those not taken; their origins say where they stand in the returned file."""


def take(catalog: Catalog, returned: Catalog) -> tuple[Catalog, Counts]:
    """
    Put the translations of *returned* into *catalog*, by context and source, and count them.

    Only messages that exist are translated, and none is emptied. A returned translation goes before
    one that is there, which is kept as a comment. `CatalogError`, if the locales differ.

    >>> today = Catalog("de", messages=(Message("sea", ("See",)), Message("sand")))
    >>> home, counts = take(today, Catalog("de", messages=(Message("sea", ("Meer",)), Message("air"))))
    >>> home.messages[0].string, home.messages[0].comments
    ('Meer', ('Earlier translation: "See"',))
    >>> counts.changed, counts.empty
    (1, 1)
    """
    if catalog.locale and returned.locale and not tmx.fit(returned.locale, catalog.locale):
        text = f"the file is in {returned.locale}, and the catalog in {catalog.locale}"
        raise CatalogError(text, path=returned.path or None, hint="choose the catalog it is for")
    today = catalog.index()
    retired = {message.key for message in catalog.messages if message.obsolete}
    taken: dict[Key, Message] = {}
    fates: list[tuple[str, Message]] = []
    for message in returned.messages:
        if message.obsolete:
            continue
        current = today.get(message.key)
        if not any(message.strings):
            fate = "empty"
        elif current is None:
            fate = "outdated" if message.key in retired else "unknown"
        else:
            fate, taken[current.key] = _take(current, message)
        fates.append((fate, message))
    messages = tuple(
        message if message.obsolete else taken.get(message.key, message)
        for message in catalog.messages
    )
    return replace(catalog, messages=messages), _count(fates)


def earlier(string: str) -> str:
    """Give the comment that keeps a translation which another one replaced, as a merge writes it."""
    return EARLIER + json.dumps(string, ensure_ascii=False)


def _take(current: Message, returned: Message) -> tuple[str, Message]:
    """Give what became of a message, and the message that stands in the catalog now."""
    if (current.plural, len(current.strings)) != (returned.plural, len(returned.strings)):
        return "outdated", current
    pairs = zip(returned.strings, current.strings, strict=True)
    strings = tuple(new or old for new, old in pairs)
    if returned.fuzzy and current.translated and strings != current.strings:
        # The file was sent before somebody settled the matter here.
        return "doubted", current
    now = replace(
        current,
        strings=strings,
        fuzzy=returned.fuzzy,
        comments=_unite(current.comments, returned.comments, _earlier(current, strings)),
    )
    if strings == current.strings and returned.fuzzy == current.fuzzy:
        return "same", now
    now = replace(now, origin=None)
    if not returned.fuzzy:
        now = replace(now, previous_context=None, previous_id=None, previous_plural=None)
    if returned.fuzzy:
        return "fuzzy", now
    if strings == current.strings:
        return "reviewed", now
    return "changed" if any(current.strings) else "new", now


def _earlier(current: Message, strings: tuple[str, ...]) -> Iterable[str]:
    """Keep each string that is replaced as a comment, in the words of a merge."""
    for string in current.strings:
        if string and string not in strings:
            yield earlier(string)


def _unite(*comments: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(comment for some in comments for comment in some))


def _count(fates: list[tuple[str, Message]]) -> Counts:
    number = Counter(fate for fate, _ in fates)
    return Counts(
        new=number["new"],
        changed=number["changed"],
        reviewed=number["reviewed"],
        fuzzy=number["fuzzy"],
        same=number["same"],
        empty=number["empty"],
        outdated=number["outdated"],
        unknown=number["unknown"],
        doubted=number["doubted"],
        refused=tuple(message for fate, message in fates if fate in _REFUSED),
    )
