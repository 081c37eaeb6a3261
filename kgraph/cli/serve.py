"""serve: the embedded graph, up for others until Ctrl-C."""

from __future__ import annotations

import signal
import threading
from types import FrameType
from typing import TYPE_CHECKING, Any

import click

from kgraph.cli.common import note

if TYPE_CHECKING:
    from kgraph.store import Served


@click.command()
@click.option("--graph", metavar="DIR", help="The graph's folder.")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=7687, show_default=True, help="Bolt port; 0 takes a free one."
)
def serve(graph: str | None, port: int) -> int:
    """Keep the embedded graph up for Neo4j Browser and other Bolt clients.

    It listens on this machine only (127.0.0.1). Ctrl-C stops it; nothing is lost. While it is up, other kgraph
    commands on the same folder find it by themselves.

    \b
    kgraph serve --graph news.graph
    """
    from kgraph.settings import load
    from kgraph.store import serve as serving

    stop = threading.Event()
    before = {number: signal.signal(number, _setter(stop)) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        with serving(load(graph=graph).graph, port=port) as served:
            for line in greeting(served):
                click.echo(line)
            while not stop.wait(0.5):  # a wait without end would keep Windows from seeing Ctrl-C
                pass
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
    note("stopped; everything is saved")
    return 0


def _setter(stop: threading.Event) -> Any:
    def on_signal(number: int, frame: FrameType | None) -> None:
        stop.set()

    return on_signal


def greeting(served: Served) -> list[str]:
    """What somebody needs to know to connect."""
    return [
        f"serving     {served.folder}",
        f"address     {served.uri}",
        f"user        {served.user}",
        f"password    in {served.password_file}",
        f"database    {served.database}",
        "",
        "Neo4j Browser: open it from any Neo4j 5 (http://localhost:7474/browser) or https://browser.neo4j.io,",
        f"               connect to {served.uri} with the user and password above,",
        "               and ask: MATCH p = (:Actor)-[:ACCUSES]->(:Actor) RETURN p",
        f"kgraph:        kgraph query who-accuses-whom --graph {served.folder}   (in another terminal)",
        "",
        "Ctrl-C stops it.",
    ]
