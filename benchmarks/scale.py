"""What 1, 100 and 10,000 million articles cost: each step measured here for an article, on one core, and multiplied.

Seconds of the processor. Nothing is said of what does not grow with the articles, nor of waiting for disks.
"""

from __future__ import annotations

import gzip
import tempfile
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from statistics import median
from time import process_time
from typing import Any

from benchmarks.end_to_end import Stopwatch, warm_reader, write_articles
from benchmarks.measuring import as_child, child
from kgraph.model import Article, Extraction

ARTICLES, ROUNDS = 240, 3
PRINTED = 5000  # records that one process prints for the measure
MILLIONS = (1, 100, 10_000)
CORES = 1000
HOUR = 3600


def main(count: int = ARTICLES, rounds: int = ROUNDS) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "news"
        folder.mkdir()
        words = write_articles(folder, count)
        takes = [child("benchmarks.scale", "steps", name) for _ in range(rounds)]
        spent = [child("benchmarks.scale", "driver", name) for _ in range(rounds)]
    print(
        f"  {count} articles of {words / count:.0f} words and {takes[0]['claims'] / count:.0f} claims, {rounds} takes"
    )
    each = {}
    for step in ("extract", "export"):
        times = [take[step] / count for take in takes]
        each[step] = median(times)
        print(
            f"  {step}: {1000 * median(times):.1f} ms ({1000 * min(times):.1f} to {1000 * max(times):.1f}) an article"
        )
    if all(take["records"] for take in spent):
        times = [take["cpu"] / take["records"] for take in spent]
        print(
            f"  kgraph extract --ray, what passes the one process that prints: "
            f"{1000 * median(times):.2f} ms ({1000 * min(times):.2f} to {1000 * max(times):.2f}) an article"
        )
        each["printing"] = median(times)
    else:
        print("  NOT MEASURED: what a cluster's records cost the process that prints them (no Ray here)")
    sizes = {name: takes[0][name] / count for name in ("records", "packed", "csv")}
    print("  bytes an article: " + ", ".join(f"{name} {size:,.0f}" for name, size in sizes.items()))
    _table(each, sizes)


def _table(each: dict[str, float], sizes: dict[str, float]) -> None:
    print(f"  | | {' | '.join(f'{millions:,} million' for millions in MILLIONS)} |")
    for step, seconds in each.items():
        hours = (seconds * millions * 1e6 / HOUR for millions in MILLIONS)
        print(f"  | {step}, core hours | {' | '.join(f'{each_:,.0f}' for each_ in hours)} |")
    wanted = (each["extract"] * millions * 1e6 / HOUR / CORES for millions in MILLIONS)
    print(f"  | extract on {CORES:,} cores, hours | {' | '.join(f'{each_:,.1f}' for each_ in wanted)} |")
    for name, size in sizes.items():
        print(f"  | {name}, GB | {' | '.join(f'{size * millions / 1000:,.0f}' for millions in MILLIONS)} |")


def steps_child(name: str) -> dict[str, Any]:
    """Extract and export, in memory but for the export's files."""
    from kgraph import record
    from kgraph.api import read_articles
    from kgraph.output.admin_csv import write_admin_csv

    folder = Path(name) / "news"
    reader = warm_reader(str(folder))
    with Stopwatch() as extracting:
        lines = [record.dumps(found) for found in reader.extract(read_articles(folder))]
    with tempfile.TemporaryDirectory() as out, Stopwatch() as exporting:
        made = write_admin_csv(map(record.loads, lines), Path(out) / "csv")
        csv = sum(file.stat().st_size for file in (Path(out) / "csv").iterdir())
    text = "\n".join(lines).encode()
    return {
        "extract": extracting.seconds["cpu"],
        "export": exporting.seconds["cpu"],
        "claims": made.nodes["Claim"],
        "records": len(text),
        "packed": len(gzip.compress(text, 6)),
        "csv": csv,
    }


class Canned:
    """Reads nothing: every article gets the same extraction, so that the workers are never waited for."""

    def __init__(self, line: str) -> None:
        from kgraph import record

        self.found = record.loads(line)

    def extract(self, articles: Iterable[Article]) -> Iterator[Extraction]:
        return (self.found for _ in articles)


def driver_child(name: str) -> dict[str, float]:
    """The processor's seconds, for a record more, of the process that prints what a cluster hands it."""
    from kgraph import record
    from kgraph.api import read_articles
    from kgraph.errors import UsageError

    folder = Path(name) / "news"
    line = record.dumps(next(iter(warm_reader(str(folder)).extract(read_articles(folder)))))
    try:
        _printed(Path(name), line, 1)  # what is imported once
        few, many = (_printed(Path(name), line, count) for count in (PRINTED // 10, PRINTED))
    except UsageError:
        return {"cpu": 0.0, "records": 0}
    return {"cpu": many - few, "records": PRINTED - PRINTED // 10}


def _printed(folder: Path, line: str, count: int) -> float:
    from kgraph.app.cluster import records
    from kgraph.reading import ReadingOptions

    (folder / "many.jsonl").write_text('{"text": "Nothing."}\n' * count)
    how = {"options": ReadingOptions(), "make": partial(Canned, line), "on_error": print, "on_note": print}
    started = process_time()
    assert sum(1 for _ in records([str(folder / "many.jsonl")], address="local", **how)) == count
    return process_time() - started


CHILDREN = {"steps": steps_child, "driver": driver_child}

if __name__ == "__main__":
    as_child(CHILDREN, main)
