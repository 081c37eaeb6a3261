"""demo: invented articles read into a small graph, and the answers that kgraph is for."""

from __future__ import annotations

import os
import shlex
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kgraph.cli.common import counted, opened, progress
from kgraph.ports import Rows

if TYPE_CHECKING:
    from kgraph.app import IngestReport

FOLDER = "demo.graph"
# The running story of the demo first: a ship, an accusation, two denials, a counter-accusation
QUESTIONS = (
    (
        "Who accuses whom, and who denies it",
        ["who-accuses-whom", "--actor", "Serbia", "--since", "2021", "--limit", "6"],
    ),
    ("Who denies what", ["who-denies-what", "--actor", "Serbia", "--since", "2021", "--limit", "3"]),
    ("Who is said to send what to whom", ["who-sends-what", "--actor", "Libya", "--limit", "2"]),
    (
        "On whose word, and on whose word they have it",
        ["attribution-chain", "--actor", "Vuk Radenin", "--min-links", "2"],
    ),
    (
        "Who demands, threatens and promises",
        ["demands-and-threats", "--actor", "Serbia", "--since", "2021", "--limit", "3"],
    ),
)
_NOT_SHOWN = ("claim", "tellings")  # for the next question, not for a first look


@click.command()
@click.option("--graph", metavar="DIR", default=FOLDER, show_default=True, help="The folder of the demo's graph.")
def demo(graph: str) -> int:
    """Build a small graph of invented articles and show who accuses whom, who denies it, on whose word.

    \b
    kgraph demo
    """
    from kgraph.demo import articles
    from kgraph.output.writers import write

    files = [str(path) for path in articles()]
    click.echo(f"{counted(len(files), 'file')} of invented news: every outlet, person and event in them is fictional.")
    with opened(graph=graph) as demo_graph:
        with progress("reading") as step:
            report = demo_graph.ingest(*files, on_progress=step)
        click.echo(f"{counted(report.articles + report.unchanged, 'article')}, {searched(report)}, in {graph}.")
        for title, question in QUESTIONS:
            result = demo_graph.query(question[0], **_values(question[1:]))
            click.echo(f"\n{title}   ({command_to_type()} query {shlex.join(question)} --graph {graph})\n")
            if result.searched:
                click.echo(result.searched)
            else:
                write(_without(result.rows, _NOT_SHOWN), sys.stdout, format="table")
    click.echo(last_lines(graph))
    return 0


def searched(report: IngestReport) -> str:
    return "all known already" if not report.articles else counted(report.claims, "claim")


def _values(options: list[str]) -> dict[str, object]:
    """What is typed as ``--min-links 2`` as the API takes it."""
    names = (option.removeprefix("--").replace("-", "_") for option in options[::2])
    return dict(zip(names, options[1::2], strict=True))


def _without(rows: Rows, columns: tuple[str, ...]) -> Rows:
    kept = [place for place, column in enumerate(rows.columns) if column not in columns]
    shown = tuple(tuple(row[place] for place in kept) for row in rows.rows)
    return Rows(tuple(rows.columns[place] for place in kept), shown)


def last_lines(graph: str) -> str:
    """How to do the same with an article of one's own, in words that can be typed as they stand."""
    command = command_to_type()
    return f"""
More of this graph:
  {command} queries list
  {command} shell --graph {graph}

The same with an article of your own:
  {command} ingest my-article.txt
  {command} query who-accuses-whom"""


def command_to_type() -> str:
    """``kgraph`` where the shell finds it, else its path: a venv that make made is not on the PATH."""
    here = Path(sys.executable).parent / ("kgraph.exe" if os.name == "nt" else "kgraph")
    found = shutil.which("kgraph")
    if found and Path(found).resolve() == here.resolve() and not _made_by_make(here):
        return "kgraph"
    if not here.exists():
        return "kgraph" if found else "python -m kgraph"
    try:
        return str(here.relative_to(Path.cwd()))
    except ValueError:
        return str(here)


def _made_by_make(script: Path) -> bool:
    """Whether the script lies in ./.venv and no activation put that on the PATH for good."""
    return script.parent.parent == Path.cwd() / ".venv" and not os.environ.get("VIRTUAL_ENV")
