"""What a second core gives: ``--jobs 2`` on two cores against ``--jobs 1`` on one, and the same of stock spaCy's own
``n_process``, on the same texts in the same run.

Starting the processes is not counted: a take begins when the first articles have come back. The clock is the one on
the wall, since several processes work; other work on the machine widens the spread.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import Any

from benchmarks.end_to_end import texts_of, write_articles
from benchmarks.measuring import as_child, child, ratios

ARTICLES, ROUNDS = 360, 3
BEGUN = 40  # articles that come back before the clock starts: every process works by then
BATCH = 16  # articles handed to a process at once, by kgraph and here by spaCy


def main(count: int = ARTICLES, rounds: int = ROUNDS) -> None:
    if (os.cpu_count() or 1) < 2:
        sys.exit("two cores are needed")
    with tempfile.TemporaryDirectory() as folder:
        words = write_articles(Path(folder), count)
        takes = [{kind: child("benchmarks.two_processes", kind, folder) for kind in CHILDREN} for _ in range(rounds)]
    print(f"  {count} articles, {words:,} words; words a second at two processes / at one")
    gains = {}
    for name in _WORK:
        one, two = ([take[f"{name}-{jobs}"]["seconds"] for take in takes] for jobs in (1, 2))
        gains[name] = ratios(one, two)
        print(f"    {name:8} {gains[name]}")
    for name in ("reading", "ingest"):
        print(f"  gain of {name} / gain of spaCy: {ratios(gains[name].takes, gains['spacy'].takes)}")


class _Clock:
    """Starts at the article that is the last of those not counted."""

    def __init__(self) -> None:
        self.started = 0.0

    def __call__(self, count: int, _: str = "") -> None:
        if count == BEGUN:
            self.started = perf_counter()

    def seconds(self) -> dict[str, float]:
        return {"seconds": perf_counter() - self.started}


def _count(found: Iterable[object]) -> dict[str, float]:
    clock = _Clock()
    for number, _ in enumerate(found, 1):
        clock(number)
    return clock.seconds()


def _spacy(folder: str, jobs: int) -> dict[str, Any]:
    import spacy

    from kgraph.settings import DEFAULT_MODEL

    nlp = spacy.load(DEFAULT_MODEL)
    return _count(nlp.pipe(texts_of(folder), n_process=jobs, batch_size=BATCH))


def _reading(folder: str, jobs: int) -> dict[str, Any]:
    from kgraph.api import extractor, read_articles
    from kgraph.settings import Settings

    return _count(extractor(Settings(jobs=jobs)).extract(read_articles(folder)))


def _ingest(folder: str, jobs: int) -> dict[str, Any]:
    from kgraph import app
    from kgraph.api import extractor, read_articles
    from kgraph.settings import Settings
    from kgraph.store import open_journal, open_store

    with tempfile.TemporaryDirectory() as place:
        graph, clock = str(Path(place) / "measured.graph"), _Clock()
        store, journal = open_store(graph), open_journal(graph)
        reader = extractor(Settings(jobs=jobs))
        app.ingest(read_articles(folder), extractor=reader, store=store, journal=journal, on_progress=clock)
        found = clock.seconds()
        journal.close()
        store.close()
    return found


_WORK: dict[str, Callable[[str, int], dict[str, Any]]] = {"spacy": _spacy, "reading": _reading, "ingest": _ingest}
CHILDREN = {f"{name}-{jobs}": partial(work, jobs=jobs) for name, work in _WORK.items() for jobs in (1, 2)}

if __name__ == "__main__":
    as_child(CHILDREN, main, two_cores=[kind for kind in CHILDREN if kind.endswith("-2")])
