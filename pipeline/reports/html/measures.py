"""What was measured in a version, each with its limit, and how it stands to it: never a silent pass."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from pipeline import gate, readability
from pipeline.findings import LEVELS
from pipeline.history import Row
from pipeline.model import State
from pipeline.results import Result, Verdict, percent

Standing = Literal["within", "over", "doubtful", "none"]

_HIGHEST = 18.0
_NO_LIMIT = "no limit"


@dataclass(frozen=True, slots=True)
class Gauge:
    """A grade on a scale, in shares of its width: the interval, the grade and the limit."""

    low: float
    high: float
    at: float
    limit: float | None


@dataclass(frozen=True, slots=True)
class Measure:
    """One of them: *before* is what it was in the run before this."""

    name: str
    value: str
    limit: str
    standing: Standing
    note: str = ""
    before: str = ""
    gauge: Gauge | None = None


def measures(result: Result, verdict: Verdict, before: Row | None) -> list[Measure]:
    """Give the measures of *result*; *before* is the version as it was in the last run."""
    found = [_reading(result, verdict, before), _spelling(result, verdict, before)]
    if result.texts and any(shown.source for shown in result.texts):
        found.append(_coverage(result, verdict))
    found.append(_findings(result, verdict, before))
    if result.drift:
        standing: Standing = {"error": "over", "warning": "doubtful"}.get(  # type: ignore[assignment]
            result.drift.level, "within"
        )
        value = f"{result.drift.grades:+.1f} grades".replace("-", "−")
        limit = _limit(result.drift.limit, standing)
        found.append(Measure("Against its source", value, limit, standing))
    return found


def _reading(result: Result, verdict: Verdict, before: Row | None) -> Measure:
    score, limit = result.score, verdict.limits.grade
    name = "Reading level"
    if score.grade is None:
        value = f"{score.formula} {score.value:.1f}" if score.value is not None else "not measured"
        return Measure(name, value, "no grade", "none", score.note)
    told = "" if score.low is None else f"between {score.low:.1f} and {score.high:.1f}"
    note = ", ".join(filter(None, (told, score.note)))
    standing: Standing = "none" if limit is None else "within"
    if readability.held(score, limit):
        standing = "over"
    elif readability.doubted(score, limit):
        standing = "doubtful"
    shown = _limit(limit, standing)
    last = before and before.grade
    was = "" if last is None or f"{last:.1f}" == f"{score.grade:.1f}" else f"{last:.1f}"
    low = score.grade if score.low is None else score.low
    high = score.grade if score.high is None else score.high
    gauge = Gauge(_share(low), _share(high), _share(score.grade), limit and _share(limit))
    return Measure(name, f"grade {score.grade:.1f}", shown, standing, note, was, gauge)


def _share(grade: float) -> float:
    return round(100 * min(max(grade, 0.0), _HIGHEST) / _HIGHEST, 1)


def _spelling(result: Result, verdict: Verdict, before: Row | None) -> Measure:
    name, limit = "Misspelt in 1,000 words", verdict.limits.misspellings
    rate = result.misspelling_rate
    if rate is None:
        return Measure(name, "not checked", "no dictionary", "none", result.unchecked)
    standing: Standing = "none" if limit is None else "over" if rate > limit else "within"
    note = f"{result.misspellings} of {result.score.words:,} words"
    was = ""
    if before and before.misspellings != result.misspellings:
        was = f"{1000 * before.misspellings / max(before.words, 1):.1f}"
    shown = _limit(limit, standing)
    return Measure(name, f"{rate:.1f}", shown, standing, note, was)


def _coverage(result: Result, verdict: Verdict) -> Measure:
    limit = verdict.limits.coverage
    standing: Standing = (
        "none" if limit is None else "over" if result.coverage < limit else "within"
    )
    states = Counter(shown.state for shown in result.texts)
    told: Mapping[State, str] = {
        "missing": "not translated",
        "fuzzy": "waiting for review",
        "refused": "not shown",
    }
    note = ", ".join(f"{states[state]} {name}" for state, name in told.items() if states[state])
    shown = _NO_LIMIT if limit is None else f"{100 * limit:g} % needed"
    return Measure("Translated", f"{percent(result.coverage)} %", shown, standing, note)


def _findings(result: Result, verdict: Verdict, before: Row | None) -> Measure:
    level = verdict.limits.level
    counts = Counter(finding.level for finding in result.findings)
    told = ", ".join(plural(counts[name], name) for name in LEVELS if counts[name])
    # As the gate does: misspellings are judged by their rate.
    over = level is not None and any(
        LEVELS.index(finding.level) <= LEVELS.index(level) and finding.rule != gate.SPELLING
        for finding in result.findings
    )
    standing: Standing = "none" if level is None else "over" if over else "within"
    shown = _NO_LIMIT if level is None else f"no {level} allowed"
    was = ""
    if before:
        past = before.errors + before.warnings + before.notes + before.reviews
        was = "" if past == counts.total() else str(past)
    return Measure("Findings", str(counts.total()), shown, standing, told, was)


def _limit(limit: float | None, standing: Standing) -> str:
    if limit is None:
        return _NO_LIMIT
    told = {"over": "over the limit of", "doubtful": "maybe over the limit of"}
    return f"{told.get(standing, 'within the limit of')} {limit:g}"


def plural(number: int, noun: str) -> str:
    """
    Give *number* with its noun.

    >>> plural(1, "error"), plural(3, "review")
    ('1 error', '3 reviews')
    """
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
