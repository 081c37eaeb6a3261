"""Open a graph and its journal by name: a folder, or the URI of a server."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from kgraph.errors import UsageError
from kgraph.store.embedded import (
    DATABASE,
    USER,
    Engine,
    Layout,
    bound_memory,
    check_folder,
    import_in_background,
    load_engine,
)
from kgraph.store.serve import served_at

if TYPE_CHECKING:
    from neo4j import Driver

    from kgraph.store.bolt import BoltStore
    from kgraph.store.journal import FileJournal

SCHEMES = tuple(f"{name}{security}" for name in ("bolt", "neo4j") for security in ("", "+s", "+ssc"))


def is_uri(graph: str) -> bool:
    """Whether a graph's name is an address of a server.

    >>> is_uri("neo4j+s://example.org"), is_uri("news.graph")
    (True, False)
    """
    return "://" in graph


def open_store(
    graph: str,
    *,
    user: str | None = None,
    password: str | None = None,
    database: str | None = None,
    read_only: bool = False,
    create: bool = True,
    timeout: float | None = None,
) -> BoltStore:
    """Open a graph. A folder is made unless ``read_only`` or not ``create``; a graph that ``kgraph serve`` keeps up is
    reached through it. ``timeout``: the seconds that a statement that only reads may take.

    Raises: StoreError when it is not there, in use, or refuses the password.
    """
    if is_uri(graph):
        return _open_server(graph, user, password, database, timeout)
    layout = Layout(Path(graph))
    check_folder(layout, create=create and not read_only)
    if uri := served_at(layout):
        from kgraph.store.bolt import BoltStore, connect

        secret = layout.password.read_text(encoding="ascii").strip()
        driver = connect(uri, user=USER, password=secret, database=DATABASE, address=graph)
        return BoltStore(driver, address=graph, database=DATABASE, timeout=timeout)
    if not read_only:
        bound_memory()
    return _open_folder(graph, layout, timeout)


def _open_folder(graph: str, layout: Layout, timeout: float | None) -> BoltStore:
    load_engine(layout)  # first and alone: imported at the same time, two libraries find each other's half-read
    loading = import_in_background("kgraph.store.bolt")  # with the driver, while the engine starts
    try:
        engine = Engine(layout, timeout=timeout)
    finally:
        loading.join()
    from kgraph.store.bolt import BoltStore, connect

    def connected() -> Driver:
        return connect(engine.uri, user=USER, password=engine.password, database=DATABASE, address=graph)

    def begin_anew() -> Driver:
        engine.empty()
        return connected()

    try:
        driver = connected()
    except BaseException:
        engine.stop()
        raise
    return BoltStore(
        driver,
        address=graph,
        database=DATABASE,
        make_types=engine.make_types,
        begin_anew=begin_anew,
        on_close=engine.stop,
        on_abandon=engine.abandon,
        timeout=timeout,
    )


def _open_server(
    uri: str, user: str | None, password: str | None, database: str | None, timeout: float | None
) -> BoltStore:
    from kgraph.store.bolt import BoltStore, connect

    address, named, secret = _split(uri)
    driver = connect(
        address, user=user or named or "neo4j", password=secret if password is None else password, database=database
    )
    return BoltStore(driver, address=address, database=database, timeout=timeout)


def address_of(uri: str) -> tuple[str, str | None]:
    """The address of a server without user and password, as it may be shown, and the user it names."""
    address, user, _ = _split(uri)
    return address, user


def _split(uri: str) -> tuple[str, str | None, str | None]:
    """Address, user and password of a URI. A password never stays in an address that is shown."""
    parts = urlsplit(uri)
    address = f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}{parts.path}"
    if parts.scheme not in SCHEMES:
        raise UsageError(f"no graph server speaks {parts.scheme}://", place=address, hint=f"use {', '.join(SCHEMES)}")
    return (
        address + (f"?{parts.query}" if parts.query else ""),
        unquote(parts.username) if parts.username else None,
        unquote(parts.password) if parts.password else None,
    )


def open_journal(graph: str, *, folder: str | Path | None = None, database: str | None = None) -> FileJournal:
    """The journal of a graph: inside its folder, or for a server in the user's own data folder under the server's
    name; ``folder`` names another place.

    Raises: StoreError when it cannot be made.
    """
    from kgraph.store.journal import FileJournal

    return FileJournal(journal_folder(graph, folder=folder, database=database))


def journal_folder(graph: str, *, folder: str | Path | None = None, database: str | None = None) -> Path:
    """Where the journal of a graph is; ``folder`` names another place."""
    if folder:
        return Path(folder)
    if not is_uri(graph):
        return Layout(Path(graph)).journal
    parts = urlsplit(_split(graph)[0])
    name = "-".join(filter(None, [parts.hostname or "localhost", str(parts.port or 7687), database]))
    return data_folder() / "journals" / re.sub(r"[^\w.-]", "_", name)


def data_folder() -> Path:
    """Where this user's programs keep their data."""
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Application Support"
    else:
        base = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    return base / "kgraph"
