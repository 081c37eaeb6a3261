"""Streams for readers: their first bytes without losing them, what is unpacked under a budget, bounded lines."""

from __future__ import annotations

import io
import tempfile
import zlib
from collections.abc import Iterator
from typing import BinaryIO, Protocol

from kgraph.errors import InputError
from kgraph.reading.forms import HEAD
from kgraph.reading.limits import Budget
from kgraph.reading.options import Source

IN_MEMORY = 32_000_000  # bytes of a stream that must be read from its end; more goes to a temporary file


class Readable(Protocol):
    def read(self, size: int = ..., /) -> bytes: ...


def begun(stream: BinaryIO) -> tuple[bytes, BinaryIO]:
    """The first bytes, and a stream that still has them."""
    if _seekable(stream):
        at = stream.tell()
        head = stream.read(HEAD)
        stream.seek(at)
        return head, stream
    head = _exactly(stream, HEAD)
    return head, chained(head, stream)


def chained(head: bytes, rest: Readable) -> io.BufferedReader:
    """A stream of what was read of another already, and then of the other."""
    return io.BufferedReader(_Rest(head, rest), 1 << 16)


def _seekable(stream: BinaryIO) -> bool:
    try:
        return stream.seekable()
    except (AttributeError, ValueError):
        return False


def _exactly(stream: Readable, size: int) -> bytes:
    parts = []
    while size > 0 and (part := stream.read(size)):
        parts.append(part)
        size -= len(part)
    return b"".join(parts)


class _Rest(io.RawIOBase):
    """A stream whose first bytes were looked at already."""

    def __init__(self, head: bytes, rest: Readable) -> None:
        self.head, self.rest = head, rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        data = self.head[: len(buffer)] if self.head else self.rest.read(len(buffer))
        self.head = self.head[len(data) :]
        buffer[: len(data)] = data
        return len(data)


class Counted(io.RawIOBase):
    """A stream that knows how much was taken out of it."""

    def __init__(self, stream: BinaryIO) -> None:
        self.stream, self.count = stream, 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        data = self.stream.read(len(buffer))
        self.count += len(data)
        buffer[: len(data)] = data
        return len(data)


class _Unpacked(io.RawIOBase):
    """What comes out of a packed stream, under a budget. Damage becomes an InputError, where it begins."""

    def __init__(self, stream: Readable, place: str, budget: Budget, damage: tuple[type[Exception], ...]) -> None:
        self.stream, self.place, self.budget = stream, place, budget
        self.damage: tuple[type[Exception], ...] = (EOFError, OSError, zlib.error, ValueError, *damage)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        try:
            data = self.stream.read(len(buffer))
        except InputError:
            raise
        except self.damage as error:
            why = " ".join(str(error).split())[:80] or "it ends too early"
            hint = "what stands before that was read; get the file again"
            raise InputError(f"is damaged ({why})", place=self.place, hint=hint) from error
        self.budget.spend(len(data))
        buffer[: len(data)] = data
        return len(data)


def unpacked(
    stream: Readable, *, place: str, budget: Budget, damage: tuple[type[Exception], ...] = ()
) -> io.BufferedReader:
    """The bytes that ``stream`` unpacks. Raises: InputError where it is damaged or goes beyond the budget."""
    return io.BufferedReader(_Unpacked(stream, place, budget, damage), 1 << 16)


def from_the_end(source: Source) -> BinaryIO:
    """A stream in which one can go back and forth: the source's own, else a copy of it."""
    if _seekable(source.stream):
        return source.stream
    copy = tempfile.SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115  # it goes with its last user
    while data := source.stream.read(1 << 20):
        copy.write(data)
    copy.seek(0)
    return copy  # type: ignore[return-value]


def size_of(stream: BinaryIO) -> int:
    """How many bytes a stream has in which one can go back and forth."""
    at = stream.tell()
    end = stream.seek(0, io.SEEK_END)
    stream.seek(at)
    return end


def bounded_lines(stream: BinaryIO, most: int) -> Iterator[tuple[bytes, bool]]:
    """The lines of a stream, and whether each is whole; what is longer than ``most`` is cut and the rest skipped."""
    while line := stream.readline(most + 1):
        if len(line) <= most:
            yield line, True
            continue
        yield line[:most], False
        while line and not line.endswith(b"\n"):
            line = stream.readline(1_000_000)
