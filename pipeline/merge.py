"""
A template and what was translated before: what a translator wrote is carried over, or kept aside.

A message is carried over by its key; then, if it is new, by its likeness to one that vanished or
stayed. However alike they are, a person has the last word: a guess is always fuzzy.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from pipeline import guess, locales, plurals, po
from pipeline.model import Catalog, Message
from pipeline.template import header as standard_header

EMPTY = Catalog()

EARLIER = "Earlier translation: "
"""Begins the comment that keeps a second translation of one message."""

Key = tuple[str | None, str]


def merge(old: Catalog, template: Catalog, memory: Catalog = EMPTY) -> Catalog:
    """
    Give the template's messages, with the translations of *old* carried over.

    Every message of the template appears once and in its order. A changed id keeps its translation
    as fuzzy and remembers the previous id. Nothing translated is dropped: it becomes obsolete.
    Of *memory*, only what has the same context and id is used, where *old* has nothing. A catalog
    with a locale and nothing else becomes that locale's first.

    >>> old = Catalog("de", messages=(Message("blue", ("blau",)), Message("red", ("rot",))))
    >>> new = merge(old, Catalog(messages=(Message("green"), Message("blue"))))
    >>> [(message.id, message.string, message.obsolete) for message in new.messages]
    [('green', '', False), ('blue', 'blau', False), ('red', 'rot', True)]
    """
    header = _header(old, template)
    forms = plurals.count({name.lower(): value for name, value in header}.get("plural-forms", ""))
    former = _join(old.messages)
    wanted = {message.key: message for message in template.messages if not message.obsolete}
    known = memory.index()
    live = {
        key: _recall(_carry(message, former.get(key), forms), known.get(key))
        for key, message in wanted.items()
    }
    # Whoever emptied a message wants no second guess: only messages that are new get one.
    new = {key for key, message in live.items() if key not in former and not any(message.strings)}
    guesses = guess.guess(new, wanted.values(), former.values())
    for key, source in guesses.items():
        live[key] = _adapt(live[key], former[source], forms, kept=source in wanted)
    used = wanted.keys() | set(guesses.values())
    past = [message for key, message in former.items() if key not in used]
    obsolete = [message for message in past if message.obsolete]
    obsolete += [_retire(message) for message in past if not message.obsolete and _worth(message)]
    return Catalog(
        old.locale, header, old.comments or template.comments, (*live.values(), *obsolete), old.path
    )


def _header(old: Catalog, template: Catalog) -> tuple[tuple[str, str], ...]:
    """Give the fields of *old* in their order, then those of the template that it lacks."""
    fields = dict(standard_header("") + template.header)
    if old.locale:
        fields["Language"] = po.spell(old.locale)
        fields["Language-Team"] = locales.name(old.locale, "en")
        fields["Plural-Forms"] = plurals.declare(old.locale)
    have = {name.lower() for name, _ in old.header}
    return old.header + tuple(field for field in fields.items() if field[0].lower() not in have)


def _join(messages: Iterable[Message]) -> dict[Key, Message]:
    """
    Map the messages by key, each once: a live one before an obsolete one, if it is translated.

    Other tools leave an obsolete message beside the one that returned, and msgfmt refuses the two.
    """
    groups: dict[Key, list[Message]] = defaultdict(list)
    for message in messages:
        groups[message.key].append(message)
    return {key: _join_group(group) for key, group in groups.items()}


def _join_group(group: list[Message]) -> Message:
    first, *others = sorted(group, key=lambda message: (not any(message.strings), message.obsolete))
    if not others:
        return first
    comments = [comment for message in (first, *others) for comment in message.comments]
    strings = [string for other in others for string in other.strings]
    joined = replace(
        first,
        obsolete=all(message.obsolete for message in group),
        comments=tuple(dict.fromkeys(comments)),
    )
    return _remember(joined, strings)


def _remember(message: Message, strings: Iterable[str]) -> Message:
    """Keep *strings* as comments, if the message does not have them."""
    kept = [string for string in strings if string and string not in message.strings]
    comments = (EARLIER + json.dumps(string, ensure_ascii=False) for string in kept)
    return replace(message, comments=tuple(dict.fromkeys((*message.comments, *comments))))


def _fit(message: Message, strings: Sequence[str], forms: int | None) -> Message:
    """Give the message as many strings as it has forms; what is over becomes a comment."""
    count = 1
    if message.plural is not None:
        count = forms or max(len(message.strings), len(strings))
    fitted = (*strings[:count], *[""] * (count - len(strings)))
    return _remember(replace(message, strings=fitted, origin=None), strings)


def _carry(message: Message, former: Message | None, forms: int | None) -> Message:
    """Translate *message* as *former* did, which has the same key."""
    if former is None:
        return _fit(message, (), forms)
    carried = replace(
        message,
        comments=former.comments,
        fuzzy=former.fuzzy,
        previous_context=former.previous_context,
        previous_id=former.previous_id,
        previous_plural=former.previous_plural,
    )
    if message.plural != former.plural and any(former.strings):
        carried = _doubt(carried, former)
    return _fit(carried, former.strings, forms)


def _adapt(message: Message, source: Message, forms: int | None, *, kept: bool) -> Message:
    """Translate *message* as *source* was, which it resembles, for a person to review."""
    comments = message.comments if kept else source.comments
    return _fit(_doubt(replace(message, comments=comments), source), source.strings, forms)


def _recall(message: Message, known: Message | None) -> Message:
    """Translate *message* as another catalog does, if nothing else is at hand."""
    if known is None or any(message.strings) or not known.translated:
        return message
    if (known.plural, len(known.strings)) != (message.plural, len(message.strings)):
        return message
    return replace(message, strings=known.strings, fuzzy=False)


def _doubt(message: Message, source: Message) -> Message:
    """Mark as fuzzy, with what the strings of *source* translate as the previous id."""
    context, id_, plural = source.context, source.id, source.plural
    if source.fuzzy and source.previous_id is not None:
        context, plural = source.previous_context, source.previous_plural
        id_ = source.previous_id
    doubted = replace(
        message, fuzzy=True, previous_context=None, previous_id=None, previous_plural=None
    )
    if (context, id_, plural) == (message.context, message.id, message.plural):
        # The text has returned to what it was; the doubt has not gone.
        return doubted
    return replace(doubted, previous_context=context, previous_id=id_, previous_plural=plural)


def _worth(message: Message) -> bool:
    """Has something that a translator wrote."""
    return any(message.strings) or bool(message.comments)


def _retire(message: Message) -> Message:
    """Make *message* obsolete; it stands nowhere any more."""
    return replace(message, obsolete=True, locations=(), origin=None)
