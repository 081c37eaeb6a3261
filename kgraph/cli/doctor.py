"""doctor: is everything there that kgraph needs, and if not, what to do."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Any

import click

from kgraph.cli.common import emit, format_option, graph_options, note
from kgraph.errors import DataError, KgraphError, StoreError
from kgraph.ports import Rows


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at. ``mend`` is what to do about it, empty when it is sound."""

    what: str
    found: str
    mend: str = ""
    exit_code: int = 0


@click.command()
@click.option("--queries", metavar="DIR", help="Check this folder of templates too.")
@click.option("--model", metavar="NAME", help="The spaCy model that parses.")
@format_option
@graph_options
def doctor(queries: str | None, model: str | None, format: str | None, **options: Any) -> int:
    """Check the installation and say how to mend what is wrong: Python, model, engine, templates, graph.

    \b
    kgraph doctor
    """
    findings = list(check(queries=queries, model=model, **options))
    emit(Rows(("check", "state", "found", "mend"), tuple(_row(finding) for finding in findings)), format)
    sick = [finding for finding in findings if finding.mend]
    note("all sound" if not sick else f"{len(sick)} of {len(findings)} checks found something to mend")
    return max((finding.exit_code for finding in sick), default=0)


def _row(finding: Finding) -> tuple[str, str, str, str]:
    return finding.what, "mend" if finding.mend else "ok", finding.found, finding.mend


def check(*, queries: str | None, model: str | None, **options: Any) -> Iterator[Finding]:
    yield _python()
    yield _model(model)
    yield _engine(options.get("graph"))
    yield _named("templates", lambda: _templates(queries), "'kgraph queries check' names the file and line")
    yield _named("graph", lambda: _graph(options), "see the message; 'kgraph serve --help' explains sharing a graph")


def _python() -> Finding:
    version = ".".join(map(str, sys.version_info[:3]))
    mend = "" if sys.version_info >= (3, 11) else "install Python 3.11 or newer"
    return Finding("python", version, mend, DataError.exit_code)


def _model(name: str | None) -> Finding:
    from kgraph.settings import load

    chosen = load(model=name).model
    if find_spec("spacy") is None:
        return Finding("model", "spacy is not installed", "pip install kgraph", DataError.exit_code)
    if find_spec(chosen) is None:
        package = chosen.replace("_", "-")
        return Finding("model", f"{chosen} is not installed", f"pip install {package}", DataError.exit_code)
    from importlib.metadata import version

    return Finding("model", f"{chosen} {version(chosen)} on spaCy {version('spacy')}")


def _engine(graph: str | None) -> Finding:
    for module in ("arcadedb", "arcadedb_embedded"):
        if find_spec(module) is not None:
            from importlib.metadata import version

            return Finding("engine", f"{module} {version(module.replace('_', '-'))}")
    mend = "use a Neo4j server: --graph bolt://localhost:7687 (docker compose up starts one)"
    return Finding("engine", "no embedded engine for this platform", mend, StoreError.exit_code)


def _named(what: str, look: Callable[[], str], mend: str) -> Finding:
    try:
        return Finding(what, look())
    except KgraphError as error:
        return Finding(what, str(error), mend, error.exit_code)


def _templates(queries: str | None) -> str:
    from kgraph.api import catalogue

    return f"{len(list(catalogue(queries)))} templates, all sound"


def _graph(options: dict[str, Any]) -> str:
    from pathlib import Path

    from kgraph.api import open_graph
    from kgraph.settings import load
    from kgraph.store import is_uri

    graph = load(**options).graph
    if not is_uri(graph) and not Path(graph).exists():
        return f"{graph} is not there yet; 'kgraph ingest FILE' makes it"
    with open_graph(read_only=True, create=False, **options) as found:
        return f"{found.address}: {found.searched()}"
