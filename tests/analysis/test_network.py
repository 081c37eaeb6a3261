"""The network of derived edges: its measures by hand and by networkx, and paths that keep every hop's standing."""

import io

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgraph.analysis.measures import communities, measures, overview, pagerank
from kgraph.analysis.network import network, plain_weights
from kgraph.analysis.paths import paths
from kgraph.output.graphml import write_graphml
from kgraph.ports import Rows

EDGES = [
    ("LOR", "ACCUSES", "MER", 3, 0, 1),
    ("MER", "ACCUSES", "LOR", 1, 0, 0),
    ("MER", "ALLY_OF", "OST", 2, 2, 0),
    ("OST", "MEETS", "NOR", 1, 1, 0),
]


class DerivedEdges:
    """A store that knows four derived edges and the actors they join."""

    def rows(self, cypher, parameters=None):
        if "type(r)" in cypher:
            columns = "a relation b claims asserted attributed denied outlets first last".split()
            rows = [(a, r, b, n, s, n - s, d, 1, "2024-05-03", "2024-05-04") for a, r, b, n, s, d in EDGES]
            return Rows(tuple(columns), tuple(rows))
        known = [(id, id.title(), "country", id, None) for id in parameters["ids"]]
        return Rows(("id", "name", "kind", "country", "code"), tuple(known))


@pytest.fixture
def graph():
    return network(DerivedEdges())


def test_edges_keep_their_counts_and_say_when_they_are_only_alleged(graph):
    assert graph["LOR"]["MER"]["ACCUSES"]["alleged"] is True
    assert graph["MER"]["OST"]["ALLY_OF"]["alleged"] is False


def test_edges_can_be_chosen():
    assert set(network(DerivedEdges(), relations={"MEETS"})) == {"NOR", "OST"}
    assert network(DerivedEdges(), asserted_only=True).number_of_edges() == 2
    assert network(DerivedEdges(), min_claims=2).number_of_edges() == 2


def test_degrees_count_neighbours_and_claims(graph):
    row = {row["actor"]: row for row in measures(graph).dicts()}["Mer"]
    assert (row["degree"], row["acts_on"], row["acted_on_by"]) == (2, 2, 1)
    assert (row["claims_made"], row["claims_received"]) == (3, 3)


@st.composite
def digraphs(draw):
    nodes = "abcdef"
    graph = nx.DiGraph()
    graph.add_nodes_from(nodes[: draw(st.integers(1, 6))])
    pairs = st.tuples(st.sampled_from(sorted(graph)), st.sampled_from(sorted(graph)), st.integers(1, 5))
    for a, b, weight in draw(st.lists(pairs, max_size=12)):
        graph.add_edge(a, b, weight=weight)
    return graph


@given(digraphs())
def test_pagerank_is_the_fixed_point_of_google_s_matrix(graph):
    nodes = sorted(graph)
    ranks = pagerank(graph)
    again = [ranks[node] for node in nodes] @ nx.google_matrix(graph, alpha=0.85, nodelist=nodes)
    assert list(again) == pytest.approx([ranks[node] for node in nodes], abs=1e-8)
    assert sum(ranks.values()) == pytest.approx(1)


@given(digraphs())
def test_every_actor_is_in_one_community(graph):
    assert sorted(node for group in communities(graph) for node in group) == sorted(graph)


def test_a_path_shows_every_relation_of_a_hop_with_its_standing(graph):
    rows = paths(graph, "LOR", "NOR").dicts()
    assert [(r["hop"], r["from"], r["relation"], r["to"], r["standing"]) for r in rows] == [
        (1, "Lor", "ACCUSES", "Mer", "alleged, denied"),
        (1, "Mer", "ACCUSES", "Lor", "alleged"),
        (2, "Mer", "ALLY_OF", "Ost", "asserted"),
        (3, "Ost", "MEETS", "Nor", "asserted"),
    ]


def test_no_path_is_no_rows(graph):
    graph.add_node("FAR", name="Far")
    assert len(paths(graph, "LOR", "FAR")) == 0
    assert len(paths(graph, "LOR", "NOWHERE")) == 0


def test_the_overview_counts_alleged_edges(graph):
    facts = dict(overview(graph).rows)
    assert facts["edges"] == 4
    assert facts["edges that are only alleged or attributed"] == 2
    assert facts["edges with a denial"] == 1


def test_an_empty_graph_has_measures_too():
    empty = nx.MultiDiGraph()
    assert len(measures(empty)) == 0
    assert dict(overview(empty).rows)["actors"] == 0


def test_weights_add_up_claims(graph):
    assert plain_weights(graph)["LOR"]["MER"]["weight"] == 3


def test_graphml_is_read_back_and_says_what_is_alleged(graph):
    graph.nodes["LOR"]["name"] = "Lor\x00vik <&>"
    stream = io.BytesIO()
    write_graphml(graph, stream)
    back = nx.read_graphml(io.BytesIO(stream.getvalue()), force_multigraph=True)
    assert back.nodes["LOR"]["label"] == "Lor�vik <&>"
    labels = sorted(label for *_, label in back.edges(data="label"))
    assert labels == ["ACCUSES (alleged)", "ACCUSES (alleged, denied)", "ALLY_OF", "MEETS"]
