"""
A catalog as a PO file, and back: nothing is lost on the way.

Reading and writing are our own: Babel's reader drops what it cannot parse and names no line, and
its writer lays out every file anew. Here a file is copied, but for the entries that have changed,
so that a changed message is a changed line.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import accumulate

from pipeline import locales, plurals
from pipeline.errors import CatalogError, PipelineError
from pipeline.findings import Found
from pipeline.model import Catalog, Message, Origin, Written
from pipeline.po import charsets, header, reader, writer
from pipeline.po.draft import Entry

FILE_LIMIT = 50_000_000

_BOM = b"\xef\xbb\xbf"
_LINE_FEED = ord("\n")
_SCRIPTS = {"latin": "Latn", "cyrillic": "Cyrl", "devanagari": "Deva", "arabic": "Arab"}

_SAMPLE = 200_000
"""So many bytes tell the style of a file."""

Key = tuple[str | None, str]


def load(data: bytes, path: str) -> Catalog:
    r"""
    Give the catalog that the bytes of a PO file hold.

    What gettext reads is read, and what it refuses is refused, by file and line; besides, every
    text must be decoded for certain, and nothing be out of all proportion.

    >>> catalog = load(b'msgid ""\nmsgstr "Language: pt_BR\\n"\n\nmsgid "sea"\nmsgstr "mar"\n', "x.po")
    >>> catalog.locale, catalog.messages[0].string
    ('pt-BR', 'mar')
    """
    _check_file(data, path)
    charset = _charset(data, path)
    found = reader.read(data, path, charset, len(_BOM) if data.startswith(_BOM) else 0)
    entries = found.entries
    _check_keys(entries, path)
    head = header.find(entry.message for entry in entries)
    _check_plurals(head, path)
    messages = tuple(entry.message for entry in entries)
    starts = (*(entry.start for entry in entries), found.end)
    comments = (*head.comments, *head.notes, *found.trailing) if head else found.trailing
    return Catalog(
        locale=_unspell(header.value(head, "language")),
        header=header.fields(head),
        comments=comments,
        messages=tuple(message for message in messages if message is not head),
        path=path,
        written=Written(data, charset, messages, starts, comments),
    )


def dump(catalog: Catalog) -> bytes:
    """
    Write *catalog* as a PO file: `load(dump(catalog), path) == catalog`.

    What was read is written as it stood, byte by byte: every message, in it every part, and every
    field of the header that still says the same. The order is the catalog's. A text that the
    charset of the file cannot hold makes it a file in UTF-8, and its header says so.
    """
    try:
        return _write(catalog, _output_charset(catalog))
    except UnicodeEncodeError:
        return _write(_in_utf_8(catalog), charsets.UTF_8)


def doubts(catalog: Catalog) -> Iterator[Found]:
    """
    Say what gettext reads all the same, but somebody should look at.

    A missing header or charset, a language that is no locale, plural forms that are not those of
    the language; then messages with other plural forms than declared, or with line feeds at one
    end of an id and not of its translation. The last two are errors: msgfmt refuses them.
    """
    head = header.find(catalog.written.messages) if catalog.written else None
    charset = catalog.written.charset if catalog.written else ""
    yield from header.doubts(head, catalog.locale, charset, catalog.path)
    count = plurals.count(header.value(head, "plural-forms"))
    live = catalog.index()
    for message in catalog.messages:
        if message.obsolete and message.key in live and message.origin:
            yield Found(message.origin.place, "an obsolete message has the msgid of a live one")
        if not message.obsolete:
            yield from _doubt(message, count, catalog.path)


def _doubt(message: Message, count: int | None, path: str) -> Iterator[Found]:
    origin = message.origin or Origin(path)
    number = len(message.strings)
    if message.plural is not None and count not in (None, number):
        forms = f"{number} plural form{'s'[: number > 1]}"
        said = f"the message has {forms}, and nplurals is {count}"
        yield Found(origin.place, said, level="error")
    if message.fuzzy or not message.string or not message.id:
        return
    texts = [text for text in (message.plural, *message.strings) if text is not None]
    for side, has in (("begin", str.startswith), ("end", str.endswith)):
        if any(has(text, "\n") is not has(message.id, "\n") for text in texts):
            said = rf"msgid and msgstr do not both {side} with \n"
            yield _line_feed(message, origin, said, first=side == "begin")


def _line_feed(message: Message, origin: Origin, said: str, *, first: bool) -> Found:
    """Propose the line feed, or none, together with the character that it stands beside."""
    text = message.string
    if message.plural is not None or not text.strip():
        return Found(origin.place, said, level="error")
    if first:
        start, end = 0, len(text) - len(text.lstrip()) + 1
        mended = "\n" * message.id.startswith("\n") + text[end - 1]
    else:
        start, end = len(text.rstrip()) - 1, len(text)
        mended = text[start] + "\n" * message.id.endswith("\n")
    last = origin.at(end - 1)
    # These are written with two characters.
    behind = replace(last, column=last.column + 1 + (text[end - 1] in '\n"\\'))
    return Found(
        origin.at(start), said, (mended,), text[start:end], "error", end=behind, fix="safe"
    )


def spell(locale: str) -> str:
    """
    Write a BCP 47 tag as gettext does.

    >>> spell("pt-BR"), spell("sr-Latn"), spell("zh-Hant-TW")
    ('pt_BR', 'sr@latin', 'zh_TW')
    """
    language, *rest = locale.split("-")
    modifier = ""
    if rest and rest[0] in _SCRIPTS.values():
        modifier = next(f"@{name}" for name, script in _SCRIPTS.items() if script == rest[0])
        rest = rest[1:]
    elif len(rest) > 1 and language == "zh":
        rest = rest[1:]
    return "_".join((language, *rest)) + modifier


# What is no locale takes long to be found none, and a template has none.
@lru_cache(maxsize=256)
def _unspell(name: str) -> str:
    """Give the BCP 47 tag of a locale in gettext's spelling; nothing, if it is none."""
    tag, _, modifier = name.strip().partition("@")
    language, *rest = tag.partition(".")[0].replace("-", "_").split("_")
    if modifier in _SCRIPTS:
        rest.insert(0, _SCRIPTS[modifier])
    try:
        return locales.parse("_".join((language, *rest)))
    except PipelineError:
        return ""


