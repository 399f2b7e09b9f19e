"""
Runs as passages: plain prose in one language, with the place of every character in the run's file.

A link's text, emphasis and what stands in most tags are prose; code, addresses and footnote marks are
`NOT_PROSE`. The words of an image's alternative and of a title are passages of their own, and so is
what stands in an element that names another language.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from pipeline.model import NOT_PROSE, Origin, Passage, Run, Segment, Version
from pipeline.prose import inline
from pipeline.prose.kept import kept
from pipeline.prose.markup import NOWHERE, Span, Token

ALTERNATIVE = "image alternative"
TITLE = "link title"

SOFT_HYPHEN = "\N{SOFT HYPHEN}"

# What stands in these is not written for a reader of prose; "q", "abbr", "cite" and the like are.
_SILENT = frozenset(
    {"code", "kbd", "math", "pre", "samp", "script", "style", "svg", "textarea", "tt", "var"}
)
_VOID = frozenset({"br", "hr", "img", "input", "source", "track", "wbr"})
_OPAQUE = frozenset({"code", "autolink", "address", "footnote", "placeholder"})
_IMAGES = frozenset({"image", "image reference"})

# What is not here is text as it stands: no mark of Markdown, and nothing that an address is made of.
# Every "doi:" has the point of its number. Each pattern begins with a sign, and is fast for that.
_SIGN = re.compile(rf"[\\`<&{{%@\[*_/{SOFT_HYPHEN}]")
_POINT = re.compile(r"[.:](?:(?<=\.)\w|(?<=:)\S)")
_ALPHANUMERIC = re.compile(r"[^\W_]")


@dataclass(slots=True)
class _Draft:
    """A passage in the making: its text, and where in the run each stretch of it begins."""

    locale: str
    kind: str
    parts: list[str] = field(default_factory=list)
    starts: list[Span] = field(default_factory=list)
    size: int = 0

    def add(self, text: str, source: int) -> None:
        """Append *text*, which stands at the offset *source* of the run."""
        if text:
            self.starts.append((self.size, source))
            self.parts.append(text)
            self.size += len(text)


class Plain(NamedTuple):
    """
    A passage that is not yet placed in a file, and where in its run each stretch of it begins.

    A pair of *starts* are an offset in the passage's *text*, and the one in the run's.
    """

    text: str
    locale: str
    kind: str
    starts: tuple[Span, ...]


_AS_IT_STANDS: tuple[Span, ...] = ((0, 0),)


@dataclass(frozen=True, slots=True)
class _Region:
    """An element whose text is in another language, or not prose (None)."""

    start: int
    end: int
    locale: str | None


def prose(version: Version) -> tuple[Passage, ...]:
    """Give the passages of every run of *version*, in order."""
    return tuple(passage for run in version.runs for passage in passages(run))


def segment_passages(segment: Segment, locale: str) -> tuple[Passage, ...]:
    """Give the passages of a segment as it stands in its article, which is written in *locale*."""
    return passages(Run(segment, segment.id, locale, "source", segment.origin))


def passages(run: Run) -> tuple[Passage, ...]:
    """
    Give the passages of *run*: its own prose first, then what stands aside, in order.

    A character of a passage that is neither `NOT_PROSE` nor decoded from an entity is the character
    at its place in the file.

    >>> from pipeline.model import Segment
    >>> place = Origin("a.md", ((0, 7, 1),))
    >>> text = 'An *early* [map](m.png "A drawing") of the <i lang="fr">cit&eacute;</i>.'
    >>> for passage in passages(Run(Segment(text, "paragraph", place), text, "en", "source", place)):
    ...     print(passage.locale, passage.kind, passage.text.replace(NOT_PROSE, "…"))
    en paragraph An early map of the ….
    en link title A drawing
    fr paragraph cité
    """
    return tuple(
        Passage(one.text, one.locale, one.kind, _origin(run.origin, one))
        for one in plain(run.text, run.locale, run.segment.kind)
    )


@kept
def plain(text: str, locale: str, kind: str) -> tuple[Plain, ...]:
    """Give the passages of a run's *text* before they are placed in its file: all that its place leaves alone."""
    if not (_SIGN.search(text) or _POINT.search(text) or "  \n" in text):
        return (Plain(text, locale, kind, _AS_IT_STANDS),) if _ALPHANUMERIC.search(text) else ()
    return tuple(
        Plain("".join(draft.parts), draft.locale, draft.kind, tuple(draft.starts))
        for draft in _drafts(text, locale, kind)
        if any(map(_ALPHANUMERIC.search, draft.parts))
    )


