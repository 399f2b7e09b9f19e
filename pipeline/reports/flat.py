"""The findings of a report in one row: what all formats begin with."""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from pipeline import check, explain, fingerprint
from pipeline.errors import PipelineError
from pipeline.explain import Description
from pipeline.findings import LEVELS, Finding
from pipeline.reports.plain import count, joined, visible
from pipeline.results import Report, Suppressed, Verdict

Lines = Callable[[str, int], str | None]
"""Gives a line of a file by its path and its number, or None where nobody knows."""

TOOL = "article-pipeline"
_ACT = "https://www.w3.org/WAI/standards-guidelines/act/rules/{}/"
# What inserted text would have to be escaped for, or would be read as markup.
_MARKUP = frozenset("\\\"'`*_~[]()<>{}&|#\n\r\t")


def unknown(_path: str, _line: int) -> None:
    """Give no line of no file."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A finding, what it is known by, who lets it be, and whether it is old debt."""

    finding: Finding
    fingerprint: str
    suppressed: Suppressed | None = None
    old: bool = False

    @property
    def counts(self) -> bool:
        """Is it judged, and for somebody to mend."""
        return not self.old and self.suppressed is None


def entries(report: Report, *, everything: bool = False) -> list[Entry]:
    """
    Give each finding of *report* in its order.

    *everything* is also, behind the findings of each version, what its baseline knows and what is let be.
    """
    rows = [
        row
        for result in report.results
        for row in (
            *((finding, None, False) for finding in result.findings),
            *((finding, None, True) for finding in result.known),
            *((one.finding, one, False) for one in result.suppressed),
        )
    ]
    names = fingerprint.fingerprints([finding for finding, _, _ in rows])
    found = (
        Entry(finding, name, suppressed, old)
        for (finding, suppressed, old), name in zip(rows, names, strict=True)
    )
    return [entry for entry in found if everything or entry.counts]


def worst_first(found: Iterable[Entry]) -> list[Entry]:
    """Give *found* by level, then by place."""
    return sorted(
        found,
        key=lambda entry: (LEVELS.index(entry.finding.level), entry.finding.place),
    )


def sum_up(report: Report, errors: Sequence[PipelineError] = ()) -> str:
    """
    Say how much was found, what of it can be mended, and that not all could be read.

    >>> sum_up(Report(), [PipelineError("not UTF-8")])
    'Found nothing; 1 thing could not be read.'
    """
    findings = [finding for result in report.results for finding in result.findings]
    levels = Counter(finding.level for finding in findings)
    parts = [count(levels[level], _NOUNS[level]) for level in LEVELS if levels[level]]
    fixes = Counter(finding.fix for finding in findings)
    mended = [f"{fixes['safe']:,} fixable with --fix"] if fixes["safe"] else []
    if fixes["unsafe"]:
        more = "more " if fixes["safe"] else "fixable "
        mended.append(f"{fixes['unsafe']:,} {more}with --unsafe-fixes")
    old = sum(len(result.known) for result in report.results)
    debt = [f"{old:,} known to the baseline"] if old else []
    unread = [f"{count(len(errors), 'thing')} could not be read"] if errors else []
    found = [joined(parts or ["nothing"]), *mended, *debt, *unread]
    return f"Found {'; '.join(found)}."


_NOUNS = {"error": "error", "warning": "warning", "note": "note", "review": "question"}


def versions(report: Report, verdicts: Sequence[Verdict], *, published: bool = False) -> str:
    """Say how many versions pass."""
    passing = sum(verdict.published for verdict in verdicts)
    held = sum(is_held(verdict) for verdict in verdicts)
    drafts = sum(verdict.draft for verdict in verdicts)
    parts = [f"{passing:,} {'published' if published else 'pass'}", f"{held:,} held"]
    parts += [f"{drafts:,} in draft"] if drafts else []
    return f"{count(len(report.results), 'version')}: {', '.join(parts)}."


def is_held(verdict: Verdict) -> bool:
    """Tell whether a version would go to readers, and may not."""
    return not verdict.passes and not verdict.draft


def message(finding: Finding) -> str:
    """
    Give what is wrong and what was likely meant, in one line.

    >>> from pipeline.model import Place
    >>> message(Finding(Place("a.md"), "error", "prose/x", '"relie"', "a", "en", ("relief",)))
    '"relie" (relief)'
    """
    suggestions = f" ({', '.join(finding.suggestions)})" if finding.suggestions else ""
    return visible(f"{finding.message}{suggestions}") or finding.rule


def problem(error: PipelineError) -> str:
    """Give what the user must mend, without its place, in one line."""
    text = f"{error.message}; {error.hint}" if error.hint else error.message
    return visible(text) or "cannot be read"


@functools.cache
def about(rule: str) -> Description | None:
    """Give the description of *rule*; what axe-core says has none."""
    return explain.describe(rule, check.rules()) if rule in check.rules() else None


def address(rule: str) -> str:
    """Give where more is said of *rule*: its success criterion, or an ACT rule."""
    described = about(rule)
    if described and described.criterion:
        return described.criterion.address
    return _ACT.format(described.act[0]) if described and described.act else ""


def replacement(finding: Finding, lines: Lines) -> str | None:
    """
    Give what may be written in place of the text, as the file would have it.

    None, where nobody proposes it, where the file does not read just what was found, and where the
    new text could be taken for markup.
    """
    place, end = finding.place, finding.end
    if not (finding.fix and finding.suggestions and end) or end.line != place.line:
        return None
    new = finding.suggestions[0]
    line = lines(place.path, place.line)
    if line is None or line[place.column - 1 : end.column - 1] != finding.text:
        return None
    # Straight marks in the text are known to do no harm there; new ones are not.
    return None if (set(new) & _MARKUP) - set(finding.text) else new
