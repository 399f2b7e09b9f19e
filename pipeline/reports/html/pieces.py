"""A text with its marks, cut into pieces that do not overlap, sentence by sentence."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from pipeline.findings import LEVELS
from pipeline.prose import reading
from pipeline.readability.advice import LIMIT
from pipeline.reports.html.cards import Card
from pipeline.results import Mark, Name, Sentence, Side

Hardness = Literal["", "hard", "harder"]

_SHORT = 14
"""English words under which a sentence is shaded by no grade: one long word would make it."""
_MORE = 4.0
"""Grades over the limit from which on a sentence is marked as harder."""
_RANK = (*LEVELS, "suppressed")


@dataclass(frozen=True, slots=True)
class Label:
    """The label behind a mark; the card leads back to the one that is its *anchor*."""

    card: Card
    anchor: bool


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text with one look: its mark's *style*, or none. *labels* are of marks that end with it."""

    text: str
    style: str = ""
    markup: Literal["", "markup", "markup address"] = ""
    labels: tuple[Label, ...] = ()


@dataclass(frozen=True, slots=True)
class Stretch:
    """A sentence, or what stands between two; *told* says how hard it is, in words."""

    pieces: tuple[Piece, ...]
    hardness: Hardness = ""
    told: str = ""


def cut(
    side: Side, cards: Mapping[Name, Card], limit: float | None, anchors: Collection[Name]
) -> tuple[Stretch, ...]:
    """
    Give *side* in stretches, with the marks that have *cards*; *limit* is the hardest grade allowed.

    *anchors* are the names of those whose first mark stands here.
    """
    marks = [mark for mark in side.marks if mark.name in cards]
    styles = _styles(marks, cards)
    edges = {0, len(side.text)}
    for start, end, _ in styles:
        edges |= {start, end}
    addresses = tuple(_addresses(side))
    for start, end in (*side.markup, *addresses):
        edges |= {start, end}
    sentences = _apart(side.sentences)
    for sentence in sentences:
        edges |= {sentence.start, sentence.end}
    ends: dict[int, list[Label]] = defaultdict(list)
    waiting = set(anchors)
    for mark in marks:
        ends[mark.end].append(Label(cards[mark.name], mark.name in waiting))
        waiting.discard(mark.name)
    ordered = sorted(edges)
    pieces = [
        (start, _piece(side, (start, end), styles, addresses, ends.get(end, ())))
        for start, end in pairwise(ordered)
        if start < end
    ]
    if 0 in ends:
        # A mark of the beginning only, or of a text that is empty.
        pieces.insert(0, (0, Piece("", labels=tuple(ends[0]))))
    return tuple(_stretches(pieces, sentences, side, limit))


def hardness(sentence: Sentence, locale: str, limit: float | None) -> Hardness:
    """
    Say how hard a sentence is for readers of the *limit*; where grades say nothing, by its length.

    >>> hardness(Sentence(0, 99, 30, 26.5), "en", 9.0), hardness(Sentence(0, 99, 30, 9.5), "en", 9.0)
    ('harder', 'hard')
    >>> hardness(Sentence(0, 20, 3, 26.5), "en", 9.0), hardness(Sentence(0, 99, 71), "ja", None)
    ('', 'hard')
    """
    if sentence.grade is None or limit is None:
        longest = reading.equivalent(LIMIT, locale)
        if sentence.length > 2 * longest:
            return "harder"
        return "hard" if sentence.length > longest else ""
    if sentence.length < reading.equivalent(_SHORT, locale) or sentence.grade <= limit:
        return ""
    return "harder" if sentence.grade > limit + _MORE else "hard"


def _styles(marks: Iterable[Mark], cards: Mapping[Name, Card]) -> list[tuple[int, int, str]]:
    """The marks with a length, the gravest first."""
    found = [(mark.start, mark.end, cards[mark.name].style) for mark in marks]
    found = [one for one in found if one[0] < one[1]]
    return sorted(found, key=lambda one: (_RANK.index(one[2]), one))


def _apart(sentences: Sequence[Sentence]) -> list[Sentence]:
    """Those that do not overlap: a passage inside another may have sentences of its own."""
    found: list[Sentence] = []
    for sentence in sentences:
        if not found or sentence.start >= found[-1].end:
            found.append(sentence)
    return found


def _piece(
    side: Side,
    span: tuple[int, int],
    styles: Sequence[tuple[int, int, str]],
    addresses: Sequence[tuple[int, int]],
    labels: Sequence[Label],
) -> Piece:
    start, end = span
    style = next((name for first, last, name in styles if first <= start and end <= last), "")
    markup: Literal["", "markup", "markup address"] = ""
    if any(first <= start and end <= last for first, last in addresses):
        markup = "markup address"
    elif any(first <= start and end <= last for first, last in side.markup):
        markup = "markup"
    return Piece(side.text[start:end], style, markup, tuple(labels))


def _addresses(side: Side) -> Iterable[tuple[int, int]]:
    """Where the addresses of links stand: they read from left to right in every text."""
    for start, end in side.markup:
        if side.text.startswith("](", start) and side.text.endswith(")", start, end):
            yield start + 2, end - 1


def _stretches(
    pieces: Sequence[tuple[int, Piece]],
    sentences: Sequence[Sentence],
    side: Side,
    limit: float | None,
) -> Iterable[Stretch]:
    starts = [sentence.start for sentence in sentences]
    grouped: list[tuple[Sentence | None, list[Piece]]] = []
    for start, piece in pieces:
        index = bisect_right(starts, start) - 1
        inside = index >= 0 and start < sentences[index].end
        sentence = sentences[index] if inside else None
        if grouped and grouped[-1][0] is sentence:
            grouped[-1][1].append(piece)
        else:
            grouped.append((sentence, [piece]))
    for sentence, found in grouped:
        if sentence is None:
            yield Stretch(tuple(found))
        else:
            hard = hardness(sentence, side.locale, limit)
            yield Stretch(tuple(found), hard, _told(sentence, side.locale))


def _told(sentence: Sentence, locale: str) -> str:
    if sentence.grade is not None:
        return f"grade {sentence.grade:.1f}"
    return f"{sentence.length} {reading.unit(locale)}"
