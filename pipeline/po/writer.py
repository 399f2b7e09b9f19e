"""
Entries as the lines of a PO file: as they stood, or as they changed.

An entry is made of parts: its comments, its locations, each of its texts. One that changes is
written part by part: each part that says what it said keeps its lines, and a line of a text too.
What is new follows the style of the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from pipeline.model import Message
from pipeline.po import quoting
from pipeline.po.quoting import Piece
from pipeline.po.reader import MARK

Parts = dict[str, str | tuple[str, ...]]
"""What an entry says, by mark or keyword, in gettext's order; without the parts it does not have."""

_REMARKS = ("#", "#.", "#:", "#,")
_ORDER = (
    *_REMARKS,
    *("#| msgctxt", "#| msgid", "#| msgid_plural", "msgctxt", "msgid", "msgid_plural", "msgstr"),
)

_STRINGS = r'(?:"(?:[^"\\]|\\.)*+"[ \t\r\f\v]*)+'
_TEXT = re.compile(
    rf"""[ \t\r\f\v]*(?P<mark>\#~\||\#~|\#\||)[ \t\r\f\v]*
        (?:(?P<word>msg[a-z_]+)(?:[ \t]*\[[ \t]*0*(?P<index>[0-9]+)[ \t]*\])?[ \t\r\f\v]*)?
        (?P<strings>{_STRINGS})""",
    re.VERBOSE,
)
_STRING = re.compile(r'"((?:[^"\\]|\\.)*+)"')
_NUMBER = re.compile(r"(:[0-9]+)\Z")

# A text that goes on in the line below without a line feed has been wrapped.
_WRAPPED = re.compile(
    r'^(?:#~?\|? *|#~ *)?("(?:[^"\\\n]|\\.)* ")(?<!\\n")\r?\n(?:#~?\|? *|#~ *)?"', re.MULTILINE
)
_SEVERAL = re.compile(r"^#:[ \t]*[^\s\u2068]+[ \t]+[^\s]", re.MULTILINE)
_GETTEXT_WIDTH = 79


@dataclass(frozen=True, slots=True)
class Style:
    """How a file is laid out: its line ends, where texts are wrapped, if at all, and locations."""

    newline: str = "\n"
    width: int | None = None
    several_locations: bool = False


