"""Rows on a terminal. Columns that fit stand side by side; where they do not, the long ones go under their row."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from typing import TextIO

from rich.box import SIMPLE_HEAD
from rich.cells import cell_len
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from kgraph.output.cells import terminal
from kgraph.output.claims import unnamed_speaker
from kgraph.ports import Rows

WIDTH_IN_A_PIPE = 120
_SHORT = 20  # cells up to this length stay on one line
_ROOM_FOR_WORDS = 22  # a column of sentences narrower than this cannot be read
_WIDEST_SIDE_BY_SIDE = 30
_SENTENCE = 45  # longer cells are sentences: they read better in a line of their own
_GAP = 2


@dataclass(frozen=True, slots=True)
class Column:
    """A heading and the words below it."""

    heading: str
    cells: tuple[str, ...]
    numbers: bool

    @property
    def widest(self) -> int:
        return max(cell_len(line) for cell in (self.heading, *self.cells) for line in cell.split("\n"))

    @property
    def usual(self) -> int:
        """How long three of four cells are at most: one long name does not make a column of sentences."""
        lengths = sorted(cell_len(cell) for cell in self.cells)
        return lengths[len(lengths) * 3 // 4] if lengths else 0

    @property
    def least(self) -> int:
        """How many places it needs at least."""
        return self.widest if self.widest <= _SHORT else _ROOM_FOR_WORDS

    @property
    def is_empty(self) -> bool:
        return not any(self.cells)


def write_table(rows: Rows, stream: TextIO) -> None:
    console = console_for(stream)
    columns = [_column(rows, place) for place in range(len(rows.columns))]
    with console.capture() as drawn:
        if sum(column.least + _GAP for column in columns) <= console.width:
            console.print(_table(columns, len(rows)))
        else:
            _write_blocks([column for column in columns if not column.is_empty], len(rows), console)
    write_drawn(drawn.get(), stream)


def write_drawn(text: str, stream: TextIO) -> None:
    """What a console has drawn, without the spaces that it fills its lines with."""
    stream.write("".join(line.rstrip() + "\n" for line in text.split("\n")[:-1]))


def console_for(stream: TextIO) -> Console:
    """A console on ``stream`` that draws no colours into a pipe and invents no markup from the words it prints."""
    return Console(file=stream, width=_width(stream), markup=False, emoji=False, highlight=False, soft_wrap=False)


def _width(stream: TextIO) -> int:
    if (columns := os.environ.get("COLUMNS", "")).isdigit() and int(columns) > 0:
        return int(columns)
    is_terminal = getattr(stream, "isatty", lambda: False)()
    return shutil.get_terminal_size().columns if is_terminal else WIDTH_IN_A_PIPE


def _column(rows: Rows, place: int) -> Column:
    values = [row[place] for row in rows.rows]
    numbers = bool(values) and all(_is_number(value) for value in values)
    cells = tuple(terminal(value) for value in values)
    if rows.columns[place] == "speaker":
        cells = tuple(cell or _without_speaker(rows, row) for cell, row in zip(cells, rows.rows, strict=True))
    return Column(terminal(rows.columns[place]), cells, numbers)


def _without_speaker(rows: Rows, row: tuple[object, ...]) -> str:
    """A claim without a speaker is the article's own word, unless it stands as hearsay; either way it says so."""
    status = row[rows.columns.index("status")] if "status" in rows.columns else None
    return unnamed_speaker(str(status or ""))


def _is_number(value: object) -> bool:
    return value is None or (isinstance(value, (int, float)) and not isinstance(value, bool))


def _table(columns: list[Column], count: int) -> Table:
    # the box puts one more space between columns
    table = Table(box=SIMPLE_HEAD, pad_edge=False, padding=(0, _GAP - 1, 0, 0), header_style="bold", show_edge=False)
    for column in columns:
        justify = "right" if column.numbers else "left"
        short = column.widest <= _SHORT
        table.add_column(Text(column.heading), justify=justify, no_wrap=short, overflow="fold")  # type: ignore[arg-type]  # a Literal
    for number in range(count):
        table.add_row(*(Text(column.cells[number]) for column in columns))
    return table


def _write_blocks(columns: list[Column], count: int, console: Console) -> None:
    """One block a row: a first line of short columns under their headings, then the others by name."""
    lead = _side_by_side(columns, console.width)
    rest = [column for column in columns if column not in lead]
    if lead:
        console.print(_line(lead, [Text(column.heading, style="bold") for column in lead]))
        console.print(Text("─" * min(console.width, sum(_fixed(column) + _GAP for column in lead)), style="dim"))
    for number in range(count):
        if lead:
            console.print(_line(lead, [Text(column.cells[number]) for column in lead]))
        if (details := _details(rest, number)).row_count:
            console.print(Padding(details, (0, 0, 0, 2 if lead else 0)))
        if number < count - 1:
            console.print()


def _side_by_side(columns: list[Column], width: int) -> list[Column]:
    """The columns that stand in a block's first line: in order, none of sentences or ids, as many as fit."""
    lead: list[Column] = []
    for column in columns:
        taken = sum(_fixed(other) + _GAP for other in lead)
        if column.usual <= _SENTENCE and not _is_id(column) and taken + _fixed(column) <= width:
            lead.append(column)
    return lead


def _fixed(column: Column) -> int:
    return min(column.widest, _WIDEST_SIDE_BY_SIDE)


def _is_id(column: Column) -> bool:
    """ "c_0123456789abcdef": for copying, not for reading."""
    return any(len(cell) > 12 and cell[1:2] == "_" for cell in column.cells)


def _line(columns: list[Column], cells: list[Text]) -> Table:
    grid = Table.grid(padding=(0, _GAP, 0, 0))
    for column in columns:
        grid.add_column(width=_fixed(column), overflow="fold")
    grid.add_row(*cells)
    return grid


def _details(columns: list[Column], number: int) -> Table:
    grid = Table.grid(padding=(0, _GAP, 0, 0))
    grid.add_column(style="dim", no_wrap=True, width=max((cell_len(c.heading) for c in columns), default=0))
    grid.add_column(overflow="fold")
    for column in columns:
        if column.cells[number]:
            grid.add_row(Text(column.heading), Text(column.cells[number]))
    return grid
