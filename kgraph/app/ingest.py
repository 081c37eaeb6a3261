"""Read articles into the graph; put records into it; take articles out; make it anew."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator
from contextlib import closing

from kgraph.app.feed import Feed
from kgraph.app.garbage import settled
from kgraph.app.interrupt import Stopped, stopping
from kgraph.app.provenance import Inputs
from kgraph.app.report import IngestReport, Interrupted
from kgraph.app.writing import BatchWriter, input_notes, note_failures
from kgraph.errors import DataError, KgraphError, StoreError
from kgraph.graph import NO_DECISIONS, Decisions, extractor_key, record_hash
from kgraph.model import Article, Extraction
from kgraph.ports import Extractor, GraphStore, Journal, Progress

BATCH = 64  # articles


def ingest(
    articles: Iterable[Article],
    *,
    extractor: Extractor,
    store: GraphStore,
    journal: Journal,
    decisions: Decisions = NO_DECISIONS,
    batch: int = BATCH,
    inputs: Inputs | None = None,
    on_progress: Progress | None = None,
) -> IngestReport:
    """Read the articles and write what they say. What journal and graph have from this extractor is not read again.

    ``inputs``: where they come from and what of that could not be read. An article that the extractor fails on becomes
    a note, and the others go on. What was noted of an input before stands no more once it was read to its end.

    Raises: Interrupted after Ctrl-C, with the work kept; what ``articles`` raises, after what came before is written.
    """
    store.prepare()
    report, inputs, before = IngestReport(), inputs or Inputs(), journal.noted()
    inputs.wanted = frozenset(note.source for note in journal.run_notes() if note.source)
    with (
        settled(),
        stopping() as stop,
        BatchWriter(
            store, journal, report, decisions=decisions, size=batch, on_progress=on_progress, inputs=inputs
        ) as writer,
    ):

        def count_unchanged(article: Article) -> None:
            report.unchanged += 1

        try:
            with stop.drawing():  # a model takes seconds to load
                key = extractor_key(extractor.info)
        except Stopped:
            raise Interrupted(report) from None
        feed = Feed(
            inputs.watched(articles),
            store=store,
            journal=journal,
            extractor=key,
            batch=batch,
            stop=stop,
            on_unchanged=count_unchanged,
            on_restored=lambda extraction: writer.add(extraction, known=True),
        )
        with closing(_read(feed, extractor, writer)) as found:
            for extraction in found:
                writer.add(extraction)
                if stop.overdue:  # what is under way is read again by the next run
                    break
        writer.flush()
        if feed.broken:
            raise feed.broken
    if stop:
        raise Interrupted(report)
    journal.settle(inputs.ended, before=before)
    return report


def _read(feed: Feed, extractor: Extractor, writer: BatchWriter) -> Generator[Extraction]:
    """The extractions of the feed. Where the extractor breaks, the articles under way are read one by one."""
    while not feed.ended:
        try:
            for extraction in extractor.extract(feed):
                feed.pending.popleft()
                yield extraction
            return
        except KgraphError:
            raise
        except Exception:  # one odd text must not end a run of thousands; _read_alone names it
            waiting = list(feed.pending)
            feed.pending.clear()
            yield from _read_alone(waiting, extractor, writer)


def _read_alone(articles: Iterable[Article], extractor: Extractor, writer: BatchWriter) -> Iterator[Extraction]:
    for article in articles:
        try:
            found = list(extractor.extract([article]))
        except KgraphError:
            raise
        except Exception as error:  # whatever it is, it is this article's
            writer.fail(article, "extraction-failed", f"{type(error).__name__}: {error}")
        else:
            yield from found


def load(
    extractions: Iterable[Extraction],
    *,
    store: GraphStore,
    journal: Journal,
    decisions: Decisions = NO_DECISIONS,
    batch: int = BATCH,
    on_progress: Progress | None = None,
) -> IngestReport:
    """Put records into journal and graph. Records that are there already change nothing."""
    store.prepare()
    report = IngestReport()
    with (
        stopping() as stop,
        BatchWriter(store, journal, report, decisions=decisions, size=batch, on_progress=on_progress) as writer,
    ):
        for extraction in extractions:
            if stop:
                break
            if _is_in(store, journal, extraction, decisions):
                report.unchanged += 1
            else:
                writer.add(extraction)
    if stop:
        raise Interrupted(report)
    return report


def copy(
    source: Journal, *, store: GraphStore, journal: Journal, batch: int = BATCH, on_progress: Progress | None = None
) -> IngestReport:
    """Put the articles of another graph's journal, and the notes of its runs, into this graph and its journal.

    What is there already changes nothing; articles that were forgotten there do not come along.

    Raises: StoreError when the source has no records: a server's journal may be on another machine.
    """
    if next(source.entries(), None) is None:
        hint = "a server's journal is where it was ingested: name it with --from-journal DIR"
        raise StoreError("there are no records to copy", place=source.address, hint=hint)
    report = load(source.extractions(), store=store, journal=journal, batch=batch, on_progress=on_progress)
    known = set(journal.run_notes())
    journal.note([note for note in source.run_notes() if note not in known])
    return report


def wipe(*, store: GraphStore, journal: Journal, purge: bool = False) -> None:
    """Take everything that kgraph made out of the graph; constraints and indexes stay, and so does all that others
    made. ``purge``: every text out of the journal too, for good. Without it ``rebuild`` makes the graph anew.
    """
    store.prepare()
    if purge:
        journal.clear()
    store.wipe(thorough=purge)


def _is_in(store: GraphStore, journal: Journal, extraction: Extraction, decisions: Decisions) -> bool:
    entry = journal.entry(extraction.article.id)
    if entry is None or not entry.current or entry.extractor != extractor_key(extraction.extractor):
        return False
    rows = store.rows(_RECORD, {"id": extraction.article.id}).rows
    return rows == ((record_hash(extraction, decisions),),)


_RECORD = "MATCH (a:Article {id: $id}) RETURN a.record AS record"


def forget(article: str, *, store: GraphStore, journal: Journal, purge: bool = False) -> bool:
    """Take an article, by id or URL, out of the graph. False if neither graph nor journal has it.

    ``purge``: its text out of the journal too, and out of the graph's files, which are made anew where they are ours:
    the engine's indexes keep the words of what was deleted.
    """
    store.prepare()
    gone = False
    for id_ in _ids(article, store, journal):
        in_journal = journal.forget(id_, purge=purge)
        gone = store.forget(id_) or in_journal or gone
    if purge and gone and store.own_files:
        rebuild(store=store, journal=journal, thorough=True)
    return gone


_OF_URL = "MATCH (a:Article {url: $url}) RETURN a.id AS id ORDER BY id"


def _ids(article: str, store: GraphStore, journal: Journal) -> list[str]:
    if journal.entry(article) is not None or "://" not in article:
        return [article]
    ids = [row[0] for row in store.rows(_OF_URL, {"url": article}).rows]
    ids += [entry.article for entry in journal.entries() if entry.url == article]
    return list(dict.fromkeys(ids))


def rebuild(
    *,
    store: GraphStore,
    journal: Journal,
    decisions: Decisions = NO_DECISIONS,
    batch: int = BATCH,
    thorough: bool = False,
    on_progress: Progress | None = None,
) -> IngestReport:
    """Make the graph anew from its journal; ``thorough`` as in ``GraphStore.wipe``.

    Raises: StoreError when the graph has articles that this journal does not know: they would be lost.
    """
    store.prepare()
    _refuse_loss(store, journal)
    report = IngestReport()
    with (
        stopping() as stop,
        BatchWriter(store, journal, report, decisions=decisions, size=batch, on_progress=on_progress) as writer,
    ):
        store.wipe(thorough=thorough)
        for entry in journal.entries():
            if stop:
                break
            if entry.current:
                _restore(entry.article, journal, writer, report)
    if stop:
        raise Interrupted(report)
    return report


def _restore(article: str, journal: Journal, writer: BatchWriter, report: IngestReport) -> None:
    """One broken record must not keep the others out: it is named, and the rest goes on."""
    try:
        extraction = journal.get(article)
    except DataError as error:
        note_failures(journal, report, input_notes([error], code="broken-record"))
    else:
        if extraction is not None:
            writer.add(extraction, known=True)


def _refuse_loss(store: GraphStore, journal: Journal) -> None:
    articles = [row[0] for row in store.rows("MATCH (a:Article) RETURN a.id AS id").rows]
    if lost := sum(journal.entry(id_) is None for id_ in articles):
        raise StoreError(
            f"{lost} of {len(articles)} articles in the graph are not in the journal {journal.address}",
            place=store.address,
            hint="name their journal with --journal, or 'kgraph forget' them first",
        )
