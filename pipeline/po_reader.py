"""
The grammar of a PO file: text in; entries, with the lines they stand on, out.

It takes what gettext takes and refuses what gettext refuses. Nothing is skipped: what cannot be
read stops the reading, so that a damaged file never becomes a catalog with holes.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NoReturn

from pipeline.errors import CatalogError
from pipeline.model import Message, Origin

_COMMENTS = ("#", "#.", "#:", "#,", "#=")
_KEYWORDS = ("msgctxt", "msgid", "msgid_plural", "msgstr")
_BEGINNING = ("#| msgctxt", "#| msgid", "msgctxt", "msgid")
_FOLLOWING = {
    "": _BEGINNING,
    "#| msgctxt": ("#| msgid",),
    "#| msgid": ("#| msgid_plural", "msgctxt", "msgid"),
    "#| msgid_plural": ("msgctxt", "msgid"),
    "msgctxt": ("msgid",),
    "msgid": ("msgid_plural", "msgstr"),
    "msgid_plural": ("msgstr[0]",),
    "msgstr": _BEGINNING,
}

# `#=` is to gettext, from June 2025 on, another line of flags.
# A comment may be marked obsolete along with its entry: `#~ # comment`.
_MARK = re.compile(r"[ \t\r\f\v]*(?:#~[ \t]*(?=#(?![~|])))?(#~\||#~|#\||#[.:,=]|#|)")
_TOKEN = re.compile(
    r"""[ \t\r\f\v]*(?:
        (?P<word>[A-Za-z_]+)(?:\s*\[\s*(?P<index>[0-9]{1,9})\s*\])?
      | "(?P<text>(?:[^"\\]++|\\.)*+)(?P<close>"?)
      | (?P<other>\S)
      | $)""",
    re.VERBOSE,
)
_CONFLICT = re.compile(r"(?:<{7}|\|{7}|={7}|>{7})(?: |$)")
_CHUNK = re.compile(
    r"""[^\\]+
      | \\(?P<letter>[abfnrtv"\\])
      | (?P<bytes>(?:\\(?:[0-7]{1,3}|x[0-9A-Fa-f]+))+)
      | (?P<bad>\\.?)""",
    re.VERBOSE | re.DOTALL,
)
_BYTE = re.compile(r"\\(?:x([0-9A-Fa-f]+)|([0-7]+))")
_LETTERS = dict(zip('abfnrtv"\\', '\a\b\f\n\r\t\v"\\', strict=True))
_LOCATION = re.compile(r"(?:\u2068[^\u2068\u2069]*\u2069|[^ \t\u2068])+")
_FLAG = re.compile(r'(?:"[^"]*"|[^,])+')


@dataclass(frozen=True, slots=True)
class Entry:
    """A message, and the line on which it begins."""

    message: Message
    line: int


@dataclass(frozen=True, slots=True)
class _Piece:
    """What stands between two quotation marks, still escaped."""

    raw: str
    line: int
    column: int


@dataclass(slots=True)
class _Draft:
    """An entry as far as it has been read; *texts* are its pieces by keyword, in order."""

    texts: dict[str, list[_Piece]] = field(default_factory=dict)
    last: str = ""
    last_line: int = 0
    line: int = 0
    obsolete: bool = False
    remarks: dict[str, list[str]] = field(default_factory=lambda: {mark: [] for mark in _COMMENTS})

    @property
    def complete(self) -> bool:
        return self.last.startswith("msgstr") and bool(self.texts[self.last])


def read(text: str, path: str) -> tuple[list[Entry], tuple[str, ...]]:
    """Give the entries of *text* in order, and the translator's comments below the last one."""
    reader = _Reader(path)
    for number, line in enumerate(text.split("\n"), 1):
        reader.read_line(number, line)
    return reader.end()


class _Reader:
    """Reads line after line; holds the entry that is not complete yet."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._entries: list[Entry] = []
        self._draft = _Draft()

    def read_line(self, number: int, line: str) -> None:
        """Take one line, without its end."""
        match = _MARK.match(line)
        assert match is not None
        mark, start = match[1], match.end()
        if mark in _COMMENTS:
            self._read_comment(number, mark, line[start:])
        else:
            self._read_tokens(number, mark, line, start)

    def end(self) -> tuple[list[Entry], tuple[str, ...]]:
        """Close the last entry."""
        remarks = self._draft.remarks
        if self._draft.complete:
            self._close()
        elif self._draft.last:
            self._refuse_half()
        elif any(remarks[mark] for mark in _COMMENTS if mark != "#"):
            self._fail("the last comments belong to no message", self._draft.line, _CUT)
        return self._entries, tuple(self._draft.remarks["#"])

    def _read_comment(self, number: int, mark: str, text: str) -> None:
        if self._draft.complete:
            self._close()
        elif self._draft.last:
            self._refuse_empty()
            self._fail("a comment stands in the middle of a message", number, "move it above")
        self._draft.line = self._draft.line or number
        text = text.removeprefix(" ")
        if text.endswith(" ") and text.rstrip(" ").endswith("\\"):
            # The space is ours: it keeps gettext from joining the comment with the line below.
            text = text[:-1]
        self._draft.remarks[mark].append(text)

    def _read_tokens(self, number: int, mark: str, line: str, start: int) -> None:
        for token in _TOKEN.finditer(line, start):
            if token["word"] is not None:
                if token.start() > start and token["word"] not in _KEYWORDS:
                    self._fail(f'unexpected "{token["word"][:40]}"', number, _QUOTE)
                self._read_keyword(number, mark, token["word"], token["index"])
            elif token["text"] is not None:
                column = token.start("text") + 1
                if not token["close"]:
                    keyword = self._draft.last or "a text"
                    hint = "add a quotation mark at the end of the line"
                    self._fail(f"{keyword} is not closed", number, hint)
                self._read_text(number, mark, _Piece(token["text"], number, column))
            elif token["other"] is not None:
                if _CONFLICT.match(line):
                    self._fail("git left a conflict here", number, "keep one side of it")
                self._fail(f'unexpected "{token["other"]}"', number, _QUOTE)

    def _read_keyword(self, number: int, mark: str, word: str, index: str | None) -> None:
        if word not in _KEYWORDS:
            near = difflib.get_close_matches(word[:40], _KEYWORDS, n=1)
            hint = f'did you mean "{near[0]}"?' if near else f"a catalog has {', '.join(_KEYWORDS)}"
            self._fail(f'unknown keyword "{word[:40]}"', number, hint)
        previous = "|" in mark
        keyword = f"#| {word}" if previous else word
        keyword += "" if index is None else f"[{int(index)}]"
        self._refuse_empty()
        if keyword not in self._following():
            self._refuse(number, keyword)
        if self._draft.complete and keyword in _BEGINNING:
            self._close()
        obsolete = mark.startswith("#~")
        if not self._draft.last:
            self._draft.obsolete = obsolete
        if not self._draft.last or self._draft.last.startswith("#|"):
            self._draft.line = number
        self._agree(number, mark)
        self._draft.last, self._draft.last_line = keyword, number
        self._draft.texts[keyword] = []

    def _read_text(self, number: int, mark: str, piece: _Piece) -> None:
        if not self._draft.last:
            self._fail("a text has no keyword", number, "write `msgid` or `msgstr` before it")
        self._agree(number, mark)
        if ("|" in mark) is not self._draft.last.startswith("#|"):
            self._fail("a text has no keyword", number, "mark every line of a previous id with #|")
        self._draft.texts[self._draft.last].append(piece)

    def _agree(self, number: int, mark: str) -> None:
        if mark.startswith("#~") is not self._draft.obsolete:
            hint = "mark each line of an obsolete message, or none"
            self._fail("a message is obsolete in part", number, hint)

    def _following(self) -> tuple[str, ...]:
        last = self._draft.last
        if last.startswith("msgstr["):
            return (f"msgstr[{int(last[7:-1]) + 1}]", *_BEGINNING)
        return _FOLLOWING[last]

    def _close(self) -> None:
        self._entries.append(_entry(self._draft, self._path))
        self._draft = _Draft()

    def _refuse(self, number: int, keyword: str) -> NoReturn:
        if self._draft.last and keyword in _BEGINNING:
            self._refuse_half()
        after = f" after {self._draft.last}" if self._draft.last else " at the start of a message"
        expected = " or ".join(self._following())
        self._fail(f"{keyword} stands{after}", number, f"expected {expected}")

    def _refuse_half(self) -> NoReturn:
        self._refuse_empty()
        lacks = "msgstr" if self._draft.last.startswith("msgid") else "msgid"
        self._fail(f"the message has no {lacks}", self._draft.line, _CUT)

    def _refuse_empty(self) -> None:
        last = self._draft.last
        if last and not self._draft.texts[last]:
            self._fail(f"{last} has no text", self._draft.last_line, _CUT)

    def _fail(self, message: str, line: int, hint: str) -> NoReturn:
        raise CatalogError(message, path=self._path, line=line, hint=hint)


_CUT = "if the file was cut, restore it"
_QUOTE = 'write \\" for a quotation mark inside a text'


def _entry(draft: _Draft, path: str) -> Entry:
    texts = {keyword: _unescape(pieces, path) for keyword, pieces in draft.texts.items()}
    strings = [text for keyword, text in texts.items() if keyword.startswith("msgstr")]
    flags = dict.fromkeys(_flags(draft.remarks["#,"] + draft.remarks["#="]))

    def text(keyword: str) -> str | None:
        return texts[keyword][0] if keyword in texts else None

    message = Message(
        id=texts["msgid"][0],
        strings=tuple(string for string, _ in strings),
        context=text("msgctxt"),
        plural=text("msgid_plural"),
        fuzzy="fuzzy" in flags,
        obsolete=draft.obsolete,
        flags=tuple(flag for flag in flags if flag != "fuzzy"),
        previous_context=text("#| msgctxt"),
        previous_id=text("#| msgid"),
        previous_plural=text("#| msgid_plural"),
        locations=tuple(_locations(draft.remarks["#:"])),
        notes=tuple(draft.remarks["#."]),
        comments=tuple(draft.remarks["#"]),
        origin=Origin(path, strings[0][1]),
    )
    return Entry(message, draft.line)


def _flags(lines: list[str]) -> Iterator[str]:
    """Split at commas, but not at those that a flag of Weblate quotes."""
    flags = (flag.strip() for line in lines for flag in _FLAG.findall(line))
    return (flag for flag in flags if flag)


def _locations(lines: list[str]) -> Iterator[str]:
    """Split at spaces, but not inside the isolates that gettext sets around a path with spaces."""
    for line in lines:
        for location in _LOCATION.findall(line):
            yield location.replace("\u2068", "").replace("\u2069", "")


def _unescape(pieces: list[_Piece], path: str) -> tuple[str, tuple[tuple[int, int, int], ...]]:
    """Give the text of *pieces*, and where its characters stand."""
    texts: list[str] = []
    places = [(0, pieces[0].line, pieces[0].column)]
    offset = 0
    for piece in pieces:
        for match in _CHUNK.finditer(piece.raw):
            place = (offset, piece.line, piece.column + match.start())
            start, line, column = places[-1]
            if offset == start:
                places[-1] = place
            elif place[1:] != (line, column + offset - start):
                places.append(place)
            texts.append(_chunk(match, path, piece.line))
            offset += len(texts[-1])
    return "".join(texts), tuple(places)


def _chunk(match: re.Match[str], path: str, line: int) -> str:
    if match["letter"] is not None:
        return _LETTERS[match["letter"]]
    if match["bad"] is not None:
        hint = r"write \\ for a backslash"
        raise CatalogError(f"unknown escape {match['bad']}", path=path, line=line, hint=hint)
    if match["bytes"] is None:
        return match[0]
    numbers = (int(hex_, 16) if hex_ else int(octal, 8) for hex_, octal in _BYTE.findall(match[0]))
    try:
        text = bytes(numbers).decode()
    except ValueError:
        hint = "write the characters themselves"
        raise CatalogError(
            "a numeric escape is not UTF-8", path=path, line=line, hint=hint
        ) from None
    if "\0" in text:
        raise CatalogError("a text holds a NUL", path=path, line=line, hint="delete it")
    return text
