"""
A line a finding, without colours or columns: for screen readers, editors and problem matchers.

`path:line:column: level rule: message [locale]`, then what could not be read and what is held; the
last line is the sum.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.errors import PipelineError
from pipeline.findings import Finding
from pipeline.reports import flat
from pipeline.reports.plain import visible
from pipeline.results import Report, Verdict


def render(
    report: Report, verdicts: Sequence[Verdict], errors: Sequence[PipelineError] = ()
) -> str:
    """Give *report* line by line."""
    return "".join(f"{each}\n" for each in _lines(report, verdicts, errors))


def line(finding: Finding) -> str:
    """
    Give one finding.

    >>> from pipeline.model import Place
    >>> print(line(Finding(Place("a.md", 3), "error", "prose/x", "stands twice", "a", "en")))
    a.md:3:1: error prose/x: stands twice [en]
    """
    place = finding.place
    return (
        f"{visible(place.path)}:{place.line}:{place.column}: {finding.level} {finding.rule}:"
        f" {flat.message(finding)} [{finding.locale}]"
    )


def _lines(
    report: Report, verdicts: Sequence[Verdict], errors: Sequence[PipelineError]
) -> Iterator[str]:
    yield from (line(entry.finding) for entry in flat.entries(report))
    yield from (visible(str(error)) for error in errors)
    for verdict in verdicts:
        if flat.is_held(verdict):
            reasons = "; ".join(verdict.reasons)
            yield visible(f"held {verdict.article} [{verdict.locale}]: {reasons}")
    yield f"{flat.sum_up(report, errors)} {flat.versions(report, verdicts)}"
