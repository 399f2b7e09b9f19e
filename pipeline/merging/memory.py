"""
What was translated elsewhere: in another article, in a file of a translator's, in an earlier slug.

A text that left one article and stands in another took its translation along. A text that is
merely the same is offered, fuzzy, with a comment that names where it comes from.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from pipeline.merging.guess import TELLING, words
from pipeline.model import Catalog, Key, Message

Trust = Literal["certain", "moved", "offered"]
"""Taken as it is; taken, if a text that tells enough moved along; or for a person to review."""

OFFERED = "Offered from "
"""Begins the comment that says where an offered translation comes from."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A translation from elsewhere: its message, and the name of the article or file it is from."""

    message: Message
    origin: str
    trust: Trust = "offered"


@dataclass(frozen=True, slots=True)
class Memory:
    """Translations from elsewhere by key, for each the best first."""

    offers: Mapping[Key, tuple[Offer, ...]] = field(default_factory=dict)

    def find(self, message: Message) -> Offer | None:
        """
        Give the first offer that fits *message*: it has its text, and the forms of its plural.

        What has no context is offered for any.
        """
        found = self.offers.get(message.key, ())
        if message.context is not None:
            found += tuple(
                Offer(offer.message, offer.origin)
                for offer in self.offers.get((None, message.id), ())
            )
        for offer in found:
            known = offer.message
            if (known.plural, len(known.strings)) == (message.plural, len(message.strings)):
                return offer
        return None


EMPTY = Memory()


def offer(catalog: Catalog, origin: str, *, trust: Trust = "offered") -> Memory:
    """
    Give what people stand by in *catalog*, under the name of *origin*.

    >>> sea = Message("sea", ("mer",))
    >>> offer(Catalog("fr", messages=(sea,)), "harbour.tmx").find(Message("sea")).origin
    'harbour.tmx'
    """
    translated = (message for message in catalog.messages if message.translated)
    return Memory({message.key: (Offer(message, origin, trust),) for message in translated})


def project(catalogs: Mapping[str, Catalog], asked: Mapping[str, Collection[Key]]) -> Memory:
    """
    Give what the *catalogs* of one locale's articles hold, by the articles' names.

    *asked* has the keys that each article asks for today; one that is gone is not in it. What
    vanished from its article comes first, also where it is obsolete or fuzzy: it may stand in
    another article now. Of what is still there, only the first is kept, and only if a person stands
    by it.
    """
    gone: dict[Key, tuple[Offer, ...]] = {}
    there: dict[Key, tuple[Offer, ...]] = {}
    for name, catalog in catalogs.items():
        wanted = asked.get(name, ())
        for message in catalog.messages:
            if message.key not in wanted or message.obsolete:
                if any(message.strings):
                    one = Offer(message, name, "moved")
                    gone[message.key] = (*gone.get(message.key, ()), one)
            elif message.translated:
                there.setdefault(message.key, (Offer(message, name),))
    return join(Memory(gone), Memory(there))


def join(*memories: Memory) -> Memory:
    """Give one memory of several, the first ranked before the others."""
    offers: dict[Key, tuple[Offer, ...]] = {}
    for memory in memories:
        for key, found in memory.offers.items():
            offers[key] = (*offers.get(key, ()), *found)
    return Memory(offers)


def narrow(memory: Memory, template: Catalog) -> Memory:
    """Give what *memory* has for *template*: little enough to hand to a worker."""
    keys = {key for one in template.messages for key in (one.key, (None, one.id))}
    return Memory({key: memory.offers[key] for key in keys if key in memory.offers})


def take(memory: Memory, asked: Iterable[Message], new: Collection[Key]) -> dict[Key, Offer]:
    """
    Give an offer for each message that is *asked*, if there is one.

    What vanished from an article and is *new* here has moved, if at least one of the texts from
    there tells enough: that "Dose" vanished there and came here is no proof, but with the paragraph
    below it, it is. What did not move is offered.
    """
    found = {message.key: memory.find(message) for message in asked}
    known = {key: offer for key, offer in found.items() if offer is not None}
    proof = {
        offer.origin
        for key, offer in known.items()
        if offer.trust == "moved" and key in new and len(words(key[1])) >= TELLING
    }
    return {
        key: offer
        if offer.trust == "certain" or (offer.origin in proof and key in new)
        else Offer(offer.message, offer.origin)
        for key, offer in known.items()
    }


def renamed(template: Catalog, orphans: Mapping[str, Catalog]) -> str | None:
    """
    Give the name of the article that *template*'s was before, if most of that one's texts stand here.

    *orphans* are the catalogs of articles that are gone. One of which more than half of the messages
    are asked by *template* is where a new article's catalog begins.
    """
    wanted = {message.key for message in template.messages}
    shared: dict[str, int] = {}
    for name, catalog in orphans.items():
        live = [message.key for message in catalog.messages if not message.obsolete]
        count = sum(key in wanted for key in live)
        if count > len(live) / 2:
            shared[name] = count
    return max(shared, key=lambda name: shared[name], default=None)


def offered(message: Message) -> bool:
    """Tell whether *message* has been offered a translation before, also if that was refused."""
    return any(comment.startswith(OFFERED) for comment in message.comments)
