"""serve: the embedded graph, up for others until Ctrl-C."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING

import click

from kgraph.cli.browser import browser_option, kit_port_option, served_kit
from kgraph.cli.common import note
from kgraph.cli.queries import queries_option
from kgraph.cli.staying import until_stopped, wait

if TYPE_CHECKING:
    from kgraph.store import Served


@click.command()
@click.option("--graph", metavar="DIR", help="The graph's folder.")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=7687, show_default=True, help="Bolt port; 0 takes a free one."
)
@queries_option
@browser_option
@kit_port_option
def serve(graph: str | None, port: int, queries: str | None, browser: str, kit_port: int) -> int:
    """Keep the embedded graph up for Neo4j Browser and other Bolt clients.

    It listens on this machine only (127.0.0.1). Ctrl-C stops it; nothing is lost. While it is up, other kgraph
    commands on the same folder find it by themselves. The link it prints opens Browser with colours and a guide.

    \b
    kgraph serve --graph news.graph
    """
    from kgraph.output.browser import Login
    from kgraph.settings import load
    from kgraph.store import serve as serving

    with until_stopped() as stop, ExitStack() as up:
        served = up.enter_context(serving(load(graph=graph).graph, port=port))
        login = Login(browser, served.uri, served.user, served.database)
        kit, opening = up.enter_context(served_kit(kit_port, login, queries))
        for line in greeting(served, kit, opening):
            click.echo(line)
        wait(stop)
    note("stopped; everything is saved")
    return 0


def greeting(served: Served, kit: str, opening: str) -> list[str]:
    """What somebody needs to know to connect."""
    return [
        f"serving     {served.folder}",
        f"address     {served.uri}",
        f"user        {served.user}",
        f"password    in {served.password_file}",
        f"database    {served.database}",
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
