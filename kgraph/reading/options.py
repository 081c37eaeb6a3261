"""What a user may say about the inputs, and what a reader gets and finds in one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import BinaryIO

from kgraph.errors import InputError
from kgraph.reading.limits import Budget, Limits

NO_LIMITS_GIVEN = Limits()

OnError = Callable[[InputError], None]
OnNote = Callable[[str], None]
OnSource = Callable[[str, bool], None]


def ignore(_: object) -> None:
    """For callers who do not listen to errors or notes."""


def ignore_source(source: str, ended: bool) -> None:
    """For callers who do not follow which input is being read."""


@dataclass(frozen=True, slots=True)
class Tell:
    """Who hears of inputs that could not be read, and of what was left out or guessed."""

    error: OnError = ignore
    note: OnNote = ignore


@dataclass(frozen=True, slots=True)
class ReadingOptions:
    """``published`` and ``outlet`` are for articles that do not say it themselves. ``fields`` maps our names (text,
    title, published, outlet, url, author, lang, ref) to those of a JSON object or to the columns of a table;
    ``source.name`` reaches inside. ``files_from``: files with a name of an input on each line. ``allow_private``:
    addresses of this machine and of the local network are fetched too; ``pages``: the pages that a feed links to are
    fetched."""

    input_format: str | None = None
    published: str | None = None
    fields: Mapping[str, str] = field(default_factory=dict)
    outlet: str | None = None
    encoding: str | None = None
    limits: Limits = NO_LIMITS_GIVEN
    files_from: tuple[str, ...] = ()
    allow_private: bool = False
    pages: bool = False

    @property
    def max_bytes(self) -> int:
        return self.limits.bytes


@dataclass(frozen=True, slots=True)
class Source:
    """One input: its bytes, what a person knows it by, what the user said of it, whom to tell.

    ``name`` tells its form by its suffix; it has none of the suffixes that were unpacked already. ``depth`` counts the
    archives and compressed files around it, ``budget`` is what may still come out of them.
    """

    stream: BinaryIO
    place: str
    options: ReadingOptions
    tell: Tell
    name: str = ""
    depth: int = 0
    budget: Budget | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """An article as it stands in its file, nothing normalised yet. ``published`` is whatever stands there as a date."""

    place: str
    text: str
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: object = None
    lang: str | None = None
    author: str | None = None
    ref: str | None = None
