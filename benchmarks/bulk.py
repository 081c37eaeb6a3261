"""The way of a million claims into Neo4j: record lines, ``kgraph export neo4j-admin``, and Neo4j's own importer.

Needs Java and Maven, as ``tools.neo4j_server`` does, and some 12 GB in the folder for temporary files.
KGRAPH_BENCH_CLAIMS: how many claims; 1,000,000.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter

from benchmarks.many import records
from benchmarks.measuring import environment, kgraph_command
from benchmarks.store import load

CLAIMS = int(os.environ.get("KGRAPH_BENCH_CLAIMS", "1000000"))


def main() -> None:
    from tools import neo4j_server

    try:
        java, classpath = neo4j_server._java(), neo4j_server._classpath()
    except neo4j_server.NoServerError as why:
        print(f"  NOT MEASURED: {why}")
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        claims = _write(folder / "records.jsonl")
        size = (folder / "records.jsonl").stat().st_size
        print(f"  {claims:,} claims in {size / 1e9:.1f} GB of record lines; load {load()}", flush=True)
        export = [*kgraph_command(), "export", "neo4j-admin", str(folder / "records.jsonl"), "-o", str(folder / "csv")]
        _measured("export", export, folder, claims)
        (folder / "records.jsonl").unlink()
        written = sum(file.stat().st_size for file in (folder / "csv").iterdir())
        print(f"  {written / 1e9:.1f} GB of CSV", flush=True)
        admin = f"{java} -cp {classpath} org.neo4j.server.startup.Neo4jAdminCommand"
        home = folder / "neo4j"
        (home / "conf").mkdir(parents=True)
        about = {"NEO4J_ADMIN": admin, "NEO4J_HOME": str(home), "NEO4J_CONF": str(home / "conf")}
        said = _measured("import", ["sh", str(folder / "csv" / "import.sh")], folder, claims, **about)
        for line in said.splitlines():
            if any(word in line for word in ("IMPORT DONE", "nodes", "relationships", "Peak memory")):
                print(f"    {line.strip()}")


def _write(path: Path) -> int:
    claims = 0
    with path.open("w", encoding="utf-8") as file:
        for line, count in records(CLAIMS):
            file.write(line + "\n")
            claims += count
    return claims


def _measured(what: str, command: Sequence[str], folder: Path, claims: int, **about: str) -> str:
    """Run it and print its time, its processor's time and the most memory of one of its processes."""
    with open(folder / "said", "w+b") as said:
        started = perf_counter()
        child = subprocess.Popen(command, cwd=folder, env=environment(about), stdout=said, stderr=subprocess.STDOUT)
        _, status, used = os.wait4(child.pid, 0)
        spent = perf_counter() - started
        said.seek(0)
        text = said.read().decode(errors="replace")
    if status:
        sys.exit(f"{what} failed: {text[-800:]}")
    processor = used.ru_utime + used.ru_stime
    peak = used.ru_maxrss / 1024
    print(
        f"  {what}: {spent:,.0f} s ({processor:,.0f} s of the processor), {claims / spent:,.0f} claims a second, "
        f"peak {peak:,.0f} MB; load {load()}",
        flush=True,
    )
    return text


if __name__ == "__main__":
    main()
