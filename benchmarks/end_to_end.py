"""From text files to the stored graph on one core, against stock spaCy sm parsing the same texts in the same run.

Both begin when their model is loaded and warm. Rounds alternate; each is a process of its own.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from time import perf_counter
from typing import Any

from benchmarks.corpus import articles
from benchmarks.measuring import Spread, child, pin_to_one_core, ratios

ARTICLES, ROUNDS, WARM_UP = 120, 3, 8


def main(count: int = ARTICLES, rounds: int = ROUNDS) -> None:
    with tempfile.TemporaryDirectory() as folder:
        words = _write(Path(folder), count)
        pairs = [(child(__name__, "kgraph", folder), child(__name__, "spacy", folder)) for _ in range(rounds)]
    ours, stock = ([words / take["seconds"] for take in takes] for takes in zip(*pairs, strict=True))
    print(f"  {count} articles, {words:,} words")
    print(f"  words/s, kgraph / stock spaCy: ratio {ratios(ours, stock)}")
    print(f"  words/s: kgraph {Spread(tuple(ours))}; stock spaCy {Spread(tuple(stock))}")
    for part in ("store", "journal"):
        share = Spread(tuple(take[part] / take["seconds"] for take, _ in pairs))
        print(f"  share of the {part}: {share}")
    print(f"  claims in the graph: {pairs[0][0]['claims']}")


def _write(folder: Path, count: int) -> int:
    words = 0
    for number, story in enumerate(articles(count)):
        words += story.words
        header = f"Title: {story.title}\nDate: {story.published}\nOutlet: {story.outlet}\n\n"
        (folder / f"{number:04d}.txt").write_text(header + story.text, encoding="utf-8")
    return words


class Timed:
    """Stands before a store or a journal and adds up the time that its calls take."""

    def __init__(self, behind: Any) -> None:
        self._behind = behind
        self.spent: dict[str, float] = defaultdict(float)

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._behind, name)
        return self._timed(name, found) if callable(found) else found

    def _timed(self, name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        def timed(*arguments: Any, **options: Any) -> Any:
            started = perf_counter()
            try:
                return call(*arguments, **options)
            finally:
                self.spent[name] += perf_counter() - started

        return timed


def kgraph_child(folder: str) -> dict[str, Any]:
    from kgraph import app
    from kgraph.api import extractor, read_articles
    from kgraph.settings import Settings
    from kgraph.store import open_journal, open_store

    settings = Settings()
    reader = extractor(settings)
    warm_up = [article for article, _ in zip(read_articles(folder), range(WARM_UP), strict=False)]
    list(reader.extract(warm_up))
    with tempfile.TemporaryDirectory() as place:
        graph = str(Path(place) / "measured.graph")
        behind = open_store(graph)
        store, journal = Timed(behind), Timed(open_journal(graph))
        behind.prepare()
        started = perf_counter()
        app.ingest(read_articles(folder), extractor=reader, store=store, journal=journal)
        spent = perf_counter() - started
        claims = behind.rows("MATCH (c:Claim) RETURN count(c) AS claims").rows[0][0]
        parts = {"store": sum(store.spent.values()), "journal": sum(journal.spent.values())}
        journal.close()
        behind.close()
    return {"seconds": spent, "claims": claims, **parts}


def spacy_child(folder: str) -> dict[str, Any]:
    import spacy

    from kgraph.settings import DEFAULT_MODEL

    nlp = spacy.load(DEFAULT_MODEL)
    texts = [path.read_text(encoding="utf-8").partition("\n\n")[2] for path in sorted(Path(folder).glob("*.txt"))]
    list(nlp.pipe(texts[:WARM_UP]))
    started = perf_counter()
    for _ in nlp.pipe(texts):
        pass
    return {"seconds": perf_counter() - started}


if __name__ == "__main__":
    if "--child" in sys.argv:
        pin_to_one_core()
        kind, folder = sys.argv[sys.argv.index("--child") + 1 :]
        print(json.dumps({"kgraph": kgraph_child, "spacy": spacy_child}[kind](folder)))
    else:
        main()
