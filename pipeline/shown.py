"""
What a version says, block by block, with its sentences and its findings in their places: for a report.

Findings know where they stand in a file; here each is put back into the text that stands there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.findings import Finding
from pipeline.model import NOT_PROSE, Message, Origin, Passage, Place, Run
from pipeline.prose import inline, reading
from pipeline.readability import Text, scale
from pipeline.readability.counts import Line
from pipeline.results import Mark, Sentence, Shown, Side, name

_LIST = 8
_MOST = 0.7
"""So many words, and so large a part of them, are as in the source: it is in the source's language."""
_PLAIN = frozenset({"text", "escape", "entity", "break"})


@dataclass(slots=True)
class _Draft:
    """A text in the making, with where its characters stand."""

    text: str
    locale: str
    origin: Origin
    marks: set[Mark] = field(default_factory=set)
    sentences: list[Sentence] = field(default_factory=list)
    markup: tuple[tuple[int, int], ...] = ()

    def lines(self) -> set[int]:
        return {line for _, line, _ in self.origin.pieces}

    def offset(self, place: Place) -> int | None:
        """Say which character of the text stands at *place*: the reverse of `Origin.at`."""
        pieces = self.origin.pieces
        for number, (start, line, column) in enumerate(pieces):
            end = pieces[number + 1][0] if number + 1 < len(pieces) else len(self.text) + 1
            offset = start + place.column - column
            if line == place.line and start <= offset < end:
                return offset
        return None

    def side(self) -> Side:
        marks = sorted(self.marks, key=lambda mark: (mark.start, mark.end, mark.name))
        sentences = sorted(self.sentences, key=lambda sentence: sentence.start)
        return Side(
            self.text, self.locale, self.origin.place, tuple(marks), tuple(sentences), self.markup
        )


@dataclass(frozen=True, slots=True)
class _Block:
    kind: str
    run: Run | None
    own: _Draft
    source: _Draft | None = None


def blocks(
    runs: Sequence[Run],
    prose: Sequence[Passage],
    text: Text,
    findings: Iterable[Finding],
    *,
    source: str,
) -> tuple[Shown, ...]:
    """
    Give each block of a version: its *runs*, or the passages of a page that has none.

    *text* is what was counted of *prose*, *findings* are what is marked. *source* is the locale that
    the article is written in.
    """
    made = [_of_run(run, source, text.locale) for run in runs]
    made = made or [_of_passage(passage) for passage in prose]
    drafts = [
        draft for block in made for draft in (block.own, block.source) if draft and draft.text
    ]
    index = _index(drafts)
    for finding in findings:
        for place in (finding.place, *finding.others):
            _mark(finding, place, index)
    for line, span in zip(text.lines, text.counts.spans, strict=True):
        _sentence(line, span, text, index)
    return tuple(
        Shown(
            block.kind,
            block.run.state if block.run else "source",
            block.own.side(),
            block.source.side() if block.source else None,
        )
        for block in made
    )


def _of_run(run: Run, source: str, locale: str) -> _Block:
    """A run beside its source; a translation that readers do not get is shown all the same."""
    kind, theirs = run.segment.kind, _draft(run.segment.id, source, run.segment.origin)
    if run.state == "source":
        return _Block(kind, run, theirs)
    if run.state == "translated":
        tongue = source if _kept(run.text, theirs.text) else run.locale
        return _Block(kind, run, _draft(run.text, tongue, run.origin), theirs)
    message = run.message or Message(run.segment.id)
    origin = message.origin or run.segment.origin
    return _Block(kind, run, _draft(message.string, locale, origin), theirs)


def _kept(text: str, source: str) -> bool:
    """
    Tell whether a translation left its words as they were, as it does with a list of references.

    >>> _kept("Feder, A., Costi, S., Rutter, S. B. u. a.", "Feder, A., Costi, S., Rutter, S. B. et al.")
    True
    """
    words = text.split()
    there = set(source.split())
    return len(words) >= _LIST and sum(word in there for word in words) > _MOST * len(words)


def _draft(text: str, locale: str, origin: Origin) -> _Draft:
    markup = []
    for token in inline.tokens(text):
        if token.kind in _PLAIN:
            continue
        if token.kind in ("image", "image reference"):
            # The words of its alternative are read; what is around them is not.
            markup += [(token.start, token.inner[0]), (token.inner[1], token.end)]
        else:
            markup.append((token.start, token.end))
    return _Draft(text, locale, origin, markup=tuple(markup))


def _of_passage(passage: Passage) -> _Block:
    text = passage.text.replace(NOT_PROSE, "…")
    return _Block(passage.kind, None, _Draft(text, passage.locale, passage.origin))


_Index = Mapping[tuple[str, int], Sequence[_Draft]]


def _index(drafts: Iterable[_Draft]) -> _Index:
    found: dict[tuple[str, int], list[_Draft]] = defaultdict(list)
    for draft in drafts:
        for line in sorted(draft.lines()):
            found[draft.origin.path, line].append(draft)
    return found


def _at(place: Place, index: _Index) -> Iterator[tuple[_Draft, int]]:
    for draft in index.get((place.path, place.line), ()):
        offset = draft.offset(place)
        if offset is not None:
            yield draft, offset


def _mark(finding: Finding, place: Place, index: _Index) -> None:
    """Mark *finding* where it stands; one whose end nobody told, as far as its text is found there."""
    known_as = name(finding)
    candidates = list(_at(place, index))
    for draft, start in candidates:
        end = _end(finding, place, draft, start)
        if end is not None:
            draft.marks.add(Mark(start, end, known_as))
            return
    for draft, start in candidates:
        near = draft.text.find(finding.text, max(start - len(finding.text), 0))
        if finding.text and near >= 0:
            draft.marks.add(Mark(near, near + len(finding.text), known_as))
            return
    for draft, start in candidates[:1]:
        draft.marks.add(Mark(start, start, known_as))


def _end(finding: Finding, place: Place, draft: _Draft, start: int) -> int | None:
    if finding.end is not None and place == finding.place:
        last = Place(place.path, finding.end.line, max(finding.end.column - 1, 1))
        offset = draft.offset(last)
        if offset is not None and offset >= start:
            return min(offset + 1, len(draft.text))
    if finding.text and draft.text.startswith(finding.text, start):
        return start + len(finding.text)
    return None


def _sentence(line: Line, span: tuple[int, int], text: Text, index: _Index) -> None:
    """Put a sentence that was counted, of so many words and characters, where it stands."""
    if line.passage is None:
        return
    words, characters = span
    constants = text.language.scale if text.language else None
    grade = scale.of_span(words, characters, constants) if constants and words else None
    spaced = reading.unit(text.locale) == "words"
    length = words if spaced else sum(map(len, line.words))
    first = line.passage.origin.at(line.start)
    last = line.passage.origin.at(line.start + max(len(line.text) - 1, 0))
    for draft, start in _at(first, index):
        end = draft.offset(last)
        if end is not None and end >= start:
            sentence = Sentence(start, min(end + 1, len(draft.text)), length, grade)
            draft.sentences.append(sentence)
            return
