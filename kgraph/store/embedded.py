"""The embedded graph: a folder, an engine in this process, and the driver connected to it over loopback.

In the folder: ``graph.json`` (the mark), ``lock``, ``password`` (only its owner can read it), ``engine/`` (the
engine's own files), ``journal/`` (the extraction records; see ``journal``), and ``served.json`` while
``kgraph serve`` keeps the engine up for others; ``serve.log`` says when it did.
"""

from __future__ import annotations

import json
import math
import os
import secrets
import shutil
import socket
import sys
from contextlib import suppress
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from threading import Thread
from typing import Any

from kgraph._version import __version__
from kgraph.errors import StoreError
from kgraph.graph.schema import EDGE_TYPES, SCHEMA, relation_types
from kgraph.store import access
from kgraph.store.locks import Lock

DATABASE = "kgraph"
USER = "root"
HOST = "127.0.0.1"
EVERYWHERE = ("0.0.0.0", "::")
ENGINES = ("arcadedb", "arcadedb_embedded")
HEAP = "640m"  # every template runs in 512m over 145,000 claims, and writing takes the same time (docs/performance.md)
_TRIES = 5  # for a free port that somebody else takes before the engine does
_PATIENCE = 1.0  # seconds to wait for another kgraph that is just ending


@dataclass(frozen=True, slots=True)
class Layout:
    """Where things are in a graph's folder."""

    folder: Path

    @property
    def mark(self) -> Path:
        return self.folder / "graph.json"

    @property
    def lock(self) -> Path:
        return self.folder / "lock"

    @property
    def password(self) -> Path:
        return self.folder / "password"

    @property
    def engine(self) -> Path:
        return self.folder / "engine"

    @property
    def journal(self) -> Path:
        return self.folder / "journal"

    @property
    def served(self) -> Path:
        return self.folder / "served.json"

    @property
    def log(self) -> Path:
        return self.folder / "serve.log"


def check_folder(layout: Layout, *, create: bool) -> None:
    """Make the folder a graph, or see that it is one.

    Raises: StoreError when it is not there and shall not be made, or is something else.
    """
    place = str(layout.folder)
    if layout.mark.is_file():
        return
    if layout.folder.exists() and (not layout.folder.is_dir() or any(layout.folder.iterdir())):
        raise StoreError("is not a kgraph graph", place=place, hint="name another folder with --graph")
    if not create:
        raise StoreError("there is no graph", place=place, hint="'kgraph ingest ARTICLE' makes one")
    try:
        layout.folder.mkdir(parents=True, exist_ok=True)
        access.write_private(layout.mark, json.dumps({"schema": SCHEMA, "made_by": f"kgraph {__version__}"}) + "\n")
    except OSError as error:
        hint = "name a folder that you may write to with --graph"
        raise StoreError(f"cannot be made ({error.strerror})", place=place, hint=hint) from error


_LITTLE = 1 << 20  # bytes: with less room nothing can be written


def refused(folder: str, why: str) -> StoreError:
    """What a user is told when the engine does not do something: mostly the disk is full."""
    with suppress(OSError):
        if "No space left" in why or shutil.disk_usage(folder).free < _LITTLE:
            return StoreError("the disk is full", place=folder, hint="make room, then run the same command again")
    return StoreError(f"the engine failed: {' '.join(why.split())[:200]}", place=folder, hint="run the command again")


class Engine:
    """The engine of one folder, started. Its Bolt door is on ``uri``; nobody but this machine can reach it, unless
    ``host`` is another interface. With ``read_only`` it refuses whatever writes, from whomever. ``timeout``: seconds
    after which it ends a statement by itself, whoever asked; None for never."""

    def __init__(
        self,
        layout: Layout,
        *,
        port: int | None = None,
        host: str = HOST,
        read_only: bool = False,
        timeout: float | None = None,
    ) -> None:
        self.layout, self.host, self.read_only, self.timeout = layout, host, read_only, timeout
        self.lock = Lock(layout.lock)
        if not self.lock.acquire(patience=_PATIENCE):
            raise StoreError(
                f"the graph is in use by {self.lock.holder()}",
                place=str(layout.folder),
                hint="wait until it is done; 'kgraph serve' keeps a graph up for several at once",
            )
        try:
            self.password = _password(layout)
            self._server, self.port = self._started(port)
            try:
                self._database = self._opened()
            except load_engine(layout).ArcadeDBError as error:
                self._server.stop()
                raise refused(str(layout.folder), str(error)) from error
        except BaseException:
            self.lock.release()
            raise

    def _started(self, port: int | None) -> tuple[Any, int]:
        access.grant(self.layout.engine / "config", read_only=self.read_only)
        return _start(self.layout, self.password, port, self.host)

    def _opened(self) -> Any:
        """The database, made or opened. Its limit of time stays with it, so it is set each time."""
        database = self._server.create_database(DATABASE)
        milliseconds = math.ceil((self.timeout or 0) * 1000)
        database.command("sql", f"ALTER DATABASE `arcadedb.command.timeout` {milliseconds:d}")
        return database

    @property
    def uri(self) -> str:
        """Where this machine reaches it."""
        host = HOST if self.host in EVERYWHERE else self.host
        return f"bolt://{f'[{host}]' if ':' in host else host}:{self.port}"

    def make_types(self) -> None:
        """Types of relationships, which the engine wants before their first use, and the full-text indexes."""
        wanted = [f"CREATE EDGE TYPE {type_} IF NOT EXISTS" for type_ in (*EDGE_TYPES, *sorted(relation_types()))]
        for label, name in (("Sentence", "text"), ("Article", "bands")):
            wanted.append(f"CREATE PROPERTY {label}.{name} IF NOT EXISTS STRING")
            wanted.append(f"CREATE INDEX IF NOT EXISTS ON {label} ({name}) FULL_TEXT")
        engine = load_engine(self.layout)
        try:
            for statement in wanted:
                self._database.command("sql", statement)
        except engine.ArcadeDBError as error:
            raise refused(str(self.layout.folder), str(error)) from error

    def empty(self) -> None:
        """Begin with an empty database. Far faster than deleting nodes one by one; ``uri`` is another afterwards."""
        self._server.stop()
        shutil.rmtree(self.layout.engine / "databases" / DATABASE)
        self._server, self.port = self._started(None)
        self._database = self._opened()

    def abandon(self) -> None:
        """Leave an engine that works on at a statement and would not stop before that is done. It keeps its lock until
        the process ends."""
        _abandoned.append(self)

    def stop_soon(self, seconds: float) -> None:
        """Stop, or leave the engine when it does not stop in time: it may work at a statement whose asker has gone."""
        stopping = Thread(target=self.stop, name="stopping", daemon=True)
        stopping.start()
        stopping.join(seconds)
        if stopping.is_alive():
            self.abandon()

    def stop(self) -> None:
        try:
            self._server.stop()
        finally:
            self.lock.release()


