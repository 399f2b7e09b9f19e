"""The report for a person at a terminal: findings by version, a table, and what is held and why."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

import click

from pipeline.findings import Finding, Level
from pipeline.reports.table import table
from pipeline.results import Report, Result, Score, Verdict, percent

FOLD = 10
"""How many findings of one rule are shown for a version before the rest is counted."""

_HEAD = ("article", "locale", "reading level", "misspelt ‰", "translated", "findings", "verdict")
_NUMBERS = frozenset({3, 4})
_WIDE = 100
_COLORS: Mapping[Level, str] = {
    "error": "red",
    "warning": "yellow",
    "note": "cyan",
    "review": "blue",
}


def render(
    report: Report, verdicts: Sequence[Verdict], *, published: bool = False, fold: int = FOLD
) -> str:
    """
    Give *report* as text, styled; `click.echo` takes the colours out where they are not wanted.

    *published* says that the versions which pass are out, not only good enough.
    """
    by_version = {(verdict.article, verdict.locale): verdict for verdict in verdicts}
    blocks = [*_findings(report, fold), *_advice(report, by_version)]
    rows = []
    for result in report.results:
        verdict = by_version[result.article, result.locale]
        rows.append((*_figures(result), _verdict(verdict, published=published)))
    blocks.append(table(_HEAD, rows, numbers=_NUMBERS).rstrip("\n") if rows else "")
    blocks.append("\n".join(_summary(report, verdicts, published=published)))
    return "\n\n".join(block for block in blocks if block) + "\n"


def line(finding: Finding) -> str:
    """
    Give one finding as editors and CI read it, and as terminals make it a link.

    `path:line:column: level rule: message (suggestions) [locale]`
    """
    place = finding.place
    level = click.style(finding.level, fg=_COLORS[finding.level], bold=True)
    suggestions = f" ({', '.join(finding.suggestions)})" if finding.suggestions else ""
    return (
        f"{visible(place.path)}:{place.line}:{place.column}: {level} {finding.rule}:"
        f" {visible(finding.message)}{visible(suggestions)} [{finding.locale}]"
    )


def visible(text: str) -> str:
    r"""
    Give *text* with its control characters shown, so that no article drives the reader's terminal.

    >>> visible("a\x1b[2Jb")
    'a\\x1b[2Jb'
    """
    return "".join(
        character.encode("unicode_escape").decode()
        if unicodedata.category(character) in ("Cc", "Cf") and character not in "\u200c\u200d"
        else character
        for character in text
    )


def _findings(report: Report, fold: int) -> Iterator[str]:
    for result in report.results:
        shown: Counter[str] = Counter()
        lines = []
        for finding in result.findings:
            shown[finding.rule] += 1
            if not fold or shown[finding.rule] <= fold:
                lines.append(line(finding))
        lines += [
            f"  … and {count - fold} more {rule}"
            for rule, count in shown.items()
            if count > fold > 0
        ]
        if lines:
            heading = click.style(f"{visible(result.article)} [{result.locale}]", bold=True)
            yield "\n".join([heading, *lines])


def _advice(report: Report, verdicts: Mapping[tuple[str, str], Verdict]) -> Iterator[str]:
    """Say what to rewrite in each version whose grade is over its limit."""
    for result in report.results:
        verdict = verdicts[result.article, result.locale]
        if any("at grade" in reason for reason in (*verdict.reasons, *verdict.doubts)):
            yield "\n".join(advice(result))


def advice(result: Result) -> Iterator[str]:
    """Give the lines that say what makes a version hard, and how easy it would be without that."""
    found = result.advice
    name = f"{visible(result.article)} [{result.locale}]"
    without = "" if found.without is None else f"; without these, grade {found.without:.1f}"
    yield click.style(f"{name}: the sentences to rewrite first{without}", bold=True)
    for sentence in found.sentences:
        grade = "" if sentence.grade is None else f"grade {sentence.grade:.1f}: "
        reasons = "; ".join(sentence.reasons) or f"{sentence.length} words"
        place = f"{visible(sentence.place.path)}:{sentence.place.line}:{sentence.place.column}"
        yield f"{place}: {grade}{visible(reasons)}"
        yield f"  {visible(_shortened(sentence.text))}"
        if sentence.source:
            yield f"  ← {visible(_shortened(sentence.source))}"
    if found.words:
        yield f"  rare and long: {visible(', '.join(word.text for word in found.words))}"


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _WIDE else f"{line[: _WIDE - 1]}…"


def _figures(result: Result) -> tuple[str, ...]:
    return (
        visible(result.article),
        result.locale,
        reading_level(result.score),
        "–" if result.misspelling_rate is None else f"{result.misspelling_rate:.1f}",
        f"{percent(result.coverage)} %",
        _levels(result.findings),
    )


def reading_level(score: Score) -> str:
    """
    Give the grade with its 90 % interval, and what the language's own formula says.

    >>> reading_level(Score(grade=7.25, low=6.3, high=8.2, value=62.0, formula="Amstad"))
    'grade 7.2 (6.3–8.2) · Amstad 62.0'
    """
    parts = []
    if score.grade is not None:
        span = "" if score.low is None else f" ({score.low:.1f}–{score.high:.1f})"
        parts.append(f"grade {score.grade:.1f}{span}")
    if score.value is not None:
        parts.append(f"{score.formula} {score.value:.1f}")
    return " · ".join(parts) or score.note or "no score"


def _levels(findings: Iterable[Finding]) -> str:
    counts = Counter(finding.level for finding in findings)
    return (
        ", ".join(
            f"{counts[level]} {level}{'s' if counts[level] > 1 else ''}"
            for level in _COLORS
            if counts[level]
        )
        or "none"
    )


def _verdict(verdict: Verdict, *, published: bool) -> str:
    if verdict.draft:
        return click.style("draft" if verdict.passes else "draft, held", fg="cyan")
    if not verdict.passes:
        return click.style("held", fg="red", bold=True)
    return click.style("published" if published else "passes", fg="green")


def _fixable(report: Report) -> Iterator[str]:
    fixes = Counter(finding.fix for result in report.results for finding in result.findings)
    if fixes["safe"]:
        yield f"{fixes['safe']} can be mended by `pipeline check --fix`."
    if fixes["unsafe"]:
        more = " more" if fixes["safe"] else ""
        yield f"{fixes['unsafe']}{more} by `pipeline check --unsafe-fixes`: look at what it writes."


def _summary(report: Report, verdicts: Sequence[Verdict], *, published: bool) -> Iterator[str]:
    for verdict in verdicts:
        if verdict.reasons:
            reasons = visible("; ".join(verdict.reasons))
            draft = " (draft)" if verdict.draft else ""
            yield f"held  {visible(verdict.article)} [{verdict.locale}]{draft}: {reasons}"
    for verdict in verdicts:
        if verdict.doubts:
            doubts = visible("; ".join(verdict.doubts))
            yield f"look  {visible(verdict.article)} [{verdict.locale}]: {doubts}"
    unchecked = {result.locale: result.unchecked for result in report.results if result.unchecked}
    yield from (f"{locale}: {reason}" for locale, reason in sorted(unchecked.items()))
    passing = sum(verdict.published for verdict in verdicts)
    held = sum(not verdict.passes and not verdict.draft for verdict in verdicts)
    drafts = sum(verdict.draft for verdict in verdicts)
    parts = [f"{passing} {'published' if published else 'pass'}", f"{held} held"]
    parts += [f"{drafts} in draft"] if drafts else []
    yield from _fixable(report)
    suppressed = sum(len(result.suppressed) for result in report.results)
    if suppressed:
        yield f"{suppressed} suppressed, with {'its reason' if suppressed == 1 else 'their reasons'} in the JSON report."
    total = len(report.results)
    yield f"{total} version{'' if total == 1 else 's'}: {', '.join(parts)}."
