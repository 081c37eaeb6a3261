"""How two actors are connected: shortest paths over the derived edges, every hop with its standing."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, pairwise

import networkx as nx

from kgraph.ports import Rows

COLUMNS = (
    "path", "hop", "from", "relation", "to", "standing", "claims", "asserted", "attributed", "denied", "first", "last",
)  # fmt: skip


def paths(graph: nx.MultiDiGraph, start: str, end: str, *, count: int = 3, longest: int = 6) -> Rows:
    """Up to ``count`` shortest ways from ``start`` to ``end``, whatever the direction of the edges.

    A hop lists every relation of its pair, the one with most claims first; ``from`` and ``to`` are who acts on whom.
    """
    rows: list[tuple[object, ...]] = []
    for number, nodes in enumerate(_shortest(graph, start, end, count, longest), start=1):
        for hop, (a, b) in enumerate(pairwise(nodes), start=1):
            rows += [(number, hop, *row) for row in _hop(graph, a, b)]
    return Rows(COLUMNS, tuple(rows))


def _shortest(graph: nx.MultiDiGraph, start: str, end: str, count: int, longest: int) -> Iterator[list[str]]:
    if start not in graph or end not in graph or start == end:
        return
    ties = nx.Graph()
    ties.add_nodes_from(sorted(graph))
    ties.add_edges_from(sorted({tuple(sorted((a, b))) for a, b in graph.edges()}))
    if not nx.has_path(ties, start, end):
        return
    for nodes in islice(nx.shortest_simple_paths(ties, start, end), count):
        if len(nodes) - 1 <= longest:
            yield nodes


def _hop(graph: nx.MultiDiGraph, a: str, b: str) -> list[tuple[object, ...]]:
    edges = [(x, y, data) for x, y in ((a, b), (b, a)) for data in (graph.get_edge_data(x, y) or {}).values()]
    edges.sort(key=lambda edge: (-edge[2]["claims"], edge[2]["relation"], edge[0]))
    return [
        (
            name(graph, x), data["relation"], name(graph, y), standing(data), data["claims"], data["asserted"],
            data["attributed"], data["denied"], data["first"], data["last"],
        )
        for x, y, data in edges
    ]  # fmt: skip


def name(graph: nx.MultiDiGraph, actor: str) -> str:
    return str(graph.nodes[actor].get("name") or actor)


def standing(edge: dict[str, object]) -> str:
    """ "asserted" or "alleged", and whether somebody denies it: an edge is never shown without this."""
    words = "alleged" if edge["alleged"] else "asserted"
    return f"{words}, denied" if edge["denied"] else words
