"""GraphML for Gephi, yEd and networkx: actors and derived edges, every edge with its counts and its standing."""

from __future__ import annotations

import re
from typing import IO, Any

import networkx as nx

# XML 1.0 has no way to write these, not even escaped
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write_graphml(graph: nx.MultiDiGraph, stream: IO[bytes]) -> None:
    """Write a network (see ``analysis.network``). Missing values are left out: GraphML has no null."""
    clean = nx.MultiDiGraph()
    for node, data in graph.nodes(data=True):
        clean.add_node(_xml(node), **_values({"label": data.get("name"), **data}))
    for a, b, key, data in graph.edges(keys=True, data=True):
        clean.add_edge(_xml(a), _xml(b), key=f"{a} {key} {b}", **_values({"label": _label(data), **data}))
    nx.write_graphml_xml(clean, stream, encoding="utf-8", prettyprint=True, named_key_ids=True)
    stream.write(b"\n")


def _label(edge: dict[str, Any]) -> str:
    """What a drawing shows on the line: an edge that nobody asserts says so."""
    words = [word for word, holds in (("alleged", edge["alleged"]), ("denied", edge["denied"])) if holds]
    return f"{edge['relation']} ({', '.join(words)})" if words else str(edge["relation"])


def _values(data: dict[str, Any]) -> dict[str, Any]:
    return {name: _xml(value) for name, value in data.items() if value is not None}


def _xml(value: Any) -> Any:
    return _NOT_XML.sub("�", value) if isinstance(value, str) else value
