"""
Catalog ⇄ XLIFF 2.1, the XML that translation agencies and their tools exchange.

A message is a unit, a message with plural forms a group of units, one a form. What a translator
should know stands in notes, what only we need in the metadata module. Inline Markdown stays as it
is written: machines and tools show it verbatim, our rules compare both sides, and a code for each
mark would have to be typed again by hand in every translation.

The state of a fuzzy message is "initial", with a target: Poedit and the Translate Toolkit read that
as "needs work". The state of an untranslated one is left out, because OmegaT fills in targets and
leaves states as they are.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence

from pipeline import locales, plurals
from pipeline.exchange import tree, xliff_reader
from pipeline.exchange.tree import Node
from pipeline.exchange.xliff_reader import (
    CORE,
    FUZZY,
    METADATA,
    OBSOLETE,
    PLURAL,
    UNDETERMINED,
    Part,
)
from pipeline.model import Catalog, Message

MIXED = frozenset({"source", "target", "note", "meta"})
"""Elements with text, where a space counts."""

load = xliff_reader.load
load_parts = xliff_reader.load_parts


def dump(catalog: Catalog, *, source: str, original: str, version: str = "2.1") -> bytes:
    """
    Write *catalog* as an XLIFF file, from the locale *source* of the article *original*.

    `load` gives back the same catalog: every message, obsolete ones too, comments and header.
    *version* may be "2.0", for tools that know no other; nothing else in the file differs.

    >>> data = dump(Catalog("de", messages=(Message("sea", ("Meer",)),)), source="en", original="a.md")
    >>> b"<target>Meer</target>" in data
    True
    """
    return dump_parts((Part(original, source, catalog),), version=version)


def dump_parts(parts: Sequence[Part], *, version: str = "2.1") -> bytes:
    """Write one file with several articles, which share both their locales."""
    first = parts[0]
    assert len({(part.source, part.catalog.locale) for part in parts}) == 1
    attributes = {
        "version": version,
        "srcLang": first.source,
        "trgLang": first.catalog.locale or UNDETERMINED,
    }
    root = tree.add(None, _core("xliff"), attributes, spaces={None: CORE, "mda": METADATA})
    for number, part in enumerate(parts, start=1):
        _write_file(root, f"f{number}", part)
    return tree.dump(root, MIXED)


def identify(context: str | None, id_: str) -> str:
    """
    Give the id of a unit: it depends on context and source alone, so that it stays.

    >>> identify(None, "sea"), identify("menu", "sea")
    ('mf1553bfcf782ddf5', 'm2003198da2f7c278')
    """
    text = id_ if context is None else f"{context}\x04{id_}"
    return "m" + hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def _core(tag: str) -> str:
    return f"{{{CORE}}}{tag}"


def _write_file(root: Node, number: str, part: Part) -> None:
    catalog = part.catalog
    attributes = {
        "id": number,
        "original": tree.shown(part.original),
        # A sentence cut off would come back as a message that nobody asked for.
        "canResegment": "no",
        "srcDir": locales.direction(part.source),
        "trgDir": locales.direction(catalog.locale) if catalog.locale else "auto",
        tree.SPACE: "preserve",
    }
    file = tree.add(root, _core("file"), attributes)
    _write_metadata(file, "header", catalog.header)
    _write_notes(file, [("comment", comment) for comment in catalog.comments])
    if not catalog.messages:
        tree.add(file, _core("group"), {"id": "empty"})  # A file has one child at least.
    written: Counter[str] = Counter()
    forms = _examples(catalog)
    for message in catalog.messages:
        number = identify(*message.key)
        written[number] += 1
        # gettext allows an obsolete message beside a live one with its key.
        again = "" if written[number] == 1 else f"-{written[number]}"
        _write_message(file, message, number + again, forms)


def _write_message(parent: Node, message: Message, number: str, forms: Sequence[str]) -> None:
    metadata = _metadata(message)
    if message.plural is None:
        unit = _write_unit(parent, message, number)
        _write_metadata(unit, "message", metadata)
        _write_notes(unit, _notes(message))
        _write_segment(unit, message, message.id, message.string)
        return
    group = tree.add(parent, _core("group"), {"id": number, "type": PLURAL})
    _write_metadata(group, "message", metadata)
    strings = message.strings or ("",)
    for form, string in enumerate(strings):
        unit = _write_unit(group, message, f"{number}.{form}")
        said = f"plural form {form + 1} of {len(strings)}"
        said += f", for {forms[form]}" if form < len(forms) else ""
        plural = [("form", said), ("plural", f"plural: {tree.shown(message.plural)}")]
        _write_notes(unit, [*plural, *(_notes(message))])
        _write_segment(unit, message, message.plural if form else message.id, string)


def _write_unit(parent: Node, message: Message, number: str) -> Node:
    retired = {"translate": "no", "type": OBSOLETE} if message.obsolete else {}
    return tree.add(parent, _core("unit"), {"id": number, **retired})


def _write_segment(unit: Node, message: Message, source: str, string: str) -> None:
    state = {}
    if message.fuzzy:
        # With a substate, no tool may leave out the state, although "initial" is the default.
        state = {"state": "initial", "subState": FUZZY}
    elif string:
        state = {"state": "translated"}
    segment = tree.add(unit, _core("segment"), state)
    tree.spell(tree.add(segment, _core("source")), source, _core("cp"))
    if string:
        tree.spell(tree.add(segment, _core("target")), string, _core("cp"))


def _metadata(message: Message) -> list[tuple[str, str]]:
    fields = (
        ("context", message.context),
        ("plural", message.plural),
        ("previous-context", message.previous_context),
        ("previous-id", message.previous_id),
        ("previous-plural", message.previous_plural),
    )
    flags = [("flag", flag) for flag in message.flags]
    return [(kind, text) for kind, text in fields if text is not None] + flags


def _notes(message: Message) -> list[tuple[str, str]]:
    """
    Give the notes of *message*, in the order in which a translator needs them.

    Context and former source are repeated from the metadata, which no tool shows.
    """
    notes = []
    if message.context:
        notes.append(("context", f"context: {tree.shown(message.context)}"))
    if message.fuzzy and message.previous_id:
        notes.append(("previous", f"former source: {tree.shown(message.previous_id)}"))
    notes += [("extracted", note) for note in message.notes]
    notes += [("comment", comment) for comment in message.comments]
    # Poedit takes these out of the notes, by this category, and shows them as places.
    notes += [("location", location) for location in message.locations]
    return notes


def _write_metadata(parent: Node, category: str, fields: Iterable[tuple[str, str]]) -> None:
    held = [tree.escape(kind, text) for kind, text in fields]
    if not held:
        return
    metadata = tree.add(parent, f"{{{METADATA}}}metadata")
    group = tree.add(metadata, f"{{{METADATA}}}metaGroup", {"category": category})
    for kind, text in held:
        tree.add(group, f"{{{METADATA}}}meta", {"type": tree.shown(kind)}, text)


def _write_notes(parent: Node, notes: Sequence[tuple[str, str]]) -> None:
    if not notes:
        return
    box = tree.add(parent, _core("notes"))
    for category, text in notes:
        kind, held = tree.escape(category, text)
        tree.add(box, _core("note"), {"category": kind}, held)


def _examples(catalog: Catalog) -> list[str]:
    """Give a few numbers that take each plural form: "1, 21, 31"."""
    declared = {key.lower(): value for key, value in catalog.header}.get("plural-forms", "")
    try:
        count, form = plurals.parse(declared)
    except ValueError:
        return []
    numbers: list[list[int]] = [[] for _ in range(count)]
    for number in range(1_000):
        numbers[form(number)].append(number)
    return [", ".join(map(str, some[:3])) + ("…" if len(some) > 3 else "") for some in numbers]
