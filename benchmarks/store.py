"""Both stores: claims a second into each, and each template's answer, beside the plain driver's and the other store's.

The embedded engine always; a Neo4j server that KGRAPH_TEST_NEO4J names, which is emptied:
``python -m tools.neo4j_server run python -m benchmarks store``. The graph is written by kgraph itself, from
``benchmarks.many``. KGRAPH_BENCH_CLAIMS: how many claims; 100,000.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

from benchmarks.many import extractions
from benchmarks.measuring import Spread, ratios
from kgraph.graph import delta
from kgraph.query.answer import answer
from kgraph.query.catalogue import load_catalogue
from kgraph.query.template import Template, Type
from kgraph.store import open_store
from kgraph.store.bolt import BoltStore

CLAIMS = int(os.environ.get("KGRAPH_BENCH_CLAIMS", "100000"))
BATCH = 64  # articles in a transaction, as kgraph ingest has it
TAKES = 3
ACTOR = "Turkey"  # among the most named of the corpus
LOAD = Path("/proc/loadavg")


def main() -> None:
    print(f"  load {load()}")
    with tempfile.TemporaryDirectory() as folder:
        stores = {"embedded": open_store(str(Path(folder) / "measured.graph"))}
        if uri := os.environ.get("KGRAPH_TEST_NEO4J"):
            stores["Neo4j"] = open_store(uri)
        else:
            print("  NO NEO4J: KGRAPH_TEST_NEO4J names no server")
        try:
            for store in stores.values():
                store.prepare()
                store.wipe()
            _write(stores)
            _ask(stores)
        finally:
            for name, store in stores.items():
                if name != "embedded":
                    store.wipe()
                store.close()


def _write(stores: Mapping[str, BoltStore]) -> None:
    """The same batches into each store, one after the other, so that a load on the machine hits both."""
    spent: dict[str, list[tuple[float, int]]] = {name: [] for name in stores}
    read = extractions(CLAIMS)
    while batch := [delta(extraction) for extraction in islice(read, BATCH)]:
        claims = sum(node.label == "Claim" for found in batch for node in found.nodes)
        for name, store in stores.items():
            started = perf_counter()
            store.apply(batch)
            spent[name].append((perf_counter() - started, claims))
    for name, takes in spent.items():
        rates = sorted(claims / seconds for seconds, claims in takes)
        total, seconds = sum(claims for _, claims in takes), sum(seconds for seconds, _ in takes)
        low, high = rates[len(rates) // 10], rates[-1 - len(rates) // 10]
        rate = f"{total / seconds:,.0f} a second (8 batches in 10: {low:,.0f} to {high:,.0f})"
        print(f"  {name}: {total:,} claims written at {rate}")
    if len(spent) == 2:
        both = zip(*([seconds for seconds, _ in takes] for takes in spent.values()), strict=True)
        print(f"  time of Neo4j / embedded, a batch: {Spread(tuple(b / a for a, b in both))}; load {load()}")
    for name, store in stores.items():
        counted = store.rows("MATCH (n) WITH count(n) AS nodes MATCH ()-[r]->() RETURN nodes, count(r) AS ties").rows
        print(f"  {name}: {counted[0][0]:,} nodes, {counted[0][1]:,} relationships")


def _ask(stores: Mapping[str, BoltStore]) -> None:
    names = list(stores)
    heads = [f"{name}, ms | / driver" for name in names] + (["embedded / Neo4j"] if len(names) == 2 else [])
    print("  | template | rows | " + " | ".join(heads) + " |")
    for title, template, values in _questions():
        cells, takes = [], {}
        for name, store in stores.items():
            rows, ours, plain = _taken(store, template, values)
            takes[name] = ours
            cells += [f"{median(ours) * 1000:,.0f} ({min(ours) * 1000:,.0f} to {max(ours) * 1000:,.0f})"]
            cells += [f"{ratios(ours, plain).middle:.2f}"]
        if len(takes) == 2:
            cells.append(f"{median(takes['embedded']) / median(takes['Neo4j']):.2f}")
        print(f"  | {title} | {rows} | " + " | ".join(cells) + " |", flush=True)
    print(f"  load {load()}")


def _questions() -> Iterator[tuple[str, Template, dict[str, object]]]:
    """Each template as it is, over the whole graph, and of one actor where it takes one."""
    for template in load_catalogue():
        yield template.name, template, {}
        actor = next((p.name for p in template.parameters if p.type is Type.ACTOR), None)
        if actor:
            yield f"{template.name} --{actor} {ACTOR}", template, {actor: ACTOR}


def _taken(store: BoltStore, template: Template, values: Mapping[str, object]) -> tuple[int, list[float], list[float]]:
    """Rows, and seconds of ``answer`` and of the driver's own call with the same statement and parameters, by turns."""
    asked = answer(store, template, values)
    ours, plain = [], []
    for _ in range(TAKES):
        started = perf_counter()
        answer(store, template, values)
        between = perf_counter()
        _driver_call(store, template.cypher, asked.parameters)
        ours.append(between - started)
        plain.append(perf_counter() - between)
    return len(asked.rows.rows), ours, plain


def _driver_call(store: BoltStore, cypher: str, parameters: Mapping[str, Any]) -> None:
    with store._driver.session(database=store._database) as session:
        session.execute_read(lambda tx: tx.run(cypher, dict(parameters)).values())


def load() -> str:
    """The load of the machine over the last minute, as far as the system tells it."""
    return LOAD.read_text().split()[0] if LOAD.is_file() else "unknown"


if __name__ == "__main__":
    main()
