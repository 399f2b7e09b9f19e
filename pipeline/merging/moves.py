"""
Which new messages read as a former one: its context came or went, or its white space or markup changed.

What reads the same has the same translation, and nobody has to look at it again. Where more than
one former message reads so, or the change does not fit the translation, a person has to.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pipeline.merging.adapt import adapt, bare
from pipeline.model import Key, Message


@dataclass(frozen=True, slots=True)
class Move:
    """The key of the former message, and its strings as the new one has them; None is for review."""

    source: Key
    strings: tuple[str, ...] | None = None


def moves(new: Mapping[Key, Message], gone: Iterable[Message]) -> dict[Key, Move]:
    """
    Give for each *new* message that reads as one that is *gone* which one, and its strings.

    >>> former, new = Message("*Take* one", ("*Prenez*-en un",)), Message("_Take_ one")
    >>> moves({new.key: new}, [former])[new.key].strings
    ('_Prenez_-en un',)
    """
    if not new:
        return {}
    sources: dict[str, list[Message]] = defaultdict(list)
    for message in gone:
        if any(message.strings):
            sources[bare(message.id)].append(message)
    askers: dict[str, list[Key]] = defaultdict(list)
    for key, message in new.items():
        askers[bare(message.id)].append(key)
    # Without a letter, markup is all there is: no image reads as another.
    return {
        key: _move(new[key], sources[text], alone=len(keys) == 1)
        for text, keys in askers.items()
        if text and text in sources
        for key in keys
    }


def _move(message: Message, sources: Iterable[Message], *, alone: bool) -> Move:
    """Choose the nearest of *sources*: in the same context, with the same id, not yet obsolete."""
    ranked = sorted(
        sources,
        key=lambda source: (
            source.context != message.context,
            source.id != message.id,
            source.obsolete,
        ),
    )
    first = ranked[0]
    if first.context == message.context:
        ranked = [source for source in ranked if source.context == first.context]
        sure = True
    else:
        # A context that came or went changes no meaning, if there is one message on either side.
        sure = alone and None in (first.context, message.context)
    strings = {_fit(source, message) for source in ranked}
    return Move(first.key, strings.pop() if sure and len(strings) == 1 else None)


def _fit(source: Message, message: Message) -> tuple[str, ...] | None:
    """Give the strings of *source* with the white space and markup of *message*."""
    if (source.plural is None) != (message.plural is None):
        return None
    if bare(source.plural or "") != bare(message.plural or ""):
        return None
    fitted: list[str] = []
    for number, string in enumerate(source.strings):
        old, new = source.plural if number else None, message.plural if number else None
        adapted = string and adapt(string, old or source.id, new or message.id)
        if adapted is None:
            return None
        fitted.append(adapted)
    return tuple(fitted)
