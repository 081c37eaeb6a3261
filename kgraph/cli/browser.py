"""browser: what makes the graph at home in Neo4j Browser, as files or served."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kgraph.cli.common import counted, note
from kgraph.cli.queries import queries_option
from kgraph.cli.staying import until_stopped, wait

if TYPE_CHECKING:
    from kgraph.output.browser import Login

browser_option = click.option(
    "--browser",
    metavar="URL",
    default="http://localhost:7474/browser/",
    show_default=True,
    help="Where Neo4j Browser is: a server's own page, or https://browser.neo4j.io/.",
)
kit_port_option = click.option(
    "--kit-port", type=click.IntRange(0, 65535), default=0, help="Port of the style and the guide. Default: a free one."
)


kit_host_option = click.option(
    "--kit-host",
    metavar="ADDRESS",
    default="127.0.0.1",
    show_default=True,
    help="Interface that style and guide are served on; another one is for a container, whose port is published.",
)


@click.group()
def browser() -> None:
    """Neo4j Browser, at home in the graph: favourites, colours, a guide, links.

    \b
    kgraph browser export kit
    kgraph browser open --graph neo4j://localhost:7687
    """


@browser.command()
@click.argument("directory", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
@click.option("--graph", metavar="URI", help="Address that the links log in to. Default: bolt://localhost:7687.")
@click.option("--user", metavar="NAME", help="User that the links fill in.")
@click.option("--database", metavar="NAME", help="Database that the links fill in.")
@queries_option
@browser_option
def export(
    directory: Path, graph: str | None, user: str | None, database: str | None, queries: str | None, browser: str
) -> int:
    """Write the kit into a folder: a favourite for each template, the style, the guide, bookmarks.

    Drop a .cypher file, or kgraph.grass, on the page of Neo4j Browser.

    \b
    kgraph browser export kit
    """
    from kgraph.api import catalogue
    from kgraph.output.browser import kit, write_kit

    files = kit(catalogue(queries), _login(browser, graph, user, database))
    note(f"wrote {counted(write_kit(directory, files), 'file')} into {directory}")
    note("drop favourites/*.cypher, one at a time, and kgraph.grass on the page of Neo4j Browser")
    return 0


@browser.command("open")
@click.option("--graph", metavar="URI", help="The server to log in to. Default: bolt://localhost:7687.")
@click.option("--user", metavar="NAME", help="User that the link fills in.")
@click.option("--database", metavar="NAME", help="Database that the link fills in.")
@click.option("--no-open", is_flag=True, help="Only print the link.")
@queries_option
@browser_option
@kit_host_option
@kit_port_option
def open_(
    graph: str | None,
    user: str | None,
    database: str | None,
    no_open: bool,
    queries: str | None,
    browser: str,
    kit_host: str,
    kit_port: int,
) -> int:
    """Open Neo4j Browser with the login filled in and the guide of kgraph; its first page sets the colours.

    They are served on this machine until Ctrl-C. The password is typed in the page; it is in no link.

    \b
    kgraph browser open --graph neo4j://localhost:7687
    """
    login = _login(browser, graph, user, database)
    with until_stopped() as stop, served_kit(kit_port, login, queries, host=kit_host) as (_, opening):
        click.echo(opening)
        note("the guide comes up; log in, and click its :style for the colours. Ctrl-C ends it.")
        if not no_open:
            with suppress(Exception):  # a machine without a desktop: the link is printed
                click.launch(opening)
        wait(stop)
    return 0


def _login(browser: str, graph: str | None, user: str | None, database: str | None) -> Login:
    from kgraph.errors import UsageError
    from kgraph.output.browser import Login
    from kgraph.settings import load
    from kgraph.store import address_of, is_uri

    settings = load(graph=graph, user=user, database=database)
    if not is_uri(settings.graph):
        if graph is not None:
            hint = "'kgraph serve' keeps a folder up for Neo4j Browser, kit and all"
            raise UsageError(f"{graph} is a folder, not a server", hint=hint)
        return Login(browser, "bolt://localhost:7687", settings.user or "neo4j", settings.database)
    address, named = address_of(settings.graph)
    return Login(browser, address, settings.user or named or "neo4j", settings.database)


@contextmanager
def served_kit(port: int, login: Login, queries: str | None, *, host: str = "127.0.0.1") -> Iterator[tuple[str, str]]:
    """Serve the kit while the block runs; gives its address and the link that opens Browser with it."""
    from kgraph.api import catalogue
    from kgraph.output.browser import GUIDE, KitServer, kit

    with KitServer(port, host=host) as server:
        server.files |= kit(catalogue(queries), login, served=server.address)
        yield server.address, login.playing(f"{server.address}/{GUIDE}")
