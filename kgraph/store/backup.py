"""A backup is the journal in one compressed file: the graph can be made anew from it, in any store.

The file is a tar with ``backup.json`` (what is in it), ``records.jsonl`` and ``notes.jsonl``. It may be written while
others read or write the graph: it holds the lines that were whole when it began. Only these three members are ever
taken out of one, each by its name and into the journal's own folder, and only as much as ``backup.json`` announces.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any

from kgraph._version import __version__
from kgraph.errors import DataError, StoreError, UsageError
from kgraph.store.journal import end_of_last_line

SCHEMA = "kgraph.backup/1"
ABOUT, RECORDS, NOTES = "backup.json", "records.jsonl", "notes.jsonl"
_BLOCK = 1 << 20
_MOST_ABOUT = 1 << 20  # characters


@dataclass(frozen=True, slots=True)
class Backup:
    """What a backup holds: bytes of records, when it was made and by which kgraph."""

    made_at: str
    made_by: str
    sizes: dict[str, int]
    sha256: dict[str, str]


def write_backup(journal: Path, target: Path) -> Backup:
    """Write the journal in a folder into a file, which comes to its place when it is whole.

    Raises: StoreError when there is no journal; UsageError when the file cannot be written or is there already.
    """
    if target.exists():
        raise UsageError("is there already", place=str(target), hint="name another file, or remove this one")
    if not (journal / RECORDS).is_file():
        raise StoreError(
            "there are no records to back up", place=str(journal), hint="'kgraph ingest ARTICLE' makes some"
        )
    sizes = {name: _whole_lines(journal / name) for name in (RECORDS, NOTES) if (journal / name).is_file()}
    sums = {name: _sum(journal / name, size) for name, size in sizes.items()}
    about = Backup(datetime.now(UTC).isoformat(timespec="seconds"), f"kgraph {__version__}", sizes, sums)
    part = target.with_name(target.name + ".part")
    try:
        with tarfile.open(part, "w:gz", compresslevel=6) as tar:
            _put(tar, ABOUT, io.BytesIO(_told(about)), len(_told(about)))
            for name, size in sizes.items():
                with open(journal / name, "rb") as file:
                    _put(tar, name, file, size)
        os.replace(part, target)
    except OSError as error:
        with suppress(OSError):
            part.unlink()
        message, hint = f"cannot be written ({error.strerror})", "make room, or name another file"
        raise UsageError(message, place=str(target), hint=hint) from error
    return about


def read_backup(source: Path, journal: Path) -> Backup:
    """Put the records of a backup into the folder of a journal that has none.

    Raises: DataError when the file is damaged or no backup; StoreError when the journal has records.
    """
    if (journal / RECORDS).is_file() and (journal / RECORDS).stat().st_size:
        hint = "restore into a new graph, then 'kgraph copy' it"
        raise StoreError("has records already", place=str(journal), hint=hint)
    with _opened(source) as tar:
        about = _about(tar, source)
        journal.mkdir(parents=True, exist_ok=True)
        parts = {}
        try:
            for member in tar:
                if member.name in about.sizes and member.name not in parts:
                    parts[member.name] = _take(tar, member, about, journal, source)
            if lacking := sorted(set(about.sizes) - set(parts)):
                raise _damaged(source, f"{lacking[0]} is not in it")
            for name, part in parts.items():
                os.replace(part, journal / name)
        finally:
            for part in parts.values():
                part.unlink(missing_ok=True)
    return about


def _told(about: Backup) -> bytes:
    found = {"schema": SCHEMA, "made_at": about.made_at, "made_by": about.made_by}
    return json.dumps({**found, "sizes": about.sizes, "sha256": about.sha256}, indent=1).encode() + b"\n"


def _about(tar: tarfile.TarFile, source: Path) -> Backup:
    member = tar.next()
    file = tar.extractfile(member) if member and member.name == ABOUT and member.size <= _MOST_ABOUT else None
    try:
        found: dict[str, Any] = json.loads(file.read()) if file else {}
        if found.get("schema") != SCHEMA:
            raise DataError("is no backup of kgraph", place=str(source), hint="'kgraph backup FILE' makes one")
        sizes = {name: int(size) for name, size in found["sizes"].items() if name in (RECORDS, NOTES)}
        sums = {name: str(found["sha256"][name]) for name in sizes}
        return Backup(str(found["made_at"]), str(found["made_by"]), sizes, sums)
    except (ValueError, KeyError, AttributeError, TypeError) as error:
        raise _damaged(source, f"its {ABOUT} cannot be read") from error


def _take(tar: tarfile.TarFile, member: tarfile.TarInfo, about: Backup, journal: Path, source: Path) -> Path:
    """One member as a part file beside its place, when size and sum are right."""
    file = tar.extractfile(member) if member.isfile() else None
    if file is None or member.size != about.sizes[member.name]:
        raise _damaged(source, f"{member.name} has another size")
    part, found = journal / f"{member.name}.part", hashlib.sha256()
    with open(part, "wb") as target:
        while block := file.read(_BLOCK):
            found.update(block)
            target.write(block)
    if found.hexdigest() != about.sha256[member.name]:
        part.unlink()
        raise _damaged(source, f"the sum of {member.name} is another")
    return part


@contextmanager
def _opened(source: Path) -> Iterator[tarfile.TarFile]:
    try:
        with tarfile.open(source, "r:gz") as tar:
            yield tar
    except FileNotFoundError as error:
        raise UsageError("is not there", place=str(source), hint="name a file that 'kgraph backup' made") from error
    except (tarfile.TarError, EOFError, OSError) as error:
        raise _damaged(source, str(error)) from error


def _damaged(source: Path, why: str) -> DataError:
    return DataError(f"the backup is damaged: {why}", place=str(source), hint="nothing was restored; use another one")


def _put(tar: tarfile.TarFile, name: str, file: IO[bytes], size: int) -> None:
    info = tarfile.TarInfo(name)
    info.size, info.mode = size, 0o600
    tar.addfile(info, file)


def _whole_lines(path: Path) -> int:
    """How many bytes the whole lines of a file take; somebody may be writing the last one."""
    with open(path, "rb") as file:
        return end_of_last_line(file, file.seek(0, os.SEEK_END))


def _sum(path: Path, size: int) -> str:
    found = hashlib.sha256()
    with open(path, "rb") as file:
        while size and (block := file.read(min(_BLOCK, size))):
            found.update(block)
            size -= len(block)
    return found.hexdigest()
