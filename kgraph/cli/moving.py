"""copy, backup, restore, wipe: a graph as a whole, taken elsewhere or taken away."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from kgraph.cli.common import PASSWORD, counted, graph_options, journal_place, note, opened, progress
from kgraph.cli.reading import name_failed
from kgraph.errors import DataError, UsageError


@click.command()
@click.argument("source", metavar="FROM")
@click.argument("target", metavar="TO")
@click.option("--from-journal", metavar="DIR", help="Where FROM's records are, if FROM is a server.")
@click.option("--journal", metavar="DIR", help="Where TO's records shall be kept, if TO is a server.")
@click.option("--user", metavar="NAME", help=f"User at the server. {PASSWORD}")
@click.option("--database", metavar="NAME", help="Database at the server.")
def copy(
    source: str, target: str, from_journal: str | None, journal: str | None, user: str | None, database: str | None
) -> int:
    """Copy a graph into another: from a folder to a server, or back.

    Records and notes come along; what is there already changes nothing. FROM is only read.

    \b
    kgraph copy news.graph neo4j://localhost:7687
    kgraph copy neo4j://localhost:7687 copy.graph
    """
    from kgraph.store import is_uri, journal_folder, open_journal

    folder = journal_folder(source, folder=from_journal, database=database)
    if not is_uri(source) and not folder.is_dir():
        raise UsageError("there is no graph", place=source, hint="name the folder of a graph, or a server")
    if folder.resolve() == journal_folder(target, folder=journal, database=database).resolve():
        raise UsageError("FROM and TO are the same graph", place=target, hint="name another")
    records = open_journal(source, folder=folder, database=database)
    try:
        named = {"graph": target, "journal": journal, "user": user, "database": database}
        with opened(**named) as graph, progress("copying") as step:
            report = graph.copy_from(records, on_progress=step)
            address = graph.address
    finally:
        records.close()
    there = f" · {counted(report.unchanged, 'article')} there already" if report.unchanged else ""
    counts = f"{counted(report.articles, 'article')}, {counted(report.claims, 'claim')}"
    note(f"copied {source} into {address}: {counts}{there}")
    name_failed(report)
    return DataError.exit_code if report.failed else 0


@click.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--graph", metavar="DIR|URI", help="The graph: a folder, or bolt:// or neo4j:// of a server.")
@click.option("--journal", metavar="DIR", help="Where a server's records are kept.")
@click.option("--database", metavar="NAME", help="Database at the server.")
def backup(file: Path, graph: str | None, journal: str | None, database: str | None) -> int:
    """Write all records into one file, from which the graph can be made anew, here or elsewhere.

    It holds every text. The graph may be in use meanwhile.

    \b
    kgraph backup news-2024-05-01.tar.gz --graph news.graph
    """
    from kgraph.store.backup import write_backup

    folder = journal_place(graph, journal, database)
    made = write_backup(folder, file)
    note(
        f"wrote {file}: {counted(sum(made.sizes.values()), 'byte')} of records, {counted(file.stat().st_size, 'byte')}"
    )
    return 0


@click.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@graph_options
def restore(file: Path, **options: Any) -> int:
    """Make a graph from a backup. The graph must be new: what is there is never overwritten.

    \b
    kgraph restore news-2024-05-01.tar.gz --graph restored.graph
    """
    from kgraph.store.backup import read_backup

    with opened(**options) as graph, progress("restoring") as step:
        if articles := len(graph.query("articles", limit=1).rows):
            raise UsageError(f"has {counted(articles, 'article')} or more", place=graph.address, hint="name a new one")
        made = read_backup(file, journal_place(options.get("graph"), options.get("journal"), options.get("database")))
        report = graph.rebuild(on_progress=step)
        address = graph.address
    counts = f"{counted(report.articles, 'article')}, {counted(report.claims, 'claim')}"
    note(f"restored {address} from {file}, made {made.made_at} by {made.made_by}: {counts}")
    name_failed(report)
    return DataError.exit_code if report.failed else 0


@click.command()
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.option("--purge", is_flag=True, help="Take every text out of the journal too, for good.")
@graph_options
def wipe(yes: bool, purge: bool, **options: Any) -> int:
    """Take everything that kgraph made out of a graph, after a question.

    Nodes of others stay, and so does the journal, unless --purge: 'kgraph rebuild' makes the graph anew from it.

    \b
    kgraph wipe --graph neo4j://localhost:7687
    """
    with opened(create=False, **options) as graph:
        facts = dict(graph.status().facts)
        holds = f"{facts.get('articles', 0):,} articles and {facts.get('claims', 0):,} claims"
        kept = "Their texts are lost for good." if purge else "The records stay in the journal."
        if not yes and not click.confirm(f"Take {holds} out of {graph.address}? {kept}", default=False, err=True):
            note("nothing was changed")
            return 1
        graph.wipe(purge=purge)
        note(f"wiped {graph.address}: {holds}")
    return 0
