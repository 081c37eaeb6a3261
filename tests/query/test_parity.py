"""The same file gives the same rows on the embedded engine and on Neo4j."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from kgraph.graph import delta
from kgraph.ports import GraphStore
from kgraph.query import Catalogue, Template, Type, answer
from kgraph.store.bolt import BoltStore
from tests.query.small_world import small_world

ACTORS = ("Velm", "Borland", "Calvia")
pytestmark = pytest.mark.neo4j


@pytest.fixture(scope="module")
def neo4j(neo4j_server: BoltStore) -> GraphStore:
    neo4j_server.apply([delta(telling) for telling in small_world()])
    return neo4j_server


def questions(template: Template) -> Iterator[dict[str, object]]:
    """No parameter, then one at a time."""
    yield {}
    for parameter in template.parameters:
        if parameter.type is Type.ACTOR:
            yield from ({parameter.name: name} for name in ACTORS)
        if parameter.name == "since":
            yield {"since": "2021-03-02"}
        if parameter.type is Type.BOOLEAN:
            yield {parameter.name: True}


def test_every_template_answers_alike(store: GraphStore, neo4j: GraphStore, catalogue: Catalogue) -> None:
    for template in catalogue:
        for values in questions(template):
            here, there = answer(store, template, values), answer(neo4j, template, values)
            assert here.rows == there.rows, (template.name, values)
            assert here.searched == there.searched
