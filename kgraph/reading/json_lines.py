"""JSON lines, read one by one, so that a file may be larger than memory. A broken line is told by its number."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from kgraph.errors import InputError
from kgraph.reading.encoding import binary_kind
from kgraph.reading.fields import article_of
from kgraph.reading.limits import too_long
from kgraph.reading.options import Found, ReadingOptions, Source
from kgraph.reading.streams import bounded_lines


def read_json_lines(source: Source) -> Iterator[Found]:
    """The article of every line; a broken one is told with its number and the rest is read."""
    empty = True
    for number, (line, whole) in enumerate(bounded_lines(source.stream, source.options.max_bytes), 1):
        where = f"{source.place}:{number}"
        if number == 1 and (kind := binary_kind(line)) and not line.startswith((b"\xff\xfe", b"\xfe\xff")):
            raise InputError(f"is {kind}, not JSON lines", place=source.place, hint="give a .jsonl file")
        if whole and not line.strip():
            continue
        empty = False
        options = source.options
        found = _article(line, place=where, options=options) if whole else too_long(where, options.max_bytes)
        if isinstance(found, InputError):
            source.tell.error(found)
        else:
            yield found
    if empty:
        raise InputError("is empty", place=source.place, hint="give a file with one JSON object a line")


def _article(line: bytes, *, place: str, options: ReadingOptions) -> Found | InputError:
    try:
        text = line.decode(options.encoding or "utf-8-sig").strip()
    except LookupError:
        hint = "leave --encoding out, or name one such as utf-8, cp1252"
        return InputError(f"no encoding is named {options.encoding!r}", place=place, hint=hint)
    except UnicodeError:
        hint = "save the file as UTF-8, or name its encoding with --encoding"
        return InputError(f"is not in {options.encoding or 'UTF-8'}", place=place, hint=hint)
    try:
        value = parsed(text)
    except ValueError as error:
        return InputError(why_no_json(error), place=place, hint="mend or remove the line; the others are read")
    return article_of(value, place=place, options=options)


def is_json_line(line: bytes) -> bool:
    try:
        return isinstance(parsed(line.decode("utf-8-sig")), dict)
    except ValueError:
        return False


def parsed(text: str) -> Any:
    """The JSON value. Raises ValueError for everything that is none, hostile nesting among it."""
    try:
        return json.loads(text)
    except RecursionError:
        raise ValueError("nested too deeply") from None


def why_no_json(error: ValueError) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"not JSON ({error.msg[:1].lower()}{error.msg[1:]}, column {error.colno})"
    return f"not JSON ({str(error)[:80]})"
