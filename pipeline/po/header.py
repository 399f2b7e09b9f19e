"""The header of a catalog: the message with an empty id, whose string has a field a line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from pipeline import plurals
from pipeline.findings import Found
from pipeline.model import Catalog, Message, Place
from pipeline.po import charsets
from pipeline.po.reader import is_header

Fields = tuple[tuple[str, str], ...]

_FIELD = re.compile(r"^([A-Za-z][\w-]*):(?!//)", re.ASCII | re.MULTILINE)


def find(messages: Iterable[Message]) -> Message | None:
    """Give the header among *messages*, if it is there."""
    return next(filter(is_header, messages), None)


def fields(header: Message | None) -> Fields:
    """Give the names and values of all fields, in their order."""
    return tuple((name, text) for name, text, _ in _split(header))


def value(header: Message | None, name: str) -> str:
    """Give the first field called *name*, in any case of letters, or nothing."""
    return next((text for key, text in fields(header) if key.lower() == name), "")


def place(header: Message | None, name: str, path: str) -> Place:
    """Give where the field stands, or else the header, or the file."""
    if header is None or header.origin is None:
        return Place(path)
    return header.origin.at(next((at for key, _, at in _split(header) if key.lower() == name), 0))


def update(catalog: Catalog) -> Message | None:
    """
    Give the message that says what the header of *catalog* says, as little changed as can be.

    There is none where a file without a header has got none.
    """
    written = catalog.written
    old = find(written.messages) if written else None
    same = written is not None and catalog.comments == written.comments
    if old is None:
        if same and not catalog.header:
            return None
        text = "".join(_line(*field) for field in catalog.header)
        return Message("", (text,), comments=() if same else catalog.comments)
    if not same:
        old = replace(old, comments=catalog.comments, notes=())
    if fields(old) == catalog.header:
        return old
    ends = (*(at for _, _, at in _split(old)[1:]), len(old.string))
    stood = {
        (name, text): old.string[at:end].removesuffix("\n") + "\n"
        for (name, text, at), end in zip(_split(old), ends, strict=True)
    }
    text = "".join(stood.get(field) or _line(*field) for field in catalog.header)
    return replace(old, strings=(text,))


def doubts(header: Message | None, locale: str, charset: str, path: str) -> Iterator[Found]:
    """Say what gettext reads all the same: see `po.doubts`. The file is in *charset*."""
    if header is None:
        yield Found(Place(path), "the catalog has no header")
        return
    language, forms = value(header, "language"), value(header, "plural-forms")
    if not language.strip():
        yield Found(place(header, "language", path), "the header names no language")
    elif not locale:
        yield Found(
            place(header, "language", path), f'"{language}" is no known locale', (), language
        )
    content_type = value(header, "content-type")
    declared = charsets.declared(content_type)
    known = charsets.known(declared)
    if not known or (charset == charsets.UTF_8 and known != charset):
        right = f"Content-Type: {charsets.declare(content_type, 'UTF-8')}"
        said = "no charset"
        if declared:
            said = f'the charset "{declared}", and is {charset.upper()}'
        yield Found(place(header, "content-type", path), f"the header declares {said}", (right,))
    fault = plurals.fault(forms, locale) if forms else ""
    if fault:
        rights = (f"Plural-Forms: {plurals.declare(locale)}",) if locale else ()
        at = place(header, "plural-forms", path)
        yield Found(at, f"wrong Plural-Forms: {fault}", rights, forms)


def _line(name: str, text: str) -> str:
    return f"{name}: {text}\n" if name else f"{text}\n"


def _split(header: Message | None) -> tuple[tuple[str, str, int], ...]:
    """Give the fields with their offsets in the header."""
    return _split_text(header.string) if header else ()


# A project's catalogs in one language have headers that differ little, and often not at all.
@lru_cache(maxsize=256)
def _split_text(text: str) -> tuple[tuple[str, str, int], ...]:
    """
    Cut into names, values and offsets.

    A line that is no field continues the one above; the first one, then, has no name.
    """
    text = text.removesuffix("\n")
    starts = [*_FIELD.finditer(text)]
    ends = [*(match.start() for match in starts), len(text) + 1]
    nameless = [("", text[: ends[0] - 1], 0)] if text and ends[0] else []
    named = (
        (match[1], text[match.end() : end - 1].strip(" \t"), match.start())
        for match, end in zip(starts, ends[1:], strict=True)
    )
    return (*nameless, *named)
