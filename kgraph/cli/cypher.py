"""cypher: one statement, from the command line, a file or standard input."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import click

from kgraph.cli.common import emit, format_option, graph_options, opened, pairs, timeout_option
from kgraph.errors import UsageError


@click.command()
@click.argument("statement", required=False)
@click.option("--file", metavar="FILE", help="Read the statement from a file.")
@click.option("-p", "--param", "given", multiple=True, metavar="NAME=VALUE", help="A parameter: $NAME. JSON or text.")
@click.option("--write", is_flag=True, help="Let the statement change the graph.")
@format_option
@timeout_option
@graph_options
def cypher(
    statement: str | None, file: str | None, given: tuple[str, ...], write: bool, format: str | None, **options: Any
) -> int:
    """Run one Cypher statement; reading only, unless --write.

    \b
    kgraph cypher 'MATCH (a:Actor) RETURN a.name AS name LIMIT 5'
    kgraph cypher 'MATCH (a:Actor {name: $name}) RETURN a.id AS id' -p name=Turkey
    echo 'MATCH (c:Claim) RETURN count(c) AS claims' | kgraph cypher -
    """
    text = _statement(statement, file)
    parameters = {name: _value(value) for name, value in pairs(given, "--param").items()}
    with opened(read_only=not write, create=False, **options) as graph:
        rows = graph.cypher(text, parameters, write=write).rows
    if write and not rows.columns:
        return 0
    return emit(rows, format, searched="the statement matched nothing")


def _statement(statement: str | None, file: str | None) -> str:
    if (statement is None) == (file is None):
        raise UsageError("one statement, please", hint="give it as an argument, as '-' for stdin, or with --file")
    if file is not None and file != "-":
        try:
            return Path(file).read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise UsageError("cannot read the statement", place=file, hint=str(error)) from error
    return sys.stdin.read() if "-" in (statement, file) else str(statement)


def _value(text: str) -> object:
    """A parameter's value: JSON where it is JSON (numbers, lists, null, true), else the text itself."""
    try:
        value: object = json.loads(text)
    except json.JSONDecodeError:
        return text
    return value
