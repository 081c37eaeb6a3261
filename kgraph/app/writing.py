"""Put extractions into journal and graph, batch by batch: the journal first, so that nothing is ever only in a graph.

The graph is written on a thread of its own while the next batch is read: one batch at a time, and an error of it is
raised at the next.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import UTC, datetime
from types import TracebackType

from kgraph import record
from kgraph.app.provenance import Inputs
from kgraph.app.report import IngestReport
from kgraph.errors import DataError, KgraphError
from kgraph.graph import Decisions, delta
from kgraph.model import Article, Extraction, GraphDelta
from kgraph.ports import GraphStore, Journal, Progress, RunNote


class BatchWriter:
    """Collects extractions and writes them when a batch is full and on leaving the block."""

    def __init__(
        self,
        store: GraphStore,
        journal: Journal,
        report: IngestReport,
        *,
        decisions: Decisions,
        size: int,
        on_progress: Progress | None,
        inputs: Inputs | None = None,
    ) -> None:
        self.store, self.journal, self.report = store, journal, report
        self.decisions, self.size, self.on_progress = decisions, size, on_progress
        self.inputs = inputs or Inputs()
        self._noted = 0  # of the inputs that could not be read
        self._new: list[Extraction] = []
        self._deltas: list[GraphDelta] = []
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="graph writer")
        self._writing: Future[list[tuple[str, KgraphError]]] | None = None

    def __enter__(self) -> BatchWriter:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if kind is None or issubclass(kind, Exception):
                self.flush()
            self._wait()
        finally:
            self._thread.shutdown(wait=True)

    def add(self, extraction: Extraction, *, known: bool = False) -> None:
        """``known``: the journal has it already. A reading that breaks its own rules becomes a failure."""
        try:
            if fault := next(record.faults(extraction), None):
                raise DataError(f"{fault.field}: {fault.message}")
            self._deltas.append(delta(extraction, decisions=self.decisions))
        except DataError as error:
            self.fail(extraction.article, "faulty-reading", str(error))
            return
        if not known:
            self._new.append(extraction)
        self.report.articles += 1
        self.report.restored += known
        self.report.claims += len(extraction.claims)
        self.report.notes += len(extraction.notes)
        if self.on_progress:
            self.on_progress(self.report.articles + self.report.unchanged, named(extraction.article))
        if len(self._deltas) >= self.size:
            self.flush()

    def fail(self, article: Article, code: str, message: str) -> None:
        """The article cannot be used. It is named in the report and in the journal's notes; the others go on."""
        self._note([(code, named(article), article.id, message)])

    def _note(self, failed: Sequence[tuple[str, str, str, str]]) -> None:
        """Each a code, a name, the id of an article, and what is wrong."""
        at, inputs = _now(), self.inputs
        notes = [
            RunNote(at, code, name, message, source, inputs.how if source else "")
            for code, name, article, message in failed
            for source in [inputs.source_of(article)]
        ]
        note_failures(self.journal, self.report, notes)

    def flush(self) -> None:
        """Write what was collected: to the journal now, to the graph as soon as it has taken the last batch."""
        if unread := self.inputs.unread[self._noted :]:
            self._noted += len(unread)
            note_failures(self.journal, self.report, input_notes(unread, how=self.inputs.how))
        self.journal.append(self._new)
        deltas, self._deltas, self._new = self._deltas, [], []
        self._wait()
        if deltas:
            self._writing = self._thread.submit(_apply, self.store, deltas)

    def _wait(self) -> None:
        writing, self._writing = self._writing, None
        if writing and (refused := writing.result()):
            self.report.articles -= len(refused)
            self._note([("refused-by-store", article, article, str(error)) for article, error in refused])


def _apply(store: GraphStore, deltas: Sequence[GraphDelta]) -> list[tuple[str, KgraphError]]:
    """Write the deltas. When the store refuses the batch, one by one; returns the articles that it does not take.

    Raises: what the store says, when it takes none: then it is not the articles' fault.
    """
    try:
        store.apply(deltas)
    except KgraphError:
        refused: list[tuple[str, KgraphError]] = []
        for number, delta_ in enumerate(deltas):
            try:
                store.apply([delta_])
            except KgraphError as error:
                refused.append((delta_.article, error))
            if len(refused) == number + 1 == min(2, len(deltas)):  # a server that is gone takes neither
                raise
        return refused
    return []


def named(article: Article) -> str:
    """What a person knows the article by."""
    return article.ref or article.url or article.title or article.id


def note_failures(journal: Journal, report: IngestReport, notes: Sequence[RunNote]) -> None:
    report.failed.extend(notes)
    journal.note(notes)


def input_notes(errors: Sequence[KgraphError], *, code: str = "unread-input", how: str = "") -> list[RunNote]:
    """Inputs that could not be read, as notes."""
    at = _now()
    return [
        RunNote(
            at,
            code,
            e.place or "",
            "; ".join(filter(None, [e.message, e.hint])),
            e.source or "",
            how if e.source else "",
        )
        for e in errors
    ]


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
