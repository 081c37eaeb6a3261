"""The Neo4j of the year (2026.x), which wants Java 21: the same graph and the same answers."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from kgraph.graph import delta
from kgraph.query.answer import answer
from kgraph.query.catalogue import load_catalogue
from kgraph.store import open_store
from kgraph.store.bolt import BoltStore
from tests.own_server import own_server
from tests.query.small_world import small_world
from tests.store.dump import dump, expected
from tools.neo4j_server import java_home

pytestmark = [pytest.mark.neo4j, pytest.mark.newer_neo4j, pytest.mark.slow]

VERSION = "2026.08.1"


@pytest.fixture(scope="module")
def newer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BoltStore]:
    home = tmp_path_factory.mktemp("newer") / "neo4j"
    with own_server(home, NEO4J_VERSION=VERSION, JAVA_HOME=str(java_home(21))) as server:
        store = open_store(server.uri)
        store.prepare()
        yield store
        store.close()


def test_it_holds_the_same_graph_and_gives_the_same_rows(newer: BoltStore, embedded_store: BoltStore) -> None:
    versions = newer.write("CALL dbms.components() YIELD versions RETURN versions[0] AS version").rows
    assert (VERSION,) in versions
    for store in (newer, embedded_store):
        store.apply([delta(extraction) for extraction in small_world()])
    assert dump(newer) == dump(embedded_store) == expected(small_world())
    for template in load_catalogue():
        there, here = (answer(store, template, {}).rows for store in (newer, embedded_store))
        assert (there.columns, there.rows) == (here.columns, here.rows), template.name
    assert newer.forget(next(iter(small_world())).article.id)
    newer.wipe()
    assert dump(newer) == ({}, [])
