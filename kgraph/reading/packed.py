"""Compressed inputs: gzip, bzip2, xz, Zstandard. What is in them is read as if it lay there unpacked, as it streams."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO

from kgraph.errors import InputError
from kgraph.reading.extras import needs
from kgraph.reading.limits import Budget
from kgraph.reading.opening import articles_of
from kgraph.reading.options import Found, Source
from kgraph.reading.streams import Counted, Readable, unpacked

_SUFFIX = re.compile(r"\.(?:gz|gzip|bz2|xz|zst|zstd)$", re.IGNORECASE)
_TAR = re.compile(r"\.t(?:gz|bz2|xz|zst)$", re.IGNORECASE)


def read_gzip(source: Source) -> Iterator[Found]:
    import gzip

    counted = _counted(source)
    yield from _inside(source, counted, gzip.GzipFile(fileobj=counted, mode="rb"))


def read_bzip2(source: Source) -> Iterator[Found]:
    import bz2

    counted = _counted(source)
    yield from _inside(source, counted, bz2.BZ2File(counted, "rb"))


def read_xz(source: Source) -> Iterator[Found]:
    import lzma

    counted = _counted(source)
    with lzma.LZMAFile(counted, "rb") as stream:  # type: ignore[arg-type]
        yield from _inside(source, counted, stream, lzma.LZMAError)


def read_zstd(source: Source) -> Iterator[Found]:
    zstd = needs("compression.zstd", "backports.zstd", extra="zstd", what="Zstandard files", place=source.place)
    counted = _counted(source)
    yield from _inside(source, counted, zstd.ZstdFile(counted, "rb"), zstd.ZstdError)


def _counted(source: Source) -> Counted:
    return Counted(source.stream)


def _inside(source: Source, counted: Counted, stream: Readable, *damage: type[Exception]) -> Iterator[Found]:
    budget = source.budget or Budget(source.place, lambda: counted.count, source.options.limits.ratio)
    plain: BinaryIO = unpacked(stream, place=source.place, budget=budget, damage=damage)
    name = _TAR.sub(".tar", _SUFFIX.sub("", source.name))
    inner = replace(source, stream=plain, name=name, depth=source.depth + 1, budget=budget)
    try:
        yield from articles_of(inner)
    except EOFError as error:  # of a reader that takes the stream apart by itself
        raise InputError("ends too early", place=source.place, hint="get the file again") from error
