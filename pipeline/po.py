"""
A catalog as a PO file, and back: nothing is lost on the way.

Reading is our own, because Babel's reader drops what it cannot parse and names no line. Writing
escapes through Babel; each string stands on one line, and is split only where it says so itself,
so that a changed message is a changed line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from babel.messages.pofile import escape

from pipeline import locales, plurals, po_reader
from pipeline.errors import CatalogError, PipelineError
from pipeline.model import Catalog, Message, Place
from pipeline.po_reader import Entry

FILE_LIMIT = 10_000_000
MESSAGE_LIMIT = 64_000

_FIELD = re.compile(r"^([A-Za-z][\w-]*):(?!//)", re.ASCII | re.MULTILINE)
_LINE = re.compile(r"(:[0-9]+)\Z")
_CHARSET = re.compile(r"charset=([^\s;]*)")
_SCRIPTS = {"latin": "Latn", "cyrillic": "Cyrl", "devanagari": "Deva", "arabic": "Arab"}


def load(data: bytes, path: str) -> Catalog:
    r"""
    Give the catalog that the bytes of a PO file hold.

    What gettext reads is read, and what it refuses is refused, by file and line; besides, a file
    must be UTF-8, and its plural forms those of its language.

    >>> catalog = load(b'msgid ""\nmsgstr "Language: pt_BR\\n"\n\nmsgid "sea"\nmsgstr "mar"\n', "x.po")
    >>> catalog.locale, catalog.messages[0].string
    ('pt-BR', 'mar')
    """
    entries, trailing = po_reader.read(_decode(data, path), path)
    head = next((entry for entry in entries if _is_header(entry.message)), None)
    if head is None:
        hint = 'begin with msgid "" and msgstr "Content-Type: text/plain; charset=UTF-8\\n"'
        raise CatalogError("the catalog has no header", path=path, line=1, hint=hint)
    _check_keys(entries, path)
    fields = tuple((name, value) for name, value, _ in _fields(head.message))
    locale, count = _check_header(head.message)
    for entry in entries:
        _check_size(entry, path)
        _check_forms(entry, count, path)
    return Catalog(
        locale=locale,
        header=fields,
        comments=(*head.message.comments, *head.message.notes, *trailing),
        messages=tuple(entry.message for entry in entries if entry is not head),
        path=path,
    )


def dump(catalog: Catalog) -> bytes:
    """
    Write *catalog* as a PO file: `load(dump(catalog), path) == catalog`.

    The order within a message is gettext's; the order of messages is the catalog's.
    """
    fields = (f"{name}: {value}\n" if name else f"{value}\n" for name, value in catalog.header)
    header = Message("", ("".join(fields),), comments=catalog.comments)
    texts = ("\n".join(_lines(message)) for message in (header, *catalog.messages))
    return ("\n\n".join(texts) + "\n").encode()


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


def _unspell(name: str) -> str:
    """Give the BCP 47 tag of a locale in gettext's spelling."""
    tag, _, modifier = name.strip().partition("@")
    language, *rest = tag.partition(".")[0].replace("-", "_").split("_")
    if modifier in _SCRIPTS:
        rest.insert(0, _SCRIPTS[modifier])
    return locales.parse("_".join((language, *rest)))


def _decode(data: bytes, path: str) -> str:
    if not data:
        hint = "restore it, or delete it and update again"
        raise CatalogError("the catalog is empty", path=path, hint=hint)
    if len(data) > FILE_LIMIT:
        size = f"{len(data) / 1e6:.0f} MB, more than {FILE_LIMIT / 1e6:.0f}"
        raise CatalogError(f"the catalog has {size}", path=path, hint="split the article")
    nul = data.find(b"\0")
    if nul >= 0:
        line = data.count(b"\n", 0, nul) + 1
        raise CatalogError("a NUL byte", path=path, line=line, hint="save the file as UTF-8")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = f"byte 0x{data[error.start]:02X} is not UTF-8"
        raise CatalogError(message, path=path, line=line, hint="save the file as UTF-8") from None
    return text.replace("\r\n", "\n")


def _is_header(message: Message) -> bool:
    return message.key == (None, "") and not message.obsolete


def _check_keys(entries: Iterable[Entry], path: str) -> None:
    """
    Refuse two live messages with one key.

    Babel leaves an obsolete one beside a live one that returned. Both are read, and a merge joins
    them.
    """
    seen: dict[tuple[str | None, str], Entry] = {}
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


