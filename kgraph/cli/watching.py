"""watch: keep reading what is new."""

from __future__ import annotations

import time
from typing import Any

import click

from kgraph.cli.common import counted, graph_options, note, progress, reader_options, source_options
from kgraph.cli.reading import GRAPH_NAMES, Failures, ingested, jobs_option, name_failed, reading_choice
from kgraph.cli.staying import until_stopped
from kgraph.errors import StoreError

PAUSE = 300.0  # seconds


@click.command()
@click.argument("sources", nargs=-1, required=True, metavar="FEED|FOLDER...")
@click.option(
    "--pause",
    type=click.FloatRange(min=0.1),
    default=PAUSE,
    show_default=True,
    metavar="SECONDS",
    help="Between two looks.",
)
@click.option("--once", is_flag=True, help="Look once and end, for cron and the like.")
@source_options
@reader_options
@jobs_option
@graph_options
def watch(sources: tuple[str, ...], pause: float, once: bool, fields: tuple[str, ...], **options: Any) -> int:
    """Keep reading what is new in feeds and folders, until Ctrl-C.

    What was read is remembered beside the graph's journal, so that the next watch goes on where this one was. The graph
    is open only while something new is read into it; between two looks other commands can use it.

    \b
    kgraph watch https://paper.example/feed.xml incoming/ --pages --pause 600
    kgraph watch incoming/ --once
    """
    from kgraph.api.watching import watch as watching

    failures = Failures()
    reading = reading_choice(options, fields)
    graph = {name: options[name] for name in GRAPH_NAMES if name in options}
    watched = watching(sources, on_error=failures, on_note=note, reading=reading, **graph)
    total = 0
    with until_stopped() as stop:
        while not stop.is_set():
            try:
                with progress("reading") as step:
                    report = watched.look(on_progress=step)
            except StoreError as error:
                if once:
                    raise
                note(f"kgraph: {error}; trying again in {pause:g} seconds")
            else:
                if report is not None:
                    total += report.articles
                    note(ingested(report, options["graph"] or "the graph"))
                    name_failed(report)
            if once or _stopped_within(pause, stop):
                break
    if not once:
        note(f"stopped; {counted(total, 'article')} read")
    return failures.exit_code if once else 0


def _stopped_within(seconds: float, stop: Any) -> bool:
    until = time.monotonic() + seconds
    while (rest := until - time.monotonic()) > 0:
        if stop.wait(min(rest, 0.5)):  # a long wait would keep Windows from seeing Ctrl-C
            return True
    return bool(stop.is_set())
