"""
XLIFF 2.x → Catalog: our own files, and what tools made of them.

Segments that a tool has cut are joined; codes and marks that it has added give way to their text.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline import locales
from pipeline.errors import CatalogError, PipelineError
from pipeline.exchange import tree
from pipeline.exchange.tree import Node
from pipeline.model import Catalog, Message
from pipeline.po import reader

CORE = "urn:oasis:names:tc:xliff:document:2.0"
"""The namespace of XLIFF 2.0 and of 2.1, which changed no element of the core."""

METADATA = "urn:oasis:names:tc:xliff:metadata:2.0"

FUZZY = "pipeline:fuzzy"
OBSOLETE = "pipeline:obsolete"
PLURAL = "pipeline:plural"

UNDETERMINED = "und"
"""The locale of a template, which has none, in BCP 47."""

_POEDIT_FUZZY = "poedit:fuzzy"
_FUZZY_STATES = frozenset({"new", "needs-translation", "needs-adaptation", "needs-l10n"})
_LINE = re.compile(r"\r\n?|\n")
_HINT = "export the catalog again"


@dataclass(frozen=True, slots=True)
class Part:
    """A catalog on its way: with the path of its article, and the locale that is written in."""

    original: str
    source: str
    catalog: Catalog


def load(data: bytes, path: str) -> Catalog:
    """
    Give the catalog of an XLIFF file with one article.

    Each message knows its line there. `CatalogError`, with the line, if it is none.

    >>> load(b'<xliff version="1.2"/>', "a.xlf")
    Traceback (most recent call last):
    ...
    pipeline.errors.CatalogError: a.xlf:1: it is not XLIFF 2; save it as XLIFF 2.0 or 2.1
    """
    first, *others = load_parts(data, path)
    if others:
        message = f"the file holds {len(others) + 1} articles"
        raise CatalogError(message, path=path, hint="read it in parts")
    return first.catalog


def load_parts(data: bytes, path: str) -> tuple[Part, ...]:
    """Give each article of an XLIFF file, with its path and the locale it is written in."""
    root = tree.parse(data, path)
    if root.tag != f"{{{CORE}}}xliff":
        raise tree.fault(root, path, "it is not XLIFF 2", "save it as XLIFF 2.0 or 2.1")
    files = [node for node in root if tree.name(node) == "file"]
    if not files:
        raise tree.fault(root, path, "the file has no article", _HINT)
    source, target = (_locale(root, name, path) for name in ("srcLang", "trgLang"))
    return tuple(
        Part(file.get("original", ""), source, _catalog(file, target, path)) for file in files
    )


def _locale(root: Node, name: str, path: str) -> str:
    tag = root.get(name, "")
    if tag in ("", UNDETERMINED):
        return ""
    try:
        return locales.parse(tag)
    except PipelineError as error:
        raise tree.fault(root, path, f"{name}: {error.message}", error.hint) from None


def _catalog(file: Node, locale: str, path: str) -> Catalog:
    messages = tuple(_messages(file, path))
    _check_keys(messages, path)
    return Catalog(
        locale=locale,
        header=tuple(_metadata(file)),
        comments=tuple(text for kind, text in _notes(file) if kind == "comment"),
        messages=messages,
        path=path,
    )


def _messages(parent: Node, path: str) -> Iterator[Message]:
    for node in parent:
        match tree.name(node):
            case "unit":
                yield _message(node, [node], path)
            case "group" if node.get("type") == PLURAL:
                units = [child for child in node if tree.name(child) == "unit"]
                if not units:
                    raise tree.fault(node, path, "the message has no plural form", _HINT)
                yield _message(node, units, path)
            case "group":
                # libxml2 lets nothing be nested deeper than 256.
                yield from _messages(node, path)


def _message(holder: Node, units: list[Node], path: str) -> Message:
    """Give the message of *units*, one a form; *holder* has its metadata."""
    fields: dict[str, list[str]] = defaultdict(list)
    for kind, text in _metadata(holder):
        fields[kind].append(text)
    notes: dict[str, list[str]] = defaultdict(list)
    for kind, text in _notes(units[0]):
        notes[kind].append(text)
    forms = [_form(unit, path) for unit in units]
    one = {kind: texts[0] for kind, texts in fields.items()}
    if holder is not units[0] and "plural" not in one:
        raise tree.fault(holder, path, "the message has lost its plural", _HINT)
    target = next((node for node in units[0].iter(f"{{{CORE}}}target")), units[0])
    message = Message(
        id=forms[0][0],
        strings=tuple(string for _, string, _ in forms),
        context=one.get("context"),
        plural=one.get("plural") if holder is not units[0] else None,
        fuzzy=any(fuzzy for _, _, fuzzy in forms),
        obsolete=units[0].get("type") == OBSOLETE,
        flags=tuple(fields["flag"]),
        previous_context=one.get("previous-context"),
        previous_id=one.get("previous-id"),
        previous_plural=one.get("previous-plural"),
        locations=tuple(notes["location"]),
        notes=tuple(notes["extracted"]),
        comments=tuple(notes["comment"]),
        origin=tree.origin(target, path),
    )
    # A catalog would refuse what is larger, when it is read again.
    texts = (message.context or "", message.id, message.plural or "", *message.strings)
    size = sum(map(len, texts))
    if size > reader.MESSAGE_LIMIT:
        text = f"a message has {size} characters, more than {reader.MESSAGE_LIMIT}"
        raise tree.fault(holder, path, text, "split the paragraph")
    return message


def _form(unit: Node, path: str) -> tuple[str, str, bool]:
    """Give source, target and doubt of a unit, its segments joined; one that lacks a target has none."""
    sources, targets, fuzzy, whole = [], [], False, True
    for segment in unit:
        kind = tree.name(segment)
        if kind not in ("segment", "ignorable"):
            continue
        source = segment.find(f"{{{CORE}}}source")
        if source is None:
            raise tree.fault(segment, path, "a segment has no source", _HINT)
        target = segment.find(f"{{{CORE}}}target")
        sources.append(_text(source, path))
        targets.append(_text(source if target is None else target, path))
        if kind == "segment":
            whole &= target is not None and bool(targets[-1])
            fuzzy |= _is_fuzzy(segment, target)
    if not sources:
        raise tree.fault(unit, path, "a unit has no segment", _HINT)
    return "".join(sources), "".join(targets) if whole else "", fuzzy


def _is_fuzzy(segment: Node, target: Node | None) -> bool:
    """
    Is a translation waiting for review, in the words of any of the tools.

    Poedit calls a fuzzy segment translated, and says "fuzzy" in its substate. Weblate writes a state
    of XLIFF 1.2 at the target. The Translate Toolkit changes the state and leaves our substate, which
    therefore says nothing about a segment that is called translated.
    """
    state, more = segment.get("state"), segment.get("subState")
    filled = target is not None and bool(len(target) or target.text)
    if more == _POEDIT_FUZZY or (state == "initial" and (filled or more == FUZZY)):
        return True
    return target is not None and filled and target.get("state", "") in _FUZZY_STATES


def _text(node: Node, path: str) -> str:
    """Give the text of *node*, with the characters that XML cannot hold."""
    parts = [node.text or ""]
    for child in node:
        match tree.name(child):
            case "cp":
                parts.append(_character(child, path))
            case "ph" | "sc" | "ec":
                parts.append(child.get("equiv", ""))
            case "pc":
                inside = _text(child, path)
                parts.append(f"{child.get('equivStart', '')}{inside}{child.get('equivEnd', '')}")
            case _:
                parts.append(_text(child, path))
        parts.append(child.tail or "")
    return "".join(parts)


def _character(node: Node, path: str) -> str:
    try:
        character = chr(int(node.get("hex", ""), 16))
        character.encode()
    except (ValueError, OverflowError):
        message = f'"{node.get("hex", "")}" is no code point'
        raise tree.fault(node, path, message, _HINT) from None
    if character == "\0":
        raise tree.fault(node, path, "a NUL character", "delete it")
    return character


def _metadata(node: Node) -> Iterator[tuple[str, str]]:
    for group in node.iterfind(f"{{{METADATA}}}metadata/{{{METADATA}}}metaGroup"):
        for meta in group.iterfind(f"{{{METADATA}}}meta"):
            yield tree.unescape(meta.get("type", ""), "".join(meta.itertext()))


def _notes(node: Node) -> Iterator[tuple[str, str]]:
    for note in node.iterfind(f"{{{CORE}}}notes/{{{CORE}}}note"):
        kind, text = tree.unescape(note.get("category", "comment"), "".join(note.itertext()))
        # A tool's note may have several lines; a comment in a PO file has one.
        yield from ((kind, line) for line in _LINE.split(text))


def _check_keys(messages: tuple[Message, ...], path: str) -> None:
    """Refuse two live messages with one key, as in a PO file."""
    seen: dict[tuple[str | None, str], Message] = {}
    for message in messages:
        if message.obsolete:
            continue
        first = seen.setdefault(message.key, message)
        if first is not message:
            assert message.origin is not None
            assert first.origin is not None
            text = f"this message stands also in line {first.origin.place.line}"
            line = message.origin.place.line
            raise CatalogError(text, path=path, line=line, hint="delete one of them")
