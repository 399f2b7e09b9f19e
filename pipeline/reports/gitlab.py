"""GitLab's Code Quality: what a merge request adds and mends. Fingerprints tell one from the other."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from typing import Any

from pipeline.errors import PipelineError
from pipeline.reports import flat
from pipeline.reports.flat import Entry
from pipeline.results import Report, Verdict

_SEVERITIES = {"error": "major", "warning": "minor", "note": "info", "review": "info"}


def render(
    report: Report, verdicts: Sequence[Verdict], errors: Sequence[PipelineError] = ()
) -> str:
    """Give *report* as a list of issues; what cannot be read is a blocker."""
    del verdicts  # An issue stands in a file; a held version does not.
    issues = [*map(_error, errors), *map(_issue, flat.worst_first(flat.entries(report)))]
    return json.dumps(issues, ensure_ascii=False, indent=2) + "\n"


def _issue(entry: Entry) -> dict[str, Any]:
    finding = entry.finding
    lines = {"begin": finding.place.line}
    if finding.end:
        lines["end"] = finding.end.line
    return {
        "type": "issue",
        "description": f"{flat.message(finding)} [{finding.locale}]",
        "check_name": finding.rule,
        "fingerprint": entry.fingerprint,
        "severity": _SEVERITIES[finding.level],
        "location": {"path": finding.place.path, "lines": lines},
    }


def _error(error: PipelineError) -> dict[str, Any]:
    return {
        "type": "issue",
        "description": flat.problem(error),
        "check_name": "cannot-be-read",
        "fingerprint": hashlib.sha256(repr((error.path, error.message)).encode()).hexdigest()[:32],
        "severity": "blocker",
        # Every issue needs a file.
        "location": {"path": error.path or "pipeline.toml", "lines": {"begin": error.line or 1}},
    }
