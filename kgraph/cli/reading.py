"""ingest, extract, load: from files to the graph."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any

import click

from kgraph.cli.common import (
    counted,
    default_format,
    format_option,
    graph_options,
    note,
    opened,
    pairs,
    progress,
    reader_options,
    source_options,
)
from kgraph.errors import NOTHING_MATCHED, InputError, KgraphError, UsageError

if TYPE_CHECKING:
    from kgraph.app import IngestReport
    from kgraph.model import Extraction

jobs_option = click.option(
    "--jobs", type=click.IntRange(min=1), help="Processes that read at the same time. Default: 1."
)


class Failures:
    """The inputs that could not be read, each named on stderr as it fails; the others go on.

    ``exit_code``: 0 as long as nothing failed, else that of an unread input, or of a broken record.
    """

    def __init__(self) -> None:
        self.exit_code = 0

    def __call__(self, error: KgraphError) -> None:
        self.exit_code = max(self.exit_code, error.exit_code)
        note(f"kgraph: {error}")

    def among(self, report: IngestReport) -> int:
        """The exit code, with what failed later than the reading."""
        return max(self.exit_code, InputError.exit_code if report.failed else 0)


@click.command()
@click.argument("sources", nargs=-1, metavar="PATH|URL|-...")
@source_options
@reader_options
@jobs_option
@graph_options
@click.option("--retry", is_flag=True, help="Read again what earlier runs could not use, as they read it.")
def ingest(sources: tuple[str, ...], fields: tuple[str, ...], retry: bool, **options: Any) -> int:
    """Read articles into the graph: files, folders, globs, '-' for stdin.

    Reading an article again changes nothing. An input that cannot be read is named and the others go on; 'kgraph
    status' counts them. After Ctrl-C, or a crash, the same command goes on where it was.

    \b
    kgraph ingest my-article.txt --published 2024-05-01
    kgraph ingest articles/ 'more/*.html' --graph news.graph
    kgraph ingest --retry --limit pages=9000
    """
    if retry and (sources or options["files_from"]):
        raise UsageError("--retry reads what failed before, and nothing else", hint="leave the names out")
    if not retry:
        _some(sources, options)
    failures = Failures()
    with opened(**_graph_choice(options)) as graph:
        with progress("reading") as step, _told_when_interrupted(graph.address):
            read = graph.retry if retry else partial(graph.ingest, *sources)
            report = read(on_progress=step, **_reading(options, fields, failures))
        note(ingested(report, graph.address))
    name_failed(report)
    return failures.among(report)


@contextmanager
def _told_when_interrupted(address: str) -> Iterator[None]:
    """Ctrl-C: say what is in the graph already, then end as an interrupted command does."""
    from kgraph.app import Interrupted

    try:
        yield
    except Interrupted as stopped:
        note(ingested(stopped.report, address))
        raise


def name_failed(report: IngestReport) -> None:
    """Articles that the extractor broke on; inputs that could not be read were named as they came."""
    for failed in report.failed:
        if failed.code != UNREAD:
            note(f"kgraph: {failed.place}: {failed.message}")


def ingested(report: IngestReport, address: str) -> str:
    """What a person is told after reading: the counts, and where the notes are."""
    parts = [f"ingested {counted(report.articles, 'article')} into {address}"]
    if report.unchanged:
        parts.append(f"{report.unchanged:,} known already")
    parts.append(counted(report.claims, "claim"))
    if report.notes:
        parts.append(f"{counted(report.notes, 'note')} (kgraph notes shows them)")
    return " · ".join(parts)


UNREAD = "unread-input"  # code of the run notes for inputs; see app

GRAPH_NAMES = ("graph", "journal", "user", "database", "actors", "attribution", "model", "everything", "jobs")
INPUT_NAMES = ("input_format", "published", "outlet", "encoding", "max_bytes", "files_from", "pages", "allow_private")


def _graph_choice(options: dict[str, Any]) -> dict[str, Any]:
    return {name: options[name] for name in GRAPH_NAMES if name in options}


def reading_choice(options: dict[str, Any], fields: tuple[str, ...]) -> dict[str, Any]:
    """What the options say of the inputs, for kgraph.read_articles."""
    choice = {name: options[name] for name in INPUT_NAMES}
    return choice | {"fields": pairs(fields, "--field"), "limits": pairs(options["limits"], "--limit")}


def _reading(options: dict[str, Any], fields: tuple[str, ...], failures: Failures) -> dict[str, Any]:
    return {**reading_choice(options, fields), "on_error": failures, "on_note": note}


def _some(sources: Sequence[str], options: dict[str, Any]) -> None:
    if not sources and not options["files_from"]:
        raise UsageError("nothing to read", hint="name files, folders or addresses, or a list with --files-from")


def _cluster(address: str | None) -> str | None:
    """An address of a cluster, told from the name of a file that stands behind --ray."""
    if address is not None:
        from kgraph.app.cluster import check_address

        check_address(address)
    return address


@click.command()
@click.argument("sources", nargs=-1, metavar="PATH|URL|-...")
@source_options
@reader_options
@jobs_option
@click.option(
    "--ray",
    metavar="[ADDRESS]",
    is_flag=False,
    flag_value="local",
    callback=lambda context, option, address: _cluster(address),
    help="Read on the Ray cluster of this address; without one this machine is the cluster. Files only.",
)
@format_option
@click.option(
    "--explain", is_flag=True, help="Show why: trees, rules, and what was refused. For the eye, not a record."
)
def extract(sources: Sequence[str], fields: tuple[str, ...], format: str | None, explain: bool, **options: Any) -> int:
    """Print what is read in articles, one record a line, without a graph.

    Records come in the order of the input. On a terminal, or with --format, the claims are shown instead.

    \b
    kgraph extract my-article.txt > records.jsonl
    echo 'Russia accused Turkey of sending fighters.' | kgraph extract - --format table
    echo 'Ankara denied it.' | kgraph extract - --explain
    kgraph extract archive/ --ray=head.example:6379 > records.jsonl
    """
    from kgraph.api import cluster_records
    from kgraph.api import extract as read
    from kgraph.settings import load as load_settings

    _some(sources, options)
    failures = Failures()
    if explain:
        for name in ("format", "ray"):
            if (format if name == "format" else options[name]) is not None:
                raise UsageError(f"--explain has no --{name}", hint="leave one of them out")
        return _explain(sources, options | _reading(options, fields, failures), failures)
    chosen = format or default_format()
    settings = {name: options[name] for name in ("actors", "attribution", "model", "everything", "jobs")}
    given = _reading(options, fields, failures)
    count = 0
    with progress("reading") as step:
        if options["ray"] is not None and chosen == "jsonl":  # records come as lines, and go on as they are
            lines = cluster_records(*sources, address=options["ray"], settings=load_settings(**settings), **given)
            for count, line in enumerate(lines, start=1):
                print(line)
                step(count, "")
        else:
            show = _shower(chosen)
            for count, extraction in enumerate(read(*sources, ray=options["ray"], **settings, **given), start=1):
                show(extraction)
                step(count, extraction.article.title or "")
    return failures.exit_code or (0 if count else NOTHING_MATCHED)


def _explain(sources: Sequence[str], options: dict[str, Any], failures: Failures) -> int:
    """In one process: what is read by eye is read one after the other."""
    from kgraph.api import explain
    from kgraph.output.explained import write_explained

    choice = {name: value for name, value in options.items() if name != "jobs"}
    count = 0
    for count, explanation in enumerate(explain(*sources, **choice), start=1):
        if count > 1:
            print("\n")
        write_explained(explanation, sys.stdout)
    return failures.exit_code or (0 if count else NOTHING_MATCHED)


def _shower(format: str) -> Callable[[Extraction], None]:
    """How an extraction is printed: a record a line, or its claims."""
    if format == "jsonl":
        from kgraph.record import dumps

        return lambda extraction: print(dumps(extraction))
    return _claim_shower(format)


def _claim_shower(format: str) -> Callable[[Extraction], None]:
    from kgraph.output.views import views_of
    from kgraph.output.writers import write_claims

    def show(extraction: Extraction) -> None:
        claims = list(views_of(extraction))
        if not claims:
            why = dict.fromkeys(f"; {found.message}" for found in extraction.notes)
            note(f"no claim in {extraction.article.title or extraction.article.id}{''.join(why)}")
            return
        write_claims(claims, sys.stdout, format=format)

    return show


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE|-...")
@graph_options
def load(files: tuple[str, ...], **options: Any) -> int:
    """Load extraction records into the graph.

    \b
    kgraph extract articles/ > records.jsonl
    kgraph load records.jsonl --graph news.graph
    """
    failures = Failures()
    with opened(**_graph_choice(options)) as graph:
        with progress("loading") as step, _told_when_interrupted(graph.address):
            report = graph.load(*files, on_error=failures, on_progress=step)
        note(ingested(report, graph.address))
    name_failed(report)
    return failures.among(report)
