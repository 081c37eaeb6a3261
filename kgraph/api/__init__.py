"""kgraph from Python, and the one place that puts the parts together: which reader, extractor, store and journal.

>>> import kgraph
>>> with kgraph.open(folder) as graph:
...     report = graph.ingest(file, published="2024-05-03")
...     [row["accused"] for row in graph.query("who-accuses-whom")]
[['Turkey']]

The command line calls these same functions. Heavy parts (spaCy, the engine, networkx) are imported on use.
"""

from __future__ import annotations

from kgraph.api.graph import Graph, catalogue, open_graph
from kgraph.api.inputs import (
    claims_of,
    cluster_records,
    explain,
    extract,
    extractor,
    read_articles,
    read_records,
    read_text,
)
from kgraph.api.result import Result

__all__ = [
    "Graph",
    "Result",
    "catalogue",
    "claims_of",
    "cluster_records",
    "explain",
    "extract",
    "extractor",
    "open_graph",
    "read_articles",
    "read_records",
    "read_text",
]
