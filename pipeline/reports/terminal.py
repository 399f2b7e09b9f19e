"""The report for a person at a terminal: findings by version, a table, and what is held and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import click

from pipeline.findings import Finding, Level
from pipeline.reports import flat, plain
from pipeline.reports.plain import visible
from pipeline.reports.table import table, widest
from pipeline.results import Report, Result, Score, Verdict, percent

__all__ = ["FOLD", "Screen", "line", "render", "visible"]

FOLD = 10
"""How many findings of one rule are shown for a version before the rest is counted."""

_HEAD = ("article", "locale", "reading level", "misspelt ‰", "translated", "findings", "verdict")
_NUMBERS = frozenset({3, 4})
_WIDE = 100
_NARROW = 40
"""Sentences are cut no shorter."""
_COLORS: Mapping[Level, str] = {
    "error": "red",
    "warning": "yellow",
    "note": "cyan",
    "review": "blue",
}


@dataclass(frozen=True, slots=True)
class Screen:
    """
    What the report is written to: so many columns wide, 0 where that has no limit.

    *isolate* keeps text from right to left together. A file takes neither.
    """

    width: int = 0
    isolate: bool = False

    def text(self, text: str, excerpt: str = "") -> str:
        """Give an article's *text* fit to be shown, and *excerpt* in it."""
        return plain.isolated(text, excerpt) if self.isolate else visible(text)

    def cut(self, text: str) -> str:
        """Give an article's sentence in a line."""
        width = max(min(self.width or _WIDE, _WIDE), _NARROW)
        return self.text(plain.shortened(text, width))


FILE = Screen()


def render(
    report: Report,
    verdicts: Sequence[Verdict],
    *,
    published: bool = False,
    fold: int = FOLD,
    screen: Screen = FILE,
) -> str:
    """
    Give *report* as text, styled; `click.echo` takes the colours out where they are not wanted.

    *published* says that the versions which pass are out, not only good enough.
    """
    by_version = {(verdict.article, verdict.locale): verdict for verdict in verdicts}
    blocks = [*_findings(report, fold, screen), *_advice(report, by_version, screen)]
    rows = []
    for result in report.results:
        verdict = by_version[result.article, result.locale]
        rows.append((*_figures(result, screen), _verdict(verdict, published=published)))
    blocks.append(_table(rows, screen))
    blocks.append("\n".join(_summary(report, verdicts, screen, published=published)))
    return "\n\n".join(block for block in blocks if block) + "\n"


def line(finding: Finding, screen: Screen = FILE) -> str:
    """
    Give one finding as editors and CI read it, and as terminals make it a link.

    `path:line:column: level rule: message (suggestions) [locale]`
    """
    place = finding.place
    level = click.style(finding.level, fg=_COLORS[finding.level], bold=True)
    suggested = ", ".join(screen.text(each, each) for each in finding.suggestions)
    suggestions = f" ({suggested})" if suggested else ""
    return (
        f"{visible(place.path)}:{place.line}:{place.column}: {level} {finding.rule}:"
        f" {screen.text(finding.message, finding.text)}{suggestions} [{finding.locale}]"
    )


def _table(rows: Sequence[Sequence[str]], screen: Screen) -> str:
    """Give *rows* in columns; where the screen is too narrow for them, a paragraph each."""
    if not rows:
        return ""
    text = table(_HEAD, rows, numbers=_NUMBERS).rstrip("\n")
    if not screen.width or widest(text) <= screen.width:
        return text
    return "\n\n".join(
        "\n".join(
            [
                click.style(f"{name} [{locale}]", bold=True),
                *(f"  {what}: {value}" for what, value in zip(_HEAD[2:], figures, strict=True)),
            ]
        )
        for name, locale, *figures in rows
    )


def _findings(report: Report, fold: int, screen: Screen) -> Iterator[str]:
    for result in report.results:
        shown: Counter[str] = Counter()
        lines = []
        for finding in result.findings:
            shown[finding.rule] += 1
            if not fold or shown[finding.rule] <= fold:
                lines.append(line(finding, screen))
        lines += [
            f"  … and {count - fold} more {rule}"
            for rule, count in shown.items()
            if count > fold > 0
        ]
        if lines:
            name = screen.text(result.article)
            heading = click.style(f"{name} [{result.locale}]", bold=True)
            yield "\n".join([heading, *lines])


def _advice(
    report: Report, verdicts: Mapping[tuple[str, str], Verdict], screen: Screen
) -> Iterator[str]:
    """Say what to rewrite in each version whose grade is over its limit."""
    for result in report.results:
        verdict = verdicts[result.article, result.locale]
        if any("at grade" in reason for reason in (*verdict.reasons, *verdict.doubts)):
            yield "\n".join(advice(result, screen))


def advice(result: Result, screen: Screen = FILE) -> Iterator[str]:
    """Give the lines that say what makes a version hard, and how easy it would be without that."""
    found = result.advice
    name = f"{screen.text(result.article)} [{result.locale}]"
    without = "" if found.without is None else f"; without these, grade {found.without:.1f}"
    yield click.style(f"{name}: the sentences to rewrite first{without}", bold=True)
    for sentence in found.sentences:
        grade = "" if sentence.grade is None else f"grade {sentence.grade:.1f}: "
        reasons = "; ".join(sentence.reasons) or f"{sentence.length} words"
        place = f"{visible(sentence.place.path)}:{sentence.place.line}:{sentence.place.column}"
        yield f"{place}: {grade}{screen.text(reasons)}"
        yield f"  {screen.cut(sentence.text)}"
        if sentence.source:
            yield f"  ← {screen.cut(sentence.source)}"
    if found.words:
        yield f"  rare and long: {', '.join(screen.text(word.text) for word in found.words)}"


def _figures(result: Result, screen: Screen) -> tuple[str, ...]:
    return (
        screen.text(result.article),
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


def _summary(
    report: Report, verdicts: Sequence[Verdict], screen: Screen, *, published: bool
) -> Iterator[str]:
    for verdict in verdicts:
        if verdict.reasons:
            reasons = screen.text("; ".join(verdict.reasons))
            draft = " (draft)" if verdict.draft else ""
            yield f"held  {screen.text(verdict.article)} [{verdict.locale}]{draft}: {reasons}"
    for verdict in verdicts:
        if verdict.doubts:
            doubts = screen.text("; ".join(verdict.doubts))
            yield f"look  {screen.text(verdict.article)} [{verdict.locale}]: {doubts}"
    unchecked = {result.locale: result.unchecked for result in report.results if result.unchecked}
    yield from (f"{locale}: {reason}" for locale, reason in sorted(unchecked.items()))
    suppressed = sum(len(result.suppressed) for result in report.results)
    if suppressed:
        yield f"{suppressed} suppressed, with {'its reason' if suppressed == 1 else 'their reasons'} in the JSON report."
    yield flat.versions(report, verdicts, published=published)
    yield flat.sum_up(report)
