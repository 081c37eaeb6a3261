"""stats, notes, status: what the graph holds, what was left out, and whether all is in its place."""

from __future__ import annotations

from typing import Any

import click

from kgraph.cli.common import emit, format_option, graph_options, limit_option, note, opened
from kgraph.ports import Rows


@click.command()
@format_option
@graph_options
def stats(format: str | None, **options: Any) -> int:
    """What the graph holds, in numbers.

    \b
    kgraph stats
    """
    with opened(read_only=True, create=False, **options) as graph:
        return emit(graph.stats().rows, format, searched="the graph is empty; 'kgraph ingest FILE' fills it")


@click.command()
@click.option("--code", metavar="CODE", help="Only notes of this kind.")
@click.option("--article", metavar="ID", help="Only of this article.")
@limit_option
@format_option
@graph_options
def notes(code: str | None, article: str | None, limit: int | None, format: str | None, **options: Any) -> int:
    """What was left out or not understood, and where.

    \b
    kgraph notes --limit 20
    """
    with opened(read_only=True, create=False, **options) as graph:
        rows = graph.notes(code=code, article=article, limit=limit)
    return emit(rows, format, searched="no notes: nothing was left out")


@click.command()
@format_option
@graph_options
def status(format: str | None, **options: Any) -> int:
    """Which graph this is, and whether graph and journal agree.

    \b
    kgraph status --graph news.graph
    """
    with opened(read_only=True, create=False, **options) as graph:
        found = graph.status()
    emit(Rows(("what", "value"), tuple(found.facts)), format)
    for problem in found.problems:
        note(f"kgraph: {problem}")
    return 0
