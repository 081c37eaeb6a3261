"""Which graph this is and whether it agrees with its journal; and what was left out on the way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import islice

from kgraph.app.report import Status
from kgraph.ports import GraphStore, Journal, Rows

_COUNTS = {
    "articles": "MATCH (a:Article) RETURN count(a) AS n",
    "sentences": "MATCH (s:Sentence) RETURN count(s) AS n",
    "mentions": "MATCH (m:Mention) RETURN count(m) AS n",
    "claims": "MATCH (c:Claim) RETURN count(c) AS n",
    "actors": "MATCH (a:Actor) RETURN count(a) AS n",
    "derived edges": "MATCH (:Actor)-[e]->(:Actor) RETURN count(e) AS n",
}
_MARK = "MATCH (k:KGraph) RETURN k.schema AS schema, k.version AS version"
_EXTRACTORS = "MATCH (a:Article) RETURN a.extractor AS extractor, count(*) AS n ORDER BY n DESC, extractor"
_PERIOD = "MATCH (a:Article) WHERE a.published IS NOT NULL RETURN min(a.published) AS first, max(a.published) AS last"

_REASONS = 8  # more are in the notes
NOTE_COLUMNS = ("article", "code", "message", "start", "end", "words")


def status(*, store: GraphStore, journal: Journal) -> Status:
    """Counts of graph and journal, and what to do where they differ."""
    marks = store.rows(_MARK).rows
    if not marks:
        problem = f"{store.address}: nothing was ingested yet; 'kgraph ingest ARTICLE' begins"
        return Status((("graph", store.address), ("journal", journal.address)), (problem,))
    counts = {name: store.rows(query).rows[0][0] for name, query in _COUNTS.items()}
    current = {entry.article for entry in journal.entries() if entry.current}
    extractors = store.rows(_EXTRACTORS).rows
    facts: list[tuple[str, object]] = [
        ("graph", store.address),
        ("schema", f"{marks[0][0]} (version {marks[0][1]})"),
        *counts.items(),
        *(("published", f"{first} to {last}") for first, last in store.rows(_PERIOD).rows if first),
        *(
            ("extractor", f"{name} ({number} {'article' if number == 1 else 'articles'})")
            for name, number in extractors
        ),
        ("journal", journal.address),
        ("records", len(current)),
        *_failed(journal),
    ]
    return Status(tuple(facts), tuple(_problems(store, journal, current, len(extractors))))


def _failed(journal: Journal) -> Iterator[tuple[str, object]]:
    """How many inputs could not be used, and why, the commonest reason first."""
    why = Counter(" ".join(note.message.split(";")[0].split())[:80] for note in journal.run_notes())
    yield "inputs not used", why.total()
    for reason, count in sorted(why.items(), key=lambda found: (-found[1], found[0]))[:_REASONS]:
        yield "  because", f"{reason} ({count:,})"


def _problems(store: GraphStore, journal: Journal, current: set[str], extractors: int) -> Iterator[str]:
    in_graph = {row[0] for row in store.rows("MATCH (a:Article) RETURN a.id AS id").rows}
    if missing := len(current - in_graph):
        lacking = f"{missing} of {len(current)} articles of the journal are not in the graph"
        yield f"{lacking}; 'kgraph rebuild' puts them there"
    if unknown := len(in_graph - current):
        strangers = f"{unknown} of {len(in_graph)} articles of the graph are not in the journal {journal.address}"
        yield f"{strangers}; is --journal the right one?"
    if any(note.source for note in journal.run_notes()):
        yield "'kgraph notes' names the inputs that were not used, 'kgraph ingest --retry' reads them again"
    if extractors > 1:
        yield "the articles were read by several versions of the extractor; ingest them again to read them alike"


def notes(journal: Journal, *, code: str | None = None, article: str | None = None, limit: int | None = None) -> Rows:
    """What was left out or not understood: inputs that no run could use first, then what is noted in the records."""
    found = (row for row in _notes(journal, article) if code is None or row[1] == code)
    return Rows(NOTE_COLUMNS, tuple(islice(found, limit)))


def _notes(journal: Journal, article: str | None) -> Iterator[tuple[str | int | None, ...]]:
    for run_note in journal.run_notes():
        if article in (None, run_note.place):
            yield (run_note.place, run_note.code, run_note.message, None, None, None)
    for extraction in journal.extractions() if article is None else filter(None, [journal.get(article)]):
        for note in extraction.notes:
            words = None if note.start is None else extraction.article.text[note.start : note.end]
            yield (extraction.article.id, note.code, note.message, note.start, note.end, words)
