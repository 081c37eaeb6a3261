"""Addresses (URLs) that the user named -> the articles there: a page, a feed, or any other form of a file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from io import BytesIO

from kgraph.errors import InputError
from kgraph.reading.charsets import fits
from kgraph.reading.fetch import Answer, Fetcher
from kgraph.reading.opening import articles_of
from kgraph.reading.options import Found, ReadingOptions, Source, Tell

_KINDS = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "application/pdf": "pdf",
    "application/rss+xml": "feed",
    "application/atom+xml": "feed",
    "application/x-ndjson": "jsonl",
    "application/jsonl": "jsonl",
    "application/json": "json",
    "text/csv": "csv",
}


def read_address(url: str, *, options: ReadingOptions, tell: Tell, fetcher: Fetcher) -> Iterator[Found]:
    """The articles at an address. Of a feed, with ``options.pages``, those of the pages that it links to.

    Raises: InputError when it cannot be fetched or read.
    """
    yield from articles_in_answer(fetcher.get(url), url, options=options, tell=tell, fetcher=fetcher)


def articles_in_answer(
    answer: Answer,
    url: str,
    *,
    options: ReadingOptions,
    tell: Tell,
    fetcher: Fetcher,
    wanted: Callable[[Found], bool] = lambda found: True,
) -> Iterator[Found]:
    """The articles of an answer; linked pages are fetched for those that are ``wanted`` only."""
    for found in filter(wanted, _read(answer, url, options, tell)):
        if options.pages and found.url and found.url not in (url, answer.address):
            yield _page_of(found, options, tell, fetcher)
        else:
            yield replace(found, url=found.url or answer.address)


def _read(answer: Answer, url: str, options: ReadingOptions, tell: Tell) -> Iterator[Found]:
    told = options
    if not options.encoding and fits(answer.charset, answer.body):
        told = replace(options, encoding=answer.charset)
    suffix = _KINDS.get(answer.kind)
    # the server's word counts as a file's name does
    name = f"answer.{'rss' if suffix == 'feed' else suffix}" if suffix else url.partition("?")[0].partition("#")[0]
    source = Source(BytesIO(answer.body), url, told, tell, name=name)
    yield from articles_of(source)


def _page_of(found: Found, options: ReadingOptions, tell: Tell, fetcher: Fetcher) -> Found:
    """The linked page's article with what the feed knows of it; the feed's own words where there is no reading it."""
    assert found.url is not None
    try:
        answer = fetcher.get(found.url)
        page = next(_read(answer, found.url, replace(options, input_format=None), Tell()), None)
    except InputError as error:
        tell.note(f"{error}; the feed's own words were read")
        return found
    if page is None or len(page.text) < len(found.text):
        return found
    return replace(
        page,
        place=found.place,
        title=page.title or found.title,
        outlet=page.outlet or found.outlet,
        url=page.url or answer.address,
        published=page.published or found.published,
        author=page.author or found.author,
        ref=found.ref,
    )
