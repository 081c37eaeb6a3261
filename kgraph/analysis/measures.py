"""Who stands where in the network: degrees, PageRank and communities, in the same order on every run."""

from __future__ import annotations

import networkx as nx

from kgraph.analysis.network import plain_weights
from kgraph.ports import Rows

_SEED = 1  # Louvain shuffles the actors; a fixed seed makes the same communities of the same graph

COLUMNS = (
    "actor", "kind", "country", "degree", "acts_on", "acted_on_by", "claims_made", "claims_received", "pagerank",
    "community",
)  # fmt: skip


def measures(graph: nx.MultiDiGraph) -> Rows:
    """One row an actor, the highest PageRank first.

    ``degree`` counts neighbours; ``acts_on`` and ``acted_on_by`` those the actor does something to and those that
    do something to it; ``claims_made`` and ``claims_received`` count the claims on these edges.
    """
    simple = plain_weights(graph)
    ranks = pagerank(simple)
    groups = {actor: number for number, group in enumerate(communities(simple), start=1) for actor in group}
    order = sorted(simple, key=lambda actor: (-round(ranks[actor], 9), actor))
    return Rows(COLUMNS, tuple(_row(simple, actor, ranks[actor], groups[actor]) for actor in order))


def _row(simple: nx.DiGraph, actor: str, rank: float, community: int) -> tuple[object, ...]:
    node = simple.nodes[actor]
    neighbours = set(simple.successors(actor)) | set(simple.predecessors(actor))
    return (
        node.get("name") or actor, node.get("kind"), node.get("country"), len(neighbours),
        simple.out_degree(actor), simple.in_degree(actor),
        simple.out_degree(actor, weight="weight"), simple.in_degree(actor, weight="weight"),
        round(rank, 6), community,
    )  # fmt: skip


def pagerank(
    simple: nx.DiGraph, *, damping: float = 0.85, steps: int = 200, tolerance: float = 1e-10
) -> dict[str, float]:
    """PageRank weighted by claims (Page et al. 1999), by power iteration.

    networkx's own needs scipy; kgraph asks nobody to install 40 MB for twenty lines.
    """
    if not simple:
        return {}
    nodes = sorted(simple)
    rank = dict.fromkeys(nodes, 1 / len(nodes))
    out = {node: simple.out_degree(node, weight="weight") for node in nodes}
    for _ in range(steps):
        # an actor that acts on nobody gives its rank to all alike
        idle = sum(rank[node] for node in nodes if out[node] == 0)
        new = dict.fromkeys(nodes, (1 - damping + damping * idle) / len(nodes))
        for a, b, weight in simple.edges(data="weight"):
            new[b] += damping * rank[a] * weight / out[a]
        change = sum(abs(new[node] - rank[node]) for node in nodes)
        rank = new
        if change < tolerance:
            break
    return rank


def communities(simple: nx.DiGraph) -> list[list[str]]:
    """Groups of actors that have to do with each other more than with the rest (Louvain), the largest first.

    Edges tie, they do not befriend: two that accuse each other every day share a community.
    """
    names = sorted(simple)
    number = {name: i for i, name in enumerate(names)}  # whole numbers: the same order under any hash seed
    ties = nx.Graph()
    ties.add_nodes_from(range(len(names)))
    for a, b, weight in sorted(simple.edges(data="weight")):
        i, j = number[a], number[b]
        known = ties.get_edge_data(i, j, {"weight": 0})["weight"]
        ties.add_edge(i, j, weight=known + weight)
    if ties.number_of_edges() == 0:
        return [[name] for name in names]
    groups = [sorted(names[i] for i in group) for group in nx.community.louvain_communities(ties, seed=_SEED)]
    return sorted(groups, key=lambda group: (-len(group), group))


def overview(graph: nx.MultiDiGraph) -> Rows:
    """The network in numbers, one a row."""
    simple = plain_weights(graph)
    alleged = sum(1 for *_, alleged in graph.edges(data="alleged") if alleged)
    denied = sum(1 for *_, denied in graph.edges(data="denied") if denied)
    facts = (
        ("actors", graph.number_of_nodes()),
        ("edges", graph.number_of_edges()),
        ("edges that are only alleged or attributed", alleged),
        ("edges with a denial", denied),
        ("pairs of actors", len({frozenset(pair) for pair in simple.edges})),
        ("connected parts", nx.number_weakly_connected_components(simple) if simple else 0),
        ("communities", len(communities(simple))),
        ("density", round(nx.density(simple), 6)),
    )
    return Rows(("measure", "value"), facts)
