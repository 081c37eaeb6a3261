"""What the verbs need from the outside world. Adapters fulfil these; tests run the same contract over every one."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol, runtime_checkable

from kgraph.explanation import Explanation
from kgraph.model import Article, Extraction, ExtractorInfo, GraphDelta

Progress = Callable[[int, str], None]
"""Called with (articles done so far, what is being done); draws nothing itself."""


@dataclass(frozen=True, slots=True)
class Rows:
    """An answer: named columns and rows of plain Python values in the columns' order."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...] = field(default=())

    def dicts(self) -> list[dict[str, Any]]:
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]

    def __len__(self) -> int:
        return len(self.rows)


class Extractor(Protocol):
    """Articles in, extractions out, one each and in the same order."""

    @property
    def info(self) -> ExtractorInfo: ...

    def extract(self, articles: Iterable[Article]) -> Iterator[Extraction]: ...


class Explainer(Extractor, Protocol):
    """An extractor that can say why."""

    def explain(self, articles: Iterable[Article]) -> Iterator[Explanation]: ...


@runtime_checkable
class GraphStore(Protocol):
    """A graph that takes deltas and answers Cypher."""

    @property
    def address(self) -> str:
        """How a person would name it: the folder or the URI, never a password."""
        ...

    def prepare(self) -> None:
        """Make constraints, indexes and the :KGraph mark; refuse a database that is not ours."""
        ...

    def apply(self, deltas: Sequence[GraphDelta]) -> None:
        """Write the deltas and bring the derived edges of the touched pairs up to date. All or nothing for each
        delta; a delta replaces what its article had before."""
        ...

    def forget(self, article: str) -> bool:
        """Take an article out without orphans. False if it was not there."""
        ...

    @property
    def own_files(self) -> bool:
        """Whether the graph's files are ours to make anew. A server's are not."""
        ...

    def finish_import(self) -> None:
        """Make of an imported graph what writing it would have made: constraints, indexes, empty lists."""
        ...

    def wipe(self, *, thorough: bool = False) -> None:
        """Take every article, actor and edge out, so that the graph can be made anew. ``thorough``: not a word of
        them stays in files that are ours; indexes keep the words of what was deleted."""
        ...

    def rows(self, cypher: str, parameters: Mapping[str, Any] | None = None) -> Rows:
        """Answer one read-only statement. Raises UsageError on a write or on bad Cypher."""
        ...

    def write(self, cypher: str, parameters: Mapping[str, Any] | None = None) -> Rows:
        """Run one statement that may write (``kgraph cypher --write``)."""
        ...

    def close(self) -> None: ...


@dataclass(frozen=True, slots=True)
class JournalEntry:
    """What the journal knows of an article without opening its text."""

    article: str
    url: str | None
    outlet: str | None
    extractor: str  # "name/version/model"
    current: bool  # False: replaced by a newer text of the same URL, or forgotten
    about: str = ""  # hash of what is known of the article beside its text: date, author ...


@dataclass(frozen=True, slots=True)
class RunNote:
    """An input or an article that some run could not use, kept so that it can be looked up later."""

    at: str  # when, ISO
    code: str
    place: str
    message: str
    source: str = ""  # what has to be read again for it: a path or an address; "" where that is nothing
    how: str = ""  # the options that it was read with, as JSON


class Journal(Protocol):
    """The append-only file of extraction records beside a graph."""

    @property
    def address(self) -> str:
        """How a person would name it: its folder."""
        ...

    def append(self, extractions: Sequence[Extraction]) -> None: ...

    def entry(self, article: str) -> JournalEntry | None: ...

    def entries(self) -> Iterator[JournalEntry]: ...

    def extractions(self) -> Iterator[Extraction]:
        """The current extraction of every article that was not forgotten, in the order they came."""
        ...

    def get(self, article: str) -> Extraction | None: ...

    def forget(self, article: str, *, purge: bool = False) -> bool: ...

    def clear(self) -> None:
        """Take every record and every note out, for good."""
        ...

    def note(self, notes: Sequence[RunNote]) -> None:
        """Keep what a run could not use."""
        ...

    def run_notes(self) -> Iterator[RunNote]:
        """What was noted and still stands, each once."""
        ...

    def noted(self) -> int:
        """How much was noted so far: what ``settle`` calls ``before``."""
        ...

    def settle(self, sources: Collection[str], *, before: int) -> None:
        """The sources were read again, so that what was noted of them until then stands no more."""
        ...

    def close(self) -> None: ...
