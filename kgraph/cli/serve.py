"""serve: the embedded graph, up for others until Ctrl-C."""

from __future__ import annotations

import signal
import threading
from types import FrameType
from typing import Any

import click

from kgraph.cli.common import note


@click.command()
@click.option("--graph", metavar="DIR", help="The graph's folder.")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=7687, show_default=True, help="Bolt port; 0 takes a free one."
)
def serve(graph: str | None, port: int) -> int:
    """Keep the embedded graph up for Neo4j Browser and other Bolt clients.

    It listens on this machine only (127.0.0.1). Ctrl-C stops it; nothing is lost. While it is up, other kgraph
    commands reach the graph with --graph bolt://127.0.0.1:PORT.

    \b
    kgraph serve --graph news.graph
    """
    from kgraph.api import serve as serving

    stop = threading.Event()
    before = {number: signal.signal(number, _setter(stop)) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        with serving(graph, port=port) as served:
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


def greeting(served: Any) -> list[str]:
    """What somebody needs to know to connect."""
    return [
        f"serving     {served.folder}",
        f"address     {served.uri}",
        f"user        {served.user}",
        f"password    in {served.password_file}",
        "",
        "Neo4j Browser: open http://localhost:7474/browser of any Neo4j 5, or https://browser.neo4j.io,",
        f"               connect URL {served.uri}, and the user and password above.",
        f"kgraph:        KGRAPH_USER={served.user} KGRAPH_PASSWORD=\"$(cat '{served.password_file}')\" \\",
        f"               kgraph query who-accuses-whom --graph {served.uri}",
        "",
        "Ctrl-C stops it.",
    ]
