"""shell: Cypher at a prompt. A statement ends with ';', a template's name asks its question."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from kgraph.cli.common import default_format, emit, format_option, graph_options, note, opened, pairs, timeout_option
from kgraph.errors import KgraphError

if TYPE_CHECKING:
    from kgraph.api import Graph

HELP = """\
MATCH ... RETURN ...;    a Cypher statement, over as many lines as you like; ';' ends it
:queries                 the questions that have a name
:query NAME [a=b ...]    ask one: :query claims-by actor=Ankara
:format FORMAT           table, json, jsonl, csv, tsv or md
:help                    this page
:quit                    leave; Ctrl-D does too

Tab completes, the arrow keys bring back what you typed.
Reading only: 'kgraph cypher --write' changes the graph."""


@click.command()
@click.option("--queries", metavar="DIR", help="A folder of templates of your own; it comes first.")
@format_option
@timeout_option
@graph_options
def shell(queries: str | None, format: str | None, **options: Any) -> int:
    """Ask in Cypher at a prompt, with history and completion. Also reads statements from a pipe.

    \b
    kgraph shell
    echo 'MATCH (c:Claim) RETURN count(c) AS claims;' | kgraph shell
    """
    with opened(queries=queries, read_only=True, create=False, **options) as graph:
        session = Session(graph, format or default_format())
        if sys.stdin.isatty():
            from kgraph.cli.prompt import lines_from_terminal

            note(f"{graph.address} · {graph.searched()} · :help")
            return session.run(lines_from_terminal(graph), stop_at_error=False)
        return session.run(sys.stdin, stop_at_error=True)


class Session:
    """Statements in, answers out. A pipe stops at the first error; a person may try again."""

    def __init__(self, graph: Graph, format: str) -> None:
        self.graph, self.format = graph, format

    def run(self, lines: Iterator[str] | Any, *, stop_at_error: bool) -> int:
        code = 0
        for statement in statements(lines):
            if statement in (":quit", ":exit", ":q"):
                break
            try:
                code = self.answer(statement)
            except KgraphError as error:
                if stop_at_error:
                    raise
                note(f"kgraph: {error}")
        return code if stop_at_error else 0

    def answer(self, statement: str) -> int:
        if statement.startswith(":"):
            return self._command(statement)
        rows = self.graph.cypher(statement).rows
        return emit(rows, self.format, searched="the statement matched nothing")

    def _command(self, text: str) -> int:
        try:
            words = shlex.split(text)
        except ValueError:  # an apostrophe in a name: "actor=Côte d'Ivoire"
            words = text.split()
        match words:
            case [":help" | ":h" | ":?"]:
                click.echo(HELP)
            case [":queries"]:
                for template in self.graph.catalogue:
                    click.echo(f"{template.name:<24} {template.title}")
            case [":query", name, *given]:
                result = self.graph.query(name, **pairs(tuple(given), f":query {name}"))
                for message in result.messages:
                    note(message)
                return emit(result.rows, self.format, searched=result.searched)
            case [":format", "table" | "json" | "jsonl" | "csv" | "tsv" | "md" as format]:
                self.format = format
            case _:
                note(f"kgraph: {text!r} is no command here; :help lists them")
        return 0


def statements(lines: Any) -> Iterator[str]:
    """Lines put together up to the ';' that ends a statement. A ':command' is a line of its own.

    >>> list(statements(["MATCH (n)", "RETURN ';' AS x; :help"]))
    ["MATCH (n)\\nRETURN ';' AS x", ':help']
    """
    waiting = ""
    for line in lines:
        if not waiting.strip() and line.lstrip().startswith(":"):
            yield line.strip()
            waiting = ""
            continue
        waiting = f"{waiting}\n{line.rstrip()}" if waiting else line.rstrip()
        *whole, waiting = split_statements(waiting)
        yield from (statement.strip() for statement in whole if statement.strip())
        if waiting.lstrip().startswith(":"):
            yield waiting.strip()
            waiting = ""
    if waiting.strip():
        yield waiting.strip()  # a pipe may leave the last ';' out


def split_statements(text: str) -> list[str]:
    """Cut at every ';' outside quotes and comments; the last piece is what has no ';' yet.

    >>> split_statements("RETURN 'a;b' AS x; RETURN 1 // ;")
    ["RETURN 'a;b' AS x", ' RETURN 1 // ;']
    """
    pieces, start, place = [], 0, 0
    while place < len(text):
        step = _length_of_quoted(text, place)
        if step == 0 and text[place] == ";":
            pieces.append(text[start:place])
            start = place + 1
        place += step or 1
    return [*pieces, text[start:]]


def _length_of_quoted(text: str, place: int) -> int:
    """How long the quotation or comment is that begins here; 0 when none does."""
    for opening, closing in (("//", "\n"), ("/*", "*/")):
        if text.startswith(opening, place):
            end = text.find(closing, place + 2)
            return (len(text) if end < 0 else end + len(closing)) - place
    if (quote := text[place]) not in "'\"`":
        return 0
    end = place + 1
    while end < len(text) and text[end] != quote:
        end += 2 if text[end] == "\\" and quote != "`" else 1
    return min(end + 1, len(text)) - place
