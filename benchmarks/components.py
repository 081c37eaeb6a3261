"""Where the time of ``kgraph ingest`` goes, part by part, in seconds of the processor on one core.

Each part is charged with its own time alone, on whichever thread it runs; what is spent on no thread of ours is the
engine's. A second table takes the parse apart: each component of the pipeline over the same paragraphs.
"""

from __future__ import annotations

import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import wraps
from importlib import import_module
from pathlib import Path
from statistics import median
from threading import local
from time import process_time, thread_time
from typing import Any

from benchmarks.end_to_end import ARTICLES, ROUNDS, warm_reader, write_articles
from benchmarks.measuring import as_child, child

MICROSECONDS = 1_000_000


def main(count: int = ARTICLES, rounds: int = ROUNDS) -> None:
    with tempfile.TemporaryDirectory() as folder:
        words = write_articles(Path(folder), count)
        takes = [{kind: child("benchmarks.components", kind, folder) for kind in CHILDREN} for _ in range(rounds)]
    for kind in CHILDREN:
        parts = {name: [take[kind][name] for take in takes] for name in takes[0][kind]}
        whole = sum(map(median, parts.values()))
        print(f"  {kind}: {count} articles, {words:,} words, medians of {rounds} takes (lowest to highest)")
        for name, seconds in parts.items():
            low, middle, high = (MICROSECONDS * pick(seconds) / words for pick in (min, median, max))
            share = median(seconds) / whole
            print(f"    {name:26} {share:5.1%}  {middle:6.1f} µs a word ({low:.1f} to {high:.1f})")


class Ledger:
    """Seconds of the processor by part. Parts may stand inside each other: each pays for itself alone."""

    def __init__(self) -> None:
        self.spent: defaultdict[str, float] = defaultdict(float)
        self._thread = local()

    @contextmanager
    def part(self, name: str) -> Iterator[None]:
        inside = getattr(self._thread, "inside", 0.0)
        self._thread.inside, started = 0.0, thread_time()
        try:
            yield
        finally:
            whole = thread_time() - started
            self.spent[name] += whole - self._thread.inside
            self._thread.inside = inside + whole

    def charged(self, name: str, work: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(work)
        def counted(*args: Any, **options: Any) -> Any:
            with self.part(name):
                done = work(*args, **options)
                return iter(list(done)) if isinstance(done, Iterator) else done

        return counted

    def each(self, name: str, items: Iterable[Any]) -> Iterator[Any]:
        remaining = iter(items)
        while True:
            with self.part(name):
                try:
                    item = next(remaining)
                except StopIteration:
                    return
            yield item


def ingest_child(folder: str) -> dict[str, float]:
    from kgraph import app
    from kgraph.api import read_articles
    from kgraph.store import open_journal, open_store

    # by name: the package's own attributes are its functions
    writing, claims, extract = map(import_module, ("kgraph.app.writing", "kgraph.claims.read", "kgraph.extract"))
    ledger = Ledger()
    reader: Any = warm_reader(folder)
    docs = reader.parser.docs
    reader.parser.docs = lambda articles: ledger.each("parse", docs(ledger.each("files", articles)))
    reader.reader = ledger.charged("mentions", reader.reader)
    reader._written = ledger.charged("record", reader._written)
    for owner, work, name in [
        (extract, "read_claims", "claims"),
        (claims, "repair", "clauses"),
        (claims, "predications", "clauses"),
        (claims, "attributions", "attributions"),
        (writing.record, "faults", "checks of the record"),
        (writing, "delta", "resolution and delta"),
    ]:
        setattr(owner, work, ledger.charged(name, getattr(owner, work)))
    with tempfile.TemporaryDirectory() as place:
        graph = str(Path(place) / "measured.graph")
        store, journal = open_store(graph), open_journal(graph)
        store.prepare()
        apply, append = ledger.charged("driver", store.apply), ledger.charged("journal", journal.append)
        store.apply, journal.append = apply, append  # type: ignore[method-assign]
        started, own = process_time(), thread_time()
        app.ingest(read_articles(folder), extractor=reader, store=store, journal=journal)
        whole, own = process_time() - started, thread_time() - own
        journal.close()
        store.close()
    order = ["files", "parse", "mentions", "clauses", "attributions", "claims", "record", "checks of the record"]
    parts = {name: ledger.spent[name] for name in [*order, "resolution and delta", "journal", "driver"]}
    engine = whole - own - ledger.spent["driver"]  # the driver is called on a thread of its own
    return {**parts, "engine": engine, "all else": whole - sum(parts.values()) - engine}


def parse_child(folder: str) -> dict[str, float]:
    from kgraph.api import read_articles
    from kgraph.parsing import paragraphs

    reader: Any = warm_reader(folder)
    nlp = reader.parser.nlp
    texts = [a.text[start:end] for a in read_articles(folder) for start, end in paragraphs(a.text)]
    ledger = Ledger()
    with ledger.part("tokens"):
        found = [nlp.make_doc(text) for text in texts]
    for name, component in nlp.pipeline:
        with ledger.part(name):
            found = list(component.pipe(found, batch_size=64))
    return dict(ledger.spent)


CHILDREN = {"ingest": ingest_child, "parse": parse_child}

if __name__ == "__main__":
    as_child(CHILDREN, main)
