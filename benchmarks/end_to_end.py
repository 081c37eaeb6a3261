"""From text files to the stored graph on one core, against stock spaCy sm parsing the same texts in the same run.

Both begin when their model is loaded and warm. Rounds alternate; each is a process of its own. Where other work runs on
the machine, the processor's seconds are the fairer clock.
"""

from __future__ import annotations

import tempfile
from itertools import islice
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

from benchmarks.corpus import articles
from benchmarks.measuring import Spread, as_child, child, ratios
from kgraph.ports import Extractor

ARTICLES, ROUNDS, WARM_UP = 120, 3, 8


def main(count: int = ARTICLES, rounds: int = ROUNDS) -> None:
    with tempfile.TemporaryDirectory() as folder:
        words = write_articles(Path(folder), count)
        takes = [{kind: child("benchmarks.end_to_end", kind, folder) for kind in CHILDREN} for _ in range(rounds)]
    claims = takes[0]["kgraph"]["claims"]
    print(
        f"  {count} articles, {words:,} words, {claims} claims in the graph: {1000 * claims / words:.0f} in 1,000 words"
    )
    for clock, name in (("wall", "second"), ("cpu", "second of the processor")):
        spent = {kind: [take[kind][clock] for take in takes] for kind in CHILDREN}
        print(f"  words a {name}, kgraph / stock spaCy: ratio {ratios(spent['spacy'], spent['kgraph'])}")
        for kind, times in spent.items():
            print(f"    {kind}: {Spread(tuple(words / time for time in times))}")
        stored = Spread(tuple(1 - part for part in ratios(spent["reading"], spent["kgraph"]).takes))
        print(f"    share of graph and journal: {stored}")


def write_articles(folder: Path, count: int) -> int:
    words = 0
    for number, story in enumerate(articles(count)):
        words += story.words
        header = f"Title: {story.title}\nDate: {story.published}\nOutlet: {story.outlet}\n\n"
        (folder / f"{number:04d}.txt").write_text(header + story.text, encoding="utf-8")
    return words


def texts_of(folder: str) -> list[str]:
    """The texts of those articles, without their headers: what plain spaCy is given."""
    return [path.read_text(encoding="utf-8").partition("\n\n")[2] for path in sorted(Path(folder).glob("*.txt"))]


class Stopwatch:
    """The seconds of a block, by the clock on the wall and by the processor's (all threads, the engine's too)."""

    def __enter__(self) -> Stopwatch:
        self._wall, self._cpu = perf_counter(), process_time()
        return self

    def __exit__(self, *_: object) -> None:
        self.seconds = {"wall": perf_counter() - self._wall, "cpu": process_time() - self._cpu}


def warm_reader(folder: str) -> Extractor:
    from kgraph.api import extractor, read_articles
    from kgraph.settings import Settings

    reader = extractor(Settings())
    list(reader.extract(islice(read_articles(folder), WARM_UP)))
    return reader


def kgraph_child(folder: str) -> dict[str, Any]:
    """From files to the graph."""
    from kgraph import app
    from kgraph.api import read_articles
    from kgraph.store import open_journal, open_store

    reader = warm_reader(folder)
    with tempfile.TemporaryDirectory() as place:
        graph = str(Path(place) / "measured.graph")
        store, journal = open_store(graph), open_journal(graph)
        store.prepare()
        with Stopwatch() as watch:
            app.ingest(read_articles(folder), extractor=reader, store=store, journal=journal)
        claims = store.rows("MATCH (c:Claim) RETURN count(c) AS claims").rows[0][0]
        journal.close()
        store.close()
    return {"claims": claims, **watch.seconds}


def reading_child(folder: str) -> dict[str, Any]:
    """From files to extractions, without graph and journal."""
    from kgraph.api import read_articles

    reader = warm_reader(folder)
    with Stopwatch() as watch:
        for _ in reader.extract(read_articles(folder)):
            pass
    return watch.seconds


def spacy_child(folder: str) -> dict[str, Any]:
    """The stock pipeline with all of its parts on the same texts."""
    import spacy

    from kgraph.settings import DEFAULT_MODEL

    nlp = spacy.load(DEFAULT_MODEL)
    texts = texts_of(folder)
    list(nlp.pipe(texts[:WARM_UP]))
    with Stopwatch() as watch:
        for _ in nlp.pipe(texts):
            pass
    return watch.seconds


CHILDREN = {"kgraph": kgraph_child, "reading": reading_child, "spacy": spacy_child}

if __name__ == "__main__":
    as_child(CHILDREN, main)
