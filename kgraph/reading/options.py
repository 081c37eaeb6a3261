"""What a user may say about the inputs, and what a reader finds in one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from kgraph.errors import InputError

MAX_BYTES = 10_000_000  # one article; the longest reports are a tenth of that

OnError = Callable[[InputError], None]
OnNote = Callable[[str], None]


def ignore(_: object) -> None:
    """For callers who do not listen to errors or notes."""


@dataclass(frozen=True, slots=True)
class Tell:
    """Who hears of inputs that could not be read, and of what was left out or guessed."""

    error: OnError = ignore
    note: OnNote = ignore


@dataclass(frozen=True, slots=True)
class ReadingOptions:
    """``published`` and ``outlet`` are for articles that do not say it themselves. ``fields`` maps our names (text,
    title, published, outlet, url, author, lang, ref) to those of a JSON input; ``source.name`` reaches inside.
    ``max_bytes`` is the most that one article may have: a file, or a line of JSON lines."""

    input_format: str | None = None
    published: str | None = None
    fields: Mapping[str, str] = field(default_factory=dict)
    outlet: str | None = None
    encoding: str | None = None
    max_bytes: int = MAX_BYTES


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
