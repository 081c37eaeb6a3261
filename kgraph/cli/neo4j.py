"""neo4j: what only a Neo4j server needs."""

from __future__ import annotations

from typing import Any

import click

from kgraph.cli.common import graph_options, note, opened


@click.group()
def neo4j() -> None:
    """What only a Neo4j server needs: bootstrap, after an import.

    \b
    kgraph neo4j bootstrap --graph neo4j://localhost:7687
    """


@neo4j.command()
@graph_options
def bootstrap(**options: Any) -> int:
    """Finish what 'neo4j-admin database import' began: constraints, indexes, empty lists.

    Afterwards the graph is the one that 'kgraph load' would have made. Running it again changes nothing.

    \b
    kgraph neo4j bootstrap --graph neo4j://localhost:7687
    """
    with opened(create=False, **options) as graph:
        graph.finish_import()
        note(f"{graph.address} is ready: {graph.searched()}")
    return 0
