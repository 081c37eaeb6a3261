"""``store``: every store that there is, one after the other, empty and prepared."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from kgraph.store import open_store
from kgraph.store.bolt import BoltStore

NEO4J = "KGRAPH_TEST_NEO4J"


@pytest.fixture(scope="session")
def neo4j_store() -> Iterator[BoltStore]:
    uri = os.environ.get(NEO4J)
    if not uri:
        pytest.skip(f"NOT TRIED ON NEO4J: set {NEO4J}=bolt://USER:PASSWORD@HOST:PORT to a server that may be emptied")
    store = open_store(uri)
    store.prepare()
    store.wipe()
    yield store
    store.close()


@pytest.fixture(params=["embedded", pytest.param("neo4j", marks=pytest.mark.neo4j)])
def store(request: pytest.FixtureRequest) -> Iterator[BoltStore]:
    found: BoltStore = request.getfixturevalue(f"{request.param}_store")
    yield found
    found.wipe()
