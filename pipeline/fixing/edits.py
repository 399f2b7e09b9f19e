"""What is to be written instead of what, chosen from what was found."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.findings import Finding
from pipeline.fixing.spans import Change, Lines, Spans, changes
from pipeline.model import Place
from pipeline.results import Result

_TRIES = 60
"""So often is a file parsed again to find out which edits are not sound; the rest is left."""


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """
    That *text*, which stands at *place*, becomes *new*.

    None leaves it, and keeps other edits out of it. A *literal* one has the text as the file has it,
    markup and all; any other has plain prose.
    """

    place: Place
    text: str
    new: str | None = None
    rule: str = ""
    literal: bool = False
    safe: bool = True


@dataclass(frozen=True, slots=True)
class Fixed:
    """A file's bytes, and the edits that were made, each with its place in the new bytes."""

    data: bytes
    done: tuple[Edit, ...] = ()


@dataclass(frozen=True, slots=True)
class Located:
    """An edit with the characters of its text in the file."""

    edit: Edit
    spans: Spans


def of_results(results: Iterable[Result], *, unsafe: bool) -> Mapping[str, Sequence[Edit]]:
    """Give the edits that the findings of *results* propose, by file; the *unsafe* ones too, if asked."""
    found: dict[str, set[Edit]] = defaultdict(set)
    for result in results:
        for finding in result.findings:
            if finding.suggestions and finding.text and _wanted(finding, unsafe=unsafe):
                for place in (finding.place, *finding.others):
                    found[place.path].add(_edit(finding, place))
    for result in results:
        for one in result.suppressed:
            place = one.finding.place
            if one.finding.text and place.path in found:
                found[place.path].add(Edit(place, one.finding.text))
    return {path: sorted(edits, key=_order) for path, edits in sorted(found.items())}


def make(
    lines: Lines,
    edits: Sequence[Edit],
    find: Callable[[str, int, str], Spans | None],
    write: Callable[[str], str],
    sound: Callable[[str, Sequence[Edit]], bool],
) -> tuple[str, tuple[Edit, ...]]:
    """
    Give the text of *lines* with as many of *edits* as can be made, and those that were.

    *find* gives the characters of a text from an offset on, *write* puts a text as the file has it,
    and *sound* tells whether a new text is one that these edits may lead to.
    """
    located = _locate(lines, edits, find)
    made: list[Located] = []

    tries = _TRIES

    def attempt(more: Sequence[Located]) -> None:
        nonlocal tries
        tries -= 1
        if tries < 0:
            return
        new, done = _apply(lines, [*made, *more], write)
        if sound(new, done):
            made.extend(more)
        elif len(more) > 1:
            attempt(more[: len(more) // 2])
            attempt(more[len(more) // 2 :])

    if located:
        attempt(located)
    return _apply(lines, made, write)


def _wanted(finding: Finding, *, unsafe: bool) -> bool:
    return finding.fix == "safe" or (unsafe and finding.fix == "unsafe")


def _edit(finding: Finding, place: Place) -> Edit:
    return Edit(
        place,
        finding.text,
        finding.suggestions[0],
        finding.rule,
        literal=finding.rule.startswith("translation/"),
        safe=finding.fix == "safe",
    )


def _order(edit: Edit) -> tuple[Place, int, str, str]:
    return edit.place, -len(edit.text), edit.rule, edit.new or ""


def _locate(
    lines: Lines, edits: Sequence[Edit], find: Callable[[str, int, str], Spans | None]
) -> list[Located]:
    """Give the edits whose text is there, in order; of two that overlap the first."""
    found = []
    for edit in edits:
        start = lines.offset(edit.place)
        spans = None if start is None else find(lines.text, start, edit.text)
        if spans:
            found.append(Located(edit, spans))
    kept = [one for one in found if one.edit.new is None]
    chosen: list[Located] = []
    for one in sorted(found, key=lambda one: (one.spans[0][0], _order(one.edit))):
        free = not any(_overlap(one.spans, other.spans) for other in (*kept, *chosen[-1:]))
        if one.edit.new is not None and free:
            chosen.append(one)
    return chosen


def _overlap(one: Spans, other: Spans) -> bool:
    return one[0][0] < other[-1][1] and other[0][0] < one[-1][1]


def _apply(
    lines: Lines, chosen: Iterable[Located], write: Callable[[str], str]
) -> tuple[str, tuple[Edit, ...]]:
    """Make the edits, from the left, so that each place is known where it comes to stand."""
    parts: list[str] = []
    places: list[tuple[Edit, int]] = []
    end = shift = 0
    for one in sorted(chosen, key=lambda one: one.spans[0][0]):
        places.append((one.edit, one.spans[0][0] + shift))
        for change in changes(lines.text, one.spans, one.edit.text, one.edit.new or "", write):
            parts += lines.text[end : change.start], change.new
            shift += _growth(change)
            end = change.end
    new = "".join([*parts, lines.text[end:]])
    after = lines.again(new)
    done = tuple(replace(edit, place=after.place(at, edit.place.path)) for edit, at in places)
    return new, done


def _growth(change: Change) -> int:
    return len(change.new) - (change.end - change.start)
