"""The report for programs: complete, versioned, described by `report.schema.json` beside this file."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from pipeline.errors import PipelineError
from pipeline.findings import Finding
from pipeline.model import Place
from pipeline.reports import flat
from pipeline.results import Advice, Report, Result, Suppressed, Value, Verdict

SCHEMA = 1


def render(
    report: Report, verdicts: Sequence[Verdict], errors: Sequence[PipelineError] = ()
) -> str:
    """Give *report* as JSON; the same report gives the same bytes."""
    by_version = {(one.article, one.locale): one for one in verdicts}
    # As many of each as they are taken below: findings first, what is let be last.
    names = iter([entry.fingerprint for entry in flat.entries(report, everything=True)])
    document = {
        "schema": SCHEMA,
        "summary": summary(report, verdicts),
        "versions": [
            _version(result, by_version[result.article, result.locale], names)
            for result in report.results
        ],
        "errors": [error(one) for one in errors],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def summary(report: Report, verdicts: Sequence[Verdict]) -> dict[str, int]:
    """Count the versions of *report*."""
    return {
        "versions": len(report.results),
        "passing": sum(one.published for one in verdicts),
        "held": sum(not one.passes and not one.draft for one in verdicts),
        "drafts": sum(one.draft for one in verdicts),
    }


def verdict(one: Verdict) -> dict[str, Any]:
    """Give what a version may, and why not."""
    return {"passes": one.passes, "reasons": list(one.reasons), "doubts": list(one.doubts)}


def _version(result: Result, judged: Verdict, names: Iterator[str]) -> dict[str, Any]:
    score = result.score
    return {
        "article": result.article,
        "locale": result.locale,
        "draft": result.draft,
        "verdict": verdict(judged),
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
        "findings": [finding(one, next(names)) for one in result.findings],
        "known": [finding(one, next(names)) for one in result.known],
        "suppressed": [_suppressed(one, next(names)) for one in result.suppressed],
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


def finding(one: Finding, fingerprint: str) -> dict[str, Any]:
    """Give a finding, and what it is known by from run to run."""
    return {
        "rule": one.rule,
        "level": one.level,
        "path": one.place.path,
        "line": one.place.line,
        "column": one.place.column,
        "end_line": one.end and one.end.line,
        "end_column": one.end and one.end.column,
        "message": one.message,
        "text": one.text,
        "context": one.context,
        "suggestions": list(one.suggestions),
        "certainty": _rounded(one.certainty or None, 2),
        "fix": one.fix,
        "fingerprint": fingerprint,
    }


def _suppressed(one: Suppressed, fingerprint: str) -> dict[str, Any]:
    return {
        "reason": one.reason,
        "said_in": _at(one.place),
        "finding": finding(one.finding, fingerprint),
    }


def error(one: PipelineError) -> dict[str, Any]:
    """Give what the user must mend."""
    return {"path": one.path, "line": one.line, "message": one.message, "hint": one.hint}


def _rounded(number: float | None, digits: int = 2) -> float | None:
    return None if number is None else round(number, digits)
