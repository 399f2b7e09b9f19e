"""
Catalog → compiled catalog (MO), for programs that look texts up by gettext.

Babel's writer is not used: it sorts by id before context, where gettext searches by the bytes of
both. Of 300 messages, three quarters with a context, glibc found 26 in Babel's file. And an empty
context is dropped by it.
"""

from __future__ import annotations

import struct

from pipeline.model import Catalog, Message

_MAGIC = 0x950412DE
_HEADER = struct.Struct("<7I")
_ENTRY = struct.Struct("<2I")


def dump(catalog: Catalog) -> bytes:
    """
    Compile the messages of *catalog* that are translated; fuzzy, obsolete and empty ones are left out.

    The header goes in. The order is that of the ids' bytes, as a binary search wants it.

    >>> import gettext, io
    >>> data = dump(Catalog("de", messages=(Message("sea", ("Meer",)), Message("sand", ("Sand",), fuzzy=True))))
    >>> read = gettext.GNUTranslations(io.BytesIO(data))
    >>> read.gettext("sea"), read.gettext("sand")
    ('Meer', 'sand')
    """
    header = "".join(
        f"{name}: {value}\n" if name else f"{value}\n" for name, value in catalog.header
    )
    found = {b"": header.encode()}
    found |= {_key(message): _value(message) for message in catalog.messages if message.translated}
    entries = sorted(found.items())
    offset = _HEADER.size + 2 * _ENTRY.size * len(entries)
    tables, texts = [], []
    for column in zip(*entries, strict=True):
        for text in column:
            tables.append(_ENTRY.pack(len(text), offset))
            texts.append(text + b"\0")
            offset += len(text) + 1
    start = _HEADER.size
    middle = start + _ENTRY.size * len(entries)
    # There is no table of hashes: gettext does without.
    head = _HEADER.pack(_MAGIC, 0, len(entries), start, middle, 0, start)
    return b"".join((head, *tables, *texts))


def _key(message: Message) -> bytes:
    context = "" if message.context is None else f"{message.context}\x04"
    plural = "" if message.plural is None else f"\0{message.plural}"
    return f"{context}{message.id}{plural}".encode()


def _value(message: Message) -> bytes:
    return "\0".join(message.strings).encode()
