"""Every benchmark, one after the other: ``python -m benchmarks [NAME ...]``."""

from __future__ import annotations

import sys

from benchmarks import (
    bulk,
    cli_start,
    components,
    end_to_end,
    growth,
    memory,
    quality,
    reader,
    scale,
    store,
    stories,
    two_processes,
)
from benchmarks.measuring import machine

BENCHMARKS = {
    "cli_start": cli_start,
    "end_to_end": end_to_end,
    "two_processes": two_processes,
    "reader": reader,
    "components": components,
    "memory": memory,
    "growth": growth,
    "quality": quality,
    "store": store,
    "bulk": bulk,
    "scale": scale,
    "stories": stories,
}


def main() -> None:
    names = sys.argv[1:] or list(BENCHMARKS)
    if unknown := [name for name in names if name not in BENCHMARKS]:
        sys.exit(f"no benchmark named {unknown[0]!r}; there are {', '.join(BENCHMARKS)}")
    print(machine())
    for name in names:
        print(f"\n{name}")
        BENCHMARKS[name].main()


if __name__ == "__main__":
    main()
