"""Web archives (WARC): the article of every page in them, one record in memory at a time.

The form is a few lines of text and a length for each record, so it is read here; a library that ends the process on a
damaged record would be no help (docs/decisions/input-forms.md).
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from io import BytesIO

from kgraph.errors import InputError
from kgraph.reading.charsets import fits
from kgraph.reading.limits import too_long
from kgraph.reading.opening import articles_of
from kgraph.reading.options import Found, Source, Tell

_FORMS = {"text/html": "html", "application/xhtml+xml": "html", "text/plain": "text", "application/pdf": "pdf"}
_LONGEST_HEAD = 100_000  # bytes
_BLOCK = 1 << 16


@dataclass(frozen=True, slots=True)
class _Record:
    """A record with as much of its body as one article may have; ``whole`` tells whether that is all of it."""

    headers: Mapping[str, str]
    body: bytes
    whole: bool


def read_warc(source: Source) -> Iterator[Found]:
    """Responses and resources that are pages, texts or PDFs. Pages without an article (overviews, log-ins) are
    counted and told in one note: an archive is full of them."""
    pages = without = 0
    last = ""
    for record in _records(source):
        if record.headers.get("warc-type") not in ("response", "resource"):
            continue
        try:
            if (page := _page(record)) is None:
                continue
            pages += 1
            yield from _articles(source, record, *page)
        except InputError as error:
            without, last = without + 1, str(error.place)
    if not pages:
        source.tell.error(InputError("holds no pages", place=source.place, hint="give a WARC with responses in it"))
    elif without:
        source.tell.note(f"{source.place}: {without} of {pages} pages gave no article (the last: {last})")


def _records(source: Source) -> Iterator[_Record]:
    """Raises: InputError where no record begins that should."""
    number = 0
    while (head := _head(source, number)) is not None:
        number += 1
        size = head.get("content-length", "")
        if not size.isdecimal() or len(size) > 15:
            raise _damaged(source, number, "a record without a length")
        kept = min(int(size), source.options.max_bytes + _LONGEST_HEAD)
        body = source.stream.read(kept)
        rest = int(size) - kept
        while rest > 0 and (data := source.stream.read(min(rest, _BLOCK))):
            rest -= len(data)
        if len(body) < kept or rest > 0:
            raise _damaged(source, number, "it ends too early")
        yield _Record(head, body, kept == int(size))


def _head(source: Source, number: int) -> dict[str, str] | None:
    line = source.stream.readline(_LONGEST_HEAD)
    while line and not line.strip():
        line = source.stream.readline(_LONGEST_HEAD)
    if not line:
        return None
    if not line.startswith(b"WARC/"):
        raise _damaged(source, number + 1, "no record begins where one should")
    lines: list[bytes] = []
    size = 0
    while (line := source.stream.readline(_LONGEST_HEAD)).strip():
        lines.append(line)
        if (size := size + len(line)) > _LONGEST_HEAD:
            raise _damaged(source, number + 1, "a record with an endless head")
    return _fields(lines)


def _fields(lines: list[bytes]) -> dict[str, str]:
    found: dict[str, str] = {}
    for line in lines:
        name, colon, value = line.decode("utf-8", "replace").partition(":")
        if colon:
            found.setdefault(name.strip().lower(), value.strip())
    return found


def _damaged(source: Source, number: int, why: str) -> InputError:
    hint = "what stands before that was read; get the file again"
    return InputError(f"is damaged at record {number} ({why})", place=source.place, hint=hint)


def _page(record: _Record) -> tuple[bytes, str, str] | None:
    """The payload of a record with its form and its server's charset; None for pictures, errors and redirects."""
    kind, body = record.headers.get("content-type", ""), record.body
    head: dict[str, str] = {}
    if kind.lower().startswith("application/http"):
        top, gap, body = body.partition(b"\r\n\r\n")
        if not gap:
            top, _, body = record.body.partition(b"\n\n")
        status, *lines = top[:_LONGEST_HEAD].splitlines() or [b""]
        if status.split(b" ")[1:2] != [b"200"]:
            return None
        head = _fields(lines)
        kind = head.get("content-type", "")
    name, _, rest = kind.partition(";")
    form = _FORMS.get(name.strip().lower())
    if form is None:
        return None
    charset = rest.partition("charset=")[2].strip("\"' ") if "charset=" in rest else ""
    return _decoded(body, head), form, charset


def _decoded(body: bytes, head: Mapping[str, str]) -> bytes:
    if head.get("transfer-encoding", "").lower() == "chunked":
        body = _from_chunks(body)
    packing = head.get("content-encoding", "").lower()
    if packing == "gzip" or packing == "deflate":
        windows = (47, -15) if packing == "deflate" else (47,)
        for bits in windows:
            try:
                return zlib.decompressobj(bits).decompress(body, 100_000_000)
            except zlib.error:
                continue
    return body


def _from_chunks(body: bytes) -> bytes:
    """HTTP's chunks put together; a body that has none stays as it is, since many crawlers take them apart."""
    parts: list[bytes] = []
    at = 0
    while (end := body.find(b"\r\n", at, at + 1_000)) >= 0:
        try:
            size = int(body[at:end].partition(b";")[0], 16)
        except ValueError:
            return b"".join(parts) or body
        if size <= 0:
            break
        parts.append(body[end + 2 : end + 2 + size])
        at = end + 2 + size + 2
    return b"".join(parts) or body


def _articles(source: Source, record: _Record, data: bytes, form: str, charset: str) -> Iterator[Found]:
    most = source.options.max_bytes
    url = record.headers.get("warc-target-uri", "").strip("<> ") or None
    place = f"{source.place}: {url or record.headers.get('warc-record-id', 'a record')}"
    if not record.whole or len(data) > most:
        raise too_long(place, most)
    if not data.strip():
        raise InputError("is empty", place=place)
    options = replace(source.options, input_format=form)
    if form != "pdf" and not options.encoding and fits(charset, data):
        options = replace(options, encoding=charset)
    inner = Source(BytesIO(data), place, options, Tell(source.tell.error), depth=source.depth)
    for found in articles_of(inner):
        yield replace(found, url=found.url or url)
