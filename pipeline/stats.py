"""How far each translation is, in words of today's source: what a translator's day is planned by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from pipeline.coverage import coverage
from pipeline.model import Version
from pipeline.reports.table import table as lay_out
from pipeline.results import percent

_HEAD = ("article", "locale", "words", "translated", "fuzzy", "missing", "words to do")


@dataclass(frozen=True, slots=True)
class Row:
    """One version: the words of its source, the messages by state, and the words still to do."""

    article: str
    locale: str
    words: int
    coverage: float
    fuzzy: int
    missing: int
    words_to_do: int


def rows(versions: Iterable[Version]) -> list[Row]:
    """Give a row for each translated version."""
    return [_row(version) for version in versions if version.locale != version.article.locale]


def table(found: Sequence[Row]) -> str:
    """Give the rows as a person reads them."""
    return lay_out(
        _HEAD,
        [
            (
                row.article,
                row.locale,
                f"{row.words:,}",
                f"{percent(row.coverage)} %",
                str(row.fuzzy),
                str(row.missing),
                f"{row.words_to_do:,}",
            )
            for row in found
        ],
        numbers=range(2, len(_HEAD)),
    )


def data(found: Sequence[Row]) -> list[dict[str, Any]]:
    """Give the rows as JSON takes them."""
    return [asdict(row) for row in found]


def _row(version: Version) -> Row:
    # A message is translated once, however often it stands in the article.
    messages = {run.segment.key: run for run in version.runs}.values()
    states = Counter(run.state for run in messages)
    words = [(len(run.segment.id.split()), run.state) for run in messages]
    return Row(
        version.article.name,
        version.locale,
        sum(number for number, _ in words),
        coverage(version.runs),
        states["fuzzy"],
        states["missing"] + states["refused"],
        sum(number for number, state in words if state != "translated"),
    )
