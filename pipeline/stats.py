"""How far each translation is, in messages and words of today's source: what a day is planned by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from pipeline import coverage
from pipeline.model import Run, State, Version
from pipeline.reports.table import table as lay_out
from pipeline.results import percent

ALL = "all"
"""Stands in the place of the article, in the sum of a locale."""

_HEAD = (
    "article",
    "locale",
    "messages",
    "translated",
    "fuzzy",
    "missing",
    "held",
    "words",
    "words to do",
    "done",
)


@dataclass(frozen=True, slots=True)
class Count:
    """So many messages, or words in them, by what a reader gets to see of their translation."""

    translated: int = 0
    fuzzy: int = 0
    missing: int = 0
    held: int = 0
    """Translated, but in a way that would break the page."""

    @property
    def total(self) -> int:
        """All there are in today's source."""
        return self.translated + self.to_do

    @property
    def to_do(self) -> int:
        """What is not shown in its translation."""
        return self.fuzzy + self.missing + self.held

    def __add__(self, other: Count) -> Count:
        return Count(
            self.translated + other.translated,
            self.fuzzy + other.fuzzy,
            self.missing + other.missing,
            self.held + other.held,
        )


@dataclass(frozen=True, slots=True)
class Row:
    """One version, or all of a locale: its messages and their words, each text counted once."""

    article: str
    locale: str
    messages: Count
    words: Count

    @property
    def done(self) -> float:
        """The share of words that is translated, from 0 to 1."""
        return self.words.translated / self.words.total if self.words.total else 1.0

    def __add__(self, other: Row) -> Row:
        return replace(
            self, messages=self.messages + other.messages, words=self.words + other.words
        )


def rows(versions: Iterable[Version]) -> list[Row]:
    """Give a row for each translated version, and below them one for each locale."""
    found = [_row(version) for version in versions if version.locale != version.article.locale]
    sums: dict[str, Row] = {}
    for row in found:
        empty = Row(ALL, row.locale, Count(), Count())
        sums[row.locale] = sums.get(row.locale, empty) + row
    return found + list(sums.values())


def table(found: Sequence[Row]) -> str:
    """Give the rows as a person reads them in a terminal."""
    return lay_out(_HEAD, [_cells(row) for row in found], numbers=range(2, len(_HEAD)))


def markdown(found: Sequence[Row]) -> str:
    """
    Give the rows as a table of Markdown, for a README.

    >>> print(markdown([Row("boats", "fr", Count(3, 1), Count(9, 3))]), end="")
    | article | locale | messages | translated | fuzzy | missing | held | words | words to do | done |
    | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
    | boats | fr | 4 | 3 | 1 | 0 | 0 | 12 | 3 | 75 % |
    """
    rule = ("---", "---", *["---:"] * (len(_HEAD) - 2))
    lines = (_HEAD, rule, *(_cells(row) for row in found))
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def data(found: Sequence[Row]) -> list[dict[str, Any]]:
    """Give the rows as JSON takes them."""
    return [{**asdict(row), "done": row.done} for row in found]


def _row(version: Version) -> Row:
    # A message is translated once, however often it stands in the article.
    runs = {run.segment.key: run for run in version.runs}.values()
    return Row(
        version.article.name,
        version.locale,
        _count((run.state, 1) for run in runs),
        _count((run.state, _words(run)) for run in runs),
    )


def _words(run: Run) -> int:
    return coverage.words(run.segment.id)


def _count(weighed: Iterable[tuple[State, int]]) -> Count:
    sums: Counter[str] = Counter()
    for state, weight in weighed:
        sums[state] += weight
    return Count(
        sums["translated"] + sums["source"], sums["fuzzy"], sums["missing"], sums["refused"]
    )


def _cells(row: Row) -> tuple[str, ...]:
    return (
        row.article,
        row.locale,
        f"{row.messages.total:,}",
        f"{row.messages.translated:,}",
        f"{row.messages.fuzzy:,}",
        f"{row.messages.missing:,}",
        f"{row.messages.held:,}",
        f"{row.words.total:,}",
        f"{row.words.to_do:,}",
        f"{percent(row.done)} %",
    )
