"""
What a finding is known by from run to run, wherever its line has moved to.

A finding stands in a sentence; where it does not, below a heading. That, what is found there, the rule,
the article and the locale are its key: never the line. An edit elsewhere leaves it as it is.
"""

from __future__ import annotations

import functools
import hashlib
import json
import re
import unicodedata
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from pipeline.findings import Finding
from pipeline.model import Origin, Passage, Place, Run
from pipeline.prose import sentences

_LONGEST = 1_000
"""Characters of a sentence that are kept: a text without stops would stand in each of its findings."""
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*+")


_Spans = Callable[[str, str], Sequence[sentences.Span]]


class Key(NamedTuple):
    """
    What findings have in common that are the same to a baseline; it counts them.

    *digest* is of the sentence, or the heading, and of what is found there.
    """

    rule: str
    article: str
    locale: str
    digest: str


class _Piece(NamedTuple):
    """A stretch of a text on one line: where it begins, its offsets, and what is read there."""

    line: int
    column: int
    start: int
    end: int
    text: str
    locale: str


class _Heading(NamedTuple):
    line: int
    column: int
    text: str


@dataclass(slots=True)
class _File:
    """The texts of one file by place; passages before runs, since they are plain."""

    prose: list[_Piece] = field(default_factory=list)
    runs: list[_Piece] = field(default_factory=list)
    headings: list[_Heading] = field(default_factory=list)


def stamp(
    findings: Iterable[Finding], prose: Sequence[Passage] = (), runs: Sequence[Run] = ()
) -> Iterator[Finding]:
    """
    Give *findings* with the sentence of *prose* or *runs* that each stands in, or the heading above.

    >>> from pipeline.findings import Finding
    >>> text = Passage("One. Two boatts.", "en", "paragraph", Origin("a.md", ((0, 9, 1),)))
    >>> found = Finding(Place("a.md", 9, 10), "error", "prose/spelling", "?", "a", "en")
    >>> next(stamp([found], [text])).context
    'Two boatts.'
    """
    found = list(findings)
    files = _files(prose, runs) if found else {}
    # A passage with many findings is parted once.
    spans = functools.cache(sentences.sentences)
    for one in found:
        context = _context(files, one.place, spans)[:_LONGEST]
        yield replace(one, context=context) if context else one


def key(finding: Finding) -> Key:
    """Give what *finding* is known by; several may have the same."""
    context, text = _normal(finding.context), _normal(finding.text)
    # Numbers in a message are measured, and change with every edit.
    mark = text or _NUMBER.sub("0", _normal(finding.message))
    if text and context and context in text:
        # It is about more than the sentence, which another edit may change.
        mark = ""
    digest = _hash([context, mark])[:16]
    return Key(finding.rule, finding.article, finding.locale, digest)


def fingerprints(findings: Sequence[Finding]) -> list[str]:
    """
    Give for each of *findings*, in their order, a name that no other has: of its key and a number.

    Those of one key are numbered by their places.
    """
    order = sorted(range(len(findings)), key=lambda index: (findings[index].place, index))
    seen: Counter[Key] = Counter()
    names = [""] * len(findings)
    for index in order:
        own = key(findings[index])
        seen[own] += 1
        names[index] = _hash([*own, seen[own]])[:32]
    return names


def _files(prose: Sequence[Passage], runs: Sequence[Run]) -> dict[str, _File]:
    files: dict[str, _File] = {}
    for passage in prose:
        file = files.setdefault(passage.origin.path, _File())
        file.prose += _pieces(passage.origin, passage.text, passage.locale)
        if passage.kind.startswith("heading"):
            place = passage.origin.place
            file.headings.append(_Heading(place.line, place.column, passage.text))
    for run in runs:
        known = [(run.segment.origin, run.segment.id), (run.origin, run.text)]
        for origin, text in dict.fromkeys(known):
            file = files.setdefault(origin.path, _File())
            file.runs += _pieces(origin, text, run.locale)
            if run.segment.kind.startswith("heading"):
                place = origin.place
                file.headings.append(_Heading(place.line, place.column, text))
    for file in files.values():
        file.prose.sort(key=_at)
        file.runs.sort(key=_at)
        file.headings.sort()
    return files


def _pieces(origin: Origin, text: str, locale: str) -> Iterator[_Piece]:
    ends = [start for start, _, _ in origin.pieces[1:]] + [len(text)]
    for (start, line, column), end in zip(origin.pieces, ends, strict=True):
        yield _Piece(line, column, start, end, text, locale)


def _at(piece: _Piece) -> tuple[int, int]:
    return piece.line, piece.column


def _context(files: dict[str, _File], place: Place, spans: _Spans) -> str:
    file = files.get(place.path)
    if file is None:
        return ""
    at = place.line, place.column
    for pieces in (file.prose, file.runs):
        index = bisect_right(pieces, at, key=_at) - 1
        piece = pieces[index] if index >= 0 else None
        if piece and piece.line == place.line:
            offset = piece.start + place.column - piece.column
            if offset < max(piece.end, piece.start + 1):
                return _sentence(piece, offset, spans(piece.text, piece.locale))
    index = bisect_right(file.headings, at, key=lambda heading: heading[:2]) - 1
    return file.headings[index].text if index >= 0 else ""


def _sentence(piece: _Piece, offset: int, spans: Sequence[sentences.Span]) -> str:
    index = bisect_right(spans, offset, key=lambda span: span[0]) - 1
    if not spans:
        return piece.text
    start, end = spans[max(index, 0)]
    return piece.text[start:end]


def _normal(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


def _hash(parts: Sequence[object]) -> str:
    # A lone surrogate, which no UTF-8 can hold, is written as an escape.
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()
