"""What the journal holds and where, in SQLite beside it: a lookup never reads the records. It can be made anew from
them at any time, and is when it is missing, broken or behind."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kgraph.errors import StoreError
from kgraph.ports import JournalEntry

_LAYOUT = 1
_TABLES = """
CREATE TABLE IF NOT EXISTS entry (
    seq INTEGER PRIMARY KEY, article TEXT NOT NULL, url TEXT, outlet TEXT, extractor TEXT NOT NULL, about TEXT NOT NULL,
    record TEXT NOT NULL, start INTEGER NOT NULL, length INTEGER NOT NULL, current INTEGER NOT NULL
);
CREATE INDEX IF NOT EXISTS entry_article ON entry (article);
CREATE INDEX IF NOT EXISTS entry_url ON entry (url);
CREATE TABLE IF NOT EXISTS state (name TEXT PRIMARY KEY, value INTEGER NOT NULL);
"""
_PAGE = 256


@dataclass(frozen=True, slots=True)
class Line:
    """A record in the journal: whose it is and where it stands (bytes)."""

    article: str
    url: str | None
    outlet: str | None
    extractor: str
    about: str
    record: str
    start: int
    length: int


@dataclass(slots=True)
class Change:
    covered: int


class Index:
    """Entries of the journal in the order they came. ``covered``: how many bytes of the journal it knows."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self._db = self._open()
        except sqlite3.OperationalError:  # busy, or not ours to write: the file may be sound
            raise
        except sqlite3.DatabaseError:  # not a database, or half of one: it can be made anew
            path.unlink(missing_ok=True)
            self._db = self._open()

    def _open(self) -> sqlite3.Connection:
        db = sqlite3.connect(self.path, timeout=30, isolation_level=None)
        try:
            db.execute("PRAGMA secure_delete = ON")  # a purged URL shall not stay in a free page
            if db.execute("PRAGMA user_version").fetchone()[0] not in (0, _LAYOUT):
                db.executescript("DROP TABLE IF EXISTS entry; DROP TABLE IF EXISTS state;")
            db.executescript(f"{_TABLES}PRAGMA user_version = {_LAYOUT};")
        except BaseException:
            db.close()
            raise
        return db

    @property
    def covered(self) -> int:
        row = self._db.execute("SELECT value FROM state WHERE name = 'covered'").fetchone()
        return int(row[0]) if row else 0

    @contextmanager
    def changing(self) -> Iterator[Change]:
        """All changes inside happen or none. Set ``covered`` to the number of bytes that the index knows afterwards.

        Raises: StoreError when the disk is full.
        """
        change = Change(self.covered)
        self._db.execute("BEGIN IMMEDIATE")
        try:
            yield change
            self._db.execute("INSERT OR REPLACE INTO state VALUES ('covered', ?)", (change.covered,))
            self._db.execute("COMMIT")
        except BaseException as error:
            if self._db.in_transaction:  # a full disk ends it
                self._db.execute("ROLLBACK")
            if isinstance(error, sqlite3.OperationalError) and "full" in str(error):
                hint = "make room, then run the same command again"
                raise StoreError(f"cannot be written ({error})", place=str(self.path), hint=hint) from error
            raise

    def clear(self) -> None:
        with self.changing() as change:
            self._db.execute("DELETE FROM entry")
            change.covered = 0

    def add(self, line: Line) -> None:
        """A new record: it takes the place of older ones of its article and of older texts of its URL."""
        self.retire(line.article)
        if line.url is not None:
            self._db.execute("UPDATE entry SET current = 0 WHERE url = ? AND current", (line.url,))
        values = (line.article, line.url, line.outlet, line.extractor, line.about, line.record, line.start, line.length)
        self._db.execute(
            "INSERT INTO entry (article, url, outlet, extractor, about, record, start, length, current)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1)",
            values,
        )

    def retire(self, article: str) -> None:
        self._db.execute("UPDATE entry SET current = 0 WHERE article = ? AND current", (article,))

    def entry(self, article: str) -> JournalEntry | None:
        row = self._db.execute(
            "SELECT article, url, outlet, extractor, current, about FROM entry WHERE article = ?"
            " ORDER BY current DESC, seq DESC LIMIT 1",
            (article,),
        ).fetchone()
        return _entry(row) if row else None

    def entries(self) -> Iterator[JournalEntry]:
        """Every record, replaced and forgotten ones too."""
        for row in self._pages("seq, article, url, outlet, extractor, current, about", "TRUE"):
            yield _entry(row[1:])

    def record(self, article: str) -> str | None:
        """The hash of the current record of an article."""
        row = self._db.execute("SELECT record FROM entry WHERE article = ? AND current", (article,)).fetchone()
        return str(row[0]) if row else None

    def place(self, article: str) -> tuple[int, int] | None:
        """Start and length of the newest record of an article, the current one first."""
        row = self._db.execute(
            "SELECT start, length FROM entry WHERE article = ? ORDER BY current DESC, seq DESC LIMIT 1", (article,)
        ).fetchone()
        return (row[0], row[1]) if row else None

    def current(self) -> Iterator[tuple[str, int, int]]:
        """Article, start and length of every current record, in order."""
        for row in self._pages("seq, article, start, length", "current"):
            yield row[1], row[2], row[3]

    def texts_of(self, article: str) -> set[int]:
        """Where the records of an article stand, and those of older texts of its URL."""
        rows = self._db.execute(
            "SELECT start FROM entry WHERE article = ?1 OR (NOT current AND url IN"
            " (SELECT url FROM entry WHERE article = ?1 AND url IS NOT NULL))",
            (article,),
        )
        return {row[0] for row in rows}

    def _pages(self, columns: str, which: str) -> Iterator[tuple[Any, ...]]:
        """Rows page by page, so that nobody waits for a slow reader."""
        last = 0
        while True:
            query = f"SELECT {columns} FROM entry WHERE seq > ? AND {which} ORDER BY seq LIMIT {_PAGE}"
            with closing(self._db.execute(query, (last,))) as cursor:
                rows = cursor.fetchall()
            yield from rows
            if len(rows) < _PAGE:
                return
            last = rows[-1][0]

    def close(self) -> None:
        self._db.close()


def _entry(row: tuple[Any, ...]) -> JournalEntry:
    article, url, outlet, extractor, current, about = row
    return JournalEntry(article, url, outlet, extractor, bool(current), about)
