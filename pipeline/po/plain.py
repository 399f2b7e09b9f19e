"""
Entries as nearly every tool writes them, read at one stroke; all others are read line by line.

A catalog has thousands of lines, and most of them are remarks, an id and a translation, each line
begun by its mark or its quotation mark. What is in any way unusual is left to `reader`, which knows
the whole grammar and says what is wrong.
"""

from __future__ import annotations

import re

from pipeline.po.draft import Draft
from pipeline.po.quoting import Piece

CHARSETS = frozenset({"utf-8", "ascii"})
"""Those in which a byte that could be a quotation mark or a backslash is one."""

_TEXT = rb'(?:"(?:[^"\\\r\n]++|\\[nt"\\])*+"\n)++'
_ENTRY = re.compile(
    rb"(?P<gap>\n*+)(?P<remarks>(?:#(?![~|])[^\\\r\n]*+\n)*+)"
    rb"(?:msgctxt (?P<context>%(text)s))?msgid (?P<id>%(text)s)msgstr (?P<string>%(text)s)"
    % {b"text": _TEXT}
)
_KEYWORDS = {"context": "msgctxt", "id": "msgid", "string": "msgstr"}
_MARKS = (".", ":", ",", "=")


def match(data: bytes, start: int, above: int) -> tuple[Draft, int, int] | None:
    """
    Give the entry at the offset *start*, which *above* lines stand before; None if it is unusual.

    With it, the offset of its end, and the number of its lines, blank ones before it among them.
    """
    found = _ENTRY.match(data, start)
    if found is None:
        return None
    draft = Draft(start)
    try:
        remarks = found["remarks"].decode("utf-8").split("\n")[:-1]
        said = [
            (_KEYWORDS[key], text.decode("utf-8"))
            for key, text in found.groupdict().items()
            if key in _KEYWORDS and text is not None
        ]
    except UnicodeDecodeError:
        return None
    for remark in remarks:
        mark = remark[:2] if remark[1:2] in _MARKS else "#"
        draft.remarks[mark].append(remark[len(mark) :].removeprefix(" "))
        draft.remarks_count += max(1, remark.count(" "))
    number = draft.line = above + len(found["gap"]) + len(remarks) + 1
    for keyword, text in said:
        first, *more = text[1:-2].split('"\n"')
        pieces = [Piece(first, number, len(keyword) + 3)]
        pieces += [Piece(line, number + at, 2) for at, line in enumerate(more, 1)]
        draft.texts[keyword] = pieces
        draft.last, draft.last_line = keyword, number
        draft.size += len(text) - 3 * len(pieces)
        number += len(pieces)
    return draft, found.end(), number - above - 1
