"""One input -> the articles in it: its form is found out, and the reader of that form is called."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kgraph.errors import InputError
from kgraph.reading.forms import by_name, form_of, reader_of
from kgraph.reading.limits import too_much
from kgraph.reading.options import Found, Source
from kgraph.reading.streams import begun


def articles_of(source: Source) -> Iterator[Found]:
    """The articles of an input, read as they come.

    Raises: InputError for an input that cannot be read at all, or not to its end; what is wrong with one article
    in it is told.
    """
    limits = source.options.limits
    if source.depth > limits.depth:
        message = f"lies in more than {limits.depth} archives or compressed files"
        raise too_much(message, "depth", limits.depth, place=source.place, hint="unpack it")
    head, stream = begun(source.stream)
    if not head:
        raise InputError("is empty", place=source.place, hint="give a file with an article in it")
    chosen = form_of(source.name, head, by_name(source.options.input_format))
    yield from reader_of(chosen)(replace(source, stream=stream))
