"""The derived edges of a graph as a networkx MultiDiGraph. Every edge carries its counts: how many claims, how many
of them asserted, attributed and denied."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import networkx as nx

from kgraph.ports import GraphStore

# Speech and denial tie a speaker to whom he speaks of; they are edges like the others and may be left out by name.
_EDGES = """
MATCH (a:Actor)-[r]->(b:Actor)
WHERE r.derived = true
RETURN a.id AS a, type(r) AS relation, b.id AS b, r.claims AS claims, r.asserted AS asserted,
       r.attributed AS attributed, r.denied AS denied, r.outlets AS outlets, r.first AS first, r.last AS last
ORDER BY a, relation, b
"""
_ACTORS = """
MATCH (a:Actor)
WHERE a.id IN $ids
RETURN a.id AS id, a.name AS name, a.kind AS kind, a.country AS country, a.code AS code
ORDER BY id
"""


def network(
    store: GraphStore, *, relations: Collection[str] | None = None, asserted_only: bool = False, min_claims: int = 1
) -> nx.MultiDiGraph:
    """Actors and the edges between them, keyed by relation. ``relations``: only these types."""
    edges = [
        row
        for row in store.rows(_EDGES).dicts()
        if (relations is None or row["relation"] in relations)
        and row["claims"] >= min_claims
        and (row["asserted"] > 0 or not asserted_only)
    ]
    graph = nx.MultiDiGraph()
    for actor in store.rows(_ACTORS, {"ids": sorted({row[end] for row in edges for end in ("a", "b")})}).dicts():
        graph.add_node(actor.pop("id"), **actor)
    for row in edges:
        graph.add_edge(row.pop("a"), row.pop("b"), key=row["relation"], **_edge_values(row))
    return graph


def _edge_values(row: dict[str, Any]) -> dict[str, Any]:
    dates = {name: _iso(row[name]) for name in ("first", "last")}
    return {**row, **dates, "alleged": row["asserted"] == 0}


def _iso(value: Any) -> str | None:
    return None if value is None else str(value)  # a date's words are its ISO form


def plain_weights(graph: nx.MultiDiGraph) -> nx.DiGraph:
    """One edge a pair and direction; ``weight`` is the number of claims."""
    simple = nx.DiGraph()
    simple.add_nodes_from(graph.nodes(data=True))
    for a, b, claims in graph.edges(data="claims"):
        weight = simple.get_edge_data(a, b, {"weight": 0})["weight"]
        simple.add_edge(a, b, weight=weight + claims)
    return simple
