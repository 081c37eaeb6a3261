"""queries: which questions have a name, what they ask, and whether a folder of templates is sound."""

from __future__ import annotations

import click

from kgraph.cli.common import emit, format_option, note
from kgraph.ports import Rows

queries_option = click.option("--queries", metavar="DIR", help="A folder of templates of your own; it comes first.")


@click.group()
def queries() -> None:
    """The questions that have a name: list, show, check.

    \b
    kgraph queries list
    kgraph queries show who-accuses-whom
    """


@queries.command("list")
@queries_option
@format_option
def list_(queries: str | None, format: str | None) -> int:
    """Name and title of every template.

    \b
    kgraph queries list
    """
    from kgraph.api import catalogue

    rows = tuple((t.name, t.title, [p.name for p in t.parameters]) for t in catalogue(queries))
    return emit(Rows(("name", "title", "parameters"), rows), format, searched="no templates")


@queries.command()
@click.argument("name")
@queries_option
def show(name: str, queries: str | None) -> int:
    """A template as it stands in its file: header and Cypher.

    \b
    kgraph queries show who-denies-what
    """
    from kgraph.api import catalogue

    template = catalogue(queries).get(name)
    click.echo(template.text.rstrip())
    note(f"from {template.path}")
    return 0


@queries.command()
@queries_option
def check(queries: str | None) -> int:
    """Check every template: header, parameters, and that it only reads.

    \b
    kgraph queries check --queries my-queries
    """
    from kgraph.api import catalogue

    found = list(catalogue(queries))
    note(f"{len(found)} templates, all sound")
    return 0
