"""Fixes an article: its prose, where it stands as it reads, and only to what the parser takes for prose."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline import article, walk
from pipeline.errors import PipelineError
from pipeline.fixing.edits import Edit, Fixed, make
from pipeline.fixing.spans import Change, Lines, Spans
from pipeline.fixing.spans import changes as fewest
from pipeline.model import Article, Key
from pipeline.prose import inline
from pipeline.settings import PLAIN, Reading

_NEWLINE = re.compile(r"\r\n|\r|\n")
# Where a line is wrapped: the indentation and the marks of quotations before the next are not its text.
_WRAP = re.compile(r"[ \t]*(?:\r\n|\r|\n)[ \t]*(?:>[ \t]*)*")
_BREAK = re.compile(r"(?: {2,}|\\)?(?:\r\n|\r|\n)[ \t]*(?:>[ \t]*)*")
_BOM = "\ufeff"
_SHOWN = ("title", "description")


@dataclass(frozen=True, slots=True)
class _Shape:
    """What an edit of prose leaves as it is: the page without its words, and the markup in each run."""

    name: str
    locale: str
    meta: tuple[tuple[str, str], ...]
    html: str
    runs: tuple[object, ...]


def fix(
    data: bytes, path: str, edits: Sequence[Edit], *, reading: Reading = PLAIN, unsafe: bool = False
) -> Fixed:
    """
    Give an article with those of *edits* that can be made.

    One is left out if the file does not read its text there, or if the page would change in more than
    its words. A heading that would get another address is fixed only as *unsafe*: links lead there.

    >>> place = article.parse(b"Of teh\\n> sea.\\n", "a.md", "en")
    >>> from pipeline.model import Place
    >>> fix(b"Of teh\\nsea.\\n", "a.md", [Edit(Place("a.md", 1, 4), "teh sea", "the sea")]).data
    b'Of the\\nsea.\\n'
    """
    try:
        text = data.decode()
        before = _read(text, path)
        shape = _shape(before, reading)
    except (UnicodeDecodeError, PipelineError):
        return Fixed(data)
    ids = _ids(before, reading)

    def sound(new: str, done: Sequence[Edit]) -> bool:
        try:
            after = _read(new, path)
            if _shape(after, reading) != shape:
                return False
        except PipelineError:
            return False
        found = _ids(after, reading)
        different = sum(one != other for one, other in zip(ids[0], found[0], strict=True))
        same_addresses = unsafe or ids[1] == found[1]
        # As many as edits at most, and one at least: what changed are words that readers see.
        return 0 < different <= len(done) and same_addresses

    lines = Lines(text, _NEWLINE, mark=int(text.startswith(_BOM)))
    new, done = make(lines, edits, _find, str, sound)
    return Fixed(new.encode(), done) if done else Fixed(data)


def changes(text: str, edit: Edit) -> tuple[Change, ...]:
    """Give what writes one edit into the *text* of an article, unproven; nothing if it reads otherwise."""
    lines = Lines(text, _NEWLINE, mark=int(text.startswith(_BOM)))
    start = lines.offset(edit.place)
    spans = None if start is None else _find(text, start, edit.text)
    return tuple(fewest(text, spans, edit.text, edit.new or "", str)) if spans else ()


def renamed(
    before: bytes, after: bytes, path: str, *, reading: Reading = PLAIN
) -> Mapping[Key, Key]:
    """Give what catalogs know each run of an article by that a fix has changed, and its new key."""
    old, new = (walk.extract(_read(each.decode(), path), reading) for each in (before, after))
    pairs = zip(old.segments, new.segments, strict=True)
    return {one.key: other.key for one, other in pairs if one.key != other.key}


def _read(text: str, path: str) -> Article:
    return article.parse(text.encode(), path, "und")


def _shape(one: Article, reading: Reading) -> _Shape:
    converted = walk.convert(one, lambda _segment: "x", reading=reading)
    meta = ((key, repr(field.value)) for key, field in one.meta.items() if key not in _SHOWN)
    runs = tuple(
        (segment.kind, segment.context, segment.notes, skeleton(segment.id))
        for segment in converted.segments
    )
    return _Shape(one.name, one.locale, tuple(meta), converted.html, runs)


def _ids(one: Article, reading: Reading) -> tuple[list[str], tuple[str, ...]]:
    converted = walk.extract(one, reading)
    return [segment.id for segment in converted.segments], converted.anchors


def skeleton(text: str) -> tuple[tuple[str, str, str], ...]:
    """
    Give the markup of a run without its words.

    >>> skeleton("A *red* boat") == skeleton("The *blue* boats") != skeleton("A *red* *boat*")
    True
    """
    return tuple(
        (token.kind, token.text, token.target)
        for token in inline.tokens(text)
        if token.kind != "text"
    )


def _find(file: str, start: int, text: str) -> Spans | None:
    """Give the characters of *text* from *start* on; None if the file reads otherwise there."""
    spans: list[tuple[int, int]] = []
    at = start
    for number, character in enumerate(text):
        if file.startswith(character, at) and character != "\n":
            spans.append((at, at + 1))
            at += 1
            continue
        pattern = {" ": _WRAP, "\n": _BREAK}.get(character)
        match = pattern.match(file, at) if pattern and number else None
        if match is None:
            return None
        spans.append(match.span())
        at = match.end()
    return spans
