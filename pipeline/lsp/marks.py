"""Where findings stand in the text of a document, and what may be written there instead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from pipeline import fixing
from pipeline.errors import PipelineError
from pipeline.findings import Finding
from pipeline.fixing import Change, Edit
from pipeline.lsp.positions import Positions

SPELLING = "prose/spelling"
"""The rule whose words may go into a project's list."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A finding at one of its places, with the offsets of the text it is about."""

    start: int
    end: int
    finding: Finding

    @property
    def word(self) -> str:
        """The word that a list may take in; nothing, if it is about something else."""
        return self.finding.text if self.finding.rule == SPELLING else ""


def marks(findings: Iterable[Finding], path: str, here: Positions) -> tuple[Mark, ...]:
    """Give a mark for each place of *findings* that lies in the file at *path*, in order."""
    found = [
        _mark(
            replace(finding, place=place, end=finding.end if place == finding.place else None), here
        )
        for finding in findings
        for place in (finding.place, *finding.others)
        if place.path == path
    ]
    return tuple(sorted(found, key=lambda mark: (mark.start, mark.end, mark.finding.rule)))


def line_of(problem: PipelineError, path: str, here: Positions) -> tuple[int, int]:
    """Give the offsets of the line that a user's error names; of the first, if it is about another file."""
    line = problem.line if problem.path == path and problem.line else 1
    return here.line(line - 1)


def overlapping(found: Iterable[Mark], start: int, end: int) -> list[Mark]:
    """Give the marks that touch the text between two offsets."""
    return [mark for mark in found if mark.start <= end and start <= mark.end]


def proposals(mark: Mark, text: str, *, catalog: bool) -> Iterator[tuple[str, Sequence[Change]]]:
    """Give each suggestion with the changes that write it; none, if the file reads otherwise now."""
    finding = mark.finding
    literal = finding.rule.startswith("translation/")
    for suggestion in dict.fromkeys(finding.suggestions):
        edit = Edit(finding.place, finding.text, suggestion, finding.rule, literal=literal)
        found = fixing.changes(text, edit, catalog=catalog) if finding.text else ()
        if found:
            yield suggestion, found


def difference(old: str, new: str) -> list[Change]:
    r"""
    Give the changes, of whole lines, that make *old* read *new*.

    >>> difference("one\ntwo\n", "one\n2\n")
    [Change(start=4, end=8, new='2\n')]
    """
    lines, others = old.splitlines(keepends=True), new.splitlines(keepends=True)
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))
    matcher = SequenceMatcher(None, lines, others, autojunk=False)
    return [
        Change(starts[first], starts[last], "".join(others[start:end]))
        for tag, first, last, start, end in matcher.get_opcodes()
        if tag != "equal"
    ]


def _mark(finding: Finding, here: Positions) -> Mark:
    start = here.offset(finding.place)
    if finding.end is not None:
        end = here.offset(replace(finding.end, path=finding.place.path))
    elif finding.text and here.text.startswith(finding.text, start):
        end = start + len(finding.text)
    else:
        end = here.line(finding.place.line - 1)[1]
    return Mark(start, max(start, end), finding)
