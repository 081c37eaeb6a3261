"""Keep the engine of a folder up for others: Neo4j Browser, other programs, other kgraph commands."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from kgraph.errors import StoreError, UsageError
from kgraph.store.embedded import DATABASE, USER, Engine, Layout, check_folder
from kgraph.store.locks import Lock

_PATIENCE = 10.0  # seconds that an engine has to stop


@dataclass(frozen=True, slots=True)
class Served:
    """An engine that is up. kgraph commands on ``folder`` find it by themselves."""

    folder: Path
    uri: str
    user: str
    password_file: Path
    database: str


@contextmanager
def serve(graph: str, *, port: int = 7687, create: bool = True) -> Iterator[Served]:
    """Serve a folder until the block ends. ``port`` 0 takes a free one. Only this machine can connect.

    Raises: StoreError when the graph is in use or the port is taken; UsageError when it is a server.
    """
    from kgraph.store.bolt import BoltStore, connect

    if "://" in graph:
        raise UsageError(f"{graph} is a server already", hint="serve keeps a folder up: --graph DIR")
    layout = Layout(Path(graph))
    if uri := served_at(layout):
        raise StoreError(
            f"is served already, at {uri}", place=graph, hint="other kgraph commands find it by themselves"
        )
    check_folder(layout, create=create)
    engine = Engine(layout, port=port or None)
    try:
        driver = connect(engine.uri, user=USER, password=engine.password, database=DATABASE, address=graph)
        store = BoltStore(driver, address=graph, database=DATABASE, make_types=engine.make_types)
        try:
            store.prepare()
        finally:
            store.close()
        layout.served.write_text(json.dumps({"uri": engine.uri}), encoding="utf-8")
        yield Served(layout.folder, engine.uri, USER, layout.password, DATABASE)
    finally:
        with suppress(FileNotFoundError):
            layout.served.unlink()
        engine.stop_soon(_PATIENCE)


def served_at(layout: Layout) -> str | None:
    """The Bolt address at which ``kgraph serve`` keeps this folder up, or None."""
    try:
        found = json.loads(layout.served.read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError):
        return None
    lock = Lock(layout.lock)
    if lock.try_acquire():  # nobody is there: the note outlived its process
        lock.release()
        return None
    uri = found.get("uri") if isinstance(found, dict) else None
    return uri if isinstance(uri, str) else None
