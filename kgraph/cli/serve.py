"""serve: the embedded graph, up for others until Ctrl-C."""

from __future__ import annotations

import sys
from contextlib import ExitStack
from ipaddress import ip_address
from typing import TYPE_CHECKING

import click

from kgraph.cli.browser import browser_option, kit_port_option, served_kit
from kgraph.cli.common import limit_of_time, note, timeout_option
from kgraph.cli.queries import queries_option
from kgraph.cli.staying import until_stopped, wait

if TYPE_CHECKING:
    from kgraph.store import Served


@click.command()
@click.option("--graph", metavar="DIR", help="The graph's folder.")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=7687, show_default=True, help="Bolt port; 0 takes a free one."
)
@click.option(
    "--host",
    metavar="ADDRESS",
    default="127.0.0.1",
    show_default=True,
    help="Interface to listen on; 0.0.0.0 for all. Whoever reaches it can try the password, and reads along.",
)
@click.option("--read-only", is_flag=True, help="Let nobody write, not even with the password.")
@timeout_option
@queries_option
@browser_option
@kit_port_option
def serve(
    graph: str | None,
    port: int,
    host: str,
    read_only: bool,
    timeout: float | None,
    queries: str | None,
    browser: str,
    kit_port: int,
) -> int:
    """Keep the embedded graph up for Neo4j Browser and other Bolt clients.

    It listens on this machine only (127.0.0.1). Ctrl-C stops it; nothing is lost. While it is up, other kgraph
    commands on the same folder find it by themselves. The link it prints opens Browser with colours and a guide.
    A statement that takes too long is ended, whoever asked: Browser has no limit of its own.
    The password is in the graph's folder, in a file that only its owner can read; a terminal shows it once. When it
    was up is in serve.log.

    \b
    kgraph serve --graph news.graph
    kgraph serve --graph news.graph --read-only
    """
    from kgraph.output.browser import Login
    from kgraph.settings import load
    from kgraph.store import serve as serving

    settings = load(graph=graph, timeout=limit_of_time(timeout))
    with until_stopped() as stop, ExitStack() as up:
        served = up.enter_context(
            serving(settings.graph, port=port, host=host, read_only=read_only, timeout=settings.timeout)
        )
        if not is_loopback(host):
            note(f"warning: others can reach {host}, and what they and you send is not encrypted")
        login = Login(browser, served.uri, served.user, served.database)
        kit, opening = up.enter_context(served_kit(kit_port, login, queries))
        for line in greeting(served, kit, opening, password=_password(served)):
            click.echo(line)
        wait(stop)
    note("stopped; everything is saved")
    return 0


def is_loopback(host: str) -> bool:
    """
    >>> is_loopback("127.0.0.1"), is_loopback("localhost"), is_loopback("0.0.0.0")
    (True, True, False)
    """
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _password(served: Served) -> str | None:
    """The password, the first time and for a terminal only: a pipe may end in somebody's log."""
    if served.first and sys.stdout.isatty():
        return served.password_file.read_text(encoding="ascii").strip()
    return None


def greeting(served: Served, kit: str, opening: str, *, password: str | None = None) -> list[str]:
    """What somebody needs to know to connect."""
    shown = [f"            {password}   (shown this once)"] if password else []
    return [
        f"serving     {served.folder}",
        f"address     {served.uri}",
        f"user        {served.user}",
        f"password    in {served.password_file}",
        *shown,
        f"database    {served.database}{'   (read-only)' * served.read_only}",
        "",
        "Neo4j Browser, with the login filled in and a guide; type the password and connect:",
        f"  {opening}",
        "  (where Browser is elsewhere: --browser https://browser.neo4j.io/)",
        f"  its colours and guide come from {kit}",
        "",
        f"kgraph query who-accuses-whom --graph {served.folder}   (in another terminal) asks the same graph",
        "",
        "Ctrl-C stops it.",
    ]
