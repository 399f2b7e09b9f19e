"""
The runs of a project, in a SQLite file: a row for each run and version, for the trend of a report.

SQLite writes here and not the store: a transaction is whole or not there, and of two runs at once
one waits for the other. A file that is damaged, or newer than we are, is left as it is, and told.
"""

from __future__ import annotations

import contextlib
import math
import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.errors import StoreError
from pipeline.results import Result, Verdict

FILE = ".pipeline/history.db"

SHOWN = 20
"""So many runs make a trend."""

_KEPT = 500
"""Runs that are kept: of 1,000 versions, 30 MB."""
_WAIT = 20.0
_VERSION = 1
_OURS = 0x41725069
_TABLES = (
    "CREATE TABLE runs (id INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL)",
    """CREATE TABLE versions (
        run INTEGER NOT NULL, article TEXT NOT NULL, locale TEXT NOT NULL, words INTEGER NOT NULL,
        grade REAL, misspellings INTEGER NOT NULL, errors INTEGER NOT NULL,
        warnings INTEGER NOT NULL, notes INTEGER NOT NULL, reviews INTEGER NOT NULL,
        verdict TEXT NOT NULL, PRIMARY KEY (run, article, locale)
    ) WITHOUT ROWID""",
)
_COLUMNS = "article, locale, words, grade, misspellings, errors, warnings, notes, reviews, verdict"
_VERDICTS = frozenset({"passes", "held", "draft"})
_DELETE = "delete it to begin anew; until then there is no trend"


@dataclass(frozen=True, slots=True)
class Row:
    """What is kept of a version: *verdict* is "passes", "held" or "draft"."""

    article: str
    locale: str
    words: int
    grade: float | None
    misspellings: int
    errors: int
    warnings: int
    notes: int
    reviews: int
    verdict: str


@dataclass(frozen=True, slots=True)
class Run:
    """A run: when it was, in ISO 8601, and its versions in order."""

    at: str
    rows: tuple[Row, ...]


def rows(results: Sequence[Result], verdicts: Sequence[Verdict]) -> tuple[Row, ...]:
    """Give what is kept of *results*, which *verdicts* are on; in order of article and locale."""
    found = []
    for result, verdict in zip(results, verdicts, strict=True):
        levels = Counter(finding.level for finding in result.findings)
        grade = result.score.grade
        found.append(
            Row(
                result.article,
                result.locale,
                result.score.words,
                # What the report shows; more would tell two runs apart that look the same.
                None if grade is None else round(grade, 2),
                result.misspellings,
                levels["error"],
                levels["warning"],
                levels["note"],
                levels["review"],
                "draft" if verdict.draft else "passes" if verdict.passes else "held",
            )
        )
    return tuple(sorted(found, key=lambda row: (row.article, row.locale)))


def record(root: Path, at: str, found: Sequence[Row]) -> bool:
    """
    Keep a run of the project at *root*, whose folder `.pipeline` is there, and tell whether it is new.

    The same as the last one is no news. Raises `StoreError` with the file as it was.
    """
    with _opened(root) as base, base:
        base.execute("BEGIN IMMEDIATE")
        _prepare(base)
        last = _runs(base, 1)
        if last and last[0].rows == tuple(found):
            return False
        number = base.execute("INSERT INTO runs (at) VALUES (?)", (at,)).lastrowid
        base.executemany(
            f"INSERT INTO versions (run, {_COLUMNS}) VALUES (?{', ?' * 10})",  # noqa: S608 - constants
            [(number, *_values(row)) for row in found],
        )
        base.execute(
            "DELETE FROM runs WHERE id <= (SELECT id FROM runs ORDER BY id DESC LIMIT 1 OFFSET ?)",
            (_KEPT,),
        )
        base.execute("DELETE FROM versions WHERE run NOT IN (SELECT id FROM runs)")
    return True


