"""
Catalogs → TMX 1.4, and a translation memory in TMX → messages.

A memory is pairs of texts: it knows no fuzzy ones, no comments and no plural forms.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pipeline.exchange import tree
from pipeline.exchange.tree import Node
from pipeline.model import Catalog, Message
from pipeline.po import reader

_CONTEXT = "x-context"
_MIXED = frozenset({"seg", "prop"})
_HEADER = {
    "creationtool": "article-pipeline",
    # The version of what is written, not of the program: the bytes must not move with it.
    "creationtoolversion": "1",
    "datatype": "plaintext",
    "segtype": "paragraph",  # OmegaT, where it segments by sentence, then cuts them itself.
    "adminlang": "en",
    "o-tmf": "gettext PO",
}


def dump(catalogs: Iterable[Catalog], *, source: str) -> bytes:
    """
    Write the translated messages of *catalogs*, which are in any locales, as one translation memory.

    *source* is the locale of the ids. Of plural forms, the first one translates the id, and the second
    the plural, if there are no more: a pair cannot say what each of three is for. What XML cannot
    hold is left out, since TMX knows no way to say it.

    >>> data = dump([Catalog("de", messages=(Message("sea", ("Meer",)),))], source="en")
    >>> [(message.id, message.string) for message in load(data, "a.tmx", source="en", target="de")]
    [('sea', 'Meer')]
    """
    root = tree.add(None, "tmx", {"version": "1.4"})
    tree.add(root, "header", {**_HEADER, "srclang": source})
    body = tree.add(root, "body")
    pairs = {
        (catalog.locale, *pair): None
        for catalog in catalogs
        for message in catalog.messages
        if message.translated and catalog.locale
        for pair in _pairs(message)
    }
    for locale, context, id_, string in pairs:
        unit = tree.add(body, "tu")
        if context is not None:
            tree.add(unit, "prop", {"type": _CONTEXT}, context)
        for language, text in ((source, id_), (locale, string)):
            variant = tree.add(unit, "tuv", {tree.LANGUAGE: language})
            tree.add(variant, "seg", text=text)
    return tree.dump(root, _MIXED)


def load(data: bytes, path: str, *, source: str, target: str) -> tuple[Message, ...]:
    """
    Give the pairs of a translation memory from *source* to *target*, as translated messages.

    A locale fits another if one of them begins the other ("fr-FR" fits "fr"), and the nearest is
    taken. Inline codes give way to their text. The same pair comes once, with its first line;
    another translation of the same text is another message.
    """
    root = tree.parse(data, path)
    if tree.name(root) != "tmx":
        raise tree.fault(root, path, "it is not TMX", "save it as TMX 1.4")
    found: dict[tuple[str | None, str, str], Message] = {}
    for unit in root.iter("{*}tu"):
        message = _message(unit, path, source, target)
        if message is not None:
            found.setdefault((*message.key, message.string), message)
    return tuple(found.values())


def fit(tag: str, wanted: str) -> int:
    """
    Say how near two locales are: 0 is not at all, more is nearer.

    >>> [fit(tag, "fr") > 0 for tag in ("fr", "FR_fr", "fr-CA", "frr")]
    [True, True, True, False]
    >>> fit("pt-PT", "pt-BR"), fit("pt-BR", "pt-BR") > fit("pt", "pt-BR") > 0
    (0, True)
    """
    one, other = (text.lower().replace("_", "-").split("-") for text in (tag, wanted))
    shared = min(len(one), len(other))
    if one[:shared] != other[:shared] or not tag:
        return 0
    return 1_000 - abs(len(one) - len(other))


def _pairs(message: Message) -> Iterator[tuple[str | None, str, str]]:
    pairs = [(message.id, message.strings[0])]
    if message.plural is not None and len(message.strings) <= 2:
        pairs.append((message.plural, message.strings[-1]))
    for id_, string in pairs:
        context = message.context
        if id_ and all(tree.holds(text) for text in (context or "", id_, string)):
            yield context, id_, string


def _message(unit: Node, path: str, source: str, target: str) -> Message | None:
    variants = [node for node in unit if tree.name(node) == "tuv"]
    asked = _nearest(variants, source)
    answered = _nearest([node for node in variants if node is not asked], target)
    if asked is None or answered is None:
        return None
    id_, string = _text(asked), _text(answered)
    if not id_ or not string or len(id_ + string) > reader.MESSAGE_LIMIT:
        return None
    context = next(
        (
            "".join(node.itertext())
            for node in unit
            if tree.name(node) == "prop" and node.get("type") == _CONTEXT
        ),
        None,
    )
    return Message(id_, (string,), context, origin=tree.origin(answered, path))


def _nearest(variants: Iterable[Node], locale: str) -> Node | None:
    """Give the variant in the locale nearest to *locale*, the first of several."""
    # TMX 1.1 has `lang`, and later ones `xml:lang`.
    fits = [
        (fit(node.get(tree.LANGUAGE) or node.get("lang", ""), locale), node) for node in variants
    ]
    best = max(fits, key=lambda pair: pair[0], default=(0, None))
    return best[1] if best[0] else None


def _text(variant: Node) -> str:
    segment = next((node for node in variant if tree.name(node) == "seg"), None)
    return "" if segment is None else "".join(segment.itertext())
