"""Decides which versions readers get: a result against its thresholds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from pipeline import readability
from pipeline.findings import LEVELS, Finding
from pipeline.results import Drift, Result, Thresholds, Verdict, percent

SPELLING = "prose/spelling"
"""Judged by its rate, which the thresholds limit, and not again by its level."""

_NAMED = 3


def is_misspelling(finding: Finding) -> bool:
    """Tell whether a finding counts: a word that recurs may be a term, and is only noted."""
    return finding.rule == SPELLING and finding.level != "note"


def judge(result: Result, thresholds: Thresholds, published: float | None = None) -> Verdict:
    """
    Give the verdict on *result*, with a reason for each threshold it misses.

    *published* is the easiest grade that readers have had of the version, for the ratchet.

    >>> judge(Result("boats", "en", coverage=0.5), Thresholds()).reasons
    ('50 % translated, 100 % needed',)
    """
    own = thresholds.grade if result.limit is None else result.limit
    limit = readability.allowed(own, published, thresholds.ratchet)
    drift = result.drift
    reasons = (
        readability.held(result.score, limit),
        *_spelling(result, thresholds.misspellings),
        *_coverage(result, thresholds.coverage),
        *_findings(result, thresholds),
        _harder(drift) if drift and drift.level == "error" else "",
    )
    doubts = (
        readability.doubted(result.score, limit),
        _harder(drift) if drift and drift.level == "warning" else "",
    )
    return Verdict(
        result.article,
        result.locale,
        tuple(filter(None, reasons)),
        result.draft,
        tuple(filter(None, doubts)),
        replace(thresholds, grade=limit),
    )


def _harder(drift: Drift) -> str:
    return f"{drift.grades:.1f} grades harder than its source, {drift.limit:g} allowed"


def _spelling(result: Result, limit: float | None) -> Iterator[str]:
    rate = result.misspelling_rate
    if limit is None or rate is None or rate <= limit:
        return
    found = [finding for finding in result.findings if is_misspelling(finding)]
    named = ", ".join(_correction(finding) for finding in found[:_NAMED])
    more = f" and {len(found) - _NAMED} more" if len(found) > _NAMED else ""
    yield f"{_count(result.misspellings, 'misspelling')}: {named}{more}"


def _coverage(result: Result, limit: float | None) -> Iterator[str]:
    if limit is not None and result.coverage < limit:
        yield f"{percent(result.coverage)} % translated, {100 * limit:g} % needed"


def _findings(result: Result, thresholds: Thresholds) -> Iterator[str]:
    if thresholds.level is None:
        return
    for level in LEVELS[: LEVELS.index(thresholds.level) + 1]:
        rules = Counter(
            finding.rule
            for finding in result.findings
            if finding.level == level and finding.rule != SPELLING
        )
        if rules:
            yield f"{_count(rules.total(), level)}: {', '.join(sorted(rules))}"


def _correction(finding: Finding) -> str:
    return " → ".join([finding.text, *finding.suggestions[:1]])


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
