"""One open file -> what it holds. JSON lines are read one by one, so that a file may be larger than memory; everything
else is one document of bounded size."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, BinaryIO

from kgraph.errors import InputError
from kgraph.reading.encoding import binary_kind, decode
from kgraph.reading.fields import article_of, articles_in
from kgraph.reading.options import Found, ReadingOptions, Tell
from kgraph.reading.page import read_page
from kgraph.reading.plain import read_plain

_HTML = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body)\b", re.I | re.S)
_SAME = frozenset({"utf-8", "utf-8-sig", "utf-16", "utf-32"})


def read_stream(
    stream: BinaryIO, *, place: str, form: str | None, options: ReadingOptions, tell: Tell
) -> Iterator[Found]:
    """The articles of one file. ``form`` None: found out by looking.

    Raises: InputError for a file that cannot be read at all; a broken line is told.
    """
    if form == "jsonl":
        yield from _lines(stream, place=place, options=options, tell=tell)
        return
    data = stream.read(options.max_bytes + 1)
    if form is None and len(data) > options.max_bytes and _json_line(data.split(b"\n", 1)[0]):
        yield from _lines(_Resumed(data, stream), place=place, options=options, tell=tell)
        return
    if len(data) > options.max_bytes:
        raise _too_long(place, options.max_bytes)
    if not data.strip():
        raise InputError("is empty", place=place, hint="give a file with an article in it")
    text, encoding = decode(data, place=place, encoding=options.encoding, declared=form in ("html", None))
    if encoding not in _SAME and not options.encoding:
        tell.note(f"{place}: read as {encoding}; name another with --encoding if letters look wrong")
    form = form or looks_like(text)
    if form == "html":
        yield read_page(text, place=place)
    elif form == "json":
        yield from _document(text, place=place, options=options, tell=tell)
    else:
        yield read_plain(text, place=place, tell=tell, markdown=form == "markdown")


def looks_like(text: str) -> str:
    """html, json or text, by its beginning."""
    text = text.removeprefix("\ufeff")
    if _HTML.match(text[:2000]):
        return "html"
    return "json" if re.match(r"\s*(?:\{\s*[\"}]|\[\s*[\[{\]])", text[:2000]) else "text"


class _Resumed:
    """A stream whose first bytes were looked at already."""

    def __init__(self, begun: bytes, rest: BinaryIO) -> None:
        self.begun, self.rest = io.BytesIO(begun), rest

    def readline(self, size: int) -> bytes:
        line = self.begun.readline(size)
        if line.endswith(b"\n") or len(line) == size:
            return line
        return line + self.rest.readline(size - len(line))


def _json_line(line: bytes) -> bool:
    try:
        return isinstance(_parsed(line.decode("utf-8-sig")), dict)
    except ValueError:
        return False


def _lines(stream: BinaryIO | _Resumed, *, place: str, options: ReadingOptions, tell: Tell) -> Iterator[Found]:
    """JSON lines; a broken one is reported with its number and the rest is read."""
    number = told = read = 0
    while line := stream.readline(options.max_bytes + 1):
        number += 1
        where = f"{place}:{number}"
        if number == 1 and (kind := binary_kind(line)) and not line.startswith((b"\xff\xfe", b"\xfe\xff")):
            raise InputError(f"is {kind}, not JSON lines", place=place, hint="give a .jsonl file")
        if len(line) > options.max_bytes:
            _skip_line(stream, line)
            found: Found | InputError = _too_long(where, options.max_bytes)
        elif not line.strip():
            continue
        else:
            found = _line_article(line, place=where, options=options)
        if isinstance(found, InputError):
            told += 1
            tell.error(found)
        else:
            read += 1
            yield found
    if not read and not told:
        raise InputError("is empty", place=place, hint="give a file with one JSON object a line")


def _skip_line(stream: BinaryIO | _Resumed, line: bytes) -> None:
    while line and not line.endswith(b"\n"):
        line = stream.readline(1_000_000)


def _line_article(line: bytes, *, place: str, options: ReadingOptions) -> Found | InputError:
    try:
        text = line.decode(options.encoding or "utf-8-sig").strip()
    except LookupError:
        hint = "leave --encoding out, or name one such as utf-8, cp1252"
        return InputError(f"no encoding is named {options.encoding!r}", place=place, hint=hint)
    except UnicodeError:
        hint = "save the file as UTF-8, or name its encoding with --encoding"
        return InputError(f"is not in {options.encoding or 'UTF-8'}", place=place, hint=hint)
    try:
        value = _parsed(text)
    except ValueError as error:
        return InputError(_why(error), place=place, hint="mend or remove the line; the others are read")
    return article_of(value, place=place, options=options)


def _document(text: str, *, place: str, options: ReadingOptions, tell: Tell) -> Iterator[Found]:
    """A JSON file: one object or a list; JSON lines under that name are read as such."""
    text = text.removeprefix("\ufeff")
    try:
        value = _parsed(text)
    except ValueError as error:
        if "\n" in text.strip() and _json_line(text.strip().split("\n", 1)[0].encode("utf-8", "surrogatepass")):
            lines = _Resumed(text.encode("utf-8", "surrogatepass"), io.BytesIO())
            yield from _lines(lines, place=place, options=replace(options, encoding=None), tell=tell)
            return
        line = f":{error.lineno}" if isinstance(error, json.JSONDecodeError) else ""
        raise InputError(_why(error), place=place + line, hint="mend the file, or give JSON lines (.jsonl)") from error
    if value in ([], {}):
        raise InputError("is empty", place=place, hint="give a file with an article in it")
    for found in articles_in(value, place=place, options=options):
        if isinstance(found, InputError):
            tell.error(found)
        else:
            yield found


def _parsed(text: str) -> Any:
    """The JSON value. Raises ValueError for everything that is none, hostile nesting among it."""
    try:
        return json.loads(text)
    except RecursionError:
        raise ValueError("nested too deeply") from None


def _why(error: ValueError) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"not JSON ({error.msg[:1].lower()}{error.msg[1:]}, column {error.colno})"
    return f"not JSON ({str(error)[:80]})"


def _too_long(place: str, limit: int) -> InputError:
    size = f"{limit / 1_000_000:g} MB" if limit >= 1_000_000 else f"{limit:,} bytes"
    hint = f"split it into articles, or raise the limit with --max-bytes {limit * 10}"
    return InputError(f"is more than {size} for one article", place=place, hint=hint)