def read(root: Path, most: int = SHOWN) -> tuple[Run, ...]:
    """Give the last *most* runs of the project at *root*, the oldest first; raises `StoreError`."""
    if not (root / FILE).exists():
        return ()
    with _opened(root) as base:
        base.execute("BEGIN")
        if not _begun(base):
            return ()
        return tuple(reversed(_runs(base, most)))


@contextlib.contextmanager
def _opened(root: Path) -> Iterator[sqlite3.Connection]:
    path = root / FILE
    if not path.resolve().is_relative_to(root.resolve()):
        raise StoreError("stands outside the project", path=FILE, hint="remove the link")
    try:
        # Transactions are begun here by hand, so that looking and writing are one.
        base = sqlite3.connect(path, timeout=_WAIT, isolation_level=None)
        try:
            base.execute("PRAGMA trusted_schema = OFF")
            yield base
        finally:
            base.close()
    except sqlite3.OperationalError as error:
        busy = "locked" in str(error)
        hint = "wait until the other run has ended" if busy else "look at the rights of .pipeline/"
        message = f"cannot be used: {error}; this run has no trend"
        raise StoreError(message, path=FILE, hint=hint) from None
    except sqlite3.DatabaseError as error:
        raise StoreError(f"is damaged: {error}", path=FILE, hint=_DELETE) from None


def _prepare(base: sqlite3.Connection) -> None:
    if _begun(base):
        return
    for table in _TABLES:
        base.execute(table)
    base.execute(f"PRAGMA application_id = {_OURS}")
    base.execute(f"PRAGMA user_version = {_VERSION}")


def _begun(base: sqlite3.Connection) -> bool:
    """Tell whether the file holds a history, and refuse one that is not ours or not whole."""
    (version,) = base.execute("PRAGMA user_version").fetchone()
    (owner,) = base.execute("PRAGMA application_id").fetchone()
    query = "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'"
    tables = {sql for (sql,) in base.execute(query)}
    if not version and not owner and not tables:
        return False
    if owner == _OURS and version > _VERSION:
        message = "was written by a newer version of this tool; this run has no trend"
        raise StoreError(message, path=FILE, hint="update this one")
    # A file from a stranger could bring triggers along.
    if owner != _OURS or tables != set(_TABLES):
        raise StoreError("is no history of this tool", path=FILE, hint=_DELETE)
    (sound,) = base.execute("PRAGMA quick_check(1)").fetchone()
    if sound != "ok":
        raise StoreError("is damaged", path=FILE, hint=_DELETE)
    return True


def _runs(base: sqlite3.Connection, most: int) -> list[Run]:
    """Give the last runs, the newest first."""
    found = base.execute("SELECT id, at FROM runs ORDER BY id DESC LIMIT ?", (most,)).fetchall()
    query = f"SELECT {_COLUMNS} FROM versions WHERE run = ? ORDER BY article, locale"  # noqa: S608 - constants
    return [
        Run(_at(at), tuple(_row(values) for values in base.execute(query, (number,))))
        for number, at in found
    ]


def _row(values: tuple[Any, ...]) -> Row:
    """Give a row as it was kept; SQLite takes any type in any column, so another may have written it."""
    article, locale, words, grade, *counts, verdict = values
    texts = isinstance(article, str) and isinstance(locale, str) and verdict in _VERDICTS
    numbers = all(isinstance(count, int) for count in (words, *counts))
    level = grade is None or (isinstance(grade, int | float) and math.isfinite(grade))
    if not (texts and numbers and level):
        raise StoreError("is damaged: a row makes no sense", path=FILE, hint=_DELETE)
    return Row(*values)


def _at(at: object) -> str:
    if not isinstance(at, str):
        raise StoreError("is damaged: a run has no time", path=FILE, hint=_DELETE)
    return at


def _values(row: Row) -> tuple[object, ...]:
    return tuple(getattr(row, name) for name in _COLUMNS.split(", "))
