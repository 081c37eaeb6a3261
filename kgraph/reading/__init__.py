"""What does this file say? Any form of input that is in ``forms`` -> articles.

Every input that cannot be read is one InputError to ``on_error``; the others go on. Nothing is fetched but what the
user named, and a date that a file does not give is never made up.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, BinaryIO

from kgraph.errors import InputError, UsageError
from kgraph.model import Article
from kgraph.reading.build import article
from kgraph.reading.clean import clean
from kgraph.reading.dates import iso_date
from kgraph.reading.fields import own_names
from kgraph.reading.forms import NAMES as INPUT_FORMATS
from kgraph.reading.forms import by_name
from kgraph.reading.limits import MAX_BYTES, Limits, limits_of, too_long
from kgraph.reading.opening import articles_of
from kgraph.reading.options import Found, OnError, OnNote, OnSource, ReadingOptions, Source, Tell, ignore, ignore_source
from kgraph.reading.sources import STDIN, again, files_of, is_address, listed_in, reason

if TYPE_CHECKING:
    from kgraph.reading.fetch import Fetcher

__all__ = [
    "INPUT_FORMATS",
    "MAX_BYTES",
    "Limits",
    "ReadingOptions",
    "article",
    "checked",
    "clean",
    "inputs",
    "iso_date",
    "limits_of",
    "read",
]

_DEFAULTS = ReadingOptions()


def read(
    sources: Sequence[str],
    *,
    options: ReadingOptions = _DEFAULTS,
    on_error: OnError = ignore,
    on_note: OnNote = ignore,
    on_source: OnSource = ignore_source,
    stdin: BinaryIO | None = None,
) -> Iterator[Article]:
    """The articles of the sources, in their order. ``on_note`` hears of files left out and of guessed encodings,
    ``on_source`` of each file and address when it begins (False) and when it was read to its end (True).

    Raises: UsageError, before anything is read, for options that make no sense.
    """
    tell = Tell(on_error, on_note)
    return _articles(sources, checked(options), tell, on_source, stdin or sys.stdin.buffer)


def inputs(
    sources: Sequence[str],
    *,
    options: ReadingOptions = _DEFAULTS,
    on_error: OnError = ignore,
    on_note: OnNote = ignore,
    stdin: BinaryIO | None = None,
) -> Iterator[str]:
    """What the sources name, each file and address once and in the order in which ``read`` reads them."""
    tell = Tell(_with_source(on_error, None), on_note)
    wanted = chain(
        sources, listed_in(options.files_from, tell=Tell(on_error, on_note), stdin=stdin or sys.stdin.buffer)
    )
    return files_of(wanted, tell=tell)


def checked(options: ReadingOptions) -> ReadingOptions:
    """The options with every name as we call it. Raises: UsageError for what makes no sense."""
    form = by_name(options.input_format)
    try:
        published = iso_date(options.published)
    except ValueError as error:
        raise UsageError(f"--published: {error}", hint="write it as 2020-10-02") from error
    name = form.name if form else None
    return replace(options, input_format=name, published=published, fields=own_names(options.fields))


def _articles(
    sources: Sequence[str], options: ReadingOptions, tell: Tell, on_source: OnSource, stdin: BinaryIO
) -> Iterator[Article]:
    outer = tell
    for path in inputs(sources, options=options, on_error=tell.error, on_note=tell.note, stdin=stdin):
        source = again(path)
        tell = Tell(_with_source(outer.error, source), outer.note)
        found = _Opener(options, tell, stdin)
        on_source(source, False)
        try:
            for each in found.at(path):
                try:
                    yield article_in(each, options, tell)
                except InputError as error:
                    tell.error(error)
        except InputError as error:
            tell.error(error)
        except OSError as error:
            tell.error(InputError(reason(error), place=path, hint="check the file and its permissions"))
        on_source(source, True)


def _with_source(on_error: OnError, source: str | None) -> OnError:
    """Errors that know what has to be read again; ``source`` None: their own place."""

    def tell(error: InputError) -> None:
        error.source = again(error.place or "") if source is None else source
        on_error(error)

    return tell


class _Opener:
    """Opens files, addresses and standard input."""

    def __init__(self, options: ReadingOptions, tell: Tell, stdin: BinaryIO) -> None:
        self.options, self.tell, self.stdin = options, tell, stdin

    @cached_property
    def fetcher(self) -> Fetcher:
        from kgraph.reading.fetch import Fetcher

        return Fetcher(self.options.limits, allow_private=self.options.allow_private)

    def at(self, path: str) -> Iterator[Found]:
        if path == STDIN:
            yield from articles_of(Source(self.stdin, "standard input", self.options, self.tell))
        elif is_address(path):
            from kgraph.reading.addresses import read_address

            yield from read_address(path, options=self.options, tell=self.tell, fetcher=self.fetcher)
        else:
            with open(path, "rb") as stream:
                yield from articles_of(Source(stream, path, self.options, self.tell, name=path))


def article_in(found: Found, options: ReadingOptions, tell: Tell) -> Article:
    """The article of what a reader found. A date that is none is reported; the article is kept without it."""
    if len(found.text) > options.max_bytes:
        raise too_long(found.place, options.max_bytes)
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
