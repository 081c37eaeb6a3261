"""The one adapter: a graph behind the neo4j driver, be it Neo4j or the embedded engine."""

from __future__ import annotations

import logging
import random
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import starmap
from typing import Any, TypeVar

from neo4j import READ_ACCESS, Driver, GraphDatabase, ManagedTransaction, NotificationMinimumSeverity
from neo4j.exceptions import ConstraintError, DriverError, Neo4jError, ServiceUnavailable

from kgraph.errors import StoreError, UsageError
from kgraph.graph.schema import (
    BANDS_INDEX,
    DERIVED_LISTS,
    INDEXED,
    LAYOUT,
    LISTS,
    MARK,
    NODE_LABELS,
    SCHEMA,
    SENTENCE_INDEX,
    UNIQUE,
)
from kgraph.model import GraphDelta
from kgraph.ports import Rows
from kgraph.query.guard import check_read_only
from kgraph.store import statements, writing
from kgraph.store.encryption import misfit
from kgraph.store.failures import told, translated
from kgraph.store.patience import Patience
from kgraph.store.values import plain

T = TypeVar("T")

logging.getLogger("neo4j").addHandler(logging.NullHandler())  # what goes wrong is said once, in our words

MANY_CLAIMS = 1_000  # more are not deleted one by one where the engine can begin anew
_TRIES = 6
MOST_ELEMENTS = 60_000  # nodes and relationships in one transaction


class BoltStore:
    """A graph behind a driver. ``address`` is what a person calls it.

    Args: make_types, makes what the engine cannot make through Cypher (see ``embedded``); begin_anew, empties the
    engine faster than Cypher can, and connects again; on_close, runs last; on_abandon, runs instead when a statement
    was let go of; timeout, the seconds that a statement that only reads may take.
    """

    def __init__(
        self,
        driver: Driver,
        *,
        address: str,
        database: str | None = None,
        make_types: Callable[[], None] | None = None,
        begin_anew: Callable[[], Driver] | None = None,
        on_close: Callable[[], None] | None = None,
        on_abandon: Callable[[], None] | None = None,
        timeout: float | None = None,
    ) -> None:
        self._driver, self._address, self._database = driver, address, database
        self._make_types, self._begin_anew = make_types, begin_anew
        self._on_close, self._on_abandon = on_close, on_abandon
        self._patience = Patience(timeout)
        self._prepared = False

    @property
    def address(self) -> str:
        return self._address

    def prepare(self) -> None:
        """Make constraints, indexes and the mark, unless they are there.

        Raises: StoreError when the database holds somebody else's nodes under our labels, or another version.
        """
        if self._prepared:
            return
        with told(self._address, database=self._database), self._driver.session(database=self._database) as session:
            marks = [(r["schema"], r["version"]) for r in session.execute_read(_records, statements.READ_MARK)]
            if not marks:
                self._refuse_strangers(session.execute_read(_used_labels))
                self._make_schema()
                about = {"schema": SCHEMA, "version": LAYOUT}
                session.execute_write(_records, statements.MAKE_MARK, about)
            elif marks != [(SCHEMA, LAYOUT)]:
                raise _other_version(marks, self._address)
        self._prepared = True

    def finish_import(self) -> None:
        """Make of what ``neo4j-admin`` imported what it would be through the driver: constraints, indexes, and the
        empty lists that the importer leaves out.

        Raises: StoreError when nothing of kgraph was imported here, or by another version.
        """
        with told(self._address, database=self._database), self._driver.session(database=self._database) as session:
            marks = [(r["schema"], r["version"]) for r in session.execute_read(_records, statements.READ_MARK)]
            if marks != [(SCHEMA, LAYOUT)]:
                found = "nothing of kgraph" if not marks else f"{marks[0][0]} version {marks[0][1]}"
                hint = "'kgraph export neo4j-admin' writes what is to be imported"
                raise StoreError(f"holds {found}", place=self._address, hint=hint)
            self._make_schema()
            for statement in (*starmap(statements.fill_list, LISTS), *map(statements.fill_derived, DERIVED_LISTS)):
                while session.execute_write(_records, statement)[0]["filled"]:
                    pass
        self._prepared = True

    def _refuse_strangers(self, labels: Sequence[str]) -> None:
        if labels:
            raise StoreError(
                f"holds {' and '.join(labels)} nodes that kgraph did not make",
                place=self._address,
                hint="give kgraph a database of its own",
            )

    def _make_schema(self) -> None:
        # one statement each, in its own transaction: engines do not mix schema and data
        for statement in self._schema_statements():
            self._driver.execute_query(statement, database_=self._database)

    def _schema_statements(self) -> Iterator[str]:
        for label, name in UNIQUE:
            yield f"CREATE CONSTRAINT IF NOT EXISTS FOR (n:{label}) REQUIRE n.{name} IS UNIQUE"
        for label, name in INDEXED:
            yield f"CREATE INDEX IF NOT EXISTS FOR (n:{label}) ON (n.{name})"
        if self._make_types:
            self._make_types()
        elif not self._is_arcadedb():
            yield f"CREATE FULLTEXT INDEX `{SENTENCE_INDEX}` IF NOT EXISTS FOR (s:Sentence) ON EACH [s.text]"
            yield f"CREATE FULLTEXT INDEX `{BANDS_INDEX}` IF NOT EXISTS FOR (a:Article) ON EACH [a.bands]"
            yield "CALL db.awaitIndexes()"

    def _is_arcadedb(self) -> bool:
        return "ArcadeDB" in str(self._driver.get_server_info().agent)

    def apply(self, deltas: Sequence[GraphDelta]) -> None:
        for batch in _batches(deltas):
            self._write(writing.write_deltas, batch)

    def forget(self, article: str) -> bool:
        return self._write(writing.remove_article, article)

    @property
    def own_files(self) -> bool:
        return self._begin_anew is not None

    def wipe(self, *, thorough: bool = False) -> None:
        """Take everything out but the mark, the constraints and the indexes."""
        ((claims,),) = self.rows("MATCH (c:Claim) RETURN count(c) AS n").rows
        if self._begin_anew and (thorough or claims > MANY_CLAIMS):
            self._driver.close()
            self._driver, self._prepared = self._begin_anew(), False
            self.prepare()
            return
        with told(self._address, database=self._database), self._driver.session(database=self._database) as session:
            session.execute_write(writing.lock, self._address)
            for label in statements.WIPED:
                while session.execute_write(_records, statements.wipe(label))[0]["gone"]:
                    pass

    def _write(self, work: Callable[..., T], *values: Any) -> T:
        def locked(tx: ManagedTransaction) -> T:
            writing.lock(tx, self._address)
            return work(tx, *values)

        for attempt in range(_TRIES):
            try:
                with self._driver.session(database=self._database) as session:
                    return session.execute_write(locked)
            except ConstraintError as error:
                # the embedded engine tells two writers apart only when both have made the same actor
                if attempt == _TRIES - 1:
                    raise translated(error, self._address, self._database) from error
                time.sleep(random.uniform(0.01, 0.05) * 2**attempt)
            except (Neo4jError, DriverError) as error:
                raise translated(error, self._address, self._database) from error
        raise AssertionError("unreachable: the last attempt returns or raises")

    def rows(
        self, cypher: str, parameters: Mapping[str, Any] | None = None, *, columns: Sequence[str] | None = None
    ) -> Rows:
        """The answer to a statement that only reads. ``columns`` names them where there are no rows: not every engine
        does."""
        check_read_only(cypher)
        return self._patience.run(lambda: self._rows(cypher, parameters, columns), place=self._address)

    def _rows(self, cypher: str, parameters: Mapping[str, Any] | None, columns: Sequence[str] | None) -> Rows:
        with (
            told(self._address, database=self._database, seconds=self._patience.seconds),
            self._driver.session(database=self._database, default_access_mode=READ_ACCESS) as session,
            session.begin_transaction(timeout=self._patience.seconds) as tx,
        ):
            result = tx.run(cypher, dict(parameters or {}))
            keys = tuple(result.keys())
            rows = tuple(tuple(plain(value) for value in record.values()) for record in result)
            summary = result.consume()
            tx.rollback()
        if summary.counters.contains_updates or summary.query_type not in (None, "r"):
            raise UsageError("the statement writes, and only reading is allowed here", hint="nothing was changed")
        return Rows(keys if rows or not columns else tuple(columns), rows)

    def write(self, cypher: str, parameters: Mapping[str, Any] | None = None) -> Rows:
        """Run one statement that may write, as it is: what it does to the graph is the caller's."""

        def run(tx: ManagedTransaction) -> Rows:
            result = tx.run(cypher, dict(parameters or {}))
            keys = tuple(result.keys())
            return Rows(keys, tuple(tuple(plain(value) for value in record.values()) for record in result))

        with told(self._address, database=self._database), self._driver.session(database=self._database) as session:
            return session.execute_write(run)

    def close(self) -> None:
        if self._patience.has_runaway:
            if self._on_abandon:
                self._on_abandon()
            return
        self._driver.close()
        if self._on_close:
            self._on_close()
            self._on_close = None


