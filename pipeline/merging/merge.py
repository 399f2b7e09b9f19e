"""
A template and what was translated before: what a translator wrote is carried over, or kept aside.

A message is carried over by its key; then, if it is new, by its text without context and markup,
from elsewhere by its very text, and last by its likeness to one that vanished or stayed. What reads
the same stays translated; however alike the others are, a person has the last word on them.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from pipeline import locales, plurals, po
from pipeline.merging import guess, memory, moves
from pipeline.merging.memory import Memory, Offer
from pipeline.model import Catalog, Key, Message
from pipeline.template import MARKDOWN
from pipeline.template import header as standard_header

EARLIER = "Earlier translation: "
"""Begins the comment that keeps a second translation of one message."""

Outcome = Literal["kept", "carried over", "fuzzy", "new", "obsolete"]
"""
What an update did with a message: it stands as it stood; has a translation that somebody stands by
though its text, its context or its article changed; has one to review; has none; or stands nowhere.
"""
OUTCOMES: tuple[Outcome, ...] = ("kept", "carried over", "fuzzy", "new", "obsolete")


@dataclass(frozen=True, slots=True)
class Merged:
    """A catalog brought up to its template, and what became of each message on the way."""

    catalog: Catalog
    outcomes: Mapping[Key, Outcome]

    @property
    def counts(self) -> dict[Outcome, int]:
        """How many messages had each outcome; after a second update, all are kept."""
        counts = Counter(self.outcomes.values())
        return {outcome: counts[outcome] for outcome in OUTCOMES}


def merge(old: Catalog, template: Catalog, known: Memory = memory.EMPTY) -> Merged:
    """
    Give the template's messages, with the translations of *old* carried over.

    Every message of the template appears once and in its order. A changed id keeps its translation:
    where only white space and markup changed, fitted to that; else as fuzzy, with the previous id.
    Nothing translated is dropped: it becomes obsolete. Of what is *known* from elsewhere, only the
    very same text is used, where *old* has none. A catalog with a locale and nothing else becomes
    that locale's first.

    >>> old = Catalog("de", messages=(Message("blue", ("blau",)), Message("red", ("rot",))))
    >>> new = merge(old, Catalog(messages=(Message("green"), Message("**blue**"))))
    >>> [(message.id, message.string, message.obsolete) for message in new.catalog.messages]
    [('green', '', False), ('**blue**', '**blau**', False), ('red', 'rot', True)]
    >>> new.counts
    {'kept': 0, 'carried over': 1, 'fuzzy': 0, 'new': 1, 'obsolete': 1}
    """
    header = _header(old, template)
    forms = plurals.count({name.lower(): value for name, value in header}.get("plural-forms", ""))
    former = _join(old.messages)
    wanted = {message.key: message for message in template.messages if not message.obsolete}
    live = {key: _carry(message, former.get(key), forms) for key, message in wanted.items()}
    used: set[Key] = set()
    # Whoever emptied a message wants no second guess: only messages that are new get one.
    new = {key: message for key, message in live.items() if key not in former}
    gone = [message for key, message in former.items() if key not in wanted]
    for key, move in moves.moves(new, gone).items():
        live[key] = _move(live[key], move, former[move.source], forms)
        used.add(move.source)
    empty = [one for one in live.values() if not any(one.strings) and not memory.offered(one)]
    for key, offer in memory.take(known, empty, new).items():
        live[key] = _recall(live[key], offer)
    left = {key for key in new if not any(live[key].strings)}
    sources = [message for key, message in former.items() if key in wanted or key not in used]
    for key, source in guess.guess(left, wanted.values(), sources).items():
        live[key] = _adapt(live[key], former[source], forms, kept=source in wanted)
        used.add(source)
    past = [message for message in gone if message.key not in used]
    retired = [_retire(message) for message in past if not message.obsolete and _worth(message)]
    kept = {message.key: message for message in past if message.obsolete}
    messages = (*_placed(live, kept, old.messages), *retired)
    outcomes = {key: _outcome(former.get(key), message) for key, message in live.items()}
    catalog = replace(
        old, header=header, comments=old.comments or template.comments, messages=messages
    )
    return Merged(catalog, outcomes | {message.key: "obsolete" for message in retired})


def _placed(
    live: Mapping[Key, Message], obsolete: Mapping[Key, Message], former: Iterable[Message]
) -> Iterator[Message]:
    """Give the live messages in their order; each obsolete one stays behind the one it stood behind."""
    behind: dict[Key | None, list[Message]] = defaultdict(list)
    last: Key | None = None
    left = dict(obsolete)
    for message in former:
        if message.key in live:
            last = message.key
        elif message.key in left:
            behind[last].append(left.pop(message.key))
    trailing = behind.pop(last, []) if last else []
    yield from behind[None]
    for key, message in live.items():
        yield message
        yield from behind[key]
    yield from trailing


def _outcome(former: Message | None, message: Message) -> Outcome:
    if not any(message.strings):
        return "new"
    was = former and (former.obsolete, former.strings, former.fuzzy)
    if was == (False, message.strings, message.fuzzy):
        return "kept"
    return "fuzzy" if message.fuzzy else "carried over"


def _header(old: Catalog, template: Catalog) -> tuple[tuple[str, str], ...]:
    """Give the fields of *old*, or of a first catalog; an old one is its translators' to fill."""
    if old.header:
        return old.header
    fields = dict(standard_header("") + template.header)
    if old.locale:
        fields["Language"] = po.spell(old.locale)
        fields["Language-Team"] = locales.name(old.locale, "en")
        fields["Plural-Forms"] = plurals.declare(old.locale)
    return tuple(fields.items())


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
    comments = [EARLIER + json.dumps(string, ensure_ascii=False) for string in dict.fromkeys(kept)]
    new = (comment for comment in comments if comment not in message.comments)
    return replace(message, comments=(*message.comments, *new))


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
    if _stands(message, former):
        return former
    carried = _inherit(message, former)
    if message.plural == former.plural:
        # Even a wrong number of plural forms stands as the translator left it, and is told.
        return replace(carried, strings=former.strings, origin=None)
    return _fit(_doubt(carried, former) if any(former.strings) else carried, former.strings, forms)


