"""analyze, path, export: the derived edges as a network."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from kgraph.cli.common import chain, emit, format_option, graph_options, limit_option, note, opened
from kgraph.errors import UsageError
from kgraph.ports import Rows

network_options = chain(
    click.option("--relation", "relations", multiple=True, metavar="TYPE", help="Only these relations; repeatable."),
    click.option("--asserted-only", is_flag=True, help="Only edges that some article asserts in its own voice."),
    click.option("--min-claims", type=click.IntRange(min=1), default=1, help="Only edges with so many claims."),
)


@click.command()
@click.option("--overview", is_flag=True, help="The network as a whole instead of its actors.")
@network_options
@limit_option
@format_option
@graph_options
def analyze(
    overview: bool,
    relations: tuple[str, ...],
    asserted_only: bool,
    min_claims: int,
    limit: int | None,
    format: str | None,
    **options: Any,
) -> int:
    """Who is central, and who belongs together: degree, PageRank, communities.

    Most edges are somebody's word: an actor ranks high because much is claimed, not because it is true.

    \b
    kgraph analyze --limit 10
    kgraph analyze --relation ACCUSES --relation DENIES --overview
    """
    with opened(read_only=True, create=False, **options) as graph:
        choice = {"relations": relations or None, "asserted_only": asserted_only, "min_claims": min_claims}
        rows = graph.network_overview(**choice) if overview else graph.analyze(**choice)
        searched = f"nothing found; searched {graph.searched()}" if not len(rows) else ""
    return emit(Rows(rows.columns, rows.rows[:limit]), format, searched=searched)


@click.command()
@click.argument("start", metavar="A")
@click.argument("end", metavar="B")
@click.option("--count", type=click.IntRange(min=1), default=3, show_default=True, help="So many ways at most.")
@network_options
@format_option
@graph_options
def path(
    start: str,
    end: str,
    count: int,
    relations: tuple[str, ...],
    asserted_only: bool,
    min_claims: int,
    format: str | None,
    **options: Any,
) -> int:
    """How two actors are connected. A and B are any alias.

    Every hop says who acts on whom, and whether that is asserted or only alleged, and denied.

    \b
    kgraph path Paris Baku
    """
    with opened(read_only=True, create=False, **options) as graph:
        choice = {"relations": relations or None, "asserted_only": asserted_only, "min_claims": min_claims}
        rows = graph.path(start, end, count=count, **choice)
        searched = f"no path between {start} and {end}; searched {graph.searched()}" if not len(rows) else ""
    return emit(rows, format, searched=searched)


@click.command()
@click.argument("kind", type=click.Choice(["graphml"]), metavar="graphml")
@click.option("-o", "--output", metavar="FILE", default="-", help="Where to write; '-' is stdout.")
@network_options
@graph_options
def export(
    kind: str, output: str, relations: tuple[str, ...], asserted_only: bool, min_claims: int, **options: Any
) -> int:
    """Write the network of actors for other tools: graphml (Gephi, yEd, networkx).

    \b
    kgraph export graphml -o network.graphml
    """
    from kgraph.output.graphml import write_graphml

    with opened(read_only=True, create=False, **options) as graph:
        found = graph.network(relations=relations or None, asserted_only=asserted_only, min_claims=min_claims)
    if output == "-":
        write_graphml(found, sys.stdout.buffer)
        return 0
    try:
        with Path(output).open("wb") as stream:
            write_graphml(found, stream)
    except OSError as error:
        raise UsageError(f"cannot write {kind}", place=output, hint=str(error.strerror)) from error
    note(f"wrote {found.number_of_nodes():,} actors and {found.number_of_edges():,} edges to {output}")
    return 0
