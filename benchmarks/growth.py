"""Whether an article costs more when the graph is large: seconds of the processor from the first thousand articles to
the last, in one process on one core, with the part of the graph's writer and the engine, and memory.

Every article is a story of its own (``benchmarks.corpus``). KGRAPH_BENCH_ARTICLES: how many; 20,000.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from time import process_time, thread_time

from benchmarks.corpus import articles
from benchmarks.measuring import as_child, environment
from benchmarks.memory import peak, resident

ARTICLES = int(os.environ.get("KGRAPH_BENCH_ARTICLES", "20000"))
EARLY = 2000
WINDOW = 1000  # articles: the last so many before a mark are its figure


def main() -> None:
    about = environment({"KGRAPH_BENCH_ARTICLES": str(ARTICLES)})
    subprocess.run([sys.executable, "-m", "benchmarks.growth", "--child", "all", "-"], check=True, env=about)


def measured(_: str) -> dict[str, float]:
    """Microseconds a word, whole and of the graph alone, in each window, printed as they come; the last / the early."""
    import kgraph

    figures: dict[int, tuple[float, float]] = {}

    def stories() -> Iterator[kgraph.Article]:
        words, whole, reading = 0, process_time(), thread_time()
        for number, story in enumerate(articles(ARTICLES + 1)):
            if number and number % WINDOW == 0:
                spent, read = process_time() - whole, thread_time() - reading  # the graph is written on other threads
                figures[number] = spent / words * 1e6, (spent - read) / words * 1e6
                said = "  after {:,} articles: {:.1f} µs a word, {:.1f} of it the graph's; {:.0f} MB, at most {:.0f}"
                print(said.format(number, *figures[number], resident(), peak()), flush=True)
                words, whole, reading = 0, process_time(), thread_time()
            words += story.words
            yield story.article

    with tempfile.TemporaryDirectory() as folder, kgraph.open(str(Path(folder) / "measured.graph")) as graph:
        graph.add(stories())
    late, early = figures[max(figures)], figures[min(EARLY, max(figures))]
    found = {"whole": round(late[0] / early[0], 2), "graph": round(late[1] / early[1], 2)}
    print(f"  a word at {max(figures):,} articles / at {EARLY:,}: {found}")
    return found


CHILDREN = {"all": measured}

if __name__ == "__main__":
    as_child(CHILDREN, main)