def style(text: str) -> Style:
    r"""
    Give the style of a file that begins with *text*.

    >>> style('msgid ""\r\n"the "\r\n"tide"\r\n')
    Style(newline='\r\n', width=79, several_locations=False)
    """
    widths = sorted(quoting.measure(line) for line in _WRAPPED.findall(text))
    # A few lines may be longer: words that cannot be broken, and what was pasted.
    usual = widths[len(widths) * 98 // 100] if widths else 0
    return Style(
        newline="\r\n" if "\r\n" in text[: text.find("\n") + 1] else "\n",
        width=(usual if len(widths) >= 20 else max(usual, _GETTEXT_WIDTH)) if widths else None,
        several_locations=_SEVERAL.search(text) is not None,
    )


def write(message: Message, style: Style) -> list[str]:
    """Give the lines of a message that stood nowhere."""
    style = _for(message, style)
    return [
        line
        for name, says in _parts(message).items()
        for line in _write_part(name, says, [], message, style)
    ]


def rewrite(text: str, old: Message, new: Message, style: Style) -> str:
    """Give *new* as it stands where *old* stood as *text*."""
    lines, said, says = _named(text), _parts(old), _parts(new)
    if any(name == "?" for name, _ in lines):
        # A line has two texts, or is joined with the one below. The blank lines in front stay.
        blank = text[: len(text) - len(text.lstrip("\r\n"))]
        return blank + "".join(f"{line}\n" for line in write(new, style))
    style = _for(new, style)
    pending = {name: value for name, value in says.items() if value != said.get(name)}
    dropped = {*said} - {*says} | {*pending}
    present = {name for name, _ in lines}
    written: list[str] = []
    for name, line in lines:
        for part in [part for part in pending if part == name or part not in present]:
            if part == name or (name and _rank(part) < _rank(name)):
                stood = [one for of, one in lines if of == part]
                written += _write_part(part, pending.pop(part), stood, new, style)
        if name not in dropped:
            written.append(_remark(line, name, old, new))
    for part, value in pending.items():
        written += _write_part(part, value, [], new, style)
    return "\n".join(written) + "\n" * text.endswith("\n")


def _for(message: Message, style: Style) -> Style:
    return replace(style, width=None) if "no-wrap" in message.flags else style


def _parts(message: Message) -> Parts:
    flags = (*(["fuzzy"] if message.fuzzy else []), *message.flags)
    texts = {
        "#| msgctxt": message.previous_context,
        "#| msgid": message.previous_id,
        "#| msgid_plural": message.previous_plural,
        "msgctxt": message.context,
        "msgid": message.id,
        "msgid_plural": message.plural,
    }
    if message.plural is None:
        texts["msgstr"] = message.string
    else:
        texts |= {f"msgstr[{index}]": string for index, string in enumerate(message.strings)}
    remarks = (message.comments, message.notes, message.locations, flags)
    return {
        **{mark: values for mark, values in zip(_REMARKS, remarks, strict=True) if values},
        **{name: text for name, text in texts.items() if text is not None},
    }


def _rank(name: str) -> int:
    return _ORDER.index(name.partition("[")[0])


def _named(text: str) -> list[tuple[str, str]]:
    """Name the part that each line of an entry belongs to: "" for none, "?" for more than one."""
    lines: list[tuple[str, str]] = []
    last = "?"
    for line in text.removesuffix("\n").split("\n"):
        mark = MARK.match(line)
        assert mark is not None
        match = _TEXT.fullmatch(line)
        if line.endswith("\\"):  # The line below goes on with it, even with a comment.
            lines.append(("?", line))
        elif match is not None:
            if match["word"]:
                last = f"#| {match['word']}" if "|" in match["mark"] else match["word"]
                last += f"[{match['index']}]" if match["index"] else ""
            lines.append((last, line))
        elif mark[1] in (*_REMARKS, "#="):
            lines.append(("#," if mark[1] == "#=" else mark[1], line))
        else:
            lines.append(("?" if line.strip() else "", line))
    return lines


def _remark(line: str, name: str, old: Message, new: Message) -> str:
    """Mark a line as obsolete, or as live again."""
    if old.obsolete is new.obsolete or "msg" not in name:
        return line
    match = _TEXT.fullmatch(line)
    assert match is not None
    return _prefix(name, new) + line[match.start("word" if match["word"] else "strings") :]


def _prefix(name: str, message: Message) -> str:
    if name.startswith("#|"):
        return "#~| " if message.obsolete else "#| "
    return "#~ " if message.obsolete else ""


def _write_part(
    name: str, says: str | tuple[str, ...], stood: list[str], message: Message, style: Style
) -> Sequence[str]:
    end = style.newline[:-1]
    if not isinstance(says, str):
        width = (style.width or _GETTEXT_WIDTH) if style.several_locations else 0
        return _write_remarks(name, says, end, width)
    prefix = _prefix(name, message)
    lines = _write_string(name.removeprefix("#| "), says, stood, len(prefix), style)
    return [f"{prefix}{line}{end}" for line in lines]


def _write_string(
    keyword: str, text: str, stood: list[str], indent: int, style: Style
) -> Iterator[str]:
    """Write a text below its keyword, or beside it; lines of it that stood there stay."""
    if not stood and style.width is None and "\n" not in text[:-1]:
        yield f"{keyword} {quoting.escape(text)}"
        return
    width = style.width and style.width - indent
    kept, beside = _lines_of(stood)
    pieces = [
        piece
        for line in quoting.split(text)
        for piece in kept.get(line) or map(quoting.escape, quoting.wrap(line, width))
    ] or ['""']
    first = f"{keyword} {pieces[0]}"
    if len(pieces) == 1 and (width is None or quoting.measure(first) <= width):
        beside = True
    yield first if beside else f'{keyword} ""'
    yield from pieces[1:] if beside else pieces


def _lines_of(stood: list[str]) -> tuple[dict[str, list[str]], bool]:
    """Give how each line of a text was written, and whether the first stood beside the keyword."""
    kept: dict[str, list[str]] = {}
    text, pieces, beside = "", [], False
    for number, line in enumerate(stood):
        match = _TEXT.fullmatch(line)
        assert match is not None
        raw = match["strings"].rstrip()
        said = quoting.join([*map(Piece, _STRING.findall(raw))], "utf-8")
        if number == 0:
            beside = bool(said) and len(stood) > 1
            if not said:
                continue
        text += said
        pieces.append(raw)
        if text.endswith("\n"):
            kept[text] = pieces
            text, pieces = "", []
    return {**kept, text: pieces}, beside


# The messages of one article have the same location, and those of a section nearly the same notes.
@lru_cache(maxsize=1024)
def _write_remarks(mark: str, says: tuple[str, ...], end: str, width: int) -> tuple[str, ...]:
    """Give the lines; with a *width*, several locations stand in one."""
    # To gettext, a backslash joins even a comment with the line below. The reader takes one space
    # away again.
    return tuple(
        f"{line} {end}" if line.rstrip(" ").endswith("\\") else f"{line}{end}"
        for line in _remark_lines(mark, says, width)
    )


def _remark_lines(mark: str, says: tuple[str, ...], width: int) -> Iterator[str]:
    if mark == "#,":
        yield f"#, {', '.join(says)}"
    elif mark == "#:":
        yield from _write_locations(map(_location, says), width)
    else:
        for line in "\n".join(says).split("\n"):
            yield f"{mark} {line}" if line else mark


def _write_locations(locations: Iterable[str], width: int) -> Iterator[str]:
    line = "#:"
    for location in locations:
        if line != "#:" and quoting.measure(f"{line} {location}") > width:
            yield line
            line = "#:"
        line += f" {location}"
    yield line


def _location(location: str) -> str:
    """Set the isolates of gettext around a path with spaces; the line number stays outside."""
    if " " not in location and "\t" not in location:
        return location
    path, *number = _NUMBER.split(location)
    return f"\u2068{path}\u2069{''.join(number)}"
