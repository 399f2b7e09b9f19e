"""
Entries as nearly every tool writes them, read at one stroke; all others are read line by line.

A catalog has thousands of lines, and most of them are remarks, an id and a translation, each line
begun by its mark or its quotation mark. What is in any way unusual is left to `reader`, which knows
the whole grammar and says what is wrong.
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from functools import lru_cache

from pipeline.model import Message, Origin
from pipeline.po import quoting
from pipeline.po.draft import REMARKS, Entry

CHARSETS = frozenset({"utf-8", "ascii"})
"""Those in which a byte that could be a quotation mark or a backslash is one."""

# Any line of a text ends so: that is found fastest, and what it holds is looked at on its own.
_TEXT = rb'(?:"[^\n]*"\n)++'
_ENTRY = re.compile(
    rb"(\n*+)((?:#(?![~|])[^\n]*+\n)*+)"
    rb"(?:msgctxt (%(text)s))?msgid (%(text)s)msgstr (%(text)s)"
    # Nothing is left, or another entry begins: what begins otherwise may belong to this one.
    rb'(?=\n*+(?:#(?![~|])|(?:#[~|] )?msg(?:id|ctxt) "|\Z))' % {b"text": _TEXT}
)
_SOUND = re.compile(r'(?:"(?:[^"\\]++|\\[nt"\\])*+"\n)++')
_ESCAPE = re.compile(r"\\.")
_LETTERS = {r"\n": "\n", r"\t": "\t", r"\"": '"', "\\\\": "\\"}
_MARKS = (".", ":", ",", "=")
_COLUMN = len('msgstr "') + 1
_SMALL = 10_000
"""Bytes of an entry that comes near to none of the reader's limits."""


def read(
    data: bytes, start: int, above: int, path: str, most: int = sys.maxsize
) -> tuple[list[Entry], int, int]:
    """
    Give the usual entries from the offset *start* on, which *above* lines stand before.

    With them comes the offset where the last one ends, and how many lines stand before that.
    """
    entries: list[Entry] = []
    while len(entries) < most and (found := _ENTRY.match(data, start)):
        gap, remarks, context, id_, string = found.groups()
        end = found.end()
        if end - start > _SMALL:
            break
        try:
            said = _remarks(remarks)
            line = above + len(gap) + said.lines + 1
            number = line + id_.count(b"\n") + (context.count(b"\n") if context else 0)
            quoted = string.decode()
            message = Message(
                _join(id_.decode()),
                (_join(quoted),),
                _join(context.decode()) if context else None,
                fuzzy=said.fuzzy,
                flags=said.flags,
                locations=said.locations,
                notes=said.notes,
                comments=said.comments,
                origin=Origin(path, _pieces(quoted, number)),
            )
        except (_Odd, UnicodeDecodeError):
            break
        entries.append(Entry(message, line, start))
        start, above = end, number + quoted.count("\n") - 1
    return entries, start, above


class _Odd(Exception):  # noqa: N818 - no error: the reader decides whether it is one.
    """Is in something that only looks usual."""


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
    if b"\\" in block or b"\r" in block:
        raise _Odd
    said: dict[str, list[str]] = {mark: [] for mark in REMARKS}
    for remark in block.decode().split("\n")[:-1]:
        mark = remark[:2] if remark[1:2] in _MARKS else "#"
        said[mark].append(remark[len(mark) :].removeprefix(" "))
    flags = quoting.flags((*said["#,"], *said["#="]))
    return _Remarks(
        block.count(b"\n"),
        fuzzy="fuzzy" in flags,
        flags=tuple(flag for flag in flags if flag != "fuzzy"),
        locations=quoting.locations(tuple(said["#:"])),
        notes=tuple(said["#."]),
        comments=tuple(said["#"]),
    )


def _join(quoted: str) -> str:
    """Give the text that stands in one line, or in several."""
    text = quoted[1:-2]
    if '"' not in text and "\\" not in text:
        return text
    if not _SOUND.fullmatch(quoted):
        raise _Odd
    return _ESCAPE.sub(lambda escape: _LETTERS[escape[0]], text.replace('"\n"', ""))


def _pieces(quoted: str, line: int) -> tuple[tuple[int, int, int], ...]:
    """Give where the characters of a translation stand that begins in *line*, as an `Origin` has it."""
    if "\\" not in quoted and quoted.count("\n") == 1:
        return ((0, line, _COLUMN),)
    found: list[tuple[int, int, int]] = []
    offset, column = 0, _COLUMN
    for number, text in enumerate(quoted[1:-2].split('"\n"'), line):
        if found and found[-1][0] == offset:
            found.pop()  # Nothing stands in the line above.
        found.append((offset, number, column))
        behind = text.find("\\") + 2
        while behind > 1:
            offset -= 1
            if behind < len(text):
                found.append((offset + behind, number, column + behind))
            behind = text.find("\\", behind) + 2
        offset += len(text)
        column = 2
    return tuple(found)
