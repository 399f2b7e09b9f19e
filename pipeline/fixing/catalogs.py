"""Fixes a catalog: its translations, between their quotation marks, with every other byte as it was."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace

from pipeline import po
from pipeline.errors import PipelineError
from pipeline.fixing.edits import Edit, Fixed, make
from pipeline.fixing.markdown import skeleton
from pipeline.fixing.spans import Change, Lines, Spans
from pipeline.fixing.spans import changes as fewest
from pipeline.model import Catalog, Key, Written
from pipeline.po import quoting

_NEWLINE = re.compile(r"\n")
_BETWEEN = re.compile(r'"[ \t\r\f\v]*\n[ \t\r\f\v]*"|"[ \t]*"')
_ID = re.compile(r'^[ \t]*msgid[ \t]*"', re.MULTILINE)
_LETTERS = {"n": "\n", "t": "\t", "r": "\r", '"': '"', "\\": "\\"}


def fix(data: bytes, path: str, edits: Sequence[Edit]) -> Fixed:
    r"""
    Give a catalog with those of *edits* that can be made.

    A text may be escaped, and wrapped over several lines. One is left out if the file does not read
    it there, or if anything but translations would change.

    >>> from pipeline.model import Place
    >>> data = b'msgid "the sea"\nmsgstr "la "\n"mre\\n"\n'
    >>> print(fix(data, "a.po", [Edit(Place("a.po", 2, 9), "la mre", "la mer")]).data.decode(), end="")
    msgid "the sea"
    msgstr "la "
    "mer\n"
    """
    prose = [edit for edit in edits if not edit.literal]
    literal = [edit for edit in edits if edit.literal or edit.new is None]
    first = _fix(data, path, prose, prose=True)
    if first.done or len(literal) == sum(edit.new is None for edit in literal):
        # The places of the others have moved; the next round has them anew.
        return first
    return _fix(data, path, literal, prose=False)


def changes(text: str, edit: Edit) -> tuple[Change, ...]:
    """Give what writes one edit into the *text* of a catalog, unproven; nothing if it reads otherwise."""
    lines = Lines(text, _NEWLINE, mark=int(text.startswith("\ufeff")))
    start = lines.offset(edit.place)
    spans = None if start is None else _find(text, start, edit.text)
    return tuple(fewest(text, spans, edit.text, edit.new or "", _write)) if spans else ()


def carry(data: bytes, path: str, names: Mapping[Key, Key]) -> bytes:
    r"""
    Give a catalog in which the messages of *names* have other ids, and still their translations.

    A fix of a slip in an article says the same as before: nobody has to translate it again.

    >>> data = b'msgid "teh sea"\nmsgstr "la mer"\n'
    >>> print(carry(data, "a.po", {(None, "teh sea"): (None, "the sea")}).decode(), end="")
    msgid "the sea"
    msgstr "la mer"
    """
    try:
        before = po.load(data, path)
    except PipelineError:
        return data
    written = before.written
    assert written is not None
    taken = {message.key for message in written.messages}
    parts = [data[: written.starts[0]]]
    expected = []
    for number, message in enumerate(written.messages):
        entry = data[written.starts[number] : written.starts[number + 1]]
        new = None if message.obsolete else names.get(message.key)
        text = _renamed(entry, message.id, new[1], written) if new and new not in taken else None
        parts.append(text or entry)
        expected.append(replace(message, id=new[1]) if new and text else message)
    result = b"".join([*parts, data[written.starts[-1] :]])
    try:
        after = po.load(result, path)
    except PipelineError:
        return data
    same = after.written is not None and list(after.written.messages) == expected
    return result if same else data


def _renamed(entry: bytes, old: str, new: str, written: Written) -> bytes | None:
    text = entry.decode(written.charset, "surrogateescape")
    keyword = _ID.search(text)
    spans = _find(text, keyword.end(), old) if keyword and old else None
    if not spans:
        return None
    parts: list[str] = []
    end = 0
    for change in fewest(text, spans, old, new, _write):
        parts += text[end : change.start], change.new
        end = change.end
    try:
        return "".join([*parts, text[end:]]).encode(written.charset, "surrogateescape")
    except UnicodeEncodeError:
        return None


def _fix(data: bytes, path: str, edits: Sequence[Edit], *, prose: bool) -> Fixed:
    try:
        before = po.load(data, path)
    except PipelineError:
        return Fixed(data)
    assert before.written is not None
    charset = before.written.charset

    def sound(new: str, done: Sequence[Edit]) -> bool:
        try:
            after = po.load(new.encode(charset, "surrogateescape"), path)
        except (PipelineError, UnicodeEncodeError):
            return False
        return 0 < _changed(before, after, prose=prose) <= len(done)

    starts = [(one.origin.place.line, one) for one in before.messages if one.origin]
    starts.sort(key=lambda start: start[0])

    def likely(edit: Edit) -> bool:
        """Would the markup of its message stay: asked here of one, and not of the whole file."""
        index = bisect_right(starts, edit.place.line, key=lambda start: start[0]) - 1
        if index < 0:
            return False
        strings = starts[index][1].strings
        new = edit.new or ""
        return any(
            edit.text in string and skeleton(string) == skeleton(string.replace(edit.text, new, 1))
            for string in strings
        )

    chosen = [edit for edit in edits if edit.new is None or not prose or likely(edit)]
    # What is no text of the charset stands in a comment, and stays there.
    text = data.decode(charset, "surrogateescape")
    lines = Lines(text, _NEWLINE, mark=int(text.startswith("\ufeff")))
    new, done = make(lines, chosen, _find, _write, sound)
    return Fixed(new.encode(charset, "surrogateescape"), done) if done else Fixed(data)


def _changed(before: Catalog, after: Catalog, *, prose: bool) -> int:
    """Count the translations that differ; 0 if anything else does."""
    same = (before.header, before.comments) == (after.header, after.comments)
    if not same or len(before.messages) != len(after.messages):
        return 0
    changed = 0
    for old, new in zip(before.messages, after.messages, strict=True):
        if replace(old, strings=()) != replace(new, strings=()):
            return 0
        for one, other in zip(old.strings, new.strings, strict=False):
            if one != other:
                changed += 1
                if prose and skeleton(one) != skeleton(other):
                    return 0
        if len(old.strings) != len(new.strings):
            return 0
    return changed


def _write(text: str) -> str:
    return quoting.escape(text)[1:-1]


def _find(file: str, start: int, text: str) -> Spans | None:
    """Give the characters of *text* from *start* on, escaped or not, in one piece or in several."""
    spans: list[tuple[int, int]] = []
    at = start
    for character in text:
        while match := _BETWEEN.match(file, at):
            at = match.end()
        if file.startswith("\\", at):
            if _LETTERS.get(file[at + 1 : at + 2]) != character:
                return None
            spans.append((at, at + 2))
        elif file.startswith(character, at) and character not in '"\n':
            spans.append((at, at + 1))
        else:
            return None
        at = spans[-1][1]
    return spans
