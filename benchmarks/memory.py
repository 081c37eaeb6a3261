"""The most memory that ingesting takes, for few and for many articles: it must not grow with their number."""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.corpus import articles
from benchmarks.measuring import child

COUNTS = (500, 2000)
MEGABYTE = 1024 * 1024


def main(counts: tuple[int, ...] = COUNTS) -> None:
    peaks = {}
    for count in counts:
        found = child("benchmarks.memory", count)
        peaks[count] = found["peak"]
        course = ", ".join(f"{at}: {mb:.0f}" for at, mb in found["course"])
        print(f"  {count} articles: peak {found['peak']:.0f} MB; after articles {course} MB")
    few, many = min(counts), max(counts)
    print(f"  peak of {many} / peak of {few} articles: ratio {peaks[many] / peaks[few]:.2f}")


def measured(count: int) -> dict[str, object]:
    import kgraph

    course: list[tuple[int, float]] = []

    def stories() -> Iterator[kgraph.Article]:
        for number, story in enumerate(articles(count)):
            if number and number % max(1, count // 8) == 0:
                course.append((number, resident()))
            yield story.article

    with tempfile.TemporaryDirectory() as folder, kgraph.open(str(Path(folder) / "measured.graph")) as graph:
        graph.add(stories())
        course.append((count, resident()))
    return {"peak": peak(), "course": course}


def peak() -> float:
    """The most memory of this process so far, in megabytes."""
    import resource

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / MEGABYTE if sys.platform == "darwin" else most / 1024


def resident() -> float:
    """The memory of this process now, in megabytes; its peak where the system does not tell."""
    status = Path("/proc/self/status")
    if not status.is_file():
        return peak()
    line = next(line for line in status.read_text().splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


if __name__ == "__main__":
    if "--child" in sys.argv:
        print(json.dumps(measured(int(sys.argv[-1]))))
    else:
        main()
