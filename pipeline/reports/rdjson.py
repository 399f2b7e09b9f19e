"""
The Reviewdog Diagnostic Format: comments on a pull request, with what to write as one click.

Its columns count the bytes of UTF-8, so the line must be known; without it, only its number is told.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from pipeline.errors import PipelineError
from pipeline.findings import Finding
from pipeline.model import Place
from pipeline.reports import flat
from pipeline.reports.flat import Lines
from pipeline.results import Report, Verdict

_SEVERITIES = {"error": "ERROR", "warning": "WARNING", "note": "INFO", "review": "INFO"}


def render(
    report: Report,
    verdicts: Sequence[Verdict],
    errors: Sequence[PipelineError] = (),
    lines: Lines = flat.unknown,
) -> str:
    """Give *report* as a result of diagnostics."""
    del verdicts  # A diagnostic stands in a file.
    found = flat.worst_first(flat.entries(report))
    document = {
        "source": {"name": flat.TOOL},
        "diagnostics": [
            *(_error(error) for error in errors if error.path),
            *(_diagnostic(entry.finding, lines) for entry in found),
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _diagnostic(finding: Finding, lines: Lines) -> dict[str, Any]:
    code = {"value": finding.rule}
    if more := flat.address(finding.rule):
        code["url"] = more
    told: dict[str, Any] = {
        "message": f"{flat.message(finding)} [{finding.locale}]",
        "location": {"path": finding.place.path, "range": _range(finding, lines)},
        "severity": _SEVERITIES[finding.level],
        "code": code,
    }
    new = flat.replacement(finding, lines)
    if new is not None:
        told["suggestions"] = [{"range": told["location"]["range"], "text": new}]
    return told


def _range(finding: Finding, lines: Lines) -> dict[str, Any]:
    """Give where it stands; its end, like ours, is behind the last character."""
    start = _position(finding.place, lines)
    if finding.end is None:
        return {"start": start}
    end = _position(finding.end, lines)
    # With a column at one end only, the range would mean something else.
    if ("column" in start) != ("column" in end):
        start.pop("column", None)
        end.pop("column", None)
    return {"start": start, "end": end}


def _position(place: Place, lines: Lines) -> dict[str, int]:
    line = lines(place.path, place.line)
    if line is None or place.column - 1 > len(line):
        return {"line": place.line}
    before = line[: place.column - 1].encode("utf-8", "surrogatepass")
    return {"line": place.line, "column": len(before) + 1}


def _error(error: PipelineError) -> dict[str, Any]:
    location: dict[str, Any] = {"path": error.path}
    if error.line:
        location["range"] = {"start": {"line": error.line}}
    return {"message": flat.problem(error), "location": location, "severity": "ERROR"}