def _check_file(data: bytes, path: str) -> None:
    if not data.strip():
        hint = "restore it, or delete it and update again"
        raise CatalogError("the catalog is empty", path=path, hint=hint)
    if len(data) > FILE_LIMIT:
        size = f"{len(data) / 1e6:.0f} MB, more than {FILE_LIMIT / 1e6:.0f}"
        raise CatalogError(f"the catalog has {size}", path=path, hint="split the article")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise CatalogError("the catalog is UTF-16", path=path, line=1, hint="save it as UTF-8")


def _charset(data: bytes, path: str) -> str:
    """Give the charset that the header declares, by Python's name."""
    body = data.removeprefix(_BOM)
    if b"charset=" not in body.lower():
        return charsets.codec("", body)
    head = reader.find_header(body, path)
    declared = charsets.declared(header.value(head, "content-type"))
    line = header.place(head, "content-type", path).line
    try:
        charset = charsets.codec(declared, body)
    except LookupError:
        message, hint = f'charset "{declared}" cannot be read', "save the file as UTF-8 and say so"
        raise CatalogError(message, path=path, line=line, hint=hint) from None
    # Read as declared, it would be published as nonsense.
    return charsets.UTF_8 if charsets.belies(charset, body) else charset


def _check_plurals(head: Message | None, path: str) -> None:
    declared = header.value(head, "plural-forms")
    if plurals.excessive(declared):
        line = header.place(head, "plural-forms", path).line
        message = "wrong Plural-Forms: nplurals has more than two digits"
        hint = f"languages have 1 to {plurals.MOST} forms"
        raise CatalogError(message, path=path, line=line, hint=hint)


def _check_keys(entries: Iterable[Entry], path: str) -> None:
    """
    Refuse two live messages with one key.

    Babel leaves an obsolete one beside a live one that returned. Both are read, and a merge joins
    them.
    """
    seen: dict[Key, Entry] = {}
    for entry in entries:
        key = entry.message.key
        first = seen.setdefault(key, entry)
        if first is entry:
            continue
        if first.message.obsolete and key != (None, ""):
            seen[key] = entry
        elif not entry.message.obsolete or key == (None, ""):
            name = f'message "{_short(key[1])}"' if key[1] else "the header"
            message = f"{name} stands also in line {first.line}"
            raise CatalogError(message, path=path, line=entry.line, hint="delete one of them")


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 40 else f"{line[:39]}…"


