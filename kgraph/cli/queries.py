"""queries: which questions have a name, what they ask, and whether a folder of templates is sound."""

from __future__ import annotations

from pathlib import Path

import click

from kgraph.cli.common import counted, emit, format_option, note
from kgraph.errors import DataError
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
@click.argument("files", nargs=-1, metavar="[FILE|DIR]...", type=click.Path(path_type=Path))
@queries_option
def check(files: tuple[Path, ...], queries: str | None) -> int:
    """Check templates, or files with a statement of your own: header, parameters, that it only reads, that it is
    portable.

    Each form that Neo4j and the embedded store do not take alike is named with its line and what to write instead.

    \b
    kgraph queries check --queries my-queries
    kgraph queries check my-question.cypher
    """
    from kgraph.api import catalogue
    from kgraph.query.catalogue import check_file, query_files

    found = query_files(files) if files else [template.path for template in catalogue(queries)]
    told, faulty = 0, 0
    for path in found:
        try:
            for finding in check_file(path):
                told += 1
                click.echo(f"{path}:{finding.line}: {finding}")
        except DataError as error:
            faulty += 1
            note(str(error))
    if told or faulty:
        forms = f"{counted(told, 'form')} that one of the stores takes otherwise"
        note(f"{counted(len(found), 'file')}: {faulty} cannot be used, {forms}")
        return DataError.exit_code
    note(f"{counted(len(found), 'file' if files else 'template')}, all sound")
    return 0
