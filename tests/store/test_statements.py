"""The order in which a graph is wiped: what is pointed at goes after what points at it. And how edges are found."""

import re

import pytest

from kgraph.graph.schema import EDGE_TYPES, NODE_LABELS
from kgraph.store import statements
from kgraph.store.statements import WIPED

_FROM_ONE_END = re.compile(r"\{id: [^}]*\}\)\s*<?-\[[^]]*\]->?\s*\(\w*(:\w+)? \{id: ")


def test_every_label_is_wiped_once():
    assert sorted(WIPED) == sorted(NODE_LABELS)


@pytest.mark.parametrize(("start", "end"), sorted({ends for ends in EDGE_TYPES.values() if ends[0] != ends[1]}))
def test_a_node_has_lost_the_relationships_to_it_before_it_goes(start, end):
    assert WIPED.index(start) < WIPED.index(end)


def test_an_edge_between_two_known_actors_is_looked_for_when_both_are_there():
    """The embedded engine reads all edges of the first end else: writing then slowed down as the graph grew."""
    written = {name: text for name, text in vars(statements).items() if isinstance(text, str) and "MATCH" in text}
    assert {"DERIVED_OF_PAIRS", "DELETE_DERIVED"} <= written.keys()
    assert [name for name, text in written.items() if _FROM_ONE_END.search(text)] == []
    assert _FROM_ONE_END.search("MATCH (s:Actor {id: row[0]})-[e]->(t:Actor {id: row[1]})")
