"""The constants of G made anew for a language, from the project's own articles in two languages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pipeline import locales, readability
from pipeline.jobs import Checked
from pipeline.model import Passage, Run
from pipeline.prose import passages
from pipeline.readability import Fit, languages
from pipeline.readability.counts import Counts
from pipeline.reports.table import table as lay_out
from pipeline.settings import Config

_HEAD = ("language", "articles", "slope", "intercept", "moved", "spread", "note")
_WHOLE = 0.9
"""The share that must be translated: the rest is in the source's language."""


@dataclass(frozen=True, slots=True)
class Row:
    """A language, how many articles there are in it, and what was fitted to them, if anything."""

    language: str
    articles: int
    fit: Fit | None


def fit(checked: Iterable[Checked], settings: Config) -> list[Row]:
    """Give a row for each language that articles have been translated into."""
    versions = [one.version for one in checked if one.result.coverage >= _WHOLE]
    sources = {one.article.name: one for one in versions if one.locale == one.article.locale}
    pairs: defaultdict[str, list[tuple[Counts, Counts]]] = defaultdict(list)
    for version in versions:
        source = sources.get(version.article.name)
        if source is not None and source is not version:
            prose = _prose(version.runs), _prose(source.runs)
            counts = (
                readability.measure(prose[1], source.locale).counts,
                readability.measure(prose[0], version.locale).counts,
            )
            pairs[locales.language(version.locale)].append(counts)
    source_scale = _scale(settings, settings.source)
    return [
        Row(
            language,
            len(found),
            readability.calibrate(found, source_scale, _scale(settings, language))
            if source_scale
            else None,
        )
        for language, found in sorted(pairs.items())
    ]


def table(rows: Sequence[Row]) -> str:
    """Give the rows as a person reads them."""
    return lay_out(_HEAD, [_cells(row) for row in rows], numbers=range(1, 6))


def settings_text(rows: Iterable[Row]) -> str:
    """Give the lines for the project's settings, where enough articles stand behind them."""
    return "\n".join(
        f"[scale.{row.language}]\nslope = {row.fit.scale[0]:.3f}\n"
        f"intercept = {row.fit.scale[1]:.3f}\n"
        for row in rows
        if row.fit and not row.fit.note
    )


def _cells(row: Row) -> tuple[str, ...]:
    if row.fit is None:
        blank = ("–",) * 4
        return (
            row.language,
            str(row.articles),
            *blank,
            "nothing can be fitted: three articles of 100 words, and a scale for their source",
        )
    moved = "–" if row.fit.moved is None else f"{row.fit.moved:+.2f}"
    return (
        row.language,
        str(row.fit.texts),
        f"{row.fit.scale[0]:.3f}",
        f"{row.fit.scale[1]:.3f}",
        moved,
        f"{row.fit.spread:.2f}",
        row.fit.note,
    )


def _prose(runs: Iterable[Run]) -> tuple[Passage, ...]:
    own = (run for run in runs if run.state in ("source", "translated"))
    return tuple(passage for run in own for passage in passages.passages(run))


def _scale(settings: Config, locale: str) -> tuple[float, float] | None:
    language = locales.language(locale)
    known = languages.row(locale)
    return settings.scales.get(language) or (known.scale if known else None)
