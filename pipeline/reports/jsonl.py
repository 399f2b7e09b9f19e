"""
A JSON object a line, for programs that read while it is written.

Each has a `type`: "finding", "known", "suppressed", "version", "error", and "summary" in the last line.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from pipeline.errors import PipelineError
from pipeline.reports import as_json, flat
from pipeline.results import Report, Verdict


def render(
    report: Report, verdicts: Sequence[Verdict], errors: Sequence[PipelineError] = ()
) -> str:
    """Give *report* as JSON Lines; what a line says is as in the JSON report."""
    return "".join(
        json.dumps(each, ensure_ascii=False) + "\n" for each in _objects(report, verdicts, errors)
    )


def _objects(
    report: Report, verdicts: Sequence[Verdict], errors: Sequence[PipelineError]
) -> Iterator[dict[str, Any]]:
    for entry in flat.entries(report, everything=True):
        finding = entry.finding
        where = {"article": finding.article, "locale": finding.locale}
        told = where | as_json.finding(finding, entry.fingerprint)
        if entry.suppressed is None:
            yield {"type": "known" if entry.old else "finding", **told}
        else:
            yield {"type": "suppressed", **told, "reason": entry.suppressed.reason}
    for verdict in verdicts:
        yield {
            "type": "version",
            "article": verdict.article,
            "locale": verdict.locale,
            "draft": verdict.draft,
            **as_json.verdict(verdict),
        }
    yield from ({"type": "error", **as_json.error(error)} for error in errors)
    yield {
        "type": "summary",
        "schema": as_json.SCHEMA,
        **as_json.summary(report, verdicts),
        "errors": len(errors),
    }
