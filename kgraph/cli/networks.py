"""analyze, path, export: the derived edges as a network."""

from __future__ import annotations

import sys
from itertools import islice
from pathlib import Path
from typing import Any

import click

from kgraph.cli.common import (
    chain,
    counted,
    emit,
    format_option,
    graph_options,
    journal_place,
    limit_option,
    note,
    opened,
    progress,
)
from kgraph.errors import NOTHING_MATCHED, UsageError
from kgraph.ports import Journal, Rows

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
@click.argument("kind", type=click.Choice(["graphml", "neo4j-admin"]), metavar="graphml|neo4j-admin")
@click.argument("records", nargs=-1, metavar="[RECORDS]...")
@click.option("-o", "--output", metavar="FILE|DIR", default="-", help="Where to write; '-' is stdout.")
@network_options
@graph_options
def export(
    kind: str,
    records: tuple[str, ...],
    output: str,
    relations: tuple[str, ...],
    asserted_only: bool,
    min_claims: int,
    **options: Any,
) -> int:
    """Write the network of actors for other tools, or all for Neo4j's importer.

    graphml is for Gephi, yEd and networkx; neo4j-admin for millions of claims: files in a folder, with the command that
    imports them. It takes the graph's journal, or record files of 'kgraph extract' without any graph between.

    \b
    kgraph export graphml -o network.graphml
    kgraph export neo4j-admin -o import/
    kgraph export neo4j-admin records.jsonl -o import/
    """
    if kind == "neo4j-admin":
        return _for_neo4j_admin(records, output, options)
    if records:
        raise UsageError("graphml is written from a graph", hint="'kgraph load RECORDS' makes one")
    choice = {"relations": relations or None, "asserted_only": asserted_only, "min_claims": min_claims}
    return _graphml(output, choice, options)


def _graphml(output: str, choice: dict[str, Any], options: dict[str, Any]) -> int:
    from kgraph.output.graphml import write_graphml

    with opened(read_only=True, create=False, **options) as graph:
        found = graph.network(**choice)
    if output == "-":
        write_graphml(found, sys.stdout.buffer)
        return 0
    try:
        with Path(output).open("wb") as stream:
            write_graphml(found, stream)
    except OSError as error:
        raise UsageError("cannot write graphml", place=output, hint=str(error.strerror)) from error
    note(f"wrote {found.number_of_nodes():,} actors and {found.number_of_edges():,} edges to {output}")
    return 0


def _for_neo4j_admin(records: tuple[str, ...], output: str, options: dict[str, Any]) -> int:
    import tempfile

    from kgraph.output.admin_csv import COMMAND, write_admin_csv
    from kgraph.store import open_journal

    if output == "-":
        raise UsageError("neo4j-admin wants files", hint="name a new folder: -o import/")
    place = journal_place(options["graph"], options["journal"], options["database"])
    if not records and not place.is_dir():
        raise UsageError("there are no records", place=str(place), hint="name a graph with --graph, or record files")
    with tempfile.TemporaryDirectory(prefix="kgraph-") as passing, progress("writing") as step:
        journal = open_journal("", folder=passing if records else place)
        try:
            _keep(records, journal)
            made = write_admin_csv(journal.extractions(), Path(output), on_progress=step)
        finally:
            journal.close()
    if not made.nodes:
        note("there are no articles in it")
        return NOTHING_MATCHED
    nodes, ties = sum(made.nodes.values()), sum(made.relationships.values())
    note(f"wrote {counted(nodes, 'node')} and {counted(ties, 'relationship')} into {output}")
    note(f"stop Neo4j, run: sh {Path(output) / COMMAND}, start it, run: kgraph neo4j bootstrap --graph URI")
    return 0


def _keep(files: tuple[str, ...], journal: Journal) -> None:
    """Put record files into a journal: of several texts of one URL it knows the last."""
    from kgraph.api import read_records

    records = read_records(*files)
    while batch := list(islice(records, 256)):
        journal.append(batch)