def _output_charset(catalog: Catalog) -> str:
    # Of two fields the first is read.
    types = (text for name, text in catalog.header if name.lower() == "content-type")
    content_type = next(types, "")
    if catalog.written and catalog.written.charset == charsets.UTF_8:
        # Also where the file declares another one.
        return charsets.UTF_8
    try:
        if declared := charsets.declared(content_type):
            return charsets.codec(declared)
    except LookupError:
        return charsets.ASCII
    return charsets.ASCII if charsets.PLACEHOLDER in content_type else charsets.UTF_8


def _in_utf_8(catalog: Catalog) -> Catalog:
    fields = tuple(
        (name, charsets.declare(text, "UTF-8") if name.lower() == "content-type" else text)
        for name, text in catalog.header
    )
    return replace(catalog, header=fields)


def _recode(written: Written, charset: str) -> Written:
    """Give the same file in another charset."""
    if written.charset in (charset, charsets.ASCII):
        return written
    cuts = zip((0, *written.starts), (*written.starts, len(written.data)), strict=True)
    parts = [
        written.data[start:end].decode(written.charset, "replace").encode(charset)
        for start, end in cuts
    ]
    starts = tuple(accumulate(map(len, parts[:-1])))
    return replace(written, data=b"".join(parts), charset=charset, starts=starts)


def _write(catalog: Catalog, charset: str) -> bytes:
    written = _recode(catalog.written or Written(b"", charset), charset)
    head, messages = header.update(catalog), [*catalog.messages]
    if head is not None:
        old = header.find(written.messages)
        messages.insert(written.messages.index(old) if old else 0, head)
    data, starts = written.data, written.starts
    style = writer.style(data[:_SAMPLE].decode(charset, "replace"))
    file = [data[: starts[0]]]
    above = -1
    for message, index, kept in _standing(_match(messages, written.messages), written):
        text = b"" if index is None else data[starts[index] : starts[index + 1]]
        if index is None:
            text = "\n".join((*writer.write(message, style), "")).encode(charset)
        elif not kept:
            # What is no text of the charset stands in a comment, and stays there.
            stood = text.decode(charset, "surrogateescape")
            new = writer.rewrite(stood, written.messages[index], message, style)
            text = new.encode(charset, "surrogateescape")
        if index is None or index != above + 1:
            text = _set_apart(text, file, style.newline.encode(), blank=index in (None, 0))
        file.append(text)
        above = len(starts) if index is None else index
    if catalog.comments == written.comments:
        tail = data[starts[-1] :]
        file.append(tail if above == len(starts) - 2 else _set_apart(tail, file, b"\n"))
    return b"".join(file)


def _match(
    messages: Sequence[Message], stood: Sequence[Message]
) -> Iterator[tuple[Message, int | None]]:
    """
    Give each message with its number among those that stood in the file, if it is one of them.

    One with a new id may be one of them too: the one that it names as its previous id.
    """
    numbers: dict[Key, list[int]] = defaultdict(list)
    for number, message in enumerate(stood):
        numbers[message.key].append(number)
    keys = {message.key for message in messages}
    for message in messages:
        found = numbers.get(message.key, [])
        if not found and message.previous_id is not None:
            former = (message.previous_context, message.previous_id)
            found = [] if former in keys else numbers.get(former, [])
        # An obsolete message may stand beside a live one.
        best = found[0] if found else None
        if len(found) > 1:
            best = min(found, key=lambda number: _unlike(message, stood[number]))
        if best is not None:
            found.remove(best)
        yield message, best


def _standing(
    matched: Iterable[tuple[Message, int | None]], written: Written
) -> Iterator[tuple[Message, int | None, bool]]:
    """
    Add whether a message is as it stood.

    One that shares a line with the one above, and maybe its mark, stands only where both are.
    """
    above, kept = -1, True
    for message, number in matched:
        index, below = number, kept and number == above + 1
        stood = None if index is None else written.messages[index]
        kept = message is stood or message == stood
        if index and not (kept and below) and written.data[written.starts[index] - 1] != _LINE_FEED:
            index = None
        yield message, index, kept
        above = len(written.starts) if index is None else index


def _unlike(message: Message, other: Message) -> int:
    return 2 * (message.obsolete is not other.obsolete) + (message != other)


def _set_apart(text: bytes, file: list[bytes], newline: bytes, *, blank: bool = False) -> bytes:
    """Give an entry as it stands below another than it did: *blank*, if it had no line in front."""
    if len(file) == 1:
        return text.lstrip(b"\r\n")
    ended = file[-1].endswith(b"\n") and not file[-1].endswith(b"\\\n")
    gap = b"" if ended else newline
    return gap + newline * (blank and not text.startswith((b"\n", b"\r\n"))) + text if text else b""
