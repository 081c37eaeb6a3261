"""Rows written to a stream: a table for the eye, JSON lines for a pipe, CSV, TSV and Markdown for other tools."""

from __future__ import annotations

import csv
from collections.abc import Callable, Sequence
from typing import TextIO

from kgraph.errors import UsageError
from kgraph.output.cells import json_text, markdown, spreadsheet, tab_separated
from kgraph.output.claims import ClaimView, data_rows, reading_rows
from kgraph.ports import Rows

FORMATS = ("table", "json", "jsonl", "csv", "tsv", "md")


def write(rows: Rows, stream: TextIO, *, format: str) -> None:
    """Write ``rows`` to ``stream`` in one of FORMATS. Every format but ``table`` keeps every character's meaning."""
    if format == "table":
        from kgraph.output.tables import write_table  # rich is imported only when a table is drawn

        write_table(rows, stream)
        return
    if format not in _WRITERS:
        raise UsageError(f"no format named {format!r}", hint=f"formats: {', '.join(FORMATS)}")
    _WRITERS[format](rows, stream)


def write_claims(claims: Sequence[ClaimView], stream: TextIO, *, format: str) -> None:
    """Write claims, in every format with speaker, denials, standing and exact words."""
    if format == "table":
        from kgraph.output.cards import write_cards

        write_cards(claims, stream)
    else:
        write((reading_rows if format == "md" else data_rows)(claims), stream, format=format)


def _json(rows: Rows, stream: TextIO) -> None:
    stream.write(json_text(rows.dicts(), indent=2) + "\n")


def _json_lines(rows: Rows, stream: TextIO) -> None:
    for row in rows.dicts():
        stream.write(json_text(row) + "\n")


def _csv(rows: Rows, stream: TextIO) -> None:
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow([spreadsheet(column) for column in rows.columns])
    writer.writerows([spreadsheet(value) for value in row] for row in rows.rows)


def _tsv(rows: Rows, stream: TextIO) -> None:
    for row in (rows.columns, *rows.rows):
        stream.write("\t".join(tab_separated(value) for value in row) + "\n")


def _markdown(rows: Rows, stream: TextIO) -> None:
    stream.write("| " + " | ".join(markdown(column) for column in rows.columns) + " |\n")
    stream.write("|" + "---|" * len(rows.columns) + "\n")
    for row in rows.rows:
        stream.write("| " + " | ".join(markdown(value) for value in row) + " |\n")


_WRITERS: dict[str, Callable[[Rows, TextIO], None]] = {
    "json": _json,
    "jsonl": _json_lines,
    "csv": _csv,
    "tsv": _tsv,
    "md": _markdown,
}
