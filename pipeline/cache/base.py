"""
What is kept of former runs, in a SQLite file of the project.

SQLite writes here and not the store: a transaction is whole or not there, and runs at the same time
wait for each other. Nothing in the file is believed that this user did not write: a project's
folder may come from a stranger, and what stands here is published unseen. So each record is signed
with a secret from the user's own folder, which finds damage, too. A cache that cannot be used costs
time and nothing else, and is no error.
"""

from __future__ import annotations

import sqlite3
import time
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

FILE = ".pipeline/cache.sqlite"

LIMIT = 1 << 30
"""So many bytes are kept: 50,000 versions with what was found in them. Then the longest unused go."""

SECRET, SECRET_SIZE = "secret", 32
"""The file in the user's folder of caches, and how many random bytes it holds."""

_OURS = 0x41725063
_VERSION = 1
_WAIT = 5.0
"""Seconds that one run waits for another's transaction; then it does without."""
_SIGNATURE = 16
_AGAIN = 3600
"""After so many seconds a use is written down again: not at every run for every record."""
_LARGEST = 64_000_000
"""A record that swells beyond it was not written by us."""
_TABLES = (
    """CREATE TABLE records (
        key BLOB PRIMARY KEY, used INTEGER NOT NULL, size INTEGER NOT NULL, data BLOB NOT NULL
    )""",
    "CREATE INDEX age ON records (used, size)",
)


def secret(home: Path) -> bytes | None:
    """Give what this user's records are signed with, if it was made; raises OSError."""
    path = home / SECRET
    found = path.read_bytes() if path.is_file() else b""
    return found if len(found) == SECRET_SIZE else None


@dataclass(frozen=True, slots=True)
class Info:
    """How much a cache holds."""

    records: int
    size: int
    """In bytes."""


class Damaged(Exception):  # noqa: N818 - it is handled where it is raised, and not an error of anybody's
    """The file is no cache of ours, or not whole: it is to be thrown away."""


class Base:
    """An open cache; what it cannot do it leaves undone."""

    def __init__(self, root: Path, secret: bytes) -> None:
        """Open the cache of the project at *root*; raises `Damaged`, or OSError where there can be none."""
        path = root / FILE
        if not path.resolve().is_relative_to(root.resolve()):
            raise PermissionError(path)
        self._secret = secret
        self._broken = False
        try:
            # Transactions are begun here by hand, so that looking and writing are one.
            self._base = sqlite3.connect(path, timeout=_WAIT, isolation_level=None)
        except sqlite3.OperationalError as error:
            raise OSError(str(error)) from None
        try:
            self._prepare()
        except BaseException:
            self._base.close()
            raise

    def close(self) -> None:
        """Leave the file."""
        self._base.close()

    def holds(self, keys: Sequence[bytes]) -> frozenset[bytes]:
        """Give those of *keys* that something is kept under, and remember that they were asked for."""
        now = int(time.time())
        found, stale = set(), []
        try:
            for key in keys:
                row = self._base.execute(
                    "SELECT used FROM records WHERE key = ?", (key,)
                ).fetchone()
                if row:
                    found.add(key)
                    if not now - _AGAIN < row[0] <= now:
                        stale.append((now, key))
            self._write("UPDATE records SET used = ? WHERE key = ?", stale)
        except sqlite3.Error:
            self._broken = True
            return frozenset()
        return frozenset(found)

    def get(self, key: bytes) -> bytes | None:
        """Give what is kept under *key*, if it is as this user wrote it."""
        try:
            row = self._base.execute("SELECT data FROM records WHERE key = ?", (key,)).fetchone()
        except sqlite3.Error:
            self._broken = True
            return None
        if not row or not isinstance(row[0], bytes):
            return None
        signature, packed = row[0][:_SIGNATURE], row[0][_SIGNATURE:]
        if signature != self._sign(key, packed):
            return None
        opened = zlib.decompressobj()
        data = opened.decompress(packed, _LARGEST)
        return data if opened.eof else None

    def put(self, records: Iterable[tuple[bytes, bytes]], *, level: int = 1) -> None:
        """Keep each record under its key, packed to that *level* of zlib; all of them or none."""
        now, rows = int(time.time()), []
        for key, data in records:
            packed = zlib.compress(data, level)
            whole = self._sign(key, packed) + packed
            rows.append((key, now, len(whole), whole))
        if self._broken:
            return
        try:
            self._write("INSERT OR REPLACE INTO records VALUES (?, ?, ?, ?)", rows)
        except sqlite3.Error:
            # The disk is full, or may not be written: what is kept so far can still be read.
            return

    def trim(self, limit: int = LIMIT) -> None:
        """Take out what was not used for longest, until what is left has at most *limit* bytes."""
        try:
            (size,) = self._base.execute("SELECT total(size) FROM records").fetchone()
            if size <= limit:
                return
            gone = []
            query = "SELECT key, size FROM records INDEXED BY age ORDER BY used"
            for key, part in self._base.execute(query):
                if size <= limit:
                    break
                size -= part
                gone.append((key,))
            self._write("DELETE FROM records WHERE key = ?", gone)
            self._base.execute("PRAGMA incremental_vacuum")
        except sqlite3.Error:
            return

    def info(self) -> Info:
        """Say how much there is."""
        query = "SELECT count(*), total(size) FROM records"
        records, size = self._base.execute(query).fetchone()
        return Info(int(records), int(size))

    def _write(self, query: str, rows: Sequence[tuple[object, ...]]) -> None:
        if rows:
            with self._base:
                self._base.execute("BEGIN IMMEDIATE")
                self._base.executemany(query, rows)

    def _sign(self, key: bytes, packed: bytes) -> bytes:
        return blake2b(key + packed, digest_size=_SIGNATURE, key=self._secret).digest()

    def _prepare(self) -> None:
        try:
            self._base.execute("PRAGMA trusted_schema = OFF")
            if self._begun():
                return
            self._base.execute("PRAGMA auto_vacuum = INCREMENTAL")
            # Readers and the one who writes do not wait for each other.
            self._base.execute("PRAGMA journal_mode = WAL")
            with self._base:
                self._base.execute("BEGIN IMMEDIATE")
                # Another run may have been quicker.
                if not self._begun():
                    for table in _TABLES:
                        self._base.execute(table)
                    self._base.execute(f"PRAGMA application_id = {_OURS}")
                    self._base.execute(f"PRAGMA user_version = {_VERSION}")
        except sqlite3.OperationalError as error:
            raise OSError(str(error)) from None
        except sqlite3.DatabaseError as error:
            raise Damaged(str(error)) from None

    def _begun(self) -> bool:
        """Tell whether the file holds a cache; raises `Damaged` for one that is not ours."""
        (version,) = self._base.execute("PRAGMA user_version").fetchone()
        (owner,) = self._base.execute("PRAGMA application_id").fetchone()
        query = "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL"
        tables = {sql for (sql,) in self._base.execute(query)}
        if not version and not owner and not tables:
            return False
        # A file from a stranger could bring triggers along.
        if (owner, version) != (_OURS, _VERSION) or tables != set(_TABLES):
            raise Damaged("of another version, or of another program")
        # What was synchronised at each commit is safe when the machine stops, and costs a second;
        # what is signed need not be.
        self._base.execute("PRAGMA synchronous = NORMAL")
        return True
