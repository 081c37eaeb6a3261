"""demo: invented articles read into a small graph, and the answers that kgraph is for."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import click

from kgraph.cli.common import counted, note, opened, progress

FOLDER = "demo.graph"
QUESTIONS = (
    ("who-accuses-whom", "Who accuses whom, of what, on whose word"),
    ("who-denies-what", "Who denies what"),
    ("attribution-chain", "Through whom a claim reaches us"),
    ("contradictions", "Where the sources contradict each other"),
)


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
    click.echo(
        f"{counted(len(files), 'file')} of invented articles: every outlet, person and event in them is fictional."
    )
    with opened(graph=graph) as demo_graph:
        with progress("reading") as step:
            report = demo_graph.ingest(*files, on_progress=step)
        note(f"read {counted(report.articles, 'article')} ({report.unchanged} known already) into {graph}")
        for name, title in QUESTIONS:
            result = demo_graph.query(name)
            click.echo(f"\n{title}   (kgraph query {name})\n")
            write(result.rows, sys.stdout, format="table")
    click.echo(last_lines(graph))
    return 0


def last_lines(graph: str) -> str:
    """How to do the same with an article of one's own, in words that can be typed as they stand."""
    command = command_to_type()
    again = f"{command} query who-denies-what --graph {graph}"
    return f"""
Ask this graph more:
  {again}
  {command} queries list

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
