"""The whole of a graph as plain values, read from a store or worked out from extractions, to be compared."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from kgraph.graph import delta, derive, shapes_in
from kgraph.graph.delta import at_its_place, is_article
from kgraph.graph.profile import Profile, actor_node, merge_all
from kgraph.graph.schema import KIND_LABELS, NODE_LABELS
from kgraph.model import Extraction
from kgraph.ports import GraphStore
from kgraph.stories import places, print_of

Graph = tuple[dict[str, Any], list[str]]
"""Nodes by "label id", and relationships as sorted lines."""


def dump(store: GraphStore) -> Graph:
    """What is there."""
    nodes: dict[str, Any] = {}
    for label in NODE_LABELS:
        for id_, labels, properties in store.rows(
            f"MATCH (n:{label}) RETURN n.id AS id, labels(n) AS labels, properties(n) AS properties"
        ).rows:
            assert f"{label} {id_}" not in nodes
            kind = set(labels) & set(KIND_LABELS.values())
            nodes[f"{label} {id_}"] = (*kind, _without_nulls(properties))
    edges = store.rows(
        "MATCH (a)-[r]->(b) RETURN a.id AS one, type(r) AS tie, b.id AS other, properties(r) AS properties"
    ).rows
    return nodes, sorted(_line(*edge) for edge in edges)


def expected(extractions: Iterable[Extraction]) -> Graph:
    """What should be there when these are the articles, whatever happened before."""
    extractions = list(extractions)
    deltas = [delta(extraction) for extraction in extractions]
    told = places(print_of(extraction.article) for extraction in extractions)
    nodes: dict[str, Any] = {}
    profiles: dict[str, list[Profile]] = {}
    edges = []
    for node in (node for delta_ in deltas for node in delta_.nodes if node.label != "Actor"):
        node = at_its_place(node, told[node.id]) if is_article(node) else node
        nodes[f"{node.label} {node.id}"] = (_without_nulls(node.properties),)
    for edge in (edge for delta_ in deltas for edge in delta_.edges):
        edges.append(_line(edge.start[1], edge.type, edge.end[1], edge.properties))
        if edge.type == "NAMES":
            profiles.setdefault(edge.end[1], []).append(Profile.loads(str(edge.properties["profile"])))
    for id_, known in profiles.items():
        node = actor_node(id_, merge_all(known))
        nodes[f"Actor {id_}"] = (node.kind_label, _without_nulls(node.properties))
    shapes = (shape for delta_ in deltas for shape in shapes_in(delta_, origin=told[delta_.article].origin))
    for (subject, relation, target), summary in derive(shapes).items():
        edges.append(_line(subject, relation, target, summary.properties()))
    return nodes, sorted(edges)


def _without_nulls(properties: Any) -> dict[str, Any]:
    return {name: value for name, value in properties.items() if value is not None}


def _line(start: str, type_: str, end: str, properties: Any) -> str:
    return f"({start})-[:{type_} {sorted(_without_nulls(properties).items())}]->({end})"
