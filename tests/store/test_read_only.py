"""Reading never writes: every way to write that we know, in every disguise, by every way in, on every store.

A table of writes x disguises, some two hundred statements. None may change the graph through what only reads; and with
the guard taken away, each write does change it, and so does each disguise on the stores named beside it, so that the
table attacks something.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest

from kgraph.api import Graph
from kgraph.cli.shell import Session
from kgraph.errors import KgraphError
from kgraph.graph import delta
from kgraph.query.answer import answer
from kgraph.query.catalogue import load_catalogue
from kgraph.query.template import Type
from kgraph.settings import Settings
from kgraph.store.bolt import BoltStore
from tests.query.small_world import small_world
from tests.store.dump import dump

WRITES = {
    "make a node": "CREATE (:Intruder {id: 'x'})",
    "make a node unless it is there": "MERGE (:Intruder {id: 'x'})",
    "make an actor": "CREATE (:Actor:Person {id: 'person:x', name: 'X'})",
    "set a property": "MATCH (a:Actor {id: 'country:ARD'}) SET a.name = 'Elsewhere'",
    "add properties": "MATCH (c:Claim) SET c += {text: 'other words'}",
    "take a property away": "MATCH (c:Claim) REMOVE c.text",
    "make a relationship": "MATCH (a:Actor), (b:Actor) WHERE a.id < b.id CREATE (a)-[:ACCUSES {claims: 9}]->(b)",
    "take relationships away": "MATCH (:Claim)-[r:DENIED_BY]->() DELETE r",
    "take nodes away": "MATCH (c:Claim) DETACH DELETE c",
    "in a loop": "FOREACH (n IN [1, 2] | CREATE (:Intruder {id: n}))",
}
"""What changes the graph when nobody stops it."""

DISGUISES: dict[str, Callable[[str], str]] = {
    "as it is": lambda w: w,
    "in small letters": lambda w: _keywords(w, str.lower),
    "in mixed letters": lambda w: _keywords(w, lambda k: "".join(c.lower() if i % 2 else c for i, c in enumerate(k))),
    "over several lines": lambda w: w.replace(" ", "\n\t"),
    "with comments between": lambda w: w.replace(" ", "/* MATCH (n) */ "),
    "after a comment": lambda w: f"// MATCH (n) RETURN n\n{w}",
    "with a semicolon": lambda w: f"{w};",
    "behind a reading clause": lambda w: f"MATCH (z:Article) WITH z LIMIT 1 {w}",
    "with an answer": lambda w: f"{w} WITH 1 AS one RETURN one",
    "in a subquery": lambda w: f"CALL {{ {w} }} RETURN 1 AS one",
    "in a subquery with a scope": lambda w: f"MATCH (z:Article) WITH z LIMIT 1 CALL (z) {{ {w} }} RETURN 1 AS one",
    "in a subquery of a subquery": lambda w: f"CALL {{ CALL {{ {w} }} RETURN 1 AS two }} RETURN two AS one",
    "profiled": lambda w: f"PROFILE {w}",
    "explained": lambda w: f"EXPLAIN {w}",
    "with a version": lambda w: f"CYPHER 5 {w}",
    "as a second statement": lambda w: f"MATCH (n) RETURN n; {w}",
    "as a first statement": lambda w: f"{w}; MATCH (n) RETURN n",
    "in transactions of its own": lambda w: f"UNWIND [1] AS one CALL {{ {w} }} IN TRANSACTIONS RETURN one",
    "with an escaped letter": lambda w: "".join(f"\\u{ord(c):04x}" if i == 0 else c for i, c in enumerate(w)),
    "behind an escaped quote": lambda w: f"MATCH (z) WHERE z.name = '\\u0027 WITH z LIMIT 1 {w} // ' RETURN z",
    "behind an odd line end": lambda w: f"MATCH (z) WITH z LIMIT 1 // \u2028 {w}\nRETURN z",
    "behind a mark of byte order": lambda w: f"\ufeff{w}",
}

BOTH = ("embedded", "neo4j")
POWERLESS = {
    "explained": BOTH,  # of data; the embedded engine runs an explained index
    "as a first statement": BOTH,
    "as a second statement": BOTH,
    "with an escaped letter": BOTH,
    "behind an escaped quote": BOTH,
    "behind an odd line end": BOTH,
    "behind a mark of byte order": BOTH,
    "with a version": ("embedded",),
    "in transactions of its own": ("neo4j",),  # which wants a transaction that nobody opened
}
"""Disguises that write nothing on these stores even without a guard. An engine of tomorrow may take them."""

OTHERS = {
    "an index": "CREATE INDEX intruder FOR (a:Actor) ON (a.intruder)",
    "an index, explained": "EXPLAIN CREATE INDEX intruder FOR (a:Actor) ON (a.intruder)",
    "a constraint": "CREATE CONSTRAINT intruder FOR (a:Intruder) REQUIRE a.id IS UNIQUE",
    "no index": "DROP INDEX intruder IF EXISTS",
    "a file": "LOAD CSV FROM 'file:///etc/passwd' AS line CREATE (:Intruder {id: line[0]})",
    "a procedure": "CALL db.createLabel('Intruder')",
    "a procedure of APOC": "CALL apoc.cypher.runWrite('CREATE (:Intruder)', {}) YIELD value RETURN value",
    "a user": "CREATE USER intruder SET PASSWORD 'intruder-1'",
    "a database": "CREATE DATABASE intruder",
    "SQL": "INSERT INTO Intruder SET id = 1",
}


def _keywords(cypher: str, change: Callable[[str], str]) -> str:
    words = ("CREATE", "MERGE", "MATCH", "WHERE", "SET", "REMOVE", "DELETE", "DETACH", "FOREACH", "IN")
    return " ".join(change(word) if word in words else word for word in cypher.split(" "))


@pytest.fixture
def store(each_store: BoltStore) -> BoltStore:
    each_store.apply([delta(extraction) for extraction in small_world()])
    return each_store


@pytest.fixture
def graph(store: BoltStore, monkeypatch: pytest.MonkeyPatch) -> Graph:
    """The Python API on that store."""
    monkeypatch.setattr("kgraph.store.open_store", lambda *args, **options: store)
    return Graph(Settings(graph="unused"), read_only=True)


def state(store: BoltStore) -> Any:
    """The graph, and whatever is in the store beside it."""
    strangers = store.rows("MATCH (n) UNWIND labels(n) AS label RETURN label, count(*) AS n ORDER BY label").rows
    return dump(store), strangers, store.rows("SHOW INDEXES YIELD name RETURN count(name) AS n").rows


def ways_in(store: BoltStore, graph: Graph) -> dict[str, Callable[[str], object]]:
    return {
        "the store": store.rows,
        "kgraph cypher": graph.cypher,
        "kgraph shell": lambda text: Session(graph, "json").run([text + ";"], stop_at_error=True),
    }


def attack(way: Callable[[str], object], text: str) -> None:
    with suppress(KgraphError, ValueError, UnicodeError):  # how a statement is refused is told elsewhere
        way(text)


@pytest.mark.parametrize("disguise", DISGUISES)
def test_no_write_passes_in_any_disguise(disguise: str, store: BoltStore, graph: Graph) -> None:
    before = state(store)
    for write in WRITES.values():
        for name, way in ways_in(store, graph).items():
            attack(way, DISGUISES[disguise](write))
            assert state(store) == before, (write, name)


@pytest.mark.parametrize("write", OTHERS)
def test_nothing_else_is_made_either(write: str, store: BoltStore, graph: Graph) -> None:
    before = state(store)
    for name, way in ways_in(store, graph).items():
        attack(way, OTHERS[write])
        assert state(store) == before, name


def test_no_parameter_of_a_template_writes(store: BoltStore) -> None:
    before = state(store)
    for template in load_catalogue():
        for parameter in template.parameters:
            if parameter.type in (Type.STRING, Type.ACTOR, Type.LIST):
                for text in ("' SET c.text = 'x' //", "x') DETACH DELETE c //", "${id}", "\\u0027 CREATE (:Intruder)"):
                    with suppress(KgraphError):
                        answer(store, template, {parameter.name: text})
    assert state(store) == before


@pytest.mark.parametrize("write", WRITES)
def test_without_the_guard_each_write_changes_the_graph(write: str, store: BoltStore) -> None:
    before = state(store)
    store.write(WRITES[write])
    try:
        assert state(store) != before
    finally:
        store.write("MATCH (n:Intruder) DETACH DELETE n")


@pytest.mark.parametrize("disguise", DISGUISES)
def test_without_the_guard_a_disguise_writes_where_the_table_says_so(disguise: str, store: BoltStore) -> None:
    before = state(store)
    kind = "neo4j" if "://" in store.address else "embedded"
    try:
        with suppress(KgraphError):
            store.write(DISGUISES[disguise](WRITES["make a node"]))
        assert (state(store) == before) == (kind in POWERLESS.get(disguise, ()))
    finally:
        store.write("MATCH (n:Intruder) DETACH DELETE n")
