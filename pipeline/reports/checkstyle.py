"""Checkstyle's XML, which Jenkins, reviewdog and many editors read."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.errors import PipelineError
from pipeline.findings import Finding
from pipeline.reports import flat
from pipeline.reports.xml import DECLARATION, element
from pipeline.results import Report, Verdict

_SEVERITIES = {"error": "error", "warning": "warning", "note": "info", "review": "info"}
_VERSION = "4.3"
"""Of the format, which its readers ask for; it has not changed since."""


def render(
    report: Report, verdicts: Sequence[Verdict], errors: Sequence[PipelineError] = ()
) -> str:
    """Give *report* by file."""
    del verdicts  # A held version stands in no file.
    files: dict[str, list[str]] = {}
    for error in errors:
        files.setdefault(error.path or "", []).append(
            _error(error.line or 1, 1, "error", flat.problem(error), "cannot-be-read")
        )
    for entry in flat.entries(report):
        files.setdefault(entry.finding.place.path, []).append(_finding(entry.finding))
    children = [element("file", {"name": name}, files[name]) for name in sorted(files)]
    return DECLARATION + element("checkstyle", {"version": _VERSION}, children)


def _finding(finding: Finding) -> str:
    place = finding.place
    message = f"{flat.message(finding)} [{finding.locale}]"
    return _error(place.line, place.column, _SEVERITIES[finding.level], message, finding.rule)


def _error(line: int, column: int, severity: str, message: str, source: str) -> str:
    attributes = {
        "line": line,
        "column": column,
        "severity": severity,
        "message": message,
        "source": f"{flat.TOOL}.{source}",
    }
    return element("error", attributes)