def _fields(header: Message) -> list[tuple[str, str, int]]:
    """
    Give the fields of the header with their offsets in it.

    A line that is no field continues the one above; the first one, then, has no name.
    """
    text = header.string.removesuffix("\n")
    starts = [*_FIELD.finditer(text)]
    ends = [*(match.start() for match in starts), len(text) + 1]
    nameless = [("", text[: ends[0] - 1], 0)] if text and ends[0] else []
    return nameless + [
        (match[1], text[match.end() : end - 1].strip(" \t"), match.start())
        for match, end in zip(starts, ends[1:], strict=True)
    ]


def _check_header(header: Message) -> tuple[str, int | None]:
    """Give the locale and the number of plural forms that the header declares."""
    fields = {name.lower(): (value, offset) for name, value, offset in reversed(_fields(header))}

    def place(name: str) -> Place:
        assert header.origin is not None
        return header.origin.at(fields[name][1])

    charset = _CHARSET.search(fields.get("content-type", ("", 0))[0])
    if charset and charset[1].lower() not in ("utf-8", "utf8"):
        message, at = f'charset "{charset[1]}" is not UTF-8', place("content-type")
        hint = "save the file as UTF-8 and write charset=UTF-8"
        raise CatalogError(message, path=at.path, line=at.line, hint=hint)
    locale = fields.get("language", ("", 0))[0].strip()
    try:
        locale = locale and _unspell(locale)
    except PipelineError as error:
        at = place("language")
        raise CatalogError(error.message, path=at.path, line=at.line, hint=error.hint) from None
    forms = fields.get("plural-forms", ("", 0))[0]
    fault = plurals.fault(forms, locale) if forms else ""
    if fault:
        at = place("plural-forms")
        hint = f"write {plurals.declare(locale)}" if locale else ""
        raise CatalogError(f"wrong Plural-Forms: {fault}", path=at.path, line=at.line, hint=hint)
    return locale, plurals.count(forms)


def _check_size(entry: Entry, path: str) -> None:
    message = entry.message
    size = sum(len(text.encode()) for text in (message.id, message.plural or "", *message.strings))
    if size > MESSAGE_LIMIT:
        text = f"a message has {size // 1000} kB, more than {MESSAGE_LIMIT // 1000}"
        raise CatalogError(text, path=path, line=entry.line, hint="split the paragraph")


def _check_forms(entry: Entry, count: int | None, path: str) -> None:
    message = entry.message
    if message.plural is None or message.obsolete or count in (None, len(message.strings)):
        return
    text = f"the message has {len(message.strings)} plural forms, and nplurals is {count}"
    hint = "write one msgstr[n] for each form"
    raise CatalogError(text, path=path, line=entry.line, hint=hint)


def _lines(message: Message) -> Iterator[str]:
    mark = "#~ " if message.obsolete else ""
    yield from _remarks("#", message.comments)
    yield from _remarks("#.", message.notes)
    yield from (_closed(f"#: {_location(location)}") for location in message.locations)
    flags = (*(["fuzzy"] if message.fuzzy else []), *message.flags)
    if flags:
        yield _closed(f"#, {', '.join(flags)}")
    previous = mark.strip().ljust(1, "#") + "| "
    yield from _strings(f"{previous}msgctxt", message.previous_context)
    yield from _strings(f"{previous}msgid", message.previous_id)
    yield from _strings(f"{previous}msgid_plural", message.previous_plural)
    yield from _strings(f"{mark}msgctxt", message.context)
    yield from _strings(f"{mark}msgid", message.id)
    if message.plural is None:
        yield from _strings(f"{mark}msgstr", message.string)
        return
    yield from _strings(f"{mark}msgid_plural", message.plural)
    for number, string in enumerate(message.strings):
        yield from _strings(f"{mark}msgstr[{number}]", string)


def _remarks(mark: str, texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        for line in text.split("\n"):
            yield _closed(f"{mark} {line}") if line else mark


def _closed(line: str) -> str:
    """
    End a line of comment with a space, where it would end with a backslash.

    To gettext, a backslash joins even a comment with the line below. The reader takes one space
    away again.
    """
    return f"{line} " if line.rstrip(" ").endswith("\\") else line


def _location(location: str) -> str:
    """Set the isolates of gettext around a path with spaces; the line number stays outside."""
    if " " not in location and "\t" not in location:
        return location
    path, *number = _LINE.split(location, maxsplit=1)
    return f"\u2068{path}\u2069{''.join(number)}"


def _strings(keyword: str, text: str | None) -> Iterator[str]:
    """Write a text after its keyword, a line of the file for each of its own lines."""
    if text is None:
        return
    mark = keyword[: keyword.rindex("msg")]
    pieces = re.findall(r"[^\n]*\n|[^\n]+", text)
    if len(pieces) < 2:
        yield f"{keyword} {escape(text)}"
        return
    yield f'{keyword} ""'
    yield from (mark + escape(piece) for piece in pieces)