def connect(uri: str, *, user: str, password: str | None, database: str | None, address: str | None = None) -> Driver:
    """A driver whose server has answered.

    Raises: StoreError when nobody answers or the password is wrong; UsageError for an address that is none.
    """
    shown = address or uri
    with told(shown, database=database):
        try:
            driver = GraphDatabase.driver(
                uri,
                auth=(user, password) if password is not None else None,
                connection_timeout=10,
                max_transaction_retry_time=20,
                notifications_min_severity=NotificationMinimumSeverity.OFF,
                user_agent="kgraph",
            )
        except ValueError as error:
            raise UsageError(str(error), place=shown, hint="write bolt://HOST:PORT or neo4j://HOST:PORT") from error
        try:
            driver.verify_connectivity()
        except ServiceUnavailable as error:
            driver.close()
            if wrong := misfit(shown):
                raise wrong from error
            raise
        except BaseException:
            driver.close()
            raise
    return driver


def _other_version(marks: Sequence[tuple[str, int]], address: str) -> StoreError:
    found = ", ".join(f"{schema} version {version}" for schema, version in marks)
    hint = f"this kgraph writes {SCHEMA} version {LAYOUT}; "
    if len(marks) == 1 and marks[0][0] == SCHEMA and marks[0][1] > LAYOUT:
        hint += "upgrade kgraph"
    else:
        hint += f"'kgraph copy {address} NEW' makes it anew from its records"
    return StoreError(f"the graph is {found}", place=address, hint=hint)


def _records(tx: ManagedTransaction, statement: str, parameters: Mapping[str, Any] | None = None) -> list[Any]:
    return list(tx.run(statement, dict(parameters or {})))


def _used_labels(tx: ManagedTransaction) -> list[str]:
    """Those of our labels that some node has."""
    return [label for label in (*NODE_LABELS, MARK) if list(tx.run(f"MATCH (n:{label}) RETURN 1 AS one LIMIT 1"))]


def _batches(deltas: Sequence[GraphDelta]) -> Iterator[list[GraphDelta]]:
    batch: list[GraphDelta] = []
    size = 0
    for delta in deltas:
        batch.append(delta)
        size += len(delta.nodes) + len(delta.edges)
        if size >= MOST_ELEMENTS:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch
