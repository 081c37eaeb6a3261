"""Inputs that are one document of bounded size: text, Markdown, a page, JSON; and what only its letters tell."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from dataclasses import replace

from kgraph.errors import InputError
from kgraph.reading.encoding import decode
from kgraph.reading.fields import articles_in
from kgraph.reading.json_lines import is_json_line, parsed, read_json_lines, why_no_json
from kgraph.reading.limits import too_long
from kgraph.reading.options import Found, Source
from kgraph.reading.page import read_page
from kgraph.reading.plain import read_plain
from kgraph.reading.streams import chained

# atomic: a row of comments must not be tried in every way of parting it
_HTML = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?><!--.*?-->\s*)*+<(?:!doctype html|html|head|body)\b", re.I | re.S)
_SAME = frozenset({"utf-8", "utf-8-sig", "utf-16", "utf-32"})


def read_text(source: Source) -> Iterator[Found]:
    yield read_plain(_words(source, _bytes(source)), place=source.place, tell=source.tell)


def read_markdown(source: Source) -> Iterator[Found]:
    yield read_plain(_words(source, _bytes(source)), place=source.place, tell=source.tell, markdown=True)


def read_html(source: Source) -> Iterator[Found]:
    yield _page(source, _words(source, _bytes(source), declared=True))


def read_json(source: Source) -> Iterator[Found]:
    yield from _json(source, _words(source, _bytes(source)))


def read_whatever(source: Source) -> Iterator[Found]:
    """A page, JSON, JSON lines or text, by its beginning."""
    data = source.stream.read(source.options.max_bytes + 1)
    if len(data) > source.options.max_bytes and is_json_line(data.split(b"\n", 1)[0]):
        yield from read_json_lines(replace(source, stream=chained(data, source.stream)))
        return
    text = _words(source, _checked(source, data), declared=True)
    form = looks_like(text)
    if form == "html":
        yield _page(source, text)
    elif form == "json":
        yield from _json(source, text)
    else:
        yield read_plain(text, place=source.place, tell=source.tell)


def looks_like(text: str) -> str:
    """html, json or text, by its beginning."""
    text = text.removeprefix("\ufeff")
    if _HTML.match(text[:2000]):
        return "html"
    return "json" if re.match(r"\s*(?:\{\s*[\"}]|\[\s*[\[{\]])", text[:2000]) else "text"


def _page(source: Source, text: str) -> Found:
    return read_page(text, place=source.place, most_tags=source.options.limits.tags)


def _bytes(source: Source) -> bytes:
    return _checked(source, source.stream.read(source.options.max_bytes + 1))


def _checked(source: Source, data: bytes) -> bytes:
    if len(data) > source.options.max_bytes:
        raise too_long(source.place, source.options.max_bytes)
    if not data.strip():
        raise InputError("is empty", place=source.place, hint="give a file with an article in it")
    return data


def _words(source: Source, data: bytes, *, declared: bool = False) -> str:
    text, encoding = decode(data, place=source.place, encoding=source.options.encoding, declared=declared)
    if encoding not in _SAME and not source.options.encoding:
        note = f"{source.place}: read as {encoding}; name another with --encoding if letters look wrong"
        source.tell.note(note)
    return text


def _json(source: Source, text: str) -> Iterator[Found]:
    """A JSON file: one object or a list; JSON lines under that name are read as such."""
    text = text.removeprefix("\ufeff")
    try:
        value = parsed(text)
    except ValueError as error:
        if "\n" in text.strip() and is_json_line(text.strip().split("\n", 1)[0].encode("utf-8", "surrogatepass")):
            lines = io.BytesIO(text.encode("utf-8", "surrogatepass"))
            yield from read_json_lines(replace(source, stream=lines, options=replace(source.options, encoding=None)))
            return
        line = f":{error.lineno}" if isinstance(error, json.JSONDecodeError) else ""
        hint = "mend the file, or give JSON lines (.jsonl)"
        raise InputError(why_no_json(error), place=source.place + line, hint=hint) from error
    if value in ([], {}):
        raise InputError("is empty", place=source.place, hint="give a file with an article in it")
    for found in articles_in(value, place=source.place, options=source.options):
        if isinstance(found, InputError):
            source.tell.error(found)
        else:
            yield found
