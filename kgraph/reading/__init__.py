"""What does this file say? Text, Markdown, HTML, JSON, JSON lines; files, folders, globs, standard input -> articles.

Every input that cannot be read is one InputError to ``on_error``; the others go on. Nothing is fetched, and a date that
a file does not give is never made up.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from kgraph.errors import InputError, UsageError
from kgraph.model import Article
from kgraph.reading.build import article
from kgraph.reading.clean import clean
from kgraph.reading.dates import iso_date
from kgraph.reading.fields import own_names
from kgraph.reading.options import MAX_BYTES, Found, OnError, OnNote, ReadingOptions, Tell, ignore
from kgraph.reading.sources import FORMATS, STDIN, files_of, reason
from kgraph.reading.stream import read_stream

__all__ = ["FORMATS", "INPUT_FORMATS", "MAX_BYTES", "ReadingOptions", "article", "clean", "iso_date", "read"]

INPUT_FORMATS = ("text", "markdown", "html", "jsonl", "json")
_SHORT = {"txt": "text", "md": "markdown", "htm": "html", "ndjson": "jsonl"}
_DEFAULTS = ReadingOptions()


def read(
    sources: Sequence[str],
    *,
    options: ReadingOptions = _DEFAULTS,
    on_error: OnError = ignore,
    on_note: OnNote = ignore,
    stdin: BinaryIO | None = None,
) -> Iterator[Article]:
    """The articles of the sources, in their order. ``on_note`` hears of files left out and of guessed encodings.

    Raises: UsageError, before anything is read, for options that make no sense.
    """
    return _articles(sources, _checked(options), Tell(on_error, on_note), stdin)


def _checked(options: ReadingOptions) -> ReadingOptions:
    form = _SHORT.get(options.input_format or "", options.input_format)
    if form is not None and form not in INPUT_FORMATS:
        raise UsageError(f"no input format {options.input_format!r}", hint=f"formats: {', '.join(INPUT_FORMATS)}")
    if options.max_bytes < 1:
        raise UsageError("--max-bytes is a number of bytes above zero")
    try:
        published = iso_date(options.published)
    except ValueError as error:
        raise UsageError(f"--published: {error}", hint="write it as 2020-10-02") from error
    return replace(options, input_format=form, published=published, fields=own_names(options.fields))


def _articles(sources: Sequence[str], options: ReadingOptions, tell: Tell, stdin: BinaryIO | None) -> Iterator[Article]:
    for path in files_of(sources, tell=tell):
        place = "standard input" if path == STDIN else path
        try:
            for found in _found(path, place, options, tell, stdin):
                try:
                    yield _article(found, options, tell)
                except InputError as error:
                    tell.error(error)
        except InputError as error:
            tell.error(error)
        except OSError as error:
            tell.error(InputError(reason(error), place=place, hint="check the file and its permissions"))


def _found(path: str, place: str, options: ReadingOptions, tell: Tell, stdin: BinaryIO | None) -> Iterator[Found]:
    form = options.input_format or FORMATS.get(Path(path).suffix.lower())
    if path == STDIN:
        yield from read_stream(stdin or sys.stdin.buffer, place=place, form=form, options=options, tell=tell)
        return
    with open(path, "rb") as stream:
        yield from read_stream(stream, place=place, form=form, options=options, tell=tell)


def _article(found: Found, options: ReadingOptions, tell: Tell) -> Article:
    """The article of what was found. A date that is none is reported; the article is kept without it."""
    if not clean(found.text):
        raise InputError("is empty", place=found.place, hint="give a file with an article in it")
    try:
        date = iso_date(found.published) or options.published
    except ValueError as error:
        date = None
        rest = "the article was read without a date; write it as 2020-10-02"
        tell.error(InputError(f"date: {error}", place=found.place, hint=rest))
    return article(
        found.text,
        title=found.title,
        outlet=found.outlet or options.outlet,
        url=found.url,
        published=date,
        lang=found.lang,
        author=found.author,
        ref=found.ref,
    )
