"""The extraction records beside a graph, append-only: the graph can be made anew from them, in any store.

``records.jsonl`` holds one record a line, each as ``kgraph extract`` prints it, and a line for each article that was
forgotten. The newest record of an article, or of a URL, is the current one; older ones stay. Only ``forget`` with
``purge`` takes a text out. ``notes.jsonl`` holds what runs could not use, ``index.sqlite`` where everything is.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import asdict
from datetime import UTC, datetime
from io import FileIO
from pathlib import Path
from typing import Any, BinaryIO

from kgraph import record
from kgraph.errors import DataError, StoreError
from kgraph.graph.delta import about_hash, extractor_key
from kgraph.ids import digest
from kgraph.model import Extraction
from kgraph.ports import JournalEntry, RunNote
from kgraph.store.index import Index, Line
from kgraph.store.locks import Lock

FORGOTTEN = "kgraph.forgotten/1"


class FileJournal:
    """A journal in a folder. Any number may read; the first append or forget takes the lock and keeps it.

    Raises: StoreError when the folder cannot be made, or another process is writing.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.path, self.notes_path = folder / "records.jsonl", folder / "notes.jsonl"
        self._lock = Lock(folder / "lock")
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._index = Index(folder / "index.sqlite")
        except (OSError, sqlite3.OperationalError) as error:
            hint = "name another folder with --journal"
            raise StoreError(f"no journal can be kept there ({error})", place=str(folder), hint=hint) from error
        self._look()

    @property
    def address(self) -> str:
        return str(self.folder)

    # Reading

    def entry(self, article: str) -> JournalEntry | None:
        return self._index.entry(article)

    def entries(self) -> Iterator[JournalEntry]:
        return self._index.entries()

    def get(self, article: str) -> Extraction | None:
        """The newest extraction of an article, even of one that was forgotten; None if there is none."""
        place = self._index.place(article)
        return self._read(article, *place) if place else None

    def extractions(self) -> Iterator[Extraction]:
        for article, start, length in self._index.current():
            yield self._read(article, start, length)

    def _read(self, article: str, start: int, length: int) -> Extraction:
        with open(self.path, "rb") as file:
            file.seek(start)
            return record.loads(file.read(length), place=f"{self.path}, record of {article}")

    # Writing

    def append(self, extractions: Sequence[Extraction]) -> None:
        """Write the records and wait until they are on the disk. A record that is there already is not written."""
        self._own()
        with self._index.changing() as change, self._appending() as file:  # on the disk first, then in the index
            for extraction in extractions:
                data = record.dumps(extraction).encode("utf-8", "surrogatepass") + b"\n"
                line = _line(extraction, digest(data, size=16), file.tell(), len(data))
                if self._index.record(line.article) != line.record:
                    _write_all(file, data)
                    self._index.add(line)
            change.covered = file.tell()

    @contextmanager
    def _appending(self) -> Iterator[FileIO]:
        """The journal's end, to write to; on the disk when the block is left. A full disk leaves no half record."""
        try:
            with open(self.path, "ab", buffering=0) as file:  # a buffer would write its rest behind the cut
                end = file.tell()
                try:
                    yield file
                    _settle(file)
                except OSError:
                    with suppress(OSError):
                        file.truncate(end)
                    raise
        except OSError as error:
            hint = "make room, then run the same command again"
            raise StoreError(f"cannot be written ({error.strerror})", place=str(self.path), hint=hint) from error

    def forget(self, article: str, *, purge: bool = False) -> bool:
        """Mark an article as forgotten; with ``purge`` write the journal anew without its text and older texts of
        its URL. False if it is not there."""
        self._own()
        entry = self._index.entry(article)
        if entry is None or not (entry.current or purge):
            return False
        tombstone = {"schema": FORGOTTEN, "article": article, "at": _now(), "purged": purge}
        with self._index.changing() as change, self._appending() as file:
            _write_all(file, json.dumps(tombstone).encode() + b"\n")
            self._index.retire(article)
            change.covered = file.tell()
        if purge:
            self._purge(self._index.texts_of(article))
        return True

    def clear(self) -> None:
        """Take every record and every note out."""
        self._own()
        self._index.clear()  # first, as in _purge
        for path in (self.path, self.notes_path):
            path.unlink(missing_ok=True)

    def _purge(self, starts: set[int]) -> None:
        part = self.path.with_suffix(".part")
        with open(self.path, "rb") as old, open(part, "wb") as new:
            start = 0
            for line in old:
                if start not in starts:
                    new.write(line)
                start += len(line)
            _settle(new)
        self._index.clear()  # first: whoever comes after a crash makes it anew from whichever file is there
        os.replace(part, self.path)
        self._catch_up()

    # Notes of runs

    def note(self, notes: Sequence[RunNote]) -> None:
        self._add_to_notes([json.dumps(asdict(note)) for note in notes])

    def _add_to_notes(self, lines: Sequence[str]) -> None:
        if not lines:
            return
        try:
            with open(self.notes_path, "a", encoding="ascii") as file:
                if self._notes_end_within_a_line():
                    file.write("\n")
                file.writelines(f"{line}\n" for line in lines)
        except OSError as error:
            message, hint = f"cannot be written ({error.strerror})", "make room, or check the permissions"
            raise StoreError(message, place=str(self.notes_path), hint=hint) from error

    def _notes_end_within_a_line(self) -> bool:
        size = self.notes_path.stat().st_size
        if not size:
            return False
        with open(self.notes_path, "rb") as file:
            return end_of_last_line(file, size) != size

    def run_notes(self) -> Iterator[RunNote]:
        standing: dict[tuple[str, ...], tuple[int, RunNote]] = {}
        for number, found in self._note_lines():
            if "settled" in found:
                gone, before = set(found["settled"]), found["before"]
                standing = {
                    key: (n, note) for key, (n, note) in standing.items() if n >= before or note.source not in gone
                }
            else:
                note = RunNote(**found)
                standing[note.code, note.place, note.message, note.source] = (number, note)
        yield from (note for _, note in standing.values())

    def noted(self) -> int:
        return sum(1 for _ in self._note_lines())

    def settle(self, sources: Collection[str], *, before: int) -> None:
        if sources:
            self._add_to_notes([json.dumps({"settled": sorted(sources), "before": before, "at": _now()})])

    def _note_lines(self) -> Iterator[tuple[int, dict[str, Any]]]:
        if not self.notes_path.exists():
            return
        with open(self.notes_path, encoding="utf-8") as file:
            number = 0
            for line in file:
                try:
                    found = json.loads(line)
                except ValueError:  # a note that a crash cut off is no note
                    continue
                if line.endswith("\n") and isinstance(found, dict):
                    yield number, found
                    number += 1

    # Locking and mending

    def _own(self) -> None:
        if self._lock.held:
            return
        if not self._lock.try_acquire():
            raise StoreError(
                f"{self._lock.holder()} is writing to this journal",
                place=str(self.folder),
                hint="wait until it is done, or name another with --journal",
            )
        self._mend()
        self._catch_up()

    def _look(self) -> None:
        """Bring the index up to date, unless somebody is writing: then they do."""
        size = self.path.stat().st_size if self.path.exists() else 0
        if self._index.covered != size and self._lock.try_acquire():
            try:
                self._mend()
                self._catch_up()
            finally:
                self._lock.release()

    def _mend(self) -> None:
        """Cut off half a line at the end: its writer died before it was acknowledged."""
        if not self.path.exists():
            return
        with open(self.path, "rb+") as file:
            end = file.seek(0, os.SEEK_END)
            whole = end_of_last_line(file, end)
            if whole != end:
                file.truncate(whole)
                _settle(file)

    def _catch_up(self) -> None:
        size = self.path.stat().st_size if self.path.exists() else 0
        start = self._index.covered
        if start > size:
            self._index.clear()
            start = 0
        if start == size:
            return
        with open(self.path, "rb") as file, self._index.changing() as change:
            change.covered = size
            file.seek(start)
            for data in file:
                self._take(data, start)
                start += len(data)

    def _take(self, data: bytes, start: int) -> None:
        found = _parsed(data, f"{self.path}, byte {start}")
        if found.get("schema") == FORGOTTEN:
            self._index.retire(str(found.get("article")))
            return
        extraction = record.from_dict(found, place=f"{self.path}, byte {start}")
        self._index.add(_line(extraction, digest(data, size=16), start, len(data)))

    def close(self) -> None:
        self._index.close()
        self._lock.release()


def _line(extraction: Extraction, record_hash: str, start: int, length: int) -> Line:
    article = extraction.article
    extractor = extractor_key(extraction.extractor)
    return Line(article.id, article.url, article.outlet, extractor, about_hash(article), record_hash, start, length)


def _parsed(data: bytes, place: str) -> dict[str, Any]:
    try:
        found = json.loads(data)
    except ValueError as error:
        raise DataError(f"not a record: {error}", place=place, hint="take this line out of the journal") from error
    return found if isinstance(found, dict) else {}


def end_of_last_line(file: BinaryIO, end: int) -> int:
    """Where the last whole line ends. Looks back block by block."""
    block = 1 << 16
    while end > 0:
        start = max(0, end - block)
        file.seek(start)
        found = file.read(end - start).rfind(b"\n")
        if found >= 0:
            return start + found + 1
        end = start
    return 0


def _write_all(file: FileIO, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[file.write(rest) :]


def _settle(file: BinaryIO | FileIO) -> None:
    file.flush()
    os.fsync(file.fileno())


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
