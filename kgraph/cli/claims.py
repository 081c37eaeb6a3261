"""claims: read them with their speaker, denials and exact words."""

from __future__ import annotations

import sys
from typing import Any

import click

from kgraph.cli.common import default_format, emit, emit_claims, format_option, graph_options, limit_option, opened
from kgraph.errors import UsageError


@click.group()
def claims() -> None:
    """Claims with their speaker, denials and exact words: list, show.

    \b
    kgraph claims list --actor Turkey --denied
    kgraph claims show c_0123456789abcdef
    """


@claims.command("list")
@click.option("--actor", metavar="NAME", help="In any role; any alias will do.")
@click.option("--by", metavar="NAME", help="On whose word.")
@click.option("--about", metavar="NAME", help="Who does it or to whom it is done.")
@click.option("--relation", metavar="TYPE", help="ACCUSES, SENDS, DENIES ...")
@click.option("--modality", metavar="WORD", help="asserted, reported, alleged, demanded ...")
@click.option("--denied/--undenied", default=None, help="Only claims that somebody denies, or only the others.")
@click.option("--since", metavar="DATE", help="Published on this day or later.")
@click.option("--until", metavar="DATE", help="Published on this day or earlier.")
@click.option("--outlet", metavar="NAME", help="Only of this outlet.")
@click.option("--article", metavar="ID", help="Only of this article.")
@click.option("--words", metavar="TEXT", help="Only where the article's words have this text.")
@limit_option
@format_option
@graph_options
def list_(
    format: str | None,
    graph: str | None,
    journal: str | None,
    user: str | None,
    database: str | None,
    **wanted: Any,
) -> int:
    """Claims by date and place in the article.

    \b
    kgraph claims list --by Macron
    kgraph claims list --about Turkey --since 2020-10-01 --format csv
    """
    choice = {"graph": graph, "journal": journal, "user": user, "database": database}
    with opened(read_only=True, create=False, **choice) as found_in:
        found = list(found_in.claims(**wanted))
        searched = f"nothing found; searched {found_in.searched()}" if not found else ""
    return emit_claims(found, format, searched=searched)


@claims.command()
@click.argument("id")
@format_option
@graph_options
def show(id: str, format: str | None, **options: Any) -> int:
    """Everything about one claim.

    Its speaker, the cue, who denies it, its time, the exact words and where they stand.

    \b
    kgraph claims show c_0123456789abcdef
    """
    from kgraph.output.claims import data_rows

    with opened(read_only=True, create=False, **options) as graph:
        found = list(graph.claims(ids=[id]))
    if not found:
        raise UsageError(f"no claim {id!r} in this graph", hint="'kgraph claims list --format jsonl' prints ids")
    if (chosen := format or default_format()) != "table":
        return emit(data_rows(found), chosen)
    from kgraph.output.cards import write_card  # rich is imported only when something is drawn

    write_card(found[0], sys.stdout)
    return 0