def leave_if_abandoned(code: int) -> None:
    """End the process with this exit code, at once, if an engine in it cannot be stopped. Nothing is lost: what was
    written is in the engine's log, and what runs on only reads."""
    if _abandoned:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


_abandoned: list[Engine] = []


def import_in_background(module: str) -> Thread:
    """Start an import that takes a while, while the engine starts. Import nothing else meanwhile: two threads that
    import libraries which know each other (the driver's pandas, the engine's numpy) can each see half a module. What
    goes wrong is said by the import in earnest that follows."""

    def work() -> None:
        with suppress(Exception):
            import_module(module)

    thread = Thread(target=work, daemon=True)
    thread.start()
    return thread


def _start(layout: Layout, password: str, port: int | None, host: str) -> tuple[Any, int]:
    engine = load_engine(layout)
    for attempt in range(_TRIES):
        chosen = port or _free_port()
        settings = {
            "http_port": 0,  # any free one: nobody is told of it
            "host": HOST,
            "mode": "development",  # "production" hides what is wrong with a statement
            "server_plugins": "Bolt:com.arcadedb.bolt.BoltProtocolPlugin",
            "bolt_host": host,
            "bolt_port": chosen,
        }
        server = engine.create_server(str(layout.engine), password, settings)
        try:
            server.start()
        except engine.ArcadeDBError as error:
            if "Unable to listen" in str(error) and port is None and attempt < _TRIES - 1:
                continue
            raise _not_started(error, layout, chosen) from error
        return server, chosen
    raise AssertionError("unreachable: the last attempt returns or raises")


def _not_started(error: Exception, layout: Layout, port: int) -> StoreError:
    place, text = str(layout.folder), str(error)
    if "Unable to listen" in text:
        return StoreError(f"port {port} is taken", place=place, hint="choose another with --port, or 0 for any")
    if "Unable to bind" in text or "Cannot assign" in text or "UnresolvedAddress" in text:
        return StoreError("this machine has no such address", place=place, hint="see --host")
    if "LockException" in text or "locked" in text:
        hint = "wait until it is done; 'kgraph serve' keeps a graph up for several at once"
        return StoreError("the graph is in use by another process", place=place, hint=hint)
    hint = (
        f"if the graph is damaged, remove {layout.engine / 'databases'} and run 'kgraph rebuild': the journal has all"
    )
    return StoreError(f"the engine does not start ({text.splitlines()[0][:200]})", place=place, hint=hint)


def bound_memory() -> None:
    """Keep the engine of a process that writes to ``HEAP``, unless the user has set a limit in the same variables: left
    alone it takes four fifths of the machine before it throws anything away. Call before the engine is loaded."""
    for variable in ("ARCADEDB_NATIVE_ISOLATE_ARGS", "ARCADEDB_JVM_ARGS"):  # the native build's, that with a JRE
        os.environ.setdefault(variable, f"-Xmx{HEAP}")


def load_engine(layout: Layout) -> Any:
    """The engine's module: the native build, or the one with a bundled JRE."""
    os.environ.setdefault("ARCADEDB_LOG_CONSOLE", "0")
    os.environ.setdefault("ARCADEDB_LOG_DIR", str(layout.engine / "log"))
    for name in ENGINES:
        try:
            return import_module(name)
        except ModuleNotFoundError as error:
            if error.name != name:
                raise
    hint = "use a server: --graph bolt://HOST:PORT (the README says how to start Neo4j)"
    raise StoreError("there is no embedded engine for this machine", place=str(layout.folder), hint=hint)


def _free_port() -> int:
    with socket.socket() as free:
        free.bind((HOST, 0))
        return int(free.getsockname()[1])


def _password(layout: Layout) -> str:
    """The graph's password. Made once, from 32 random bytes, in a file that only its owner can read."""
    with suppress(FileNotFoundError):
        return layout.password.read_text(encoding="ascii").strip()
    password = secrets.token_urlsafe(32)
    access.make_user(layout.engine / "config", USER, password)
    access.write_private(layout.password, password + "\n")
    return password
