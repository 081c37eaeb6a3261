"""How figures are taken: on one core, in a process of their own, side by side in one run, with their spread."""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
_THREADS = ("OMP", "OPENBLAS", "BLIS", "MKL", "NUMEXPR")
ONE_THREAD = {f"{library}_NUM_THREADS": "1" for library in _THREADS} | {"VECLIB_MAXIMUM_THREADS": "1"}


@dataclass(frozen=True, slots=True)
class Spread:
    """Several takes of one figure."""

    takes: tuple[float, ...]

    @property
    def middle(self) -> float:
        return median(self.takes)

    def __str__(self) -> str:
        return f"{self.middle:.2f} ({min(self.takes):.2f} to {max(self.takes):.2f}, {len(self.takes)} takes)"


def ratios(left: Sequence[float], right: Sequence[float]) -> Spread:
    """Take by take: what was measured one after the other is compared with each other."""
    return Spread(tuple(a / b for a, b in zip(left, right, strict=True)))


def machine() -> str:
    """Where the figures were taken."""
    packages = ", ".join(f"{name} {_version(name)}" for name in ("spacy", "neo4j", "arcadedb", "click"))
    return (
        f"{_processor()}, {os.cpu_count()} cores, Python {platform.python_version()}, {platform.system()}; {packages}"
    )


def _version(package: str) -> str:
    try:
        return version(package)
    except ModuleNotFoundError:
        return "not installed"


def _processor() -> str:
    """The processor's name, where the system tells it."""
    about = Path("/proc/cpuinfo")
    if about.is_file():
        for line in about.read_text(encoding="utf-8", errors="replace").splitlines():
            if line.startswith("model name"):
                return " ".join(line.partition(":")[2].split())
    return platform.processor() or platform.machine()


def pin_to_cores(count: int = 1) -> None:
    """Keep this process, its threads and the processes that it starts on so many cores, where the system can."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[-count:])


def environment(extra: Mapping[str, str] | None = None) -> dict[str, str]:
    """For a child process: one thread a library, this checkout first, no settings of the user's own."""
    own = {name: value for name, value in os.environ.items() if not name.startswith("KGRAPH_")}
    path = os.pathsep.join(filter(None, [str(ROOT), own.get("PYTHONPATH")]))
    return {**own, **ONE_THREAD, "PYTHONPATH": path, **(extra or {})}


def seconds(command: Sequence[str], *, folder: Path | None = None) -> float:
    """How long a command takes, from start to end. It must succeed."""
    started = perf_counter()
    done = subprocess.run(command, cwd=folder, env=environment(), capture_output=True, text=True)
    spent = perf_counter() - started
    if done.returncode:
        sys.exit(f"{' '.join(command)} ended with {done.returncode}: {done.stderr.strip()[-500:]}")
    return spent


def child(module: str, *arguments: object) -> dict[str, Any]:
    """What a benchmark's child process measured: it prints one JSON object as its last line."""
    command = [sys.executable, "-m", module, "--child", *map(str, arguments)]
    done = subprocess.run(command, check=True, cwd=ROOT, env=environment(), stdout=subprocess.PIPE, text=True)
    found: dict[str, Any] = json.loads(done.stdout.strip().splitlines()[-1])
    return found


def as_child(
    children: Mapping[str, Callable[[str], object]], main: Callable[[], object], *, two_cores: Collection[str] = ()
) -> None:
    """Be the child process that ``child`` started, or the benchmark itself. ``two_cores``: who is given them."""
    if "--child" not in sys.argv:
        main()
        return
    kind, folder = sys.argv[sys.argv.index("--child") + 1 :]
    pin_to_cores(2 if kind in two_cores else 1)
    print(json.dumps(children[kind](folder)))


def kgraph_command() -> list[str]:
    """The installed command beside this Python, else the module."""
    script = Path(sys.executable).with_name("kgraph")
    return [str(script)] if script.is_file() else [sys.executable, "-m", "kgraph"]
