"""The order in which a graph is wiped: what is pointed at goes after what points at it."""

import pytest

from kgraph.graph.schema import EDGE_TYPES, NODE_LABELS
from kgraph.store.statements import WIPED


def test_every_label_is_wiped_once():
    assert sorted(WIPED) == sorted(NODE_LABELS)


@pytest.mark.parametrize(("start", "end"), sorted({ends for ends in EDGE_TYPES.values() if ends[0] != ends[1]}))
def test_a_node_has_lost_the_relationships_to_it_before_it_goes(start, end):
    assert WIPED.index(start) < WIPED.index(end)
