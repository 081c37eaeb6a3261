"""verify, rebuild, forget: a graph that can be trusted, made anew, and taken back."""

from __future__ import annotations

from typing import Any

import click

from kgraph.cli.common import counted, emit, format_option, graph_options, note, opened, progress
from kgraph.cli.reading import name_failed
from kgraph.errors import NOTHING_MATCHED, DataError
from kgraph.ports import Rows


@click.command()
@format_option
@graph_options
def verify(format: str | None, **options: Any) -> int:
    """Check every quote, offset, id and derived edge again.

    Exit code 0 when all is sound, 5 when something is not; each finding is one row.

    \b
    kgraph verify
    """
    with opened(read_only=True, create=False, **options) as graph, progress("verifying") as step:
        report = graph.verify(on_progress=step)
    if not report.findings:
        note(f"all sound: {', '.join(report.checked)}")
        return 0
    emit(Rows(("check", "where", "finding"), tuple(report.findings)), format)
    note(f"{counted(len(report.findings), 'finding')}; 'kgraph rebuild' makes the graph anew from its journal")
    return DataError.exit_code


@click.command()
@graph_options
def rebuild(**options: Any) -> int:
    """Make the graph anew from its journal.

    A record that is broken is named, and the others go in; the exit code is then 5.

    \b
    kgraph rebuild --graph news.graph
    """
    with opened(**options) as graph, progress("rebuilding") as step:
        report = graph.rebuild(on_progress=step)
        address = graph.address
    counts = f"{counted(report.articles, 'article')}, {counted(report.claims, 'claim')}"
    note(f"rebuilt {address} from its journal: {counts}")
    name_failed(report)
    return DataError.exit_code if report.failed else 0


@click.command()
@click.argument("articles", nargs=-1, required=True, metavar="ARTICLE...")
@click.option("--purge", is_flag=True, help="Take its text out of every file, for good.")
@graph_options
def forget(articles: tuple[str, ...], purge: bool, **options: Any) -> int:
    """Take an article out of the graph, by id or URL. Its record stays in the journal, unless --purge.

    \b
    kgraph forget a_0123456789abcdef
    kgraph forget https://example.org/story --purge
    """
    missing = 0
    with opened(create=False, **options) as graph:
        for article in articles:
            gone = graph.forget(article, purge=purge)
            missing += not gone
            note(
                f"forgot {article}"
                if gone
                else f"kgraph: no article {article!r} here; 'kgraph query articles' lists them"
            )
    return NOTHING_MATCHED if missing else 0
