"""What is new in feeds, at addresses and in folders since it was looked at last."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

from kgraph.errors import InputError
from kgraph.ids import digest
from kgraph.model import Article
from kgraph.reading import article_in, checked, read
from kgraph.reading.addresses import articles_in_answer
from kgraph.reading.fetch import Fetcher
from kgraph.reading.options import Found, OnError, OnNote, ReadingOptions, Tell
from kgraph.reading.sources import files_of, is_address

SETTLED = 1.0  # seconds after which a file is taken for whole: others may still be writing it


class Memory(Protocol):
    """What was read before: items of sources."""

    def __contains__(self, item: tuple[str, str], /) -> bool: ...

    def stamps(self, source: str) -> Mapping[str, str]: ...


class News:
    """One look at the sources. ``items`` and ``stamps`` are what is to be remembered once the articles are stored."""

    def __init__(
        self,
        sources: Sequence[str],
        options: ReadingOptions,
        memory: Memory,
        *,
        fetcher: Fetcher,
        on_error: OnError,
        on_note: OnNote,
    ) -> None:
        self.sources, self.options, self.memory = sources, checked(options), memory
        self.fetcher, self.tell = fetcher, Tell(on_error, on_note)
        self.items: list[tuple[str, str]] = []
        self.stamps: dict[str, Mapping[str, str]] = {}

    def articles(self) -> Iterator[Article]:
        """The new articles. An input that cannot be read is told, and not tried again until it changes."""
        for source in self.sources:
            try:
                yield from self._at(source) if is_address(source) else self._below(source)
            except InputError as error:
                self.tell.error(error)

    def _at(self, address: str) -> Iterator[Article]:
        answer = self.fetcher.get(address, known=self.memory.stamps(address))
        if answer.unchanged:
            return

        def is_new(found: Found) -> bool:
            # an entry that was corrected is new
            item = (address, digest(found.ref or found.url, found.title, found.text))
            if item in self.memory:
                return False
            self.items.append(item)
            return True

        for found in articles_in_answer(
            answer, address, options=self.options, tell=self.tell, fetcher=self.fetcher, wanted=is_new
        ):
            try:
                yield article_in(found, self.options, self.tell)
            except InputError as error:
                self.tell.error(error)
        self.stamps[address] = answer.stamps

    def _below(self, source: str) -> Iterator[Article]:
        for path in files_of([source], tell=self.tell):
            try:
                found = os.stat(path)
            except OSError:  # gone meanwhile
                continue
            item = (os.path.abspath(path), f"{found.st_size} {found.st_mtime_ns}")
            if item in self.memory or time.time() - found.st_mtime < SETTLED:
                continue
            self.items.append(item)
            yield from read([path], options=self.options, on_error=self.tell.error, on_note=self.tell.note)
