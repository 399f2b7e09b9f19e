"""
Entries as nearly every tool writes them, read at one stroke; all others are read line by line.

A catalog has thousands of lines, and most of them are remarks, an id and a translation, each line
begun by its mark or its quotation mark. What is in any way unusual is left to `reader`, which knows
the whole grammar and says what is wrong.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from pipeline.model import Message, Origin
from pipeline.po import quoting
from pipeline.po.draft import REMARKS, Draft, Entry
from pipeline.po.quoting import Piece

CHARSETS = frozenset({"utf-8", "ascii"})
"""Those in which a byte that could be a quotation mark or a backslash is one."""

_TEXT = rb'(?:"(?:[^"\\\r\n]++|\\[nt"\\])*+"\n)++'
_ENTRY = re.compile(
    rb"(?P<gap>\n*+)(?P<remarks>(?:#(?![~|])[^\\\r\n]*+\n)*+)"
    rb"(?:msgctxt (?P<context>%(text)s))?msgid (?P<id>%(text)s)msgstr (?P<string>%(text)s)"
    % {b"text": _TEXT}
)
# What begins another entry for certain. A previous id or an obsolete line is for the reader to judge.
_NEXT = re.compile(rb'\n*+(?:#(?![~|])|msgid "|msgctxt ")')
_KEYWORDS = {"context": "msgctxt", "id": "msgid", "string": "msgstr"}
_MARKS = (".", ":", ",", "=")
_ESCAPE = re.compile(r"\\(.)")
_LETTERS = {"n": "\n", "t": "\t"}
_SMALL = 10_000
"""Bytes of an entry that comes near to none of the reader's limits."""


def find(data: bytes, start: int) -> re.Match[bytes] | None:
    """Find the entry at the offset *start*; None if it is unusual."""
    found = _ENTRY.match(data, start)
    try:
        return found if found and found[0].decode("utf-8") else None
    except UnicodeDecodeError:
        return None


def whole(found: re.Match[bytes]) -> bool:
    """Say whether the entry that was *found* has all its lines, and not many."""
    return len(found[0]) < _SMALL and _NEXT.match(found.string, found.end()) is not None


def entry(found: re.Match[bytes], start: int, above: int, path: str) -> Entry:
    """
    Give the entry that was *found* and is whole, which *above* lines stand before.

    *start* is where the one before it ends.
    """
    gap, remarks, context, id_, string = found.groups()
    said = _remarks(remarks)
    line = above + len(gap) + said.lines + 1
    number = line + (context.count(b"\n") if context else 0) + id_.count(b"\n")
    text = string.decode("utf-8")
    pieces = _pieces("msgstr", text, number)
    message = Message(
        _join(id_.decode("utf-8")),
        (_join(text),),
        _join(context.decode("utf-8")) if context else None,
        fuzzy=said.fuzzy,
        flags=said.flags,
        locations=said.locations,
        notes=said.notes,
        comments=said.comments,
        origin=Origin(path, quoting.places(pieces, "utf-8")),
    )
    return Entry(message, line, start)


def draft(found: re.Match[bytes], start: int, above: int) -> Draft:
    """Give the same entry as far as it has been read: what stands below may belong to it."""
    made = Draft(start, remarks=_by_mark(found["remarks"]))
    # More than there can be: the reader counts where that is too many.
    made.remarks_count = found["remarks"].count(b"\n") + found["remarks"].count(b" ")
    number = made.line = above + len(found["gap"]) + found["remarks"].count(b"\n") + 1
    for key, keyword in _KEYWORDS.items():
        if found[key] is not None:
            pieces = _pieces(keyword, found[key].decode("utf-8"), number)
            made.texts[keyword] = pieces
            made.last, made.last_line = keyword, number
            made.size += sum(len(piece.raw) for piece in pieces)
            number += len(pieces)
    return made


@dataclass(frozen=True, slots=True)
class _Remarks:
    """What stands above the texts of an entry, as its message has it."""

    lines: int
    fuzzy: bool
    flags: tuple[str, ...]
    locations: tuple[str, ...]
    notes: tuple[str, ...]
    comments: tuple[str, ...]


# They are the same in every language, and nearly the same in a whole section.
@lru_cache(maxsize=4096)
def _remarks(block: bytes) -> _Remarks:
    said = {mark: tuple(texts) for mark, texts in _by_mark(block).items()}
    flags = quoting.flags((*said["#,"], *said["#="]))
    return _Remarks(
        block.count(b"\n"),
        fuzzy="fuzzy" in flags,
        flags=tuple(flag for flag in flags if flag != "fuzzy"),
        locations=quoting.locations(said["#:"]),
        notes=said["#."],
        comments=said["#"],
    )


def _by_mark(block: bytes) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {mark: [] for mark in REMARKS}
    for remark in block.decode("utf-8").split("\n")[:-1]:
        mark = remark[:2] if remark[1:2] in _MARKS else "#"
        found[mark].append(remark[len(mark) :].removeprefix(" "))
    return found


def _join(quoted: str) -> str:
    text = quoted[1:-2].replace('"\n"', "")
    if "\\" not in text:
        return text
    return _ESCAPE.sub(lambda escape: _LETTERS.get(escape[1], escape[1]), text)


def _pieces(keyword: str, quoted: str, number: int) -> list[Piece]:
    first, *more = quoted[1:-2].split('"\n"')
    pieces = [Piece(first, number, len(keyword) + 3)]
    return pieces + [Piece(line, number + at, 2) for at, line in enumerate(more, 1)]
