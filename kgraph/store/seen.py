"""What ``kgraph watch`` has read already, in SQLite beside the journal. Forgetting it costs time and nothing else."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing
from pathlib import Path

from kgraph.errors import StoreError
from kgraph.ids import digest

_TABLES = """
CREATE TABLE IF NOT EXISTS seen (item TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS stamps (source TEXT PRIMARY KEY, said TEXT NOT NULL);
"""


class Seen:
    """Remembers items of sources in ``folder``, which is there once a graph is."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "watched.sqlite"

    def __contains__(self, item: tuple[str, str], /) -> bool:
        """Whether an item of a source was read."""
        return bool(self._ask("SELECT 1 FROM seen WHERE item = ?", digest(*item, size=16)))

    def stamps(self, source: str) -> Mapping[str, str]:
        """What the server said of the source's last answer."""
        found = self._ask("SELECT said FROM stamps WHERE source = ?", source)
        return dict(json.loads(found[0][0])) if found else {}

    def add(self, items: Iterable[tuple[str, str]], stamps: Mapping[str, Mapping[str, str]]) -> None:
        """The items were read, and the sources' servers said this.

        Raises: StoreError when that cannot be kept.
        """
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with closing(sqlite3.connect(self.path)) as db, db:
                db.executescript(_TABLES)
                db.executemany("INSERT OR IGNORE INTO seen VALUES (?)", ((digest(*item, size=16),) for item in items))
                rows = ((source, json.dumps(dict(said))) for source, said in stamps.items())
                db.executemany("INSERT OR REPLACE INTO stamps VALUES (?, ?)", rows)
        except (OSError, sqlite3.Error) as error:
            hint = "make room, or check the folder's permissions"
            raise StoreError(f"cannot be written ({error})", place=str(self.path), hint=hint) from error

    def _ask(self, query: str, value: str) -> list[tuple[str, ...]]:
        if not self.path.exists():
            return []
        try:
            with closing(sqlite3.connect(self.path)) as db:
                return db.execute(query, (value,)).fetchall()
        except sqlite3.Error:  # broken: everything is new, and what the graph has already is passed by
            return []
