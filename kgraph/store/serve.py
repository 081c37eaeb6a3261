"""Keep the engine of a folder up for others: Neo4j Browser, other programs, other kgraph commands."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kgraph.errors import StoreError, UsageError
from kgraph.store.embedded import DATABASE, EVERYWHERE, HOST, USER, Engine, Layout, check_folder
from kgraph.store.locks import Lock

_PATIENCE = 10.0  # seconds that an engine has to stop


@dataclass(frozen=True, slots=True)
class Served:
    """An engine that is up. kgraph commands on ``folder`` find it by themselves. ``first``: it never was before."""

    folder: Path
    uri: str
    user: str
    password_file: Path
    database: str
    log: Path
    read_only: bool = False
    first: bool = False


@contextmanager
def serve(
    graph: str,
    *,
    port: int = 7687,
    host: str = HOST,
    read_only: bool = False,
    create: bool = True,
    timeout: float | None = None,
) -> Iterator[Served]:
    """Serve a folder until the block ends. ``port`` 0 takes a free one. Only this machine can connect, unless ``host``
    is an interface that others reach. With ``read_only`` the engine lets nobody write. ``timeout``: seconds after which
    the engine ends a statement, whoever asked.

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
    check_folder(layout, create=create and not read_only)
    engine = Engine(layout, port=port or None, host=host, read_only=read_only, timeout=timeout)
    first = not layout.log.exists()
    try:
        driver = connect(engine.uri, user=USER, password=engine.password, database=DATABASE, address=graph)
        store = BoltStore(driver, address=graph, database=DATABASE, make_types=engine.make_types)
        try:
            store.prepare()
        finally:
            store.close()
        layout.served.write_text(json.dumps({"uri": engine.uri}), encoding="utf-8")
        _log(layout, f"serving at {engine.uri}{' to everybody' * (host in EVERYWHERE)}{', read-only' * read_only}")
        yield Served(layout.folder, engine.uri, USER, layout.password, DATABASE, layout.log, read_only, first)
        _log(layout, "stopped")
    except BaseException as error:
        _log(layout, f"ended by {type(error).__name__}: {error}")
        raise
    finally:
        with suppress(FileNotFoundError):
            layout.served.unlink()
        engine.stop_soon(_PATIENCE)


def _log(layout: Layout, event: str) -> None:
    """One line a start and an end; the engine's own log is in ``engine/log``."""
    with open(os.open(layout.log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), "a", encoding="utf-8") as file:
        file.write(f"{datetime.now().astimezone().isoformat(timespec='seconds')} process {os.getpid()}: {event}\n")


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
