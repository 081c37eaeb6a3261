"""zip and tar archives: every file in them that kgraph reads, one after the other. Nothing is unpacked onto the disk,
so no name, link or device in an archive can reach anything."""

from __future__ import annotations

import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO

from kgraph.errors import InputError
from kgraph.reading.forms import READABLE, by_suffix
from kgraph.reading.limits import Budget, too_much
from kgraph.reading.opening import articles_of
from kgraph.reading.options import Found, Source
from kgraph.reading.streams import Counted, from_the_end, size_of, unpacked

_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError)
_OFFICE = ("[Content_Types].xml", "mimetype")


def read_zip(source: Source) -> Iterator[Found]:
    stream = from_the_end(source)
    size = size_of(stream)
    budget = source.budget or Budget(source.place, lambda: size, source.options.limits.ratio)
    try:
        archive = zipfile.ZipFile(stream)
        members = archive.infolist()
    except _DAMAGE as error:
        raise _damaged(source, error) from error
    names = {member.filename for member in members[:10]}
    if names & set(_OFFICE):
        hint = "save its text as .txt or .html"
        raise InputError("is a Word, OpenDocument or EPUB file", place=source.place, hint=hint)
    inside = _Members(source, budget)
    for member in members:
        if not member.is_dir() and inside.wanted(member.filename):
            try:
                opened = archive.open(member)
            except _DAMAGE as error:
                source.tell.error(_damaged(source, error, member.filename))
                continue
            with opened:
                yield from inside.read(member.filename, opened)  # type: ignore[arg-type]
    inside.end()


def read_tar(source: Source) -> Iterator[Found]:
    counted = Counted(source.stream)
    budget = source.budget or Budget(source.place, lambda: counted.count, source.options.limits.ratio)
    inside = _Members(source, budget)
    try:
        with tarfile.open(fileobj=counted, mode="r|") as archive:
            for member in archive:
                if member.isdir():
                    continue
                if not member.isreg():
                    inside.left_out.append(member.name)
                elif inside.wanted(member.name) and (opened := archive.extractfile(member)):
                    yield from inside.read(member.name, opened)  # type: ignore[arg-type]
                archive.members = []  # type: ignore[attr-defined]  # or it keeps every header
    except (tarfile.TarError, *_DAMAGE) as error:
        raise _damaged(source, error) from error
    inside.end()


class _Members:
    """The files of one archive, as they come."""

    def __init__(self, source: Source, budget: Budget) -> None:
        self.source, self.budget = source, budget
        self.count = self.seen = 0
        self.left_out: list[str] = []

    def wanted(self, name: str) -> bool:
        """Whether to read it: not what is hidden, of no form that is read, or named as if it lay elsewhere."""
        self.seen += 1
        most = self.source.options.limits.members
        if self.seen > most:
            message = f"has more than {most} files in it"
            raise too_much(message, "members", most, place=self.source.place, hint="the others were left out")
        parts = name.replace("\\", "/").split("/")
        if name.startswith(("/", "\\")) or ".." in parts or parts[0].endswith(":"):
            hint = "it was left out; whoever packed this may mean harm"
            self.source.tell.error(
                InputError("names a place outside of the archive", place=self.place(name), hint=hint)
            )
            return False
        if any(part.startswith(".") or part == "__MACOSX" for part in parts):
            return False
        if by_suffix(name) is None:
            self.left_out.append(name)
            return False
        return True

    def read(self, name: str, stream: BinaryIO) -> Iterator[Found]:
        """The articles of one member. What is wrong with it is told, and the others go on."""
        place, source = self.place(name), self.source
        self.count += 1
        plain = unpacked(stream, place=place, budget=self.budget, damage=_DAMAGE)
        try:
            yield from articles_of(
                replace(source, stream=plain, place=place, name=name, depth=source.depth + 1, budget=self.budget)
            )
        except InputError as error:
            source.tell.error(error)

    def place(self, name: str) -> str:
        """Where a person finds it; a name may hold anything, and a terminal must not obey it."""
        return f"{self.source.place}/{''.join(c if c.isprintable() else '?' for c in name[:300])}"

    def end(self) -> None:
        others = f"{len(self.left_out)} other {'file' if len(self.left_out) == 1 else 'files'}"
        if not self.count:
            there = f" ({others})" if self.left_out else ""
            hint = f"kgraph reads {READABLE}"
            self.source.tell.error(
                InputError(f"no articles in this archive{there}", place=self.source.place, hint=hint)
            )
        elif self.left_out:
            self.source.tell.note(f"{self.source.place}: {others} left out; kgraph reads {READABLE}")


def _damaged(source: Source, error: Exception, name: str = "") -> InputError:
    if isinstance(error, InputError):
        return error
    why = " ".join(str(error).split())[:80] or type(error).__name__
    place = f"{source.place}/{''.join(c if c.isprintable() else '?' for c in name[:300])}" if name else source.place
    if "password" in str(error) or "encrypted" in str(error):
        return InputError("is locked with a password", place=place, hint="unpack it and give the files")
    return InputError(f"is damaged ({why})", place=place, hint="get the archive again; what came before was read")
