"""Tables with an article on each row: CSV and TSV. The first row names the columns, which are found as the fields of
JSON objects are (``--field text=story``)."""

from __future__ import annotations

import codecs
import csv
from collections.abc import Iterator
from dataclasses import replace

from kgraph.errors import InputError
from kgraph.reading.encoding import binary_kind, decode
from kgraph.reading.fields import article_of, has_text
from kgraph.reading.forms import HEAD
from kgraph.reading.limits import too_long
from kgraph.reading.options import Found, Source
from kgraph.reading.streams import bounded_lines, chained

_DELIMITERS = ",;\t|"
_MOST_COLUMNS = 2_000


def read_csv(source: Source) -> Iterator[Found]:
    yield from _rows(source, None)


def read_tsv(source: Source) -> Iterator[Found]:
    yield from _rows(source, "\t")


def _rows(source: Source, delimiter: str | None) -> Iterator[Found]:
    place, most = source.place, source.options.max_bytes
    head = source.stream.read(HEAD)
    if (kind := binary_kind(head)) and not head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise InputError(f"is {kind}, not a table", place=place, hint="give CSV or TSV as text")
    source = replace(source, stream=chained(head, source.stream))
    lines = _text_lines(source, _encoding(head, source))
    first = next(lines, "")
    csv.field_size_limit(max(most, 131_072))
    sign = delimiter or max(_DELIMITERS, key=first.count)
    try:
        columns = [name.strip() for name in next(csv.reader([first], delimiter=sign), [])][:_MOST_COLUMNS]
    except csv.Error as error:
        hint = "mend the first row, which names the columns"
        raise InputError(f"not a row of a table ({error})", place=f"{place}:1", hint=hint) from error
    if not any(columns):
        raise InputError("is empty", place=place, hint="give a table with the names of its columns in the first row")
    if not has_text(dict.fromkeys(columns, "x"), source.options):
        shown = ", ".join(name[:30] for name in columns[:8])
        hint = f"name the column with --field text=NAME (columns here: {shown})"
        raise InputError("no column for the text", place=place, hint=hint)
    reader = csv.reader(lines, delimiter=sign)
    while True:
        at = reader.line_num + 2
        try:
            row = next(reader, None)
        except csv.Error as error:
            # the rest would be one cell after the other of nonsense
            hint = "mend it; what stands before was read. Is a quotation mark not closed?"
            raise InputError(f"not a row of a table ({error})", place=f"{place}:{at}", hint=hint) from error
        if row is None:
            return
        if any(cell.strip() for cell in row):
            found = article_of(dict(zip(columns, row, strict=False)), place=f"{place}:{at}", options=source.options)
            if isinstance(found, InputError):
                source.tell.error(found)
            else:
                yield found


def _encoding(head: bytes, source: Source) -> str:
    if source.options.encoding:
        return source.options.encoding
    # a letter may be cut in two at the end of the head
    tail = next((n for n in range(4) if _is_utf8(head[: len(head) - n])), None)
    if tail is not None:
        return "utf-8-sig"
    found = decode(head[: len(head) - len(head) % 4], place=source.place)[1]
    source.tell.note(f"{source.place}: read as {found}; name another with --encoding if letters look wrong")
    return found


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return b"\x00" not in data


def _text_lines(source: Source, encoding: str) -> Iterator[str]:
    """Lines of the file, of bounded length; a byte that is none of the encoding's letters is shown as such."""
    most = source.options.max_bytes
    try:
        codecs.lookup(encoding)
    except LookupError as error:
        hint = "leave --encoding out, or name one such as utf-8, cp1252"
        raise InputError(f"no encoding is named {encoding!r}", place=source.place, hint=hint) from error
    if encoding.replace("_", "-").startswith(("utf-16", "utf-32")):
        text = source.stream.read(most * 4 + 1)
        if len(text) > most * 4:
            raise too_long(source.place, most)
        plain = text.decode(encoding, "replace").replace("\r\n", "\n").replace("\r", "\n")
        yield from (f"{part}\n" for part in plain.split("\n"))
        return
    for number, (line, whole) in enumerate(bounded_lines(source.stream, most), 1):
        if not whole:
            source.tell.error(too_long(f"{source.place}:{number}", most))
            continue
        words = line.decode(encoding if number == 1 else encoding.removesuffix("-sig"), "replace")
        # line ends of old Macs, and those within the cells of new ones
        yield from (f"{part}\n" for part in words.removesuffix("\n").removesuffix("\r").split("\r"))