def _drafts(text: str, locale: str, kind: str) -> list[_Draft]:
    tokens = inline.tokens(text)
    regions = iter((*_regions(tokens, locale), _Region(len(text) + 1, 0, None)))
    region = next(regions)
    drafts = [_Draft(locale, kind)]
    inside: list[tuple[int, _Draft | None]] = [(len(text) + 1, drafts[0])]
    for token in tokens:
        while token.start >= inside[-1][0]:
            inside.pop()
        while token.start >= region.start:
            around = inside[-1][1]
            draft = None
            if around:
                around.add(NOT_PROSE, region.start)
                if region.locale:
                    draft = _Draft(region.locale, around.kind)
                    drafts.append(draft)
            inside.append((min(region.end, inside[-1][0]), draft))
            region = next(regions)
        draft = inside[-1][1]
        if draft:
            _write(token, draft)
            drafts.extend(_aside(text, token, draft.locale))
    return drafts


def _write(token: Token, draft: _Draft) -> None:
    """Add to *draft* what *token* shows."""
    if token.kind == "text":
        offset = token.start
        for part in token.text.split(SOFT_HYPHEN):
            draft.add(part, offset)
            offset += len(part) + 1
    elif token.kind == "escape":
        draft.add(token.text, token.end - 1)
    elif token.kind == "entity":
        draft.add(token.text.replace(SOFT_HYPHEN, ""), token.start)
    elif token.kind == "break":
        draft.add("\n", token.end - 1)
    elif token.kind in _OPAQUE or token.kind in _IMAGES or token.text == "img":
        draft.add(NOT_PROSE, token.start)
    elif token.kind == "tag" and token.text in ("br", "hr"):
        draft.add("\n", token.start)


def _aside(text: str, token: Token, locale: str) -> Iterator[_Draft]:
    """Give the words of a token's alternative and titles: what a reader meets beside the text."""
    if token.kind in _IMAGES:
        yield _words(text, token.inner, locale, ALTERNATIVE)
    if token.title != NOWHERE:
        yield _words(text, token.title, locale, TITLE)
    for attribute in token.attributes:
        if attribute.name in ("alt", "title", "aria-label"):
            span = attribute.start, attribute.start + len(attribute.value)
            yield _words(text, span, locale, ALTERNATIVE if attribute.name == "alt" else TITLE)


def _words(text: str, span: Span, locale: str, kind: str) -> _Draft:
    draft = _Draft(locale, kind)
    inner = _Draft(locale, kind)
    for token in inline.tokens(text[slice(*span)]):
        _write(token, inner)
    for part, (_, source) in zip(inner.parts, inner.starts, strict=True):
        draft.add(part, span[0] + source)
    return draft


def _regions(tokens: Iterable[Token], locale: str) -> list[_Region]:
    """Give the elements that name another language than *locale*, or hold no prose, by their start."""
    found: list[_Region] = []
    opened: dict[str, list[Token]] = {}
    end = 0
    for token in tokens:
        end = token.end
        if token.kind == "attributes" and token.opens >= 0:
            found.extend(_foreign(token.opens, token.end, token, locale))
        elif token.kind == "tag" and token.text not in _VOID:
            opened.setdefault(token.text, []).append(token)
        elif token.kind == "end tag" and opened.get(token.text):
            opening = opened[token.text].pop()
            found.extend(_foreign(opening.start, token.end, opening, locale))
    for unclosed in opened.values():
        for opening in unclosed:
            found.extend(_foreign(opening.start, end, opening, locale))
    return sorted(found, key=lambda region: (region.start, -region.end))


def _foreign(start: int, end: int, element: Token, locale: str) -> Iterator[_Region]:
    if element.kind == "tag" and element.text in _SILENT:
        yield _Region(start, end, None)
        return
    named = element.attribute("lang")
    if named is None:
        named = element.attribute("xml:lang")
    if named is not None and named.replace("_", "-").lower() != locale.lower():
        # An empty name says that the language is unknown: nothing can be read in it.
        yield _Region(start, end, named.strip() or None)


def _origin(origin: Origin, passage: Plain) -> Origin:
    """Place the characters of *passage*, whose stretches are placed in the run, which *origin* places."""
    starts, size = passage.starts, len(passage.text)
    if starts == _AS_IT_STANDS and not origin.pieces[0][0] and origin.pieces[-1][0] < size:
        return origin
    pieces: list[tuple[int, int, int]] = []
    for index, (offset, source) in enumerate(starts):
        following = starts[index + 1][0] if index + 1 < len(starts) else size
        place = origin.at(source)
        pieces.append((offset, place.line, place.column))
        first = bisect_right(origin.pieces, source, key=lambda piece: piece[0])
        for start, line, column in origin.pieces[first:]:
            if start >= source + following - offset:
                break
            pieces.append((offset + start - source, line, column))
    return Origin(origin.path, tuple(pieces) or ((0, origin.place.line, origin.place.column),))
