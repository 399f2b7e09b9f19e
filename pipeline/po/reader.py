"""
The grammar of a PO file: bytes in; entries, with where they stand, out.

It takes what gettext takes and refuses what gettext refuses. Nothing is skipped: what cannot be
read stops the reading, so that a damaged file never becomes a catalog with holes.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from contextlib import suppress
from typing import NoReturn

from pipeline.errors import CatalogError
from pipeline.model import Message
from pipeline.po import plain
from pipeline.po.draft import REMARKS, Draft, Entry, entry
from pipeline.po.quoting import Piece

MESSAGES_LIMIT = 200_000
MESSAGE_LIMIT = 64_000
"""Characters of all its texts, as they are written."""

REMARKS_LIMIT = 50_000
"""Of one message: lines of comments, and locations."""

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
MARK = re.compile(r"[ \t\r\f\v]*(?:#~[ \t]*(?=#(?![~|])))?(#~\||#~|#\||#[.:,=]|#|)")
_TOKEN = re.compile(
    r"""[ \t\r\f\v]*(?:
        (?P<word>[A-Za-z_]+)(?:[ \t\r\f\v]*\[[ \t\r\f\v]*(?P<index>[0-9]{1,9})[ \t\r\f\v]*\])?
      | "(?P<text>(?:[^"\\]++|\\.)*+)(?P<close>"?)
      | (?P<other>.)
      | $)""",
    re.VERBOSE,
)
_CONFLICT = re.compile(r"(?:<{7}|\|{7}|={7}|>{7})(?:\s|$)")
_BLANK = (b"\n", b"\r\n")
_CUT = "if the file was cut, restore it"
_QUOTE = 'write \\" for a quotation mark inside a text'


def read(data: bytes, path: str, charset: str, start: int = 0) -> Reader:
    """Read *data* from the offset *start* on."""
    reader = Reader(path, charset, start)
    reader.read_plain(data)
    for number, line in reader.lines(data):
        reader.read_line(number, line)
        reader.read_plain(data)
    reader.close()
    return reader


def find_header(data: bytes, path: str, start: int = 0) -> Message | None:
    """Give the header of *data*, whose charset is not known yet: its ASCII is right."""
    first, _, _ = plain.read(data, start, 0, path, most=1)
    if first and is_header(first[0].message):
        return first[0].message
    reader = Reader(path, "latin-1", start)
    with suppress(CatalogError):
        for number, line in reader.lines(data):
            reader.read_line(number, line)
            if reader.entries and is_header(reader.entries[-1].message):
                return reader.entries[-1].message
        reader.close()
    last = reader.entries[-1].message if reader.entries else None
    return last if last and is_header(last) else None


def is_header(message: Message) -> bool:
    """Has an empty id, and no context: its string is the header of its catalog."""
    return message.key == (None, "") and not message.obsolete


class Reader:
    """
    Reads line after line; holds the entry that is not complete yet.

    In the end it has all *entries*, the comments below the last one in *trailing*, and in *end* the
    offset where the last one ends.
    """

    def __init__(self, path: str, charset: str, start: int) -> None:
        self.entries: list[Entry] = []
        self.trailing: tuple[str, ...] = ()
        self.end = start
        self._path = path
        self._charset = charset
        self._line_start = start
        self._line_end = start
        self._number = 0
        self._joints: list[int] = []
        self._draft = Draft(start)

    def lines(self, data: bytes) -> Iterator[tuple[int, str]]:
        """
        Give the lines of *data*, numbered and without their ends.

        To gettext, a backslash at the end of a line joins it with the line below, even in a comment.
        """
        above, first = "", 0
        while self._line_end < len(data):
            raw = data[self._line_end : data.find(b"\n", self._line_end) + 1 or len(data)]
            self._number += 1
            if raw in _BLANK and not first:
                self._line_end += len(raw)
                continue
            if not first:
                first, self._line_start, self._joints = self._number, self._line_end, []
            self._line_end += len(raw)
            line = above + self._decode(raw, self._number)
            if line.endswith("\\\n"):
                above = line[:-2]
                self._joints.append(len(above))
            else:
                yield first, line.removesuffix("\n").removesuffix("\r")
                above, first = "", 0
        if first:
            yield first, above

    def read_plain(self, data: bytes) -> None:
        """Take at one stroke the entries that come next in *data*, up to one that is unusual."""
        between = self._draft.complete or not self._draft.begun
        if not between or self.end != self._line_end or self._charset not in plain.CHARSETS:
            return
        entries, end, number = plain.read(data, self.end, self._number, self._path)
        if entries:
            if self._draft.complete:
                self._close("")
            self._add(*entries)
            self.end = self._line_end = self._draft.start = end
            self._number = number

    def read_line(self, number: int, line: str) -> None:
        """Take one line, without its end."""
        match = MARK.match(line)
        while match is not None:
            if match[1] in REMARKS:
                self._read_remark(number, line, match)
                return
            comment = self._read_tokens(number, line, match)
            match = None if comment is None else MARK.match(line, comment)

    def close(self) -> None:
        """Close the last entry."""
        if self._draft.complete:
            self._close("")
        elif self._draft.last:
            self._refuse_half()
        self.trailing = tuple(self._draft.remarks["#"])

    def _decode(self, raw: bytes, number: int) -> str:
        try:
            return raw.decode(self._charset)
        except UnicodeDecodeError as error:
            match = MARK.match(raw.decode("ascii", "replace"))
            if self._in_header() or (match is not None and match[1] in REMARKS):
                # gettext takes whatever a comment holds, or a header before it knows the charset.
                return raw.decode(self._charset, "replace")
            name = self._charset.upper()
            message = f"byte 0x{raw[error.start]:02X} is not {name}"
            self._fail(message, number, f"save the file as {name}")

    def _in_header(self) -> bool:
        texts = self._draft.texts
        if "msgctxt" in texts or "msgid" not in texts:
            return False
        return not any(piece.raw for piece in texts["msgid"])

    def _read_remark(self, number: int, line: str, match: re.Match[str]) -> None:
        mark = match[1]
        if self._draft.complete:
            self._close(line[: match.start()])
        elif self._draft.last:
            self._refuse_empty()
            self._fail("a comment stands in the middle of a message", number, "move it above")
        draft, text = self._draft, line[match.end() :]
        draft.line = draft.line or number
        draft.remarks_count += max(1, text.count(" ")) if mark == "#:" else 1
        if draft.remarks_count > REMARKS_LIMIT:
            remarks = "locations" if mark == "#:" else "lines of comments"
            self._fail(f"a message has more than {REMARKS_LIMIT} {remarks}", number, _CUT)
        text = text.removeprefix(" ")
        if text.endswith(" ") and text.rstrip(" ").endswith("\\"):
            # The space is ours: it keeps gettext from joining the comment with the line below.
            text = text[:-1]
        draft.remarks[mark].append(text)

    def _read_tokens(self, number: int, line: str, match: re.Match[str]) -> int | None:
        """Take the words and texts behind a mark; give where the next mark is in the line."""
        mark = match[1]
        for token in _TOKEN.finditer(line, match.end()):
            first = token.start() == match.end()
            if token["word"] is not None:
                if not first and token["word"] not in _KEYWORDS:
                    self._fail(f'unexpected "{token["word"][:40]}"', number, _QUOTE)
                above = line[: (match if first else token).start()]
                self._read_keyword(number, mark, token, above)
            elif token["text"] is not None:
                column = token.start("text") + 1
                if not token["close"]:
                    keyword = self._draft.last or "a text"
                    hint = "add a quotation mark at the end of the line"
                    self._fail(f"{keyword} is not closed", number, hint)
                self._read_text(number, mark, Piece(token["text"], number, column))
            elif token["other"] == "#":
                return token.start("other")
            elif token["other"] is not None:
                if first and _CONFLICT.match(line):
                    self._fail("git left a conflict here", number, "keep one side of it")
                self._fail(f"unexpected {_shown(token['other'])}", number, _QUOTE)
        return None

    def _read_keyword(self, number: int, mark: str, token: re.Match[str], above: str) -> None:
        word, index = token["word"], token["index"]
        if word not in _KEYWORDS:
            if word == "domain":
                self._fail("a catalog of several domains", number, "give each domain its own file")
            near = difflib.get_close_matches(word[:40], _KEYWORDS, n=1)
            hint = f'did you mean "{near[0]}"?' if near else f"a catalog has {', '.join(_KEYWORDS)}"
            self._fail(f'unknown keyword "{word[:40]}"', number, hint)
        keyword = f"#| {word}" if "|" in mark else word
        keyword += "" if index is None else f"[{int(index)}]"
        self._refuse_empty()
        if keyword not in self._following():
            self._refuse(number, keyword)
        if self._draft.complete and keyword in _BEGINNING:
            self._close(above)
        if not self._draft.last:
            self._draft.obsolete = mark.startswith("#~")
        if not self._draft.last or self._draft.last.startswith("#|"):
            self._draft.line = number
        self._agree(number, mark)
        self._draft.last, self._draft.last_line = keyword, number
        self._draft.texts[keyword] = []

    def _read_text(self, number: int, mark: str, piece: Piece) -> None:
        if not self._draft.last:
            self._fail("a text has no keyword", number, "write `msgid` or `msgstr` before it")
        self._agree(number, mark)
        if ("|" in mark) is not self._draft.last.startswith("#|"):
            self._fail("a text has no keyword", number, "mark every line of a previous id with #|")
        self._draft.size += len(piece.raw)
        if self._draft.size > MESSAGE_LIMIT:
            message = f"a message has more than {MESSAGE_LIMIT} characters"
            self._fail(message, self._draft.line, "split the paragraph")
        self._draft.texts[self._draft.last].append(piece)
        self.end = self._line_end

    def _agree(self, number: int, mark: str) -> None:
        if mark.startswith("#~") is not self._draft.obsolete:
            hint = "mark each line of an obsolete message, or none"
            self._fail("a message is obsolete in part", number, hint)

    def _following(self) -> tuple[str, ...]:
        last = self._draft.last
        if last.startswith("msgstr["):
            return (f"msgstr[{int(last[7:-1]) + 1}]", *_BEGINNING)
        return _FOLLOWING[last]

    def _close(self, above: str) -> None:
        """Close an entry that ends with a line, or with what is *above*, in the same line, the next."""
        if self.end == self._line_end and above:
            joints = sum(joint < len(above) for joint in self._joints)
            self.end = self._line_start + len(above.encode(self._charset)) + joints * len("\\\n")
        self._add(entry(self._draft, self._path, self._charset))
        self._draft = Draft(self.end)

    def _add(self, *entries: Entry) -> None:
        self.entries += entries
        if len(self.entries) > MESSAGES_LIMIT:
            message = f"the catalog has more than {MESSAGES_LIMIT} messages"
            self._fail(message, self.entries[MESSAGES_LIMIT].line, "split it")

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


def _shown(text: str) -> str:
    """Quote what a terminal may show; name the rest by its number."""
    return f'"{text}"' if text.isprintable() else f"U+{ord(text):04X}"