def _stands(message: Message, former: Message) -> bool:
    """Does *former* say of the article all that *message*, which has the same key, says today."""
    return (
        not former.obsolete
        and former.plural == message.plural
        and former.notes == message.notes
        and former.locations == message.locations
        and former.flags == (*message.flags, *_own_flags(former, message))
    )


def _inherit(message: Message, source: Message) -> Message:
    """Give *message* all that people have said of the translation of *source*."""
    return replace(
        message,
        flags=(*message.flags, *_own_flags(source, message)),
        comments=source.comments,
        fuzzy=source.fuzzy,
        previous_context=source.previous_context,
        previous_id=source.previous_id,
        previous_plural=source.previous_plural,
    )


def _own_flags(former: Message, message: Message) -> Iterator[str]:
    """Give the flags that a person or a tool has set: not ours, nor what another one guessed of formats."""
    for flag in former.flags:
        if flag not in message.flags and flag != MARKDOWN and not flag.endswith("-format"):
            yield flag


def _adapt(message: Message, source: Message, forms: int | None, *, kept: bool) -> Message:
    """Translate *message* as *source* was, which it resembles, for a person to review."""
    if not kept:
        flags = (*message.flags, *_own_flags(source, message))
        message = replace(message, comments=source.comments, flags=flags)
    return _fit(_doubt(message, source), source.strings, forms)


def _move(message: Message, move: moves.Move, source: Message, forms: int | None) -> Message:
    """Translate *message* as *source* was, which reads the same."""
    if move.strings is None:
        return _adapt(message, source, forms, kept=False)
    return _fit(_inherit(message, source), move.strings, forms)


def _recall(message: Message, offer: Offer) -> Message:
    """Translate *message* as was done elsewhere, where the text is the same."""
    known = offer.message
    if offer.trust == "offered":
        comments = (*message.comments, memory.OFFERED + offer.origin)
        return replace(message, strings=known.strings, fuzzy=True, comments=comments)
    return replace(
        message,
        strings=known.strings,
        fuzzy=known.fuzzy,
        previous_context=known.previous_context,
        previous_id=known.previous_id,
        previous_plural=known.previous_plural,
        comments=tuple(dict.fromkeys((*message.comments, *known.comments))),
    )


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
