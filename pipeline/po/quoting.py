"""The texts of a PO file: escaped between quotation marks, cut into lines, and listed in comments."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

_CHUNK = re.compile(
    r"""[^\\]+
      | \\(?P<letter>[abfnrtv"\\])
      | (?P<bytes>(?:\\(?:[0-7]{1,3}|x[0-9A-Fa-f]+))+)
      | (?P<bad>\\.?)""",
    re.VERBOSE | re.DOTALL,
)
_BYTE = re.compile(r"\\(?:x([0-9A-Fa-f]+)|([0-7]+))")
_LETTERS = dict(zip('abfnrtv"\\', '\a\b\f\n\r\t\v"\\', strict=True))
# The same that gettext, Babel and polib escape; other control characters stand as they are.
_ESCAPES = {"\\": r"\\", '"': r"\"", "\n": r"\n", "\t": r"\t", "\r": r"\r", "\0": r"\000"}

# A line may end after spaces, and between ideographs or kana: they are written without spaces.
_WIDE = "\u2e80-\u2fff\u3041-\u30ff\u31f0-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
# No line begins with a mark that closes, or with a small kana or prolonged sound mark.
_CLOSING = "\\]\\)\\}!%,.:;?'\"、。〉》」』】〕〗〙〟！％），．：；？］｝ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ"
_BREAKABLE = re.compile(rf"[{_WIDE}][{_CLOSING}]*\s*|(?:(?![{_WIDE}])\S)+\s*|\s+")
_LOCATION = re.compile(r"(?:\u2068[^\u2068\u2069]*\u2069|[^ \t\u2068])+")
_FLAG = re.compile(r'(?:"[^"]*"|[^,])+')

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Piece:
    """What stands between two quotation marks, still escaped, with its line and column."""

    raw: str
    line: int = 1
    column: int = 1


class EscapeError(ValueError):
    """An escape that gettext does not know, or that gives no text."""

    def __init__(self, message: str, line: int, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.line = line
        self.hint = hint


def join(pieces: Sequence[Piece], charset: str) -> str:
    r"""
    Give the text that *pieces* make.

    >>> join([Piece(r"sea\n"), Piece(r"t\151de")], "utf-8")
    'sea\ntide'
    """
    if not any("\\" in piece.raw for piece in pieces):
        return "".join([piece.raw for piece in pieces])
    return "".join(text for _, text in _chunks(pieces, charset))


def places(pieces: list[Piece], charset: str) -> tuple[tuple[int, int, int], ...]:
    """Give where the characters of the text stand, as an `Origin` has it."""
    found = [(0, pieces[0].line, pieces[0].column)]
    if len(pieces) == 1 and "\\" not in pieces[0].raw:
        return tuple(found)
    offset = 0
    for place, text in _chunks(pieces, charset):
        start, line, column = found[-1]
        if offset == start:
            found[-1] = (offset, *place)
        elif place != (line, column + offset - start):
            found.append((offset, *place))
        offset += len(text)
    return tuple(found)


def escape(text: str) -> str:
    r"""
    Quote a text.

    >>> print(escape('say "x"\n'))
    "say \"x\"\n"
    """
    return f'"{_escaped(text)}"'


def split(text: str) -> list[str]:
    r"""
    Cut a text behind each line feed.

    >>> split("one\n\ntwo")
    ['one\n', '\n', 'two']
    """
    return re.findall(r"[^\n]*\n|[^\n]+", text)


def wrap(text: str, width: int | None) -> Iterator[str]:
    """
    Cut a text where lines may end, so that each is, quoted, at most so many columns wide.

    A word that is wider has a line of its own.

    >>> list(wrap("the tide is out", 12))
    ['the tide ', 'is out']
    """
    if width is None:
        yield text
        return
    line, columns = "", 2
    for part in _BREAKABLE.findall(text):
        more = measure(_escaped(part))
        if line and columns + more > width:
            yield line
            line, columns = "", 2
        line += part
        columns += more
    yield line


# Few are different in a project's catalogs: those of one article all have one location.
@lru_cache(maxsize=1024)
def flags(lines: tuple[str, ...]) -> tuple[str, ...]:
    """Split at commas, but not at those that a flag of Weblate quotes; give each once."""
    found = (flag.strip() for line in lines for flag in _FLAG.findall(line))
    return tuple(dict.fromkeys(flag for flag in found if flag))


@lru_cache(maxsize=1024)
def locations(lines: tuple[str, ...]) -> tuple[str, ...]:
    """Split at spaces, but not inside the isolates that gettext sets around a path with spaces."""
    return tuple(
        location.replace("\u2068", "").replace("\u2069", "")
        for line in lines
        for location in _LOCATION.findall(line)
    )


def measure(text: str) -> int:
    """
    Count the columns that a text takes in a terminal.

    >>> measure("sea"), measure("海")
    (3, 2)
    """
    if text.isascii():
        return len(text)
    return sum(
        2 if unicodedata.east_asian_width(character) in "WF" else 1
        for character in text
        if not unicodedata.combining(character)
    )


def _escaped(text: str) -> str:
    # Most texts have none of them: that is seen fastest one by one, the backslash first.
    for character, written in _ESCAPES.items():
        text = text.replace(character, written)
    return text


def _chunks(pieces: Iterable[Piece], charset: str) -> Iterator[tuple[Place, str]]:
    """Give the text from escape to escape, each part with its line and column."""
    for piece in pieces:
        if "\\" not in piece.raw:
            yield (piece.line, piece.column), piece.raw
            continue
        for match in _CHUNK.finditer(piece.raw):
            text = _unescape(match, piece.line, charset) if match.lastgroup else match[0]
            yield (piece.line, piece.column + match.start()), text


def _unescape(match: re.Match[str], line: int, charset: str) -> str:
    if match["letter"] is not None:
        return _LETTERS[match["letter"]]
    if match["bad"] is not None:
        raise EscapeError(f"unknown escape {match['bad']}", line, r"write \\ for a backslash")
    # As in C, what a byte cannot hold is cut off.
    numbers = (
        (int(hex_, 16) if hex_ else int(octal, 8)) & 255 for hex_, octal in _BYTE.findall(match[0])
    )
    try:
        return bytes(numbers).decode(charset)
    except UnicodeDecodeError:
        message = f"a numeric escape is not {charset.upper()}"
        raise EscapeError(message, line, "write the characters themselves") from None
