"""The report for programs: complete, versioned, described by `report.schema.json` beside this file."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from pipeline.errors import PipelineError
from pipeline.findings import Finding
from pipeline.model import Place
from pipeline.results import Advice, Report, Result, Suppressed, Value, Verdict

SCHEMA = 1


def render(
    report: Report, verdicts: Sequence[Verdict], errors: Sequence[PipelineError] = ()
) -> str:
    """Give *report* as JSON; the same report gives the same bytes."""
    by_version = {(verdict.article, verdict.locale): verdict for verdict in verdicts}
    document = {
        "schema": SCHEMA,
        "summary": {
            "versions": len(report.results),
            "passing": sum(verdict.published for verdict in verdicts),
            "held": sum(not verdict.passes and not verdict.draft for verdict in verdicts),
            "drafts": sum(verdict.draft for verdict in verdicts),
        },
        "versions": [
            _version(result, by_version[result.article, result.locale]) for result in report.results
        ],
        "errors": [_error(error) for error in errors],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _version(result: Result, verdict: Verdict) -> dict[str, Any]:
    score = result.score
    return {
        "article": result.article,
        "locale": result.locale,
        "draft": result.draft,
        "verdict": {
            "passes": verdict.passes,
            "reasons": list(verdict.reasons),
            "doubts": list(verdict.doubts),
        },
        "readability": {
            "words": score.words,
            "sentences": score.sentences,
            "grade": _rounded(score.grade),
            "low": _rounded(score.low),
            "high": _rounded(score.high),
            "formula": score.formula,
            "value": _rounded(score.value),
            "note": score.note,
            "values": [_value(value) for value in score.values],
            "second_opinion": [_value(value) for value in result.opinion],
            "left_out": dict(score.omitted),
            "drift": result.drift
            and {
                "grades": _rounded(result.drift.grades),
                "p": _rounded(result.drift.p, 4),
                "level": result.drift.level,
            },
            "advice": _advice(result.advice),
        },
        "misspellings": {
            "count": None if result.unchecked else result.misspellings,
            "per_1000_words": _rounded(result.misspelling_rate),
            "note": result.unchecked,
        },
        "coverage": _rounded(result.coverage, 4),
        "findings": [_finding(finding) for finding in result.findings],
        "suppressed": [_suppressed(one) for one in result.suppressed],
        "unavailable": list(result.unavailable),
    }


def _value(value: Value) -> dict[str, Any]:
    return {"name": value.name, "value": _rounded(value.value), "band": value.band}


def _advice(advice: Advice) -> dict[str, Any]:
    return {
        "sentences": [
            _at(one.place)
            | {
                "text": one.text,
                "length": one.length,
                "grade": _rounded(one.grade),
                "gain": _rounded(one.gain),
                "reasons": list(one.reasons),
                "source": one.source,
            }
            for one in advice.sentences
        ],
        "words": [
            _at(word.place) | {"text": word.text, "times": word.times, "zipf": _rounded(word.zipf)}
            for word in advice.words
        ],
        "without_worst": _rounded(advice.without),
    }


def _at(place: Place) -> dict[str, Any]:
    return {"path": place.path, "line": place.line, "column": place.column}


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "level": finding.level,
        "path": finding.place.path,
        "line": finding.place.line,
        "column": finding.place.column,
        "end_line": finding.end and finding.end.line,
        "end_column": finding.end and finding.end.column,
        "message": finding.message,
        "text": finding.text,
        "suggestions": list(finding.suggestions),
        "certainty": _rounded(finding.certainty or None, 2),
        "fix": finding.fix,
    }


def _suppressed(one: Suppressed) -> dict[str, Any]:
    return {
        "reason": one.reason,
        "said_in": _at(one.place),
        "finding": _finding(one.finding),
    }


def _error(error: PipelineError) -> dict[str, Any]:
    return {
        "path": error.path,
        "line": error.line,
        "message": error.message,
        "hint": error.hint,
    }


def _rounded(number: float | None, digits: int = 2) -> float | None:
    return None if number is None else round(number, digits)
