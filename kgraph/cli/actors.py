"""actors: who is in the graph, under which names."""

from __future__ import annotations

from typing import Any

import click

from kgraph.cli.common import default_format, emit, format_option, graph_options, limit_option, opened
from kgraph.ports import Rows


@click.group()
def actors() -> None:
    """The actors of the graph: list, show.

    \b
    kgraph actors list --kind person
    kgraph actors show Ankara
    """


@actors.command("list")
@click.option("--kind", metavar="KIND", help="country, person, office, armed-group, igo, media, unnamed ...")
@click.option("--country", metavar="ISO3", help="Only of this country: TUR.")
@limit_option
@format_option
@graph_options
def list_(kind: str | None, country: str | None, limit: int | None, format: str | None, **options: Any) -> int:
    """Actors with the number of claims they are in, the busiest first.

    \b
    kgraph actors list --country TUR
    """
    with opened(read_only=True, create=False, **options) as graph:
        rows = graph.actors(kind=kind, country=country, limit=limit)
        searched = f"nothing found; searched {graph.searched()}" if not len(rows) else ""
    return emit(rows, format, searched=searched)


@actors.command()
@click.argument("name")
@format_option
@graph_options
def show(name: str, format: str | None, **options: Any) -> int:
    """One actor by any of its names.

    Its id, kind, country and code, every name, what the articles call it, and on whom it acts.

    \b
    kgraph actors show "Recep Tayyip Erdogan"
    """
    with opened(read_only=True, create=False, **options) as graph:
        found = [graph.actor(id) for id in graph.actor_ids(name)]
    chosen = format or default_format()
    if chosen != "table":
        return emit(_as_rows(found), chosen)
    for actor in found:
        emit(Rows(("", "actor"), tuple((key, value) for key, value in actor.items() if value)), "table")
    return 0


def _as_rows(found: list[dict[str, Any]]) -> Rows:
    return Rows(tuple(found[0]), tuple(tuple(actor.values()) for actor in found))
