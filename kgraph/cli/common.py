"""What the commands share: the options that choose a graph, where output goes, and progress on stderr."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Timer
from typing import TYPE_CHECKING, Any, TypeVar

import click

from kgraph.errors import NOTHING_MATCHED, UsageError
from kgraph.ports import Rows

if TYPE_CHECKING:
    from kgraph.api import Graph
    from kgraph.output.claims import ClaimView

Command = TypeVar("Command", bound=Callable[..., Any])

PASSWORD = "Password: KGRAPH_PASSWORD, or a file that KGRAPH_PASSWORD_FILE names, or it is asked for."
TIMEOUT = 120  # seconds
FORMATS = ("table", "json", "jsonl", "csv", "tsv", "md")  # a test keeps them equal to output's
# and these equal to reading's
INPUT_FORMATS = (
    "text",
    "markdown",
    "html",
    "jsonl",
    "json",
    "csv",
    "tsv",
    "parquet",
    "pdf",
    "feed",
    "warc",
    "email",
    "mbox",
)
LIMITS = ("bytes", "ratio", "members", "depth", "pages", "entries", "tags", "seconds", "redirects")


def chain(*decorators: Callable[[Command], Command]) -> Callable[[Command], Command]:
    def apply(command: Command) -> Command:
        for decorator in reversed(decorators):
            command = decorator(command)
        return command

    return apply


graph_options = chain(
    click.option("--graph", metavar="DIR|URI", help="The graph: a folder, or bolt:// or neo4j:// of a server."),
    click.option("--journal", metavar="DIR", help="Where a server's records are kept."),
    click.option("--user", metavar="NAME", help=f"User at the server. {PASSWORD}"),
    click.option("--database", metavar="NAME", help="Database at the server."),
)

format_option = click.option(
    "-f", "--format", type=click.Choice(FORMATS), help="Default: a table on a terminal, JSON lines in a pipe."
)

timeout_option = click.option(
    "--timeout",
    type=click.FloatRange(min=0),
    metavar="SECONDS",
    help=f"The longest that a statement may take; 0 for no limit. Default: {TIMEOUT}.",
)

limit_option = click.option("-n", "--limit", type=click.IntRange(min=1), help="At most so many rows.")

reader_options = chain(
    click.option("--actors", metavar="FILE", help="Actors of your own: CSV with name, aliases, kind, country, code."),
    click.option(
        "--attribution",
        type=click.Choice(["narrow", "wide"]),
        help="What counts as attribution: clauses and quotations, said or thought; or what is judged or asked for too.",
    ),
    click.option("--model", metavar="NAME", help="The spaCy model that parses."),
    click.option(
        "--everything",
        is_flag=True,
        default=None,
        help="Read what is left out else: other languages, verse, tables, lists of scores, lines in capitals.",
    ),
)

source_options = chain(
    click.option(
        "--input-format",
        type=click.Choice(INPUT_FORMATS),
        help="What the input is, where its name does not say.",
    ),
    click.option("--published", metavar="DATE", help="Publication date of articles that have none of their own."),
    click.option("--outlet", metavar="NAME", help="Outlet of articles that name none."),
    click.option("--encoding", metavar="NAME", help="Encoding of the files, where it must not be guessed."),
    click.option("--max-bytes", type=click.IntRange(min=1), help="The most one article may have. Default: 10 MB."),
    click.option(
        "--field",
        "fields",
        multiple=True,
        metavar="KGRAPH=THEIRS",
        help="A field of JSON, or a column of a table, by another name: --field text=body --field date=pub_date.",
    ),
    click.option(
        "--files-from",
        multiple=True,
        metavar="FILE",
        help="Read what this file names, one a line; '-' for stdin.",
    ),
    click.option(
        "--limit",
        "limits",
        multiple=True,
        metavar="NAME=NUMBER",
        help=f"Raise or lower a limit: {', '.join(LIMITS)}. See docs/how-to/read-articles.md.",
    ),
    click.option("--pages", is_flag=True, default=None, help="Of a feed, fetch the pages that it links to."),
    click.option(
        "--allow-private",
        is_flag=True,
        default=None,
        help="Fetch from addresses of this machine and of the local network too.",
    ),
)


def limit_of_time(asked: float | None) -> float | None:
    """What a command that has ``timeout_option`` gives the settings; None leaves it to the environment."""
    return TIMEOUT if asked is None and "KGRAPH_TIMEOUT" not in os.environ else asked


def opened(**options: Any) -> Graph:
    """The graph that the options name; call it in a ``with``."""
    from kgraph.api import open_graph

    if "timeout" in options:
        options["timeout"] = limit_of_time(options["timeout"])
    if sys.stdin.isatty() and sys.stderr.isatty():
        options["password"] = _asked(options)

    return open_graph(**options)


def journal_place(graph: str | None, journal: str | None, database: str | None) -> Path:
    """The folder of the journal that the options name."""
    from kgraph.settings import load
    from kgraph.store import journal_folder

    settings = load(graph=graph, journal=journal, database=database)
    return journal_folder(settings.graph, folder=settings.journal, database=settings.database)


def _asked(options: dict[str, Any]) -> str | None:
    """The password of a server, from whoever sits at the terminal, where nothing else tells it."""
    from urllib.parse import urlsplit

    from kgraph.settings import load

    settings = load(**{name: options.get(name) for name in ("graph", "user", "database")})
    server = urlsplit(settings.graph) if "://" in settings.graph else None
    if server is None or settings.password is not None or server.password is not None:
        return None
    user = settings.user or server.username or "neo4j"
    told: str = click.prompt(
        f"password of {user} at {server.hostname}", default="", show_default=False, hide_input=True, err=True
    )
    return told or None


def emit(rows: Rows, format: str | None, *, searched: str = "") -> int:
    """Print rows and give the exit code: 1 when nothing matched, and then ``searched`` says what was looked at."""
    chosen = format or default_format()
    if not len(rows):
        if rows.columns and chosen in ("json", "csv", "tsv"):  # an empty file of these would be a broken one
            _write(rows, chosen)
        note(searched or "nothing matched")
        return NOTHING_MATCHED
    _write(rows, chosen)
    return 0


def emit_claims(claims: Sequence[ClaimView], format: str | None, *, searched: str = "") -> int:
    """Like ``emit``; a claim is never printed without its speaker, denials and standing."""
    from kgraph.output.claims import data_rows
    from kgraph.output.writers import write_claims

    if not claims:
        return emit(data_rows(claims), format, searched=searched)
    write_claims(claims, sys.stdout, format=format or default_format())
    return 0


def _write(rows: Rows, format: str) -> None:
    from kgraph.output.writers import write

    write(rows, sys.stdout, format=format)


def default_format() -> str:
    return "table" if sys.stdout.isatty() else "jsonl"


def note(message: str) -> None:
    """One line for the person at the terminal; never mixed into the data."""
    click.echo(message, err=True)


def counted(number: int, thing: str, things: str | None = None) -> str:
    """
    >>> counted(1, "article"), counted(1903, "claim"), counted(2, "country", "countries")
    ('1 article', '1,903 claims', '2 countries')
    """
    return f"{number:,} {thing if number == 1 else things or thing + 's'}"


PROGRESS_AFTER = 1.0  # seconds of silence that nobody minds


@contextmanager
def progress(what: str) -> Iterator[Callable[[int, str], None]]:
    """A line on stderr that says how far the work is, if stderr is a terminal and the work takes over a second."""
    if not sys.stderr.isatty():
        yield lambda done, doing: None
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}", markup=False), TimeElapsedColumn())
    bar = Progress(*columns, console=Console(stderr=True), transient=True)
    task = bar.add_task(what, total=None)

    def step(done: int, doing: str) -> None:
        from kgraph.output.cells import terminal

        bar.update(task, description=f"{what} · {done:,} done · {terminal(doing)[:60]}")

    timer = Timer(PROGRESS_AFTER, bar.start)
    timer.daemon = True
    timer.start()
    try:
        yield step
    finally:
        timer.cancel()
        bar.stop()


def pairs(texts: tuple[str, ...], option: str) -> dict[str, str]:
    """``name=value`` options as a mapping."""
    found = {}
    for text in texts:
        name, equals, value = text.partition("=")
        if not equals or not name.strip():
            raise UsageError(f"{option} takes name=value, not {text!r}")
        found[name.strip()] = value
    return found
