"""A version as its translator sees it: entry by entry, each with its state and what is found in it."""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pipeline import check, explain, stamps
from pipeline.findings import Finding
from pipeline.model import Catalog, Key, Message, Origin, Place, Run, Version

_STAMPED = re.compile(rf' {stamps.NAME}="(\d+)"')
_FIRST = re.compile(r".*?[.!?](?=\s|$)", re.DOTALL)
_FRONT = ("title", "description")


@dataclass(frozen=True, slots=True)
class Told:
    """
    A finding in an entry: *start* and *end* count characters of its string.

    They are None where the finding is about the source, or where markup stands in between: then
    nothing is suggested that could be written in its place.
    """

    finding: Finding
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """A run of a version, with the message that its catalog has; *place* is where that stands today."""

    id: int
    run: Run
    message: Message | None
    place: Place | None = None
    stamp: str | None = None
    findings: tuple[Told, ...] = ()

    @property
    def string(self) -> str:
        """The text as its catalog has it, shown or not; in the source version, the source."""
        if self.run.state == "source":
            return self.run.segment.id
        return self.message.string if self.message else ""


def entries(
    version: Version, findings: Iterable[Finding] = (), today: Catalog | None = None
) -> tuple[tuple[Entry, ...], tuple[Finding, ...]]:
    """
    Give the entries of *version* in its order, and those *findings* that belong to none.

    *today* is the catalog as it stands in its file, where that is not what the version was made of.
    """
    runs = _runs(version)
    stamped = frozenset(_STAMPED.findall(version.body))
    known = today.index() if today else {}
    made = [
        Entry(
            number,
            run,
            run.message,
            _place(run, known, has_file=today is not None),
            _stamp(run, version.article.path, stamped),
        )
        for number, run in enumerate(runs)
    ]
    told, rest = _told(made, findings)
    return tuple(replace(one, findings=tuple(told[one.id])) for one in made), tuple(rest)


def data(entry: Entry) -> dict[str, Any]:
    """Give *entry* as JSON takes it."""
    run, message = entry.run, entry.message
    segment, place = run.segment, entry.place
    origin = segment.origin.place
    return {
        "id": entry.id,
        "key": list(segment.key),
        "kind": segment.kind,
        "line": origin.line,
        "path": origin.path,
        "state": run.state,
        "source": segment.id,
        "context": segment.context,
        "notes": [*(segment.notes or (message.notes if message else ()))],
        "string": entry.string,
        "plural": bool(message and message.plural is not None),
        "pluralSource": message.plural if message else None,
        "strings": [*message.strings] if message else [],
        "place": f"{place.path}:{place.line}" if place else None,
        "previous": message.previous_id if message and message.fuzzy else None,
        "findings": [told_data(one) for one in entry.findings],
        "stamp": entry.stamp,
    }


def told_data(told: Told) -> dict[str, Any]:
    """Give a finding as JSON takes it."""
    finding = told.finding
    return {
        "rule": finding.rule,
        "level": finding.level,
        "message": finding.message,
        "start": told.start,
        "end": told.end,
        "suggestions": [*finding.suggestions] if told.start is not None else [],
        "fix": finding.fix if told.start is not None else "",
        "why": why(finding.rule),
    }


@functools.cache
def why(rule: str) -> str:
    """Give the first sentence of why *rule* is there."""
    known = check.rules()
    text = explain.describe(rule, known).why if rule in known else ""
    found = _FIRST.match(text)
    return found[0] if found else text


def offset(origin: Origin, place: Place, length: int) -> int | None:
    """
    Give the offset of the character at *place* in a text of *length* that stands at *origin*.

    >>> offset(Origin("fr.po", ((0, 3, 9), (10, 4, 2))), Place("fr.po", 4, 5), 20)
    13
    """
    if origin.path != place.path:
        return None
    ends = [piece[0] for piece in origin.pieces[1:]] + [length]
    for (start, line, column), end in zip(origin.pieces, ends, strict=True):
        if line == place.line and column <= place.column <= column + end - start:
            return start + place.column - column
    return None


def _runs(version: Version) -> tuple[Run, ...]:
    """Give the runs with the address behind the title and the description, where it stands."""
    if version.address is None:
        return version.runs
    count = 0
    while count < len(version.runs) and version.runs[count].segment.kind in _FRONT:
        count += 1
    return (*version.runs[:count], version.address, *version.runs[count:])


def _place(run: Run, known: Mapping[Key, Message], *, has_file: bool) -> Place | None:
    if run.state == "source" or not has_file:
        return None
    message = known.get(run.segment.key)
    return message.origin.place if message and message.origin else None


def _stamp(run: Run, path: str, stamped: frozenset[str]) -> str | None:
    """Give what the block of *run* bears in the page; what the front matter says bears nothing."""
    place = run.segment.origin.place
    line = str(place.line)
    front = run.segment.kind in _FRONT or run.segment.context is not None
    return line if place.path == path and line in stamped and not front else None


def _told(
    made: Sequence[Entry], findings: Iterable[Finding]
) -> tuple[Mapping[int, list[Told]], list[Finding]]:
    """Give each finding to the entries that it stands in; one text in two places has it twice."""
    lines: dict[tuple[str, int], list[Entry]] = defaultdict(list)
    for one in made:
        for origin in _origins(one):
            for line in {piece[1] for piece in origin.pieces}:
                lines[origin.path, line].append(one)
    told: dict[int, list[Told]] = defaultdict(list)
    rest: list[Finding] = []
    for finding in findings:
        found = {
            one.id: at
            for one in lines[finding.place.path, finding.place.line]
            if (at := _at(one, finding)) is not None
        }
        for number, at in found.items():
            told[number].append(at)
        if not found:
            rest.append(finding)
    return told, rest


def _origins(entry: Entry) -> tuple[Origin, ...]:
    own = entry.message.origin if entry.message else None
    return tuple(filter(None, (own, entry.run.segment.origin)))


def _at(entry: Entry, finding: Finding) -> Told | None:
    own = entry.message.origin if entry.message else None
    if entry.run.state == "source":
        own = entry.run.segment.origin
    start = offset(own, finding.place, len(entry.string)) if own else None
    if start is not None:
        end = start + len(finding.text)
        same = bool(finding.text) and entry.string[start:end] == finding.text
        return Told(finding, start, end) if same else Told(finding)
    source = entry.run.segment
    inside = offset(source.origin, finding.place, len(source.id)) is not None
    return Told(finding) if inside else None
